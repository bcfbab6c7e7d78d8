package org.tidemark.evidence;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import org.tidemark.engine.Cancellation;
import org.tidemark.engine.Step;
import org.tidemark.engine.StoppedException;
import org.tidemark.engine.WorkUnit;
import org.tidemark.evidence.formats.LogFormats;

/**
 * Reads the records of one unit of a log into rows. Pure: the same bytes and settings give the same
 * rows.
 */
final class ReadStep implements Step<ReadResult> {
  private static final long serialVersionUID = 1L;

  @Override
  public String id() {
    return "read";
  }

  @Override
  public ReadResult run(WorkUnit unit, Cancellation cancellation) throws StoppedException {
    ReadSettings settings = ReadSettings.decode(unit.settings());
    LogFormat format = LogFormats.of(settings.format())
        .orElseThrow(() -> new IllegalStateException(
            "format: " + settings.format() + " (expected: an id that `tidemark formats` lists)"));
    FactSink sink = new FactSink(settings);
    String broken = "";
    try {
      if (!settings.member().isEmpty()) {
        readMember(unit, format, settings.member(), sink, cancellation);
      } else {
        boolean ranged = unit.from() > 0 || unit.to() >= 0;
        LogBytes bytes = ranged
            ? LogStreams.range(unit.path(), unit.from(), unit.to())
            : LogStreams.whole(unit.path());
        try (InputStream stream = bytes.stream()) {
          format.read(bytes, sink, cancellation);
        }
      }
    } catch (EOFException e) {
      broken = "cut-off";
    } catch (IOException e) {
      broken = "damaged";
    }
    return sink.finish(broken);
  }

  private static void readMember(
      WorkUnit unit, LogFormat format, String wanted, FactSink sink, Cancellation cancellation)
      throws IOException, StoppedException {
    try (InputStream in = Files.newInputStream(unit.path())) {
      ArchiveMembers.walk(
          new java.io.BufferedInputStream(in),
          Files.size(unit.path()),
          cancellation,
          new ArchiveMembers.Visitor() {
            @Override
            public boolean member(String member, InputStream bytes)
                throws IOException, StoppedException {
              if (!member.equals(wanted)) {
                return true;
              }
              format.read(new LogBytes(bytes, 0, Long.MAX_VALUE), sink, cancellation);
              return false;
            }

            @Override
            public void refused(String member, String reason) {}
          });
    }
  }
}
