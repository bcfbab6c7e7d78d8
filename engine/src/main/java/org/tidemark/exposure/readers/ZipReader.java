package org.tidemark.exposure.readers;

import java.io.IOException;
import java.io.InputStream;
import java.util.Enumeration;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;

/**
 * A zip archive: each entry is a member, encrypted ones and unknown methods are counted as unread.
 */
public final class ZipReader implements ContentReader {
  @Override
  public ReadOutcome read(
      Source source, Encoding.Verdict encoding, ReadLimits limits, ContentSink sink)
      throws IOException {
    try (ZipFile zip = ZipSource.open(source, limits)) {
      Enumeration<ZipArchiveEntry> entries = zip.getEntriesInPhysicalOrder();
      boolean encrypted = false;
      while (entries.hasMoreElements()) {
        ZipArchiveEntry entry = entries.nextElement();
        if (entry.isDirectory()) {
          continue;
        }
        String name = ZipNames.of(entry);
        if (entry.getGeneralPurposeBit().usesEncryption()) {
          encrypted = true;
          sink.unreadMember(name, Math.max(0, entry.getSize()), "encrypted");
        } else if (!zip.canReadEntryData(entry)) {
          sink.unreadMember(name, Math.max(0, entry.getSize()), "no-reader");
        } else {
          sink.member(name, entrySource(zip, entry, limits));
        }
      }
      return encrypted
          ? ReadOutcome.partly("encrypted", Long.MAX_VALUE)
          : ReadOutcome.read(Long.MAX_VALUE);
    }
  }

  private static Source entrySource(ZipFile zip, ZipArchiveEntry entry, ReadLimits limits) {
    return () -> {
      try {
        InputStream in = zip.getInputStream(entry);
        return new RatioStream(in, entry::getCompressedSize, limits);
      } catch (RuntimeException e) {
        throw new IOException("zip entry cannot be opened", e);
      }
    };
  }
}
