package org.tidemark.exposure.readers;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.CodingErrorAction;

/**
 * A source's text: its byte order mark left out, bytes that the encoding lacks replaced by U+FFFD,
 * bytes counted.
 */
final class TextSource implements AutoCloseable {
  private final Counted bytes;
  private final Reader reader;

  TextSource(Source source, Encoding.Verdict encoding) throws IOException {
    bytes = new Counted(source.open());
    try {
      bytes.skipNBytes(encoding.markBytes());
    } catch (java.io.EOFException e) {
      // The file shrank since it was looked at; it reads as empty then.
    }
    reader = new InputStreamReader(
        bytes,
        encoding
            .charset()
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPLACE)
            .onUnmappableCharacter(CodingErrorAction.REPLACE));
  }

  int read(char[] buffer) throws IOException {
    return reader.read(buffer, 0, buffer.length);
  }

  Reader reader() {
    return reader;
  }

  long bytesRead() {
    return bytes.count;
  }

  /** The outcome of a text that was read to its end. */
  ReadOutcome outcome(Encoding.Verdict encoding) {
    return encoding.whole()
        ? ReadOutcome.read(bytesRead())
        : ReadOutcome.partly("undecodable", bytesRead());
  }

  @Override
  public void close() throws IOException {
    reader.close();
  }

  private static final class Counted extends FilterInputStream {
    private long count;

    Counted(InputStream in) {
      super(in);
    }

    @Override
    public int read() throws IOException {
      int b = super.read();
      if (b >= 0) {
        count++;
      }
      return b;
    }

    @Override
    public int read(byte[] buffer, int from, int length) throws IOException {
      int n = super.read(buffer, from, length);
      if (n > 0) {
        count += n;
      }
      return n;
    }
  }
}
