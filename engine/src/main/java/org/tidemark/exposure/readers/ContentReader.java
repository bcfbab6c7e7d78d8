package org.tidemark.exposure.readers;

import java.io.IOException;

/**
 * Reads one format of files, streaming. Stateless; the same reader serves any number of threads.
 */
public interface ContentReader {
  /**
   * Hands the content to {@code sink}.
   *
   * @throws DamagedContentException where the bytes are not what the format asks for
   * @throws IOException where the source cannot be read
   */
  ReadOutcome read(Source source, Encoding.Verdict encoding, ReadLimits limits, ContentSink sink)
      throws IOException;

  /** Whether it hands on rows or objects, so that the columns have to be looked at first. */
  default boolean tabular() {
    return false;
  }
}
