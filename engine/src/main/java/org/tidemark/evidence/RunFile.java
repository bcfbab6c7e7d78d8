package org.tidemark.evidence;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * A spill file of ordered rows of one table: longs, ints, unit; big-endian; read once, from front
 * to end.
 */
final class RunFile implements RowCursor {
  private static final int BUFFER = 1 << 18;

  private final FileChannel channel;
  private final ByteBuffer buffer;
  private final long[] longs;
  private final int[] ints;
  private int unit;

  private RunFile(FactTable table, FileChannel channel) {
    this.channel = channel;
    this.longs = new long[table.longColumns()];
    this.ints = new int[table.intColumns()];
    this.buffer = ByteBuffer.allocate(BUFFER / width(table) * width(table));
    this.buffer.limit(0);
  }

  private static int width(FactTable table) {
    return 8 * table.longColumns() + 4 * table.intColumns() + 4;
  }

  static RunFile open(FactTable table, Path file) throws IOException {
    return new RunFile(table, FileChannel.open(file));
  }

  /** Writes all that the cursor has. */
  static void write(FactTable table, RowCursor rows, Path file) throws IOException {
    int width = width(table);
    ByteBuffer out = ByteBuffer.allocate(BUFFER / width * width);
    try (FileChannel channel = FileChannel.open(
        file,
        StandardOpenOption.CREATE,
        StandardOpenOption.WRITE,
        StandardOpenOption.TRUNCATE_EXISTING)) {
      while (rows.next()) {
        for (long value : rows.longs()) {
          out.putLong(value);
        }
        for (int value : rows.ints()) {
          out.putInt(value);
        }
        out.putInt(rows.unit());
        if (!out.hasRemaining()) {
          drain(out, channel);
        }
      }
      drain(out, channel);
    }
  }

  private static void drain(ByteBuffer out, FileChannel channel) throws IOException {
    out.flip();
    while (out.hasRemaining()) {
      channel.write(out);
    }
    out.clear();
  }

  @Override
  public boolean next() throws IOException {
    if (!buffer.hasRemaining()) {
      buffer.clear();
      while (buffer.hasRemaining() && channel.read(buffer) >= 0) {
        // until the buffer is full or the file ends
      }
      buffer.flip();
      if (!buffer.hasRemaining()) {
        return false;
      }
    }
    for (int c = 0; c < longs.length; c++) {
      longs[c] = buffer.getLong();
    }
    for (int c = 0; c < ints.length; c++) {
      ints[c] = buffer.getInt();
    }
    unit = buffer.getInt();
    return true;
  }

  @Override
  public long[] longs() {
    return longs;
  }

  @Override
  public int[] ints() {
    return ints;
  }

  @Override
  public int unit() {
    return unit;
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
