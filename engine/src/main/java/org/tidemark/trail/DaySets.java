package org.tidemark.trail;

/**
 * For each key the set of spells in which it was seen, as 64 bits: open addressing, at most half
 * full, 16 bytes a slot. The order in which spells are added does not matter. One thread at a time.
 */
final class DaySets {
  private long[] keys = new long[256];
  private long[] sets = new long[256];
  private int size;

  /** The key of a pair of numbers, the first at least 0. */
  static long key(int first, int second) {
    return (long) first << 32 | second & 0xffff_ffffL;
  }

  /** Adds spells to a key; {@code spells} has at least one bit. */
  void add(long key, long spells) {
    if (size * 2 >= keys.length) {
      grow();
    }
    int slot = slot(keys, sets, key);
    size += sets[slot] == 0 ? 1 : 0;
    keys[slot] = key;
    sets[slot] |= spells;
  }

  /** The spells of a key; 0 = never seen. */
  long of(long key) {
    return sets[slot(keys, sets, key)];
  }

  private void grow() {
    long[] widerKeys = new long[keys.length * 2];
    long[] widerSets = new long[keys.length * 2];
    for (int i = 0; i < keys.length; i++) {
      if (sets[i] != 0) {
        int slot = slot(widerKeys, widerSets, keys[i]);
        widerKeys[slot] = keys[i];
        widerSets[slot] = sets[i];
      }
    }
    keys = widerKeys;
    sets = widerSets;
  }

  private static int slot(long[] keys, long[] sets, long key) {
    long mixed = key * 0x9E3779B97F4A7C15L;
    int slot = (int) (mixed >>> 32) & keys.length - 1;
    while (sets[slot] != 0 && keys[slot] != key) {
      slot = slot + 1 & keys.length - 1;
    }
    return slot;
  }
}
