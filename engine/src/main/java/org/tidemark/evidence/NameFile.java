package org.tidemark.evidence;

import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A dictionary on disk, mapped: the number of names, the end of each name among the bytes, the
 * bytes (UTF-8). Bounded to 2 GiB.
 */
final class NameFile implements Names {
  private final ByteBuffer bytes;
  private final int size;
  private final int textsAt;

  private NameFile(ByteBuffer bytes) {
    this.bytes = bytes;
    this.size = bytes.getInt(0);
    this.textsAt = 4 + 4 * size;
  }

  static Path of(Path folder, FactTable.Dictionary dictionary) {
    return folder.resolve(dictionary.name().toLowerCase(java.util.Locale.ROOT) + ".names");
  }

  /** @param sorted by UTF-16 code units, without repeats */
  static void write(String[] sorted, Path file) throws IOException {
    try (DataOutputStream out =
        new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(file)))) {
      out.writeInt(sorted.length);
      int end = 0;
      for (String text : sorted) {
        end = Math.addExact(end, text.getBytes(StandardCharsets.UTF_8).length);
        out.writeInt(end);
      }
      for (String text : sorted) {
        out.write(text.getBytes(StandardCharsets.UTF_8));
      }
    }
  }

  static NameFile open(Path file) throws IOException {
    try (FileChannel channel = FileChannel.open(file)) {
      return new NameFile(channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size()));
    }
  }

  @Override
  public int size() {
    return size;
  }

  @Override
  public String text(int number) {
    if (number < 0 || number >= size) {
      throw new IllegalArgumentException(
          "number: " + number + " (expected: 0 to " + (size - 1) + ")");
    }
    int from = number == 0 ? 0 : bytes.getInt(4 * number);
    byte[] text = new byte[bytes.getInt(4 + 4 * number) - from];
    bytes.get(textsAt + from, text);
    return new String(text, StandardCharsets.UTF_8);
  }

  @Override
  public int number(String text) {
    int low = 0;
    int high = size - 1;
    while (low <= high) {
      int middle = (low + high) >>> 1;
      int order = text(middle).compareTo(text);
      if (order == 0) {
        return middle;
      }
      if (order < 0) {
        low = middle + 1;
      } else {
        high = middle - 1;
      }
    }
    return -1;
  }
}
