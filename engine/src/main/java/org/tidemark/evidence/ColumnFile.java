package org.tidemark.evidence;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.IntBuffer;
import java.nio.LongBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * One primitive column on disk: little-endian values in segments of at most 1 GiB, {@code name.0},
 * {@code name.1} …
 */
final class ColumnFile {
  private static final int SEGMENT_BYTES_LOG = 30;
  private static final int LONG_ROWS_LOG = SEGMENT_BYTES_LOG - 3;
  private static final int INT_ROWS_LOG = SEGMENT_BYTES_LOG - 2;
  private static final int LONG_ROWS_MASK = (1 << LONG_ROWS_LOG) - 1;
  private static final int INT_ROWS_MASK = (1 << INT_ROWS_LOG) - 1;

  private ColumnFile() {}

  /** Appends values to a column. */
  static final class Writer implements Closeable {
    private static final int BUFFER = 1 << 16;

    private final Path folder;
    private final String name;
    private final ByteBuffer buffer = ByteBuffer.allocate(BUFFER).order(ByteOrder.LITTLE_ENDIAN);
    private FileChannel channel;
    private int segment;
    private long room = 1L << SEGMENT_BYTES_LOG;

    Writer(Path folder, String name) throws IOException {
      this.folder = folder;
      this.name = name;
      this.channel = open();
    }

    void add(long value) throws IOException {
      buffer.putLong(value);
      drainWhenFull();
    }

    void add(int value) throws IOException {
      buffer.putInt(value);
      drainWhenFull();
    }

    private void drainWhenFull() throws IOException {
      if (!buffer.hasRemaining()) {
        drain();
      }
    }

    private void drain() throws IOException {
      if (room == 0) {
        channel.close();
        segment++;
        room = 1L << SEGMENT_BYTES_LOG;
        channel = open();
      }
      buffer.flip();
      room -= buffer.remaining();
      while (buffer.hasRemaining()) {
        channel.write(buffer);
      }
      buffer.clear();
    }

    private FileChannel open() throws IOException {
      return FileChannel.open(
          folder.resolve(name + "." + segment),
          StandardOpenOption.CREATE,
          StandardOpenOption.WRITE,
          StandardOpenOption.TRUNCATE_EXISTING);
    }

    @Override
    public void close() throws IOException {
      if (buffer.position() > 0) {
        drain();
      }
      channel.close();
    }
  }

  /** A mapped column of longs. */
  static final class Longs {
    private final LongBuffer[] segments;

    Longs(Path folder, String name, long rows) throws IOException {
      int count = (int) ((rows + LONG_ROWS_MASK) >>> LONG_ROWS_LOG);
      segments = new LongBuffer[count];
      for (int i = 0; i < count; i++) {
        segments[i] = map(folder, name, i).asLongBuffer();
      }
    }

    long get(long row) {
      return segments[(int) (row >>> LONG_ROWS_LOG)].get((int) row & LONG_ROWS_MASK);
    }
  }

  /** A mapped column of ints. */
  static final class Ints {
    private final IntBuffer[] segments;

    Ints(Path folder, String name, long rows) throws IOException {
      int count = (int) ((rows + INT_ROWS_MASK) >>> INT_ROWS_LOG);
      segments = new IntBuffer[count];
      for (int i = 0; i < count; i++) {
        segments[i] = map(folder, name, i).asIntBuffer();
      }
    }

    int get(long row) {
      return segments[(int) (row >>> INT_ROWS_LOG)].get((int) row & INT_ROWS_MASK);
    }
  }

  private static ByteBuffer map(Path folder, String name, int segment) throws IOException {
    Path file = folder.resolve(name + "." + segment);
    try (FileChannel channel = FileChannel.open(file)) {
      return channel
          .map(FileChannel.MapMode.READ_ONLY, 0, Files.size(file))
          .order(ByteOrder.LITTLE_ENDIAN);
    }
  }
}
