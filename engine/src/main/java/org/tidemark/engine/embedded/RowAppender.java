package org.tidemark.engine.embedded;

import java.sql.SQLException;
import java.util.List;
import org.duckdb.DuckDBAppender;
import org.jspecify.annotations.Nullable;
import org.tidemark.engine.TableSchema;
import org.tidemark.engine.Tables;
import org.tidemark.engine.TablesException;

/**
 * Appends to one table of the {@link Database}, and holds each value against the column it falls
 * on.
 */
final class RowAppender implements Tables.Appender {
  private final TableSchema schema;
  private final DuckDBAppender appender;
  private int column;

  RowAppender(TableSchema schema, DuckDBAppender appender) {
    this.schema = schema;
    this.appender = appender;
  }

  @Override
  public Tables.Appender text(@Nullable String value) {
    begin("VARCHAR", value == null);
    return put(() -> appender.append(value));
  }

  @Override
  public Tables.Appender integer(long value) {
    return whole(value);
  }

  @Override
  public Tables.Appender integerOrNull(@Nullable Long value) {
    return whole(value);
  }

  private Tables.Appender whole(@Nullable Long value) {
    boolean wide = at().type().equals("BIGINT");
    begin(wide ? "BIGINT" : "INTEGER", value == null);
    if (value == null) {
      return put(appender::appendNull);
    }
    return put(() -> wide ? appender.append((long) value) : appender.append(toInt(value)));
  }

  private static int toInt(long value) {
    return Math.toIntExact(value);
  }

  @Override
  public Tables.Appender bool(boolean value) {
    begin("BOOLEAN", false);
    return put(() -> appender.append(value));
  }

  @Override
  public Tables.Appender bytes(byte @Nullable [] value) {
    begin("BLOB", value == null);
    return put(() -> value == null ? appender.appendNull() : appender.append(value));
  }

  @Override
  public Tables.Appender micros(@Nullable Long value) {
    begin("TIMESTAMP", value == null);
    return put(() -> value == null ? appender.appendNull() : appender.appendEpochMicros(value));
  }

  @Override
  public Tables.Appender texts(List<String> values) {
    begin("VARCHAR[]", false);
    return put(() -> appender.append(values));
  }

  @Override
  public void endRow() {
    if (column != schema.columns().size()) {
      throw new IllegalStateException(schema.name() + ": " + column + " values in a row (expected: "
          + schema.columns().size() + ")");
    }
    put(appender::endRow);
    column = 0;
  }

  @Override
  public void close() {
    put(() -> {
      appender.close();
      return appender;
    });
  }

  private TableSchema.Column at() {
    if (column >= schema.columns().size()) {
      throw new IllegalStateException(schema.name() + ": too many values in a row (expected: "
          + schema.columns().size() + ")");
    }
    return schema.columns().get(column);
  }

  private void begin(String type, boolean absent) {
    TableSchema.Column expected = at();
    if (!expected.type().equals(type)) {
      throw new IllegalStateException(schema.name() + "." + expected.name() + ": a value of type "
          + type + " (expected: " + expected.type() + ")");
    }
    if (absent && !expected.nullable()) {
      throw new IllegalStateException(
          schema.name() + "." + expected.name() + ": no value (expected: one in every row)");
    }
    if (column == 0) {
      put(appender::beginRow);
    }
    column++;
  }

  private Tables.Appender put(Put put) {
    try {
      put.run();
      return this;
    } catch (SQLException e) {
      throw new TablesException(
          schema.name() + ": a row could not be appended. Free disk space in the work folder, or"
              + " raise --memory.",
          e);
    }
  }

  @FunctionalInterface
  private interface Put {
    Object run() throws SQLException;
  }
}
