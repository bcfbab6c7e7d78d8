package org.tidemark.people;

import java.util.concurrent.atomic.AtomicLong;
import org.tidemark.engine.Tables;

/** Reads single cells that the stage's own tables never leave empty. */
final class Rows {
  private Rows() {}

  static String text(Tables.Row row, int column) {
    String text = row.text(column);
    if (text == null) {
      throw new IllegalStateException("column " + column + " of a query is null (expected: text)");
    }
    return text;
  }

  static byte[] bytes(Tables.Row row, int column) {
    byte[] bytes = row.bytes(column);
    if (bytes == null) {
      throw new IllegalStateException("column " + column + " of a query is null (expected: bytes)");
    }
    return bytes;
  }

  static long count(Tables tables, String from) {
    return number(tables, "SELECT count(*) FROM " + from);
  }

  /** The one number that the query gives. */
  static long number(Tables tables, String sql) {
    AtomicLong number = new AtomicLong();
    tables.query(sql, row -> number.set(row.integer(1)));
    return number.get();
  }
}
