package org.tidemark.trail;

/**
 * Rows of the logon columns in true time; ties in row order. Columns are ordered by logged time:
 * rows whose clock is right are gone through as they lie, those whose clock is off are found ahead
 * and wait in a heap until their turn. Cost: one scan, a second one where a clock is off.
 */
final class LogonOrder {
  /** Gets each row once, in true time. */
  interface Visitor {
    void visit(long row, long at);
  }

  /** Says, without any object made, whether a row is to be visited at all. */
  interface Filter {
    boolean wants(long row);
  }

  private final Logons logons;
  private final Filter filter;
  private final boolean steady;
  private long[] rows = new long[64];
  private long[] times = new long[64];
  private int size;
  private long ahead;

  /**
   * {@code steady}: whether the filter says the same of a row before, during and after the pass.
   */
  LogonOrder(Logons logons, Filter filter, boolean steady) {
    this.steady = steady;
    this.logons = logons;
    this.filter = filter;
  }

  /** Visits the rows from {@code first} on. */
  void forEach(long first, Visitor visitor) {
    if (!logons.clocks().anyOff()) {
      for (long row = first; row < logons.size(); row++) {
        if (filter.wants(row)) {
          visitor.visit(row, logons.columns().atMicros(row));
        }
      }
      return;
    }
    ahead = first;
    for (long row = first; row < logons.size(); row++) {
      if (off(row)) {
        continue;
      }
      long at = logons.columns().atMicros(row);
      fetch(at + logons.clocks().widestMicros());
      while (size > 0 && (times[0] < at || times[0] == at && rows[0] < row)) {
        pop(visitor);
      }
      if (filter.wants(row)) {
        visitor.visit(row, at);
      }
    }
    fetch(Long.MAX_VALUE);
    while (size > 0) {
      pop(visitor);
    }
  }

  private boolean off(long row) {
    int writer = logons.writer(row);
    return writer >= 0 && logons.clocks().off(writer);
  }

  /** Takes rows of wrong clocks into the heap that were logged up to an instant. */
  private void fetch(long until) {
    for (; ahead < logons.size() && logons.columns().atMicros(ahead) <= until; ahead++) {
      if (off(ahead) && (!steady || filter.wants(ahead))) {
        push(ahead, logons.at(ahead));
      }
    }
  }

  private void push(long row, long at) {
    if (size == rows.length) {
      rows = java.util.Arrays.copyOf(rows, size * 2);
      times = java.util.Arrays.copyOf(times, size * 2);
    }
    int child = size++;
    while (child > 0 && before(at, row, (child - 1) >>> 1)) {
      rows[child] = rows[(child - 1) >>> 1];
      times[child] = times[(child - 1) >>> 1];
      child = (child - 1) >>> 1;
    }
    rows[child] = row;
    times[child] = at;
  }

  private void pop(Visitor visitor) {
    long row = rows[0];
    long at = times[0];
    size--;
    long lastRow = rows[size];
    long lastTime = times[size];
    int hole = 0;
    while (2 * hole + 1 < size) {
      int child = 2 * hole + 1;
      child += child + 1 < size && before(times[child + 1], rows[child + 1], child) ? 1 : 0;
      if (!before(times[child], rows[child], lastTime, lastRow)) {
        break;
      }
      rows[hole] = rows[child];
      times[hole] = times[child];
      hole = child;
    }
    rows[hole] = lastRow;
    times[hole] = lastTime;
    if (steady || filter.wants(row)) {
      visitor.visit(row, at);
    }
  }

  private boolean before(long at, long row, int slot) {
    return before(at, row, times[slot], rows[slot]);
  }

  private static boolean before(long at, long row, long otherAt, long otherRow) {
    return at < otherAt || at == otherAt && row < otherRow;
  }
}
