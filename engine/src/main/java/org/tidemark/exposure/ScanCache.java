package org.tidemark.exposure;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.CRC32;

/**
 * Finished scan results on disk, so that one new file costs one file and a killed run loses at most
 * what was in work.
 *
 * <p>Append-only segments {@code 000000.scan} …: each entry is a 32-byte key, the length of the
 * result (8 bytes, big-endian), its CRC-32 (8 bytes) and the result. A torn or damaged tail ends
 * its segment: what stands before stays. Each process writes a segment of its own, so no entry is
 * ever written behind a torn one. Memory: 28 bytes an entry. One process at a time; safe from any
 * thread.
 */
final class ScanCache implements AutoCloseable {
  private static final int KEY_BYTES = 32;
  private static final int HEADER_BYTES = KEY_BYTES + 2 * Long.BYTES;
  private static final long SEGMENT_BYTES = 1L << 30;
  private static final String ENDING = ".scan";

  private final Path folder;
  private final List<FileChannel> segments = new ArrayList<>();
  private final ScanCacheIndex index = new ScanCacheIndex();
  private int writing = -1;
  private int lastNumber = -1;
  private long writeAt;

  private ScanCache(Path folder) {
    this.folder = folder;
  }

  /**
   * Opens the cache and reads its keys.
   *
   * @param folder {@code CASE/work/scan}; made where missing
   */
  static ScanCache open(Path folder) throws IOException {
    Files.createDirectories(folder);
    ScanCache cache = new ScanCache(folder);
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.filter(f -> f.toString().endsWith(ENDING)).sorted().toList()) {
        cache.load(file);
      }
    } catch (IOException | RuntimeException e) {
      cache.close();
      throw e;
    }
    return cache;
  }

  /** Whether a whole result is there: one that was damaged since is forgotten and read anew. */
  boolean contains(String key) throws IOException {
    return get(key).isPresent();
  }

  /**
   * The bytes of a result; empty where it is missing or was damaged since.
   *
   * @param key 64 hex digits
   */
  Optional<byte[]> get(String key) throws IOException {
    byte[] wanted = bytes(key);
    FileChannel segment;
    long at;
    synchronized (this) {
      int entry = index.find(wanted);
      if (entry < 0) {
        return Optional.empty();
      }
      segment = segments.get(index.segment(entry));
      at = index.offset(entry);
    }
    ByteBuffer header = read(segment, at, HEADER_BYTES);
    if (header == null) {
      return Optional.empty();
    }
    byte[] stored = new byte[KEY_BYTES];
    header.get(stored);
    long length = header.getLong();
    long crc = header.getLong();
    if (!Arrays.equals(stored, wanted)
        || length < 0
        || length > segment.size() - at - HEADER_BYTES) {
      return Optional.empty();
    }
    ByteBuffer body = read(segment, at + HEADER_BYTES, (int) length);
    if (body == null) {
      return Optional.empty();
    }
    byte[] result = new byte[(int) length];
    body.get(result);
    return crc(result) == crc ? Optional.of(result) : Optional.empty();
  }

  /** Adds a result; a later one of the same key takes the earlier one's place. */
  synchronized void put(String key, byte[] result) throws IOException {
    if (writing < 0 || writeAt > SEGMENT_BYTES) {
      begin();
    }
    byte[] keyBytes = bytes(key);
    ByteBuffer header = ByteBuffer.allocate(HEADER_BYTES);
    header.put(keyBytes).putLong(result.length).putLong(crc(result)).flip();
    FileChannel segment = segments.get(writing);
    write(segment, writeAt, header);
    write(segment, writeAt + HEADER_BYTES, ByteBuffer.wrap(result));
    index.add(keyBytes, writing, writeAt);
    writeAt += HEADER_BYTES + result.length;
  }

  /** Number of results. */
  synchronized int size() {
    return index.size();
  }

  @Override
  public synchronized void close() throws IOException {
    for (FileChannel segment : segments) {
      if (segment.isOpen()) {
        segment.close();
      }
    }
  }

  private void load(Path file) throws IOException {
    FileChannel segment = FileChannel.open(file, StandardOpenOption.READ);
    segments.add(segment);
    lastNumber = Math.max(lastNumber, number(file));
    long size = segment.size();
    long at = 0;
    while (at + HEADER_BYTES <= size) {
      ByteBuffer header = read(segment, at, HEADER_BYTES);
      if (header == null) {
        return;
      }
      byte[] key = new byte[KEY_BYTES];
      header.get(key);
      long length = header.getLong();
      if (length < 0 || length > Integer.MAX_VALUE || at + HEADER_BYTES + length > size) {
        return;
      }
      index.add(key, segments.size() - 1, at);
      at += HEADER_BYTES + length;
    }
  }

  /** The number in a segment's name; -1 where somebody else named it. */
  private static int number(Path file) {
    String name = file.getFileName().toString();
    String digits = name.substring(0, name.length() - ENDING.length());
    return digits.matches("[0-9]{1,9}") ? Integer.parseInt(digits) : -1;
  }

  private void begin() throws IOException {
    int number = lastNumber + 1;
    lastNumber = number;
    Path file = folder.resolve(String.format("%06d", number) + ENDING);
    segments.add(FileChannel.open(
        file, StandardOpenOption.CREATE_NEW, StandardOpenOption.READ, StandardOpenOption.WRITE));
    writing = segments.size() - 1;
    writeAt = 0;
  }

  private static @org.jspecify.annotations.Nullable ByteBuffer read(
      FileChannel segment, long at, int length) throws IOException {
    ByteBuffer buffer = ByteBuffer.allocate(length);
    while (buffer.hasRemaining()) {
      if (segment.read(buffer, at + buffer.position()) < 0) {
        return null;
      }
    }
    return buffer.flip();
  }

  private static void write(FileChannel segment, long at, ByteBuffer bytes) throws IOException {
    long from = at - bytes.position();
    while (bytes.hasRemaining()) {
      segment.write(bytes, from + bytes.position());
    }
  }

  private static long crc(byte[] bytes) {
    CRC32 crc = new CRC32();
    crc.update(bytes);
    return crc.getValue();
  }

  private static byte[] bytes(String key) {
    byte[] bytes = HexFormat.of().parseHex(key);
    if (bytes.length != KEY_BYTES) {
      throw new IllegalArgumentException("key: " + key + " (expected: 64 hex digits)");
    }
    return bytes;
  }
}
