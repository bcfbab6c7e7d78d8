package org.tidemark.exposure.readers;

import java.io.IOException;
import java.io.InputStream;
import java.util.Enumeration;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;

/**
 * Unpacks an office document's parts once, counting, so that a bomb ends here and not in a library.
 */
final class PackageCheck {
  private PackageCheck() {}

  /** Checks every part; one part has a limit of its own. */
  static void check(Source source, ReadLimits limits, String limitedPart, long limitedBytes)
      throws IOException {
    try (ZipFile zip = ZipSource.open(source, limits)) {
      Enumeration<ZipArchiveEntry> parts = zip.getEntries();
      long total = 0;
      int count = 0;
      while (parts.hasMoreElements()) {
        ZipArchiveEntry part = parts.nextElement();
        if (++count > limits.members()) {
          throw new DamagedContentException("many-members");
        }
        long size = size(zip, part, limits, limits.unpackedBytes() - total);
        total += size;
        if (part.getName().equalsIgnoreCase(limitedPart) && size > limitedBytes) {
          throw new DamagedContentException("too-large");
        }
      }
    }
  }

  private static long size(ZipFile zip, ZipArchiveEntry part, ReadLimits limits, long left)
      throws IOException {
    long size = 0;
    byte[] buffer = new byte[1 << 14];
    try (InputStream raw = zip.getInputStream(part);
        RatioStream in = new RatioStream(raw, part::getCompressedSize, limits)) {
      int n = in.read(buffer, 0, buffer.length);
      while (n >= 0) {
        size += n;
        if (size > left) {
          throw new DamagedContentException("too-large");
        }
        n = in.read(buffer, 0, buffer.length);
      }
    } catch (RuntimeException e) {
      throw new IOException("part cannot be unpacked", e);
    }
    return size;
  }
}
