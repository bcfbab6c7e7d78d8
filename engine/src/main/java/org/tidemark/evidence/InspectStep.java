package org.tidemark.evidence;

import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.tidemark.engine.Cancellation;
import org.tidemark.engine.Step;
import org.tidemark.engine.StoppedException;
import org.tidemark.engine.WorkUnit;

/**
 * Hashes a file and finds what it is. A unit's settings are {@link InspectSettings}.
 */
final class InspectStep implements Step<Inspection> {
  private static final long serialVersionUID = 1L;
  private static final int BUFFER = 1 << 17;

  @Override
  public String id() {
    return "inspect";
  }

  @Override
  public Inspection run(WorkUnit unit, Cancellation cancellation) throws StoppedException {
    Path file = unit.path();
    InspectSettings settings = InspectSettings.decode(unit.settings());
    Hashed hashed;
    byte[] head;
    try (InputStream in = Files.newInputStream(file)) {
      byte[] first = LogStreams.head(in);
      head = first;
      hashed = hash(new SequenceInputStream(new ByteArrayInputStream(first), in), cancellation);
    } catch (IOException e) {
      return notALog("", 0, "unreadable");
    }
    if (hashed.bytes == 0) {
      return notALog(hashed.sha256, 0, "empty");
    }
    if (settings.what().equals(InspectSettings.DATA)) {
      return notALog(hashed.sha256, hashed.bytes, "");
    }
    if (LogStreams.isZip(head, head.length)) {
      return archive(file, hashed, settings, cancellation);
    }
    boolean gzip = LogStreams.isGzip(head, head.length);
    String reason = "";
    if (gzip) {
      try (InputStream in = LogStreams.whole(file).stream()) {
        head = LogStreams.head(in);
      } catch (IOException e) {
        reason = "damaged";
        head = new byte[0];
      }
    }
    InspectSettings.Recognised found = settings.recognise(head);
    return new Inspection(
        hashed.sha256,
        hashed.bytes,
        found.readable(),
        found.layout().text(),
        gzip,
        reason.isEmpty() ? found.reason() : reason,
        List.of(),
        false);
  }

  private static Inspection notALog(String sha256, long bytes, String reason) {
    return new Inspection(sha256, bytes, "", "", false, reason, List.of(), false);
  }

  private static Inspection archive(
      Path file, Hashed hashed, InspectSettings settings, Cancellation cancellation)
      throws StoppedException {
    Members members = new Members(settings, cancellation);
    String reason = "";
    try (InputStream in = Files.newInputStream(file)) {
      ArchiveMembers.walk(
          new java.io.BufferedInputStream(in, BUFFER), hashed.bytes, cancellation, members);
    } catch (EOFException e) {
      reason = "cut-off";
    } catch (IOException | IllegalArgumentException e) {
      reason = "damaged";
    }
    boolean others = members.others || !reason.isEmpty() || members.logs.isEmpty();
    return new Inspection(hashed.sha256, hashed.bytes, "", "", false, reason, members.logs, others);
  }

  /** Finds the logs among an archive's members. */
  private static final class Members implements ArchiveMembers.Visitor {
    private final InspectSettings settings;
    private final Cancellation cancellation;
    private final ArrayList<Inspection.Member> logs = new ArrayList<>();
    private boolean others;

    Members(InspectSettings settings, Cancellation cancellation) {
      this.settings = settings;
      this.cancellation = cancellation;
    }

    @Override
    public boolean member(String member, InputStream in) throws IOException, StoppedException {
      byte[] head = LogStreams.head(in);
      InspectSettings.Recognised found =
          head.length == 0 ? InspectSettings.Recognised.NOTHING : settings.recognise(head);
      if (!found.reason().isEmpty()) {
        refused(member, found.reason());
        return true;
      }
      if (found.format().isEmpty()) {
        others = true;
        return true;
      }
      Hashed hashed =
          hash(new SequenceInputStream(new ByteArrayInputStream(head), in), cancellation);
      logs.add(new Inspection.Member(
          member, found.format(), found.layout().text(), hashed.sha256, hashed.bytes, ""));
      return true;
    }

    @Override
    public void refused(String member, String reason) {
      others = true;
      logs.add(new Inspection.Member(member, "", "", "", 0, reason));
    }
  }

  private record Hashed(String sha256, long bytes) {}

  private static Hashed hash(InputStream in, Cancellation cancellation)
      throws IOException, StoppedException {
    MessageDigest digest = sha256();
    byte[] buffer = new byte[BUFFER];
    long bytes = 0;
    int read;
    while ((read = in.read(buffer)) >= 0) {
      digest.update(buffer, 0, read);
      bytes += read;
      cancellation.check();
    }
    return new Hashed(HexFormat.of().formatHex(digest.digest()), bytes);
  }

  static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("this Java has no SHA-256, which every Java must have", e);
    }
  }
}
