package org.tidemark.evidence;

import java.io.Closeable;
import java.io.IOException;

/** Goes through rows that are ordered by time, then unit, then record. */
interface RowCursor extends Closeable {
  /** Goes to the next row; false where there is none. */
  boolean next() throws IOException;

  /** The row's longs, by column; they change with the next row. */
  long[] longs();

  /** The row's ints, by column; they change with the next row. */
  int[] ints();

  /** Index of the work unit that found the row. */
  int unit();

  /**
   * Order of two cursors' rows. One unit's rows lie in one cursor, so there are no ties between
   * two.
   */
  static int compare(RowCursor a, RowCursor b) {
    int byTime = Long.compare(a.longs()[FactTable.AT], b.longs()[FactTable.AT]);
    return byTime != 0 ? byTime : Integer.compare(a.unit(), b.unit());
  }

  /** Rows in memory. */
  final class OfUnit implements RowCursor {
    private final UnitRows rows;
    private final int unit;
    private final long[] longs;
    private final int[] ints;
    private int row = -1;

    OfUnit(UnitRows rows, int unit) {
      this.rows = rows;
      this.unit = unit;
      this.longs = new long[rows.longs.length];
      this.ints = new int[rows.ints.length];
    }

    @Override
    public boolean next() {
      if (++row >= rows.size) {
        return false;
      }
      for (int c = 0; c < longs.length; c++) {
        longs[c] = rows.longs[c][row];
      }
      for (int c = 0; c < ints.length; c++) {
        ints[c] = rows.ints[c][row];
      }
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
    public void close() {}
  }
}
