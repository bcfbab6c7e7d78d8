package org.tidemark.trail;

import java.util.Arrays;

/**
 * A set of longs without an object an entry: open addressing, at most half full. One thread at a
 * time.
 */
final class LongSet {
  private static final long EMPTY = Long.MIN_VALUE;

  private long[] slots = new long[1024];
  private int size;

  LongSet() {
    Arrays.fill(slots, EMPTY);
  }

  /** Adds a value other than {@link Long#MIN_VALUE}; true where it was not in. */
  boolean add(long value) {
    if (size * 2 >= slots.length) {
      grow();
    }
    int slot = slot(slots, value);
    if (slots[slot] == value) {
      return false;
    }
    slots[slot] = value;
    size++;
    return true;
  }

  boolean contains(long value) {
    return slots[slot(slots, value)] == value;
  }

  int size() {
    return size;
  }

  private void grow() {
    long[] wider = new long[slots.length * 2];
    Arrays.fill(wider, EMPTY);
    for (long value : slots) {
      if (value != EMPTY) {
        wider[slot(wider, value)] = value;
      }
    }
    slots = wider;
  }

  private static int slot(long[] slots, long value) {
    long mixed = value * 0x9E3779B97F4A7C15L;
    int slot = (int) (mixed >>> 32) & slots.length - 1;
    while (slots[slot] != EMPTY && slots[slot] != value) {
      slot = slot + 1 & slots.length - 1;
    }
    return slot;
  }
}
