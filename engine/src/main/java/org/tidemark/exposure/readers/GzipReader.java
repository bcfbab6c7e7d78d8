package org.tidemark.exposure.readers;

import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import org.apache.commons.compress.compressors.gzip.GzipCompressorInputStream;

/** A gzip file (RFC 1952): its content is one member, named by the file without its ending. */
public final class GzipReader implements ContentReader {
  private final String name;

  GzipReader(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    this.name = lower.endsWith(".tgz")
        ? name.substring(0, name.length() - 4) + ".tar"
        : lower.endsWith(".gz") ? name.substring(0, name.length() - 3) : name + ".content";
  }

  @Override
  public ReadOutcome read(
      Source source, Encoding.Verdict encoding, ReadLimits limits, ContentSink sink)
      throws IOException {
    sink.member(name, () -> {
      PackedStream packed = new PackedStream(source.open());
      InputStream unpacked = GzipCompressorInputStream.builder()
          .setInputStream(packed)
          .setDecompressConcatenated(true)
          .get();
      return new RatioStream(unpacked, packed::count, limits);
    });
    return ReadOutcome.read(Long.MAX_VALUE);
  }
}
