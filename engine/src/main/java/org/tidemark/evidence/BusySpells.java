package org.tidemark.evidence;

import java.io.Serializable;
import java.util.Arrays;

/**
 * When records were written: spells within which no two neighbours lie three hours apart, in order.
 * Less is not kept, since a quiet spell counts from a day on, or from eight times the usual spacing
 * on: shorter ones cannot matter. Spells do not depend on the order in which records come.
 */
final class BusySpells implements Serializable {
  private static final long serialVersionUID = 1L;

  /** Records this far apart belong to two spells, µs. */
  static final long APART = 3 * 3_600_000_000L;

  private long[] starts = new long[1];
  private long[] ends = new long[1];
  private int size;
  private long records;

  /** Records were written from one instant to another, none three hours apart, µs. */
  void saw(long first, long last, long number) {
    records += number;
    saw(first, last);
  }

  /** Adds another's records, their times lessened by {@code shift} µs. */
  void add(BusySpells other, long shift) {
    for (int i = 0; i < other.size; i++) {
      saw(other.starts[i] - shift, other.ends[i] - shift);
    }
    records += other.records;
  }

  private void saw(long first, long last) {
    int found = Arrays.binarySearch(starts, 0, size, first);
    int i = found >= 0 ? found : -found - 2;
    if (i >= 0 && first - ends[i] < APART) {
      ends[i] = Math.max(ends[i], last);
    } else {
      insert(++i, first, last);
    }
    while (i + 1 < size && starts[i + 1] - ends[i] < APART) {
      ends[i] = Math.max(ends[i], ends[i + 1]);
      remove(i + 1);
    }
  }

  private void insert(int i, long first, long last) {
    if (size == starts.length) {
      starts = Arrays.copyOf(starts, size * 2);
      ends = Arrays.copyOf(ends, size * 2);
    }
    System.arraycopy(starts, i, starts, i + 1, size - i);
    System.arraycopy(ends, i, ends, i + 1, size - i);
    starts[i] = first;
    ends[i] = last;
    size++;
  }

  private void remove(int i) {
    size--;
    System.arraycopy(starts, i + 1, starts, i, size - i);
    System.arraycopy(ends, i + 1, ends, i, size - i);
  }

  /** Number of spells. */
  int size() {
    return size;
  }

  long start(int spell) {
    return starts[spell];
  }

  long end(int spell) {
    return ends[spell];
  }

  /** Records in all. */
  long records() {
    return records;
  }
}
