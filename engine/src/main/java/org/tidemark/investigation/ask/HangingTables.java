package org.tidemark.investigation.ask;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tidemark.engine.TableSchema;
import org.tidemark.engine.TableSchema.Column;
import org.tidemark.engine.Tables;

/**
 * Counts what hangs on questions in the tables of a result folder. Touches no value column. A
 * person counts for a question when they are possible and a record of theirs stands in an object
 * that is possible through one of its hops or inventories.
 */
final class HangingTables implements Hanging {
  private static final TableSchema ASKED = new TableSchema(
      "asked",
      "Through what does a question reach objects?",
      List.of(
          Column.of("question", "INTEGER", "position"),
          Column.of("through", "VARCHAR", "hop or host"),
          Column.of("name", "VARCHAR", "id or name")),
      List.of("question", "through", "name"));

  private final Tables tables;
  private final boolean counted;

  private HangingTables(Tables tables, boolean counted) {
    this.tables = tables;
    this.counted = counted;
  }

  /** The tables of a result folder; {@link Hanging#NOT_COUNTED} where objects are not known yet. */
  static Hanging of(Path result, Tables tables) {
    List<String> objects = List.of("exposure", "files");
    List<String> people = List.of("records", "people");
    if (!are(result, objects)) {
      return NOT_COUNTED;
    }
    objects.forEach(name -> tables.attachParquet(name, file(result, name)));
    boolean counted = are(result, people);
    if (counted) {
      people.forEach(name -> tables.attachParquet(name, file(result, name)));
    }
    return new HangingTables(tables, counted);
  }

  private static boolean are(Path result, List<String> names) {
    return names.stream().allMatch(name -> Files.exists(file(result, name)));
  }

  private static Path file(Path result, String name) {
    return result.resolve(name + ".parquet");
  }

  @Override
  public Optional<List<Inventory>> inventories() {
    List<Inventory> inventories = new ArrayList<>();
    tables.query(
        """
        SELECT host, rule, count(*) FROM exposure
        WHERE grade = 'possible' AND rule LIKE 'held-%inventory' GROUP BY host, rule
        ORDER BY host, rule
        """,
        row -> inventories.add(new Inventory(
            String.valueOf(row.text(1)), String.valueOf(row.text(2)), row.integer(3))));
    return Optional.of(inventories);
  }

  @Override
  public Map<Integer, Count> count(List<Through> questions) {
    try (Tables.Appender asked = tables.append(ASKED)) {
      for (int i = 0; i < questions.size(); i++) {
        for (String hop : questions.get(i).hops()) {
          asked.integer(i).text("hop").text(hop).endRow();
        }
        for (String host : questions.get(i).hosts()) {
          asked.integer(i).text("host").text(host).endRow();
        }
      }
    }
    tables.execute("""
        CREATE TEMP TABLE hanging AS
        SELECT a.question, e.object_id, e.file_id FROM asked a
        JOIN (SELECT object_id, file_id, unnest(hops) AS hop FROM exposure
          WHERE grade = 'possible') e ON a.through = 'hop' AND e.hop = a.name
        UNION
        SELECT a.question, e.object_id, e.file_id FROM asked a
        JOIN exposure e ON a.through = 'host' AND e.host = a.name
          AND e.grade = 'possible' AND e.rule LIKE 'held-%inventory'
        """);
    Map<Integer, Long> persons = counted ? persons() : Map.of();
    Map<Integer, Count> counts = new HashMap<>();
    tables.query(
        "SELECT question, count(DISTINCT object_id) FROM hanging GROUP BY question", row -> {
          int question = (int) row.integer(1);
          Optional<Long> found =
              counted ? Optional.of(persons.getOrDefault(question, 0L)) : Optional.empty();
          counts.put(question, new Count(row.integer(2), found));
        });
    return counts;
  }

  // An archive's members have file ids of their own, as in the count of people.
  private Map<Integer, Long> persons() {
    Map<Integer, Long> persons = new HashMap<>();
    tables.query("""
        SELECT o.question, count(DISTINCT r.person_id) FROM (
          SELECT DISTINCT h.question, f.file_id FROM hanging h
          JOIN files c ON c.file_id = h.file_id
          JOIN files f ON f.path = c.path AND (f.file_id = c.file_id
            OR coalesce(c.member, '') = '' OR starts_with(f.member, c.member || '!'))) o
        JOIN records r ON r.file_id = o.file_id
        JOIN people p ON p.person_id = r.person_id AND p.grade = 'possible'
        GROUP BY o.question
        """, row -> persons.put((int) row.integer(1), row.integer(2)));
    return persons;
  }
}
