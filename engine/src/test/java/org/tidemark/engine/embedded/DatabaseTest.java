package org.tidemark.engine.embedded;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tidemark.engine.TableSchema;
import org.tidemark.engine.TableSchema.Column;
import org.tidemark.engine.Tables;
import org.tidemark.engine.TablesException;

class DatabaseTest {
  private static final long MEMORY = 200L << 20;

  private static final TableSchema ROWS = new TableSchema(
      "rows",
      "test",
      List.of(
          Column.of("join", "VARCHAR", ""),
          Column.of("first", "BIGINT", ""),
          Column.optional("last", "TIMESTAMP", ""),
          Column.optional("value", "BLOB", ""),
          Column.of("what", "VARCHAR[]", ""),
          Column.of("small", "INTEGER", ""),
          Column.of("yes", "BOOLEAN", "")),
      List.of("join"));

  private final Path temporary;

  DatabaseTest(@TempDir Path temporary) {
    this.temporary = temporary;
  }

  @Test
  void whatWasAppendedIsReadBack() throws IOException {
    try (Database database = open("a", 1)) {
      appendRow(database, "x", 7, List.of("p", "q"));
      List<String> seen = new ArrayList<>();
      database.query(
          "SELECT \"join\", \"first\", \"last\", \"value\", what, small, yes FROM rows", row -> {
            seen.add(row.text(1) + row.integer(2) + row.instant(3) + row.texts(5) + row.bool(7));
            assertArrayEquals(new byte[] {1, -2}, row.bytes(4));
            assertTrue(!row.isNull(6));
          });
      assertEquals(List.of("x71970-01-01T00:00:00.000007Z[p, q]true"), seen);
    }
  }

  @Test
  void sameRowsGiveTheSameBytesInAnyOrderOnAnyNumberOfThreads() throws IOException {
    byte[] one = parquetOf("one", 1, 1);
    assertArrayEquals(one, parquetOf("two", 2, 2));
    assertArrayEquals(one, parquetOf("three", 3, 4));
  }

  private byte[] parquetOf(String name, int threads, long seed) throws IOException {
    Path file = temporary.resolve(name + ".parquet");
    List<Integer> numbers = new ArrayList<>();
    for (int i = 0; i < 300_000; i++) {
      numbers.add(i);
    }
    Collections.shuffle(numbers, new Random(seed));
    try (Database database = open(name, threads)) {
      try (Tables.Appender rows = database.append(ROWS)) {
        for (int i : numbers) {
          // Ties in the named order: the other columns have to break them.
          put(rows, "k" + i % 1000, i, List.of("w" + i % 7));
        }
      }
      database.writeParquet(ROWS, "SELECT * FROM rows", file);
    }
    return Files.readAllBytes(file);
  }

  @Test
  void aWrittenTableIsAttachedAgainByAnotherDatabase() throws IOException {
    Path file = temporary.resolve("rows.parquet");
    try (Database database = open("a", 1)) {
      appendRow(database, "x", 7, List.of());
      database.writeParquet(ROWS, "SELECT * FROM rows", file);
    }
    try (Database database = open("b [odd]* it's", 1)) {
      database.attachParquet("before", file);
      List<Instant> seen = new ArrayList<>();
      database.query("SELECT \"last\" FROM before", row -> seen.add(row.instant(1)));
      assertEquals(List.of(Instant.parse("1970-01-01T00:00:00.000007Z")), seen);
    }
  }

  @Test
  void aNewerSchemaIsRefusedByName() throws IOException {
    Path folder = temporary.resolve("a");
    Path file = temporary.resolve("newer.parquet");
    try (Database database = open("a", 1)) {
      database.execute("COPY (SELECT 1 AS x) TO '" + folder
          + "/n.parquet' (FORMAT parquet, KV_METADATA {\"tidemark.schema\": '2'})");
      Files.move(folder.resolve("n.parquet"), file);
      TablesException e =
          assertThrows(TablesException.class, () -> database.attachParquet("n", file));
      assertEquals(
          file + ": schema 2 is newer than this Tidemark reads (1). Use the Tidemark that wrote it,"
              + " or a newer one.",
          e.getMessage());
    }
  }

  @Test
  void aFileThatIsNoResultTableIsRefused() throws IOException {
    Path file = Files.writeString(temporary.resolve("text.parquet"), "not parquet");
    try (Database database = open("a", 1)) {
      TablesException e =
          assertThrows(TablesException.class, () -> database.attachParquet("n", file));
      assertTrue(String.valueOf(e.getMessage()).contains("not a result table of Tidemark"));
    }
  }

  @Test
  void pathsOutsideTheFolderAndFurtherSettingsAreRefused() throws IOException {
    Path outside = Files.writeString(temporary.resolve("outside.csv"), "a,b\n1,2\n");
    try (Database database = open("a", 1)) {
      for (String sql : List.of(
          "SELECT * FROM read_csv('" + outside + "')",
          "COPY (SELECT 1) TO '" + temporary.resolve("made.csv") + "'",
          "ATTACH '" + temporary.resolve("other.duckdb") + "'",
          "INSTALL spatial",
          "LOAD httpfs",
          "SET threads=8")) {
        assertThrows(TablesException.class, () -> database.execute(sql), sql);
      }
    }
  }

  @Test
  void aRequiredColumnWithoutAValueIsADefect() throws IOException {
    try (Database database = open("a", 1);
        Tables.Appender rows = database.append(ROWS)) {
      assertThrows(IllegalStateException.class, () -> rows.text(null));
      assertThrows(IllegalStateException.class, () -> rows.integer(1));
      assertThrows(
          TablesException.class,
          () -> database.writeParquet(
              ROWS,
              "SELECT NULL AS \"join\", 1 AS \"first\", NULL AS \"last\", NULL AS \"value\","
                  + " []::VARCHAR[] AS what, 1 AS small, true AS yes",
              temporary.resolve("x.parquet")));
    }
  }

  @Test
  void theFolderIsEmptyAfterwards() throws IOException {
    try (Database database = open("a", 1)) {
      appendRow(database, "x", 7, List.of());
    }
    try (Stream<Path> left = Files.list(temporary.resolve("a"))) {
      assertEquals(0, left.count());
    }
  }

  private Database open(String name, int threads) throws IOException {
    return Database.open(Files.createDirectories(temporary.resolve(name)), threads, MEMORY);
  }

  private static void appendRow(Database database, String join, int number, List<String> what) {
    try (Tables.Appender rows = database.append(ROWS)) {
      put(rows, join, number, what);
    }
  }

  private static void put(Tables.Appender rows, String join, int number, List<String> what) {
    rows.text(join)
        .integer(number)
        .micros((long) number)
        .bytes(new byte[] {1, -2})
        .texts(what);
    rows.integer(number).bool(true).endRow();
  }
}
