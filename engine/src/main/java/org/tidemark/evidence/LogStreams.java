package org.tidemark.evidence;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;

/** Opens logs: plain files from a byte on, gzip files decompressed, members of archives. */
final class LogStreams {
  private static final int BUFFER = 1 << 16;

  private LogStreams() {}

  /** Whether the head of a file is gzip's (RFC 1952). */
  static boolean isGzip(byte[] head, int length) {
    return length > 2 && head[0] == 0x1f && head[1] == (byte) 0x8b && head[2] == 8;
  }

  /** Whether the head of a file is a zip archive's first entry. */
  static boolean isZip(byte[] head, int length) {
    return length > 3 && head[0] == 'P' && head[1] == 'K' && head[2] == 3 && head[3] == 4;
  }

  static InputStream gunzip(InputStream in) throws IOException {
    return new GZIPInputStream(in, BUFFER);
  }

  /**
   * The first bytes of a stream, at most {@link LogFormat#HEAD_BYTES}; fewer where it breaks off.
   */
  static byte[] head(InputStream in) {
    byte[] head = new byte[LogFormat.HEAD_BYTES];
    int length = 0;
    try {
      while (length < head.length) {
        int read = in.read(head, length, head.length - length);
        if (read < 0) {
          break;
        }
        length += read;
      }
    } catch (IOException e) {
      return java.util.Arrays.copyOf(head, length);
    }
    return java.util.Arrays.copyOf(head, length);
  }

  /** Lines of a plain file that begin in {@code [from, to)}; {@code to} -1 = to the end. */
  static LogBytes range(Path file, long from, long to) throws IOException {
    long end = to < 0 ? Long.MAX_VALUE : to;
    FileChannel channel = FileChannel.open(file);
    try {
      if (from == 0) {
        return new LogBytes(Channels.newInputStream(channel), 0, end);
      }
      channel.position(from - 1);
      InputStream in = new BufferedInputStream(Channels.newInputStream(channel), BUFFER);
      long offset = from - 1;
      int b;
      do {
        b = in.read();
        offset++;
      } while (b >= 0 && b != '\n');
      return new LogBytes(in, offset, end);
    } catch (IOException e) {
      channel.close();
      throw e;
    }
  }

  /** A whole file, decompressed where it is gzip. */
  static LogBytes whole(Path file) throws IOException {
    InputStream in = new BufferedInputStream(Files.newInputStream(file), BUFFER);
    try {
      in.mark(4);
      byte[] magic = in.readNBytes(3);
      in.reset();
      return new LogBytes(isGzip(magic, magic.length) ? gunzip(in) : in, 0, Long.MAX_VALUE);
    } catch (IOException e) {
      in.close();
      throw e;
    }
  }
}
