package org.tidemark.exposure;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScanCacheTest {
  @Test
  void whatWasPutIsThereAfterOpeningAgain(@TempDir Path folder) throws IOException {
    int count = 300;
    fill(folder, 0, count);
    try (ScanCache cache = ScanCache.open(folder)) {
      assertEquals(count, cache.size(), "size");
      for (int i = 0; i < count; i++) {
        assertEquals(text(i), text(cache, i), "of " + i);
      }
      assertEquals(false, cache.contains(key(count)), "of a key that nobody put");
    }
  }

  @Test
  void aTornTailLosesItsEntryAlone(@TempDir Path folder) throws IOException {
    fill(folder, 0, 3);
    Path segment = folder.resolve("000000.scan");
    try (FileChannel file = FileChannel.open(segment, StandardOpenOption.WRITE)) {
      file.truncate(Files.size(segment) - 5);
    }
    fill(folder, 3, 4);
    try (ScanCache cache = ScanCache.open(folder)) {
      assertEquals(3, cache.size(), "size");
      assertEquals(false, cache.contains(key(2)), "the torn one");
      assertEquals(text(3), text(cache, 3), "after it");
    }
  }

  @Test
  void aFlippedByteIsAMissingResult(@TempDir Path folder) throws IOException {
    fill(folder, 0, 1);
    Path segment = folder.resolve("000000.scan");
    try (FileChannel file = FileChannel.open(segment, StandardOpenOption.WRITE)) {
      file.write(ByteBuffer.wrap(new byte[] {77}), Files.size(segment) - 3);
    }
    try (ScanCache cache = ScanCache.open(folder)) {
      assertEquals(false, cache.contains(key(0)), "damaged");
      cache.put(key(0), result(0).toBytes());
      assertEquals(text(0), text(cache, 0), "put anew");
    }
  }

  @Test
  void aSegmentThatSomebodyDeletedLosesItsEntriesAlone(@TempDir Path folder) throws IOException {
    fill(folder, 0, 1);
    fill(folder, 1, 2);
    Files.delete(folder.resolve("000000.scan"));
    fill(folder, 2, 3);
    try (ScanCache cache = ScanCache.open(folder)) {
      assertEquals(false, cache.contains(key(0)), "deleted");
      assertEquals(text(1), text(cache, 1), "of 1");
      assertEquals(text(2), text(cache, 2), "of 2");
    }
  }

  private static void fill(Path folder, int from, int to) throws IOException {
    try (ScanCache cache = ScanCache.open(folder)) {
      for (int i = from; i < to; i++) {
        cache.put(key(i), result(i).toBytes());
      }
    }
  }

  private static String key(int i) {
    return String.format("%016x", (0x9E3779B97F4A7C15L * (i + 1L)) >>> 1).repeat(4);
  }

  private static String text(ScanCache cache, int i) throws IOException {
    return cache.get(key(i)).map(ScanResult::ofBytes).map(Scanned::findings).orElse("none");
  }

  private static ScanResult result(int i) {
    byte[] bytes = ("a" + i + "@example.com").getBytes(StandardCharsets.UTF_8);
    return Scanned.scan("a.txt", bytes, ScanSettings.NONE);
  }

  private static String text(int i) {
    return Scanned.findings(result(i));
  }
}
