package org.tidemark.evidence;

import java.io.InputStream;

/**
 * Bytes of a log, decompressed.
 *
 * @param stream from the first byte of a record on
 * @param offset of that byte in the file or member
 * @param end records that begin at it or later belong to the next unit; {@link Long#MAX_VALUE} =
 *     read to the end
 */
public record LogBytes(InputStream stream, long offset, long end) {
  /** The lines that begin in the range. */
  public LineReader lines() {
    return new LineReader(stream, offset, end);
  }
}
