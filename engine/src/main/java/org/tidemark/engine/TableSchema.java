package org.tidemark.engine;

import java.util.List;

/**
 * A result table as CONTRACT section 5 describes it: name, columns in order, and the order of rows.
 *
 * @param name file name without {@code .parquet}
 * @param question what a row answers, one sentence for docs/reference/formats.md
 * @param columns in file order
 * @param orderBy names of the columns that order the rows without ties
 */
public record TableSchema(
    String name, String question, List<Column> columns, List<String> orderBy) {
  /** Schema number of every table; raised by any change but a new column. */
  public static final int SCHEMA = 1;

  public TableSchema {
    columns = List.copyOf(columns);
    orderBy = List.copyOf(orderBy);
  }

  /** The same columns under another name: a staging table beside the result. */
  public TableSchema named(String other) {
    return new TableSchema(other, question, columns, orderBy);
  }

  /**
   * One column.
   *
   * @param type DuckDB's spelling: VARCHAR, BIGINT, INTEGER, BOOLEAN, TIMESTAMP (µs, UTC), BLOB,
   *     {@code VARCHAR[]} …
   * @param nullable whether a row may lack it
   * @param secret an encrypted value (CONTRACT section 6); type is BLOB
   * @param doc what it holds: unit, range, closed set
   */
  public record Column(String name, String type, boolean nullable, boolean secret, String doc) {
    public static Column of(String name, String type, String doc) {
      return new Column(name, type, false, false, doc);
    }

    public static Column optional(String name, String type, String doc) {
      return new Column(name, type, true, false, doc);
    }

    public static Column secret(String name, String doc) {
      return new Column(name, "BLOB", false, true, doc);
    }
  }
}
