package org.tidemark.exposure.readers;

import java.io.IOException;
import java.io.InputStream;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;

/** Opens a zip by its central directory: on disk as a file, else in memory up to a limit. */
final class ZipSource {
  private ZipSource() {}

  /**
   * Opens it; names are decoded by {@link ZipNames}.
   *
   * @throws DamagedContentException where it is no whole zip or too large for memory
   */
  static ZipFile open(Source source, ReadLimits limits) throws IOException {
    ZipFile.Builder builder = ZipFile.builder().setUseUnicodeExtraFields(true);
    try {
      if (source.path().isPresent()) {
        return builder.setPath(source.path().get()).get();
      }
      return builder
          .setSeekableByteChannel(new SeekableInMemoryByteChannel(bytes(source, limits)))
          .get();
    } catch (DamagedContentException e) {
      throw e;
    } catch (IOException | RuntimeException e) {
      // The library throws unchecked exceptions on hostile central directories.
      throw damaged(e);
    }
  }

  /** The whole source in memory. */
  static byte[] bytes(Source source, ReadLimits limits) throws IOException {
    try (InputStream in = source.open()) {
      byte[] bytes = in.readNBytes(limits.memoryBytes());
      if (in.read() >= 0) {
        throw new DamagedContentException("too-large");
      }
      return bytes;
    }
  }

  private static DamagedContentException damaged(Exception cause) {
    DamagedContentException damaged = new DamagedContentException("damaged");
    damaged.initCause(cause);
    return damaged;
  }
}
