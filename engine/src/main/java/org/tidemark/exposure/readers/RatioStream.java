package org.tidemark.exposure.readers;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.LongSupplier;

/** Unpacked bytes that may not outgrow their packed form beyond measure: a bomb ends here. */
final class RatioStream extends FilterInputStream {
  private final LongSupplier packedBytes;
  private final ReadLimits limits;
  private long count;

  RatioStream(InputStream unpacked, LongSupplier packedBytes, ReadLimits limits) {
    super(unpacked);
    this.packedBytes = packedBytes;
    this.limits = limits;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
  }

  @Override
  public int read(byte[] buffer, int from, int length) throws IOException {
    int n = super.read(buffer, from, length);
    if (n > 0) {
      count += n;
      long packed = Math.max(1, packedBytes.getAsLong());
      if (count > ReadLimits.RATIO_FREE_BYTES && count / packed > limits.ratio()) {
        throw new DamagedContentException("bomb");
      }
    }
    return n;
  }
}
