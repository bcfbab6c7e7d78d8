package org.tidemark.evidence;

import java.io.IOException;
import org.tidemark.engine.Cancellation;
import org.tidemark.engine.StoppedException;

/** A log format of one record a line. */
public abstract class LineFormat implements LogFormat {
  private static final int LINES_BETWEEN_LOOKS = 4096;

  /** Reads lines of one unit, in order. */
  @FunctionalInterface
  public interface Lines {
    /**
     * Reads {@code bytes[start, stop)}: one line that is not blank. Ends the record in the sink.
     */
    void line(byte[] bytes, int start, int stop, FactSink sink);

    /** The unit's lines are over: what only several of them together say. */
    default void end(FactSink sink) {}
  }

  /** A reader of the lines of one unit. */
  protected abstract Lines open(ReadSettings settings);

  @Override
  public boolean splits() {
    return true;
  }

  @Override
  public final void read(LogBytes bytes, FactSink sink, Cancellation cancellation)
      throws IOException, StoppedException {
    LineReader lines = bytes.lines();
    Lines reader = open(sink.settings());
    int number = 0;
    while (lines.next()) {
      sink.begin(++number, lines.offset());
      int start = lines.start();
      if (lines.offset() == 0 && hasByteOrderMark(lines)) {
        start += 3;
      }
      if (lines.tooLong()) {
        sink.unparsed();
      } else if (isBlank(lines.buffer(), start, lines.stop())) {
        sink.ignored("blank");
      } else {
        reader.line(lines.buffer(), start, lines.stop(), sink);
      }
      if (number % LINES_BETWEEN_LOOKS == 0) {
        cancellation.check();
      }
    }
    reader.end(sink);
  }

  private static boolean hasByteOrderMark(LineReader lines) {
    byte[] b = lines.buffer();
    int i = lines.start();
    return lines.stop() - i >= 3
        && b[i] == (byte) 0xef
        && b[i + 1] == (byte) 0xbb
        && b[i + 2] == (byte) 0xbf;
  }

  private static boolean isBlank(byte[] bytes, int start, int stop) {
    for (int i = start; i < stop; i++) {
      if (bytes[i] != ' ' && bytes[i] != '\t' && bytes[i] != '\r') {
        return false;
      }
    }
    return true;
  }
}
