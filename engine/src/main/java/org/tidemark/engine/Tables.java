package org.tidemark.engine;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Rows that may not fit memory: appended, sorted, grouped, written as Parquet. One thread at a
 * time.
 */
public interface Tables extends AutoCloseable {
  /**
   * Creates the table where it is missing and appends to it; close the appender before any query.
   */
  Appender append(TableSchema schema);

  /** Runs a statement of plain SQL. */
  void execute(String sql);

  /** Hands each row of a query to {@code reader}, in the query's order. */
  void query(String sql, RowReader reader);

  /**
   * Makes the rows of a Parquet file readable as table {@code name}; refuses a schema that is newer
   * than ours.
   */
  void attachParquet(String name, Path file);

  /**
   * Writes the rows of {@code select} as one Parquet file, ordered by the schema's order, with
   * metadata {@code tidemark.schema}. Same rows, same bytes.
   */
  void writeParquet(TableSchema schema, String select, Path file);

  @Override
  void close();

  /** Appends rows, column by column in schema order, each row ended by {@link #endRow()}. */
  interface Appender extends AutoCloseable {
    Appender text(@Nullable String value);

    Appender integer(long value);

    Appender integerOrNull(@Nullable Long value);

    Appender bool(boolean value);

    Appender bytes(byte @Nullable [] value);

    /** Microseconds since 1970 UTC. */
    Appender micros(@Nullable Long value);

    Appender texts(List<String> values);

    void endRow();

    @Override
    void close();
  }

  /** Called once a row. */
  @FunctionalInterface
  interface RowReader {
    void row(Row row);
  }

  /** The current row of a query; columns from 1. */
  interface Row {
    @Nullable
    String text(int column);

    /** 0 where the value is null. */
    long integer(int column);

    boolean isNull(int column);

    boolean bool(int column);

    byte @Nullable [] bytes(int column);

    @Nullable
    Instant instant(int column);

    List<String> texts(int column);
  }
}
