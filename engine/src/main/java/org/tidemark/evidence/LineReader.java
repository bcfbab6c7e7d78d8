package org.tidemark.evidence;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/**
 * Lines of a stream, without copying: a line lies in {@link #buffer()} until the next one is asked
 * for. Lines end at LF; a CR before it is not part of the line. A line over the bound is skipped,
 * not kept. Of a byte range, the lines whose first byte lies in it.
 */
public final class LineReader {
  /** Longest line that is read, in bytes. */
  public static final int MAX_LINE = 1 << 20;

  private static final int CHUNK = 1 << 18;

  private final InputStream in;
  private final long end;
  private byte[] buffer = new byte[CHUNK];
  private int filled;
  private int next;
  private long bufferOffset;
  private boolean exhausted;
  private int start;
  private int stop;
  private boolean tooLong;

  /**
   * @param in positioned at {@code offset}, which is the first byte of a line
   * @param offset of the stream's next byte in the file
   * @param end lines that begin at it or later belong to the next range
   */
  public LineReader(InputStream in, long offset, long end) {
    this.in = in;
    this.bufferOffset = offset;
    this.end = end;
  }

  /** Goes on to the next line; false where there is none in the range. */
  public boolean next() throws IOException {
    start = next;
    tooLong = false;
    if (bufferOffset + start >= end) {
      return false;
    }
    int scan = start;
    while (true) {
      int lf = ByteSearch.find(buffer, scan, filled, '\n');
      if (lf < filled) {
        next = lf + 1;
        stop = lf > start && buffer[lf - 1] == '\r' ? lf - 1 : lf;
        return true;
      }
      if (filled - start > MAX_LINE) {
        return skipLongLine();
      }
      scan = filled - start;
      if (!fill()) {
        next = filled;
        stop = filled;
        return stop > start;
      }
    }
  }

  /**
   * Moves what is left of the buffer to its front and reads more; false at the end of the stream.
   */
  private boolean fill() throws IOException {
    if (exhausted) {
      return false;
    }
    if (start > 0) {
      System.arraycopy(buffer, start, buffer, 0, filled - start);
      bufferOffset += start;
      filled -= start;
      start = 0;
    }
    if (filled == buffer.length) {
      buffer = Arrays.copyOf(buffer, buffer.length * 2);
    }
    int read = in.read(buffer, filled, buffer.length - filled);
    if (read < 0) {
      exhausted = true;
      return false;
    }
    filled += read;
    return true;
  }

  private boolean skipLongLine() throws IOException {
    tooLong = true;
    long lineOffset = bufferOffset + start;
    while (true) {
      bufferOffset += filled;
      filled = 0;
      int read = in.read(buffer, 0, buffer.length);
      if (read < 0) {
        exhausted = true;
        break;
      }
      filled = read;
      int lf = ByteSearch.find(buffer, 0, filled, '\n');
      if (lf < filled) {
        next = lf + 1;
        start = (int) Math.max(Integer.MIN_VALUE, lineOffset - bufferOffset);
        stop = start;
        return true;
      }
    }
    next = 0;
    start = (int) Math.max(Integer.MIN_VALUE, lineOffset - bufferOffset);
    stop = start;
    return true;
  }

  /** Holds the line from {@link #start()} on. */
  public byte[] buffer() {
    return buffer;
  }

  public int start() {
    return start;
  }

  /** Index after the line's last byte. */
  public int stop() {
    return stop;
  }

  /** Whether the line was over the bound: it is empty here. */
  public boolean tooLong() {
    return tooLong;
  }

  /** Offset of the line's first byte in the file. */
  public long offset() {
    return bufferOffset + start;
  }
}
