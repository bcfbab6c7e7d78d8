package org.tidemark.trail;

import java.util.Arrays;

/** Row numbers in the order of their adding, without an object each. */
final class RowList {
  private long[] rows = new long[16];
  private int size;

  void add(long row) {
    if (size == rows.length) {
      rows = Arrays.copyOf(rows, size * 2);
    }
    rows[size++] = row;
  }

  int size() {
    return size;
  }

  long get(int index) {
    return rows[index];
  }
}
