package org.tidemark.benchmarks;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.Locale;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;
import org.tidemark.evidence.Evidence;
import org.tidemark.evidence.EvidenceStage;
import org.tidemark.evidence.Facts;

/**
 * What one question to a column store costs over the same logons: who was logged on to from the
 * foothold, since when, how often. The trail asks it anew for every host that it reaches, in order
 * of time, which no single query can.
 */
final class ColumnPeer {
  private ColumnPeer() {}

  /**
   * Runs it.
   *
   * @param arguments folder of the columns, hosts, people
   */
  public static void main(String[] arguments) throws Exception {
    Path folder = Path.of(arguments[0]);
    Path database = folder.resolve("peer.duckdb");
    Files.deleteIfExists(database);
    try (Evidence evidence = EvidenceStage.open(folder).orElseThrow();
        Connection connection = DriverManager.getConnection("jdbc:duckdb:" + database);
        Statement statement = connection.createStatement()) {
      statement.execute("CREATE TABLE logons (logged BIGINT, account INTEGER, source INTEGER,"
          + " target INTEGER, succeeded BOOLEAN)");
      load(evidence.logons(), connection.unwrap(DuckDBConnection.class));
      Estate estate = new Estate(Integer.parseInt(arguments[1]), Integer.parseInt(arguments[2]));
      String address = estate.address(new Intrusion(estate).foothold());
      int foothold = evidence.endpoints().number(address);
      String question = String.format(
          Locale.ROOT,
          "SELECT target, min(logged), count(*), count(DISTINCT account) FROM logons"
              + " WHERE source = %d AND succeeded GROUP BY target",
          foothold);
      String all = "SELECT source, target, min(logged), count(*) FROM logons WHERE succeeded"
          + " GROUP BY source, target";
      for (String query : new String[] {question, question, all}) {
        Footprint footprint = Footprint.begin();
        int rows = 0;
        try (ResultSet result = statement.executeQuery(query)) {
          while (result.next()) {
            rows++;
          }
        }
        TrailBenchmark.say(
            "DuckDB, %s: %.2f s wall, %.2f s CPU, %,d rows; resident %,d MB; load %s",
            query.equals(all) ? "first logon of every pair of hosts" : "logons from one host",
            footprint.seconds(),
            footprint.cpuSeconds(),
            rows,
            Footprint.statusMegabytes("RssAnon"),
            Footprint.load());
      }
    } finally {
      Files.deleteIfExists(database);
    }
  }

  private static void load(Facts.LogonColumns logons, DuckDBConnection connection)
      throws Exception {
    Footprint footprint = Footprint.begin();
    try (DuckDBAppender appender = connection.createAppender("main", "logons")) {
      for (long row = 0; row < logons.size(); row++) {
        appender.beginRow();
        appender.append(logons.atMicros(row));
        appender.append(logons.account(row));
        appender.append(logons.from(row));
        appender.append(logons.to(row));
        appender.append(logons.succeeded(row));
        appender.endRow();
      }
    }
    TrailBenchmark.say("DuckDB: table of %,d logons in %.1f s", logons.size(), footprint.seconds());
  }
}
