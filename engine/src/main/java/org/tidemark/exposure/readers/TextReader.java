package org.tidemark.exposure.readers;

import java.io.IOException;

/** Plain text, line by line. */
public final class TextReader implements ContentReader {
  @Override
  public ReadOutcome read(
      Source source, Encoding.Verdict encoding, ReadLimits limits, ContentSink sink)
      throws IOException {
    try (TextSource text = new TextSource(source, encoding)) {
      LineReader lines = new LineReader(text, limits.lineChars());
      while (lines.next()) {
        sink.line("line:" + lines.line(), lines.take(), lines.base());
      }
      return text.outcome(encoding);
    }
  }
}
