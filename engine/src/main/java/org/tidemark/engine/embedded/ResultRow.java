package org.tidemark.engine.embedded;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tidemark.engine.Tables;
import org.tidemark.engine.TablesException;

/** The current row of a query on the {@link Database}. */
final class ResultRow implements Tables.Row {
  private final ResultSet results;

  ResultRow(ResultSet results) {
    this.results = results;
  }

  @Override
  public @Nullable String text(int column) {
    return get(() -> results.getString(column));
  }

  @Override
  public long integer(int column) {
    Long value = get(() -> results.getLong(column));
    return value == null ? 0 : value;
  }

  @Override
  public boolean isNull(int column) {
    return get(() -> results.getObject(column)) == null;
  }

  @Override
  public boolean bool(int column) {
    return Boolean.TRUE.equals(get(() -> results.getBoolean(column)));
  }

  @Override
  public byte @Nullable [] bytes(int column) {
    return get(() -> results.getBytes(column));
  }

  @Override
  public @Nullable Instant instant(int column) {
    // As local time: the driver's java.sql.Timestamp would shift by the machine's zone.
    LocalDateTime written = get(() -> results.getObject(column, LocalDateTime.class));
    return written == null ? null : written.toInstant(ZoneOffset.UTC);
  }

  @Override
  public List<String> texts(int column) {
    Array array = get(() -> results.getArray(column));
    if (array == null) {
      return List.of();
    }
    Object[] values = get(() -> (Object[]) array.getArray());
    return values == null
        ? List.of()
        : Arrays.stream(values).map(String::valueOf).toList();
  }

  private static <T> @Nullable T get(Get<T> get) {
    try {
      return get.run();
    } catch (SQLException e) {
      throw new TablesException("a row of a query could not be read as its column's type", e);
    }
  }

  @FunctionalInterface
  private interface Get<T> {
    @Nullable
    T run() throws SQLException;
  }
}
