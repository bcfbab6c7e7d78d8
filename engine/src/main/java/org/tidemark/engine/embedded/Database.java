package org.tidemark.engine.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.duckdb.DuckDBConnection;
import org.tidemark.engine.StoreRefusedException;
import org.tidemark.engine.TableSchema;
import org.tidemark.engine.Tables;
import org.tidemark.engine.TablesException;

/**
 * The one place that reaches DuckDB: a database file in a folder of ours, which also takes the
 * spill files and is emptied on close. It sees no other path, no network and no extension that it
 * was not built with; Parquet files come in as links and go out by renaming. One thread at a time;
 * DuckDB itself uses the threads it is given.
 *
 * <p>Same rows, same bytes: {@link #writeParquet} sorts by the schema's order and then by every
 * other column, so that neither the order of insertion nor the number of threads shows. Row groups
 * have one fixed size.
 */
public final class Database implements Tables {
  /** Metadata key of the schema number in every Parquet file. */
  static final String SCHEMA_KEY = "tidemark.schema";

  private static final int ROW_GROUP_ROWS = 122_880;
  private static final long LEAST_MEMORY_BYTES = 64L << 20;

  private final Path folder;
  private final DuckDBConnection connection;
  private int files;

  private Database(Path folder, DuckDBConnection connection) {
    this.folder = folder;
    this.connection = connection;
  }

  /**
   * Opens an empty database.
   *
   * @param folder exists, empty, mode 0700
   * @param threads at least 1
   * @param memoryBytes above this DuckDB spills into {@code folder}; at least 64 MB are taken
   */
  public static Database open(Path folder, int threads, long memoryBytes) {
    Path home = folder.toAbsolutePath();
    try {
      Files.createDirectories(home.resolve("spill"));
      Connection opened = DriverManager.getConnection("jdbc:duckdb:" + home.resolve("rows.duckdb"));
      Database database = new Database(home, opened.unwrap(DuckDBConnection.class));
      database.limit(threads, Math.max(memoryBytes, LEAST_MEMORY_BYTES));
      return database;
    } catch (SQLException e) {
      throw new StoreRefusedException(
          folder + ": no database could be opened here (" + firstLine(e)
              + "). Expected: an empty folder that this user may write to.",
          e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void limit(int threads, long memoryBytes) {
    String nowhere = literal(folder.resolve("none").toString());
    for (String setting : List.of(
        "temp_directory=" + literal(folder.resolve("spill").toString()),
        "memory_limit='" + memoryBytes / 1024 + "KiB'",
        "threads=" + Math.max(1, threads),
        "TimeZone='UTC'",
        "preserve_insertion_order=true",
        "default_null_order='nulls_last'",
        "autoinstall_known_extensions=false",
        "autoload_known_extensions=false",
        "allow_community_extensions=false",
        "allow_persistent_secrets=false",
        "extension_directory=" + nowhere,
        "secret_directory=" + nowhere,
        "home_directory=" + nowhere,
        "allowed_directories=[" + literal(folder + "/") + "]",
        "enable_external_access=false",
        "lock_configuration=true")) {
      execute("SET " + setting);
    }
  }

  @Override
  public Appender append(TableSchema schema) {
    String columns = schema.columns().stream()
        .map(c -> quoted(c.name()) + ' ' + c.type() + (c.nullable() ? "" : " NOT NULL"))
        .collect(Collectors.joining(", "));
    execute("CREATE TABLE IF NOT EXISTS " + quoted(schema.name()) + " (" + columns + ")");
    try {
      return new RowAppender(schema, connection.createAppender(schema.name()));
    } catch (SQLException e) {
      throw failed("append to " + schema.name(), e);
    }
  }

  @Override
  public void execute(String sql) {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw failed(sql, e);
    }
  }

  @Override
  public void query(String sql, RowReader reader) {
    try (Statement statement = connection.createStatement();
        ResultSet results = statement.executeQuery(sql)) {
      ResultRow row = new ResultRow(results);
      while (results.next()) {
        reader.row(row);
      }
    } catch (SQLException e) {
      throw failed(sql, e);
    }
  }

  @Override
  public void attachParquet(String name, Path file) {
    Path link = folder.resolve("in-" + files++ + ".parquet");
    try {
      linkOrCopy(file, link);
    } catch (IOException e) {
      throw new StoreRefusedException(
          file + ": cannot be read (" + e.getClass().getSimpleName()
              + "). Expected: a Parquet file that Tidemark wrote; make it again by running the"
              + " stage before.",
          e);
    }
    int schema = schemaOf(file, link);
    if (schema > TableSchema.SCHEMA) {
      throw new StoreRefusedException(
          file + ": schema " + schema + " is newer than this Tidemark reads" + " ("
              + TableSchema.SCHEMA + "). Use the Tidemark that wrote it, or a newer one.");
    }
    execute("CREATE OR REPLACE VIEW " + quoted(name) + " AS SELECT * FROM read_parquet("
        + literal(link.toString()) + ")");
  }

  private static void linkOrCopy(Path file, Path link) throws IOException {
    try {
      Files.createLink(link, file.toRealPath());
    } catch (IOException | UnsupportedOperationException e) {
      // Another disk, or a file system without hard links.
      Files.copy(file, link, StandardCopyOption.REPLACE_EXISTING);
    }
  }

  private int schemaOf(Path file, Path link) {
    List<String> found = new ArrayList<>();
    try {
      query(
          "SELECT decode(value) FROM parquet_kv_metadata(" + literal(link.toString())
              + ") WHERE key = " + literal(SCHEMA_KEY) + "::BLOB",
          row -> found.add(String.valueOf(row.text(1))));
      return Integer.parseInt(found.get(0));
    } catch (TablesException | NumberFormatException | IndexOutOfBoundsException e) {
      throw new StoreRefusedException(
          file + ": not a result table of Tidemark (no metadata " + SCHEMA_KEY
              + "). Delete it and run the stage before again.",
          e);
    }
  }

  @Override
  public void writeParquet(TableSchema schema, String select, Path file) {
    Path made = folder.resolve("out-" + files++ + ".parquet");
    String columns = schema.columns().stream()
        .map(c -> written(schema, c) + " AS " + quoted(c.name()))
        .collect(Collectors.joining(", "));
    String order = Stream.concat(
            schema.orderBy().stream(),
            schema.columns().stream()
                .map(TableSchema.Column::name)
                .filter(c -> !schema.orderBy().contains(c)))
        .map(Database::quoted)
        .collect(Collectors.joining(", "));
    execute("COPY (SELECT " + columns + " FROM (" + select + ") ORDER BY " + order + ") TO "
        + literal(made.toString()) + " (FORMAT parquet, COMPRESSION zstd, ROW_GROUP_SIZE "
        + ROW_GROUP_ROWS + ", KV_METADATA {" + quoted(SCHEMA_KEY) + ": '" + TableSchema.SCHEMA
        + "'})");
    try {
      Files.move(made, file, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new StoreRefusedException(
          file + ": the table could not be put there (" + e.getClass().getSimpleName()
              + "). Expected: a folder that this user may write to, with enough space.",
          e);
    }
  }

  private static String written(TableSchema schema, TableSchema.Column column) {
    String cast = "CAST(" + quoted(column.name()) + " AS " + column.type() + ")";
    if (column.nullable()) {
      return cast;
    }
    String defect = schema.name() + "." + column.name() + " lacks a value in some row";
    return "COALESCE(" + cast + ", error(" + literal(defect) + "))";
  }

  /** Closes the database and deletes every file in its folder. */
  @Override
  public void close() {
    try {
      connection.close();
    } catch (SQLException e) {
      throw failed("close", e);
    } finally {
      empty();
    }
  }

  private void empty() {
    try (Stream<Path> inside = Files.walk(folder)) {
      List<Path> deepestFirst =
          inside.filter(p -> !p.equals(folder)).sorted((a, b) -> b.compareTo(a)).toList();
      for (Path path : deepestFirst) {
        Files.deleteIfExists(path);
      }
    } catch (IOException e) {
      throw new StoreRefusedException(
          folder + ": spill files could not be deleted (" + e.getClass().getSimpleName()
              + "). They hold encrypted values; delete the folder by hand.",
          e);
    }
  }

  static String quoted(String name) {
    return '"' + name.replace("\"", "\"\"") + '"';
  }

  static String literal(String text) {
    return '\'' + text.replace("'", "''") + '\'';
  }

  private TablesException failed(String what, SQLException e) {
    String shortened = what.length() > 200 ? what.substring(0, 200) + " …" : what;
    String why = firstLine(e);
    if (why.startsWith("IO Error") || why.startsWith("Out of Memory Error")) {
      return new StoreRefusedException(
          folder + ": " + why + ". Free space there, or raise --memory, then run again.", e);
    }
    return new TablesException(
        folder + ": " + why + " [" + shortened + "]. Where disk or memory ran out: free"
            + " space there, or raise --memory.",
        e);
  }

  private static String firstLine(SQLException e) {
    return String.valueOf(e.getMessage()).lines().findFirst().orElse("no message");
  }
}
