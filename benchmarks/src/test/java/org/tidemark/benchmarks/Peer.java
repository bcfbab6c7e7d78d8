package org.tidemark.benchmarks;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;

/** DuckDB reads the same lines into a table of the same columns on disk, in order of time. */
final class Peer {
  private Peer() {}

  /**
   * Runs it.
   *
   * @param arguments csv or json, folder of the logs, database file to make
   */
  public static void main(String[] arguments) throws Exception {
    boolean csv = arguments[0].equals("csv");
    Path database = Path.of(arguments[2]);
    Files.deleteIfExists(database);
    String lines = csv
        ? "SELECT * FROM read_csv('" + arguments[1] + "/*.csv', header = true)"
        : "SELECT * FROM read_json('" + arguments[1] + "/*.jsonl', format = 'newline_delimited',"
            + " columns = {EventID: 'INTEGER', Hostname: 'VARCHAR', EventTime: 'TIMESTAMP',"
            + " TargetUserName: 'VARCHAR', TargetDomainName: 'VARCHAR', TargetLogonId: 'VARCHAR',"
            + " LogonType: 'INTEGER', IpAddress: 'VARCHAR'})";
    Footprint footprint = Footprint.begin();
    try (Connection connection = DriverManager.getConnection("jdbc:duckdb:" + database);
        Statement statement = connection.createStatement()) {
      statement.execute("SET preserve_insertion_order = false");
      statement.execute("CREATE TABLE logons AS " + lines);
      TrailBenchmark.say("DuckDB: table in %.1f s", footprint.seconds());
      try (ResultSet rows = statement.executeQuery("SELECT count(*) FROM logons")) {
        rows.next();
        TrailBenchmark.say("DuckDB: %,d rows", rows.getLong(1));
      }
    }
    Files.deleteIfExists(database);
  }
}
