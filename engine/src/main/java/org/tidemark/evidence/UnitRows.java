package org.tidemark.evidence;

import java.io.Serializable;
import java.util.Arrays;

/**
 * Rows of one table that one work unit found: growing primitive columns, sorted once at the unit's
 * end.
 */
final class UnitRows implements Serializable {
  private static final long serialVersionUID = 1L;
  private static final int FIRST_CAPACITY = 64;

  final FactTable table;
  long[][] longs;
  int[][] ints;
  int size;

  UnitRows(FactTable table) {
    this.table = table;
    this.longs = new long[table.longColumns()][FIRST_CAPACITY];
    this.ints = new int[table.intColumns()][FIRST_CAPACITY];
  }

  /** Adds an empty row and gives its index; the caller fills the columns. */
  int add() {
    if (size == longs[0].length) {
      int capacity = size * 2;
      for (int c = 0; c < longs.length; c++) {
        longs[c] = Arrays.copyOf(longs[c], capacity);
      }
      for (int c = 0; c < ints.length; c++) {
        ints[c] = Arrays.copyOf(ints[c], capacity);
      }
    }
    return size++;
  }

  /** Heap that the rows take, in bytes, as an estimate. */
  long heapBytes() {
    return (long) longs[0].length * (8L * longs.length + 4L * ints.length);
  }

  /** Orders the rows by time; rows of equal time keep their order, which is that of the records. */
  void sortByTime() {
    long[] at = longs[FactTable.AT];
    if (isSorted(at)) {
      trim();
      return;
    }
    int[] order = new int[size];
    for (int i = 0; i < size; i++) {
      order[i] = i;
    }
    mergeSort(order, order.clone(), 0, size, at);
    for (int c = 0; c < longs.length; c++) {
      long[] sorted = new long[size];
      for (int i = 0; i < size; i++) {
        sorted[i] = longs[c][order[i]];
      }
      longs[c] = sorted;
    }
    for (int c = 0; c < ints.length; c++) {
      int[] sorted = new int[size];
      for (int i = 0; i < size; i++) {
        sorted[i] = ints[c][order[i]];
      }
      ints[c] = sorted;
    }
  }

  private boolean isSorted(long[] at) {
    for (int i = 1; i < size; i++) {
      if (at[i - 1] > at[i]) {
        return false;
      }
    }
    return true;
  }

  /** Gives back room, where it is worth a copy. */
  private void trim() {
    if (size >= longs[0].length / 4 * 3) {
      return;
    }
    for (int c = 0; c < longs.length; c++) {
      longs[c] = Arrays.copyOf(longs[c], size);
    }
    for (int c = 0; c < ints.length; c++) {
      ints[c] = Arrays.copyOf(ints[c], size);
    }
  }

  /**
   * Stable merge sort of {@code target[from, to)} by key; {@code source} holds the same numbers.
   */
  private static void mergeSort(int[] target, int[] source, int from, int to, long[] key) {
    if (to - from < 2) {
      return;
    }
    int middle = (from + to) >>> 1;
    mergeSort(source, target, from, middle, key);
    mergeSort(source, target, middle, to, key);
    int left = from;
    int right = middle;
    for (int i = from; i < to; i++) {
      boolean takeLeft = right >= to || (left < middle && key[source[left]] <= key[source[right]]);
      target[i] = takeLeft ? source[left++] : source[right++];
    }
  }
}
