package org.tidemark.evidence;

import java.io.Closeable;
import java.io.IOException;

/** Goes through rows that are ordered by time, then unit, then record. */
interface RowCursor extends Closeable {
  /** Goes to the next row; false where there is none. */
  boolean next() throws IOException;

  long longAt(int column);

  int intAt(int column);

  /** Index of the work unit that found the row. */
  int unit();

  /**
   * Order of two cursors' rows. One unit's rows lie in one cursor, so there are no ties between
   * two.
   */
  static int compare(RowCursor a, RowCursor b) {
    int byTime = Long.compare(a.longAt(FactTable.AT), b.longAt(FactTable.AT));
    return byTime != 0 ? byTime : Integer.compare(a.unit(), b.unit());
  }

  /** Rows in memory. */
  final class OfUnit implements RowCursor {
    private final UnitRows rows;
    private final int unit;
    private int row = -1;

    OfUnit(UnitRows rows, int unit) {
      this.rows = rows;
      this.unit = unit;
    }

    @Override
    public boolean next() {
      return ++row < rows.size;
    }

    @Override
    public long longAt(int column) {
      return rows.longs[column][row];
    }

    @Override
    public int intAt(int column) {
      return rows.ints[column][row];
    }

    @Override
    public int unit() {
      return unit;
    }

    @Override
    public void close() {}
  }
}
