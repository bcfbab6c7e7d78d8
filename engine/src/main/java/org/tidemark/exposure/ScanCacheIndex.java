package org.tidemark.exposure;

import java.nio.ByteBuffer;
import java.util.Arrays;

/**
 * Where each key stands: open addressing over primitive arrays by the first 16 bytes of the key.
 * One thread.
 */
final class ScanCacheIndex {
  private long[] high = new long[64];
  private long[] low = new long[64];
  private long[] offset = new long[64];
  private int[] segment = new int[64];
  private int[] slots = empty(128);
  private int size;

  int size() {
    return size;
  }

  /** Number of a key's entry; -1 = none. */
  int find(byte[] key) {
    ByteBuffer bytes = ByteBuffer.wrap(key);
    return slots[slot(bytes.getLong(), bytes.getLong())];
  }

  /** Adds an entry; a key that is there already points to the later one. */
  void add(byte[] key, int inSegment, long at) {
    ByteBuffer bytes = ByteBuffer.wrap(key);
    long first = bytes.getLong();
    long second = bytes.getLong();
    int slot = slot(first, second);
    int entry = slots[slot];
    if (entry < 0) {
      entry = size;
      if (size == high.length) {
        grow();
        slot = slot(first, second);
      }
      slots[slot] = entry;
      size++;
    }
    high[entry] = first;
    low[entry] = second;
    segment[entry] = inSegment;
    offset[entry] = at;
  }

  int segment(int entry) {
    return segment[entry];
  }

  long offset(int entry) {
    return offset[entry];
  }

  private int slot(long first, long second) {
    int mask = slots.length - 1;
    int at = (int) first & mask;
    while (slots[at] >= 0 && (high[slots[at]] != first || low[slots[at]] != second)) {
      at = (at + 1) & mask;
    }
    return at;
  }

  private void grow() {
    int room = high.length * 2;
    high = Arrays.copyOf(high, room);
    low = Arrays.copyOf(low, room);
    offset = Arrays.copyOf(offset, room);
    segment = Arrays.copyOf(segment, room);
    slots = empty(room * 2);
    for (int entry = 0; entry < size; entry++) {
      slots[slot(high[entry], low[entry])] = entry;
    }
  }

  private static int[] empty(int length) {
    int[] empty = new int[length];
    Arrays.fill(empty, -1);
    return empty;
  }
}
