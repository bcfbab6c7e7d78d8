package org.tidemark.app.rehearsal;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.tidemark.engine.TableSchema;
import org.tidemark.engine.TableSchema.Column;
import org.tidemark.engine.Tables;

/** The part of the comparison that may be large: objects, files, records and people, in tables. */
final class TruthTables {
  private static final int SAMPLES = 5;

  private final Path truth;
  private final Path result;
  private final Tables tables;

  TruthTables(Path truth, Path result, Tables tables) {
    this.truth = truth;
    this.result = result;
    this.tables = tables;
  }

  List<Verdict.Line> compare() throws IOException {
    load("objects", "host,name,grade,effect,path,kind");
    load("files", "path,member,exposed,readable,persons");
    load("records", "path,member,place,person");
    load("people", "person,role,country,country_from,grade,controllers,pseudonymous");
    for (String name : List.of("files", "exposure", "records", "people")) {
      tables.attachParquet(name, result.resolve(name + ".parquet"));
    }
    return List.of(objects(), files(), records(), people());
  }

  private Verdict.Line objects() {
    return difference(
        "objects",
        "SELECT concat_ws(' ', name, grade, effect, kind, CASE path WHEN '' THEN 'not-held' ELSE"
            + " path END) FROM truth_objects",
        "SELECT concat_ws(' ', e.name, e.grade, e.effect, e.kind, coalesce(f.path, 'not-held'))"
            + " FROM exposure e LEFT JOIN files f ON e.file_id = f.file_id"
            + " WHERE e.grade IN ('confirmed', 'possible')");
  }

  private Verdict.Line files() {
    return difference(
        "files",
        "SELECT concat_ws(' ', path, member, readable) FROM truth_files WHERE exposed <> 'no'",
        "SELECT concat_ws(' ', f.path, coalesce(f.member, ''), CASE f.state WHEN 'read' THEN 'read'"
            + " ELSE 'unread' END) FROM files f WHERE f.path IN (SELECT path FROM truth_files"
            + " WHERE exposed <> 'no')");
  }

  private Verdict.Line records() {
    return difference(
        "records",
        "SELECT concat_ws(' ', path, member, place) FROM truth_records",
        "SELECT concat_ws(' ', f.path, coalesce(f.member, ''), r.place) FROM records r JOIN files f"
            + " ON r.file_id = f.file_id WHERE r.person_id IS NOT NULL");
  }

  /**
   * People are right when records that are one person's in truth are one person's in the answer and
   * the other way round, and that person has the same role, country, grade and controllers.
   */
  private Verdict.Line people() {
    tables.execute("""
        CREATE TABLE pairs AS SELECT DISTINCT t.person, r.person_id
        FROM truth_records t
        JOIN files f ON f.path = t.path AND coalesce(f.member, '') = t.member
        JOIN records r ON r.file_id = f.file_id AND r.place = t.place
        WHERE r.person_id IS NOT NULL""");
    return difference("people", """
        SELECT concat_ws(' ', person, role, country, country_from, grade, controllers, pseudonymous)
        FROM truth_people""", """
        SELECT CASE WHEN n.persons = 1 AND m.ids = 1 THEN
            concat_ws(' ', n.person, p.role, coalesce(p.country, ''), p.country_from, p.grade,
              array_to_string(p.controllers, '+'), p.pseudonymous::VARCHAR)
          ELSE concat_ws(' ', p.person_id, 'is', coalesce(n.persons, 0), 'persons in truth') END
        FROM people p
        LEFT JOIN (SELECT person_id, count(*) persons, min(person) person FROM pairs GROUP BY ALL) n
          ON n.person_id = p.person_id
        LEFT JOIN (SELECT person, count(*) ids FROM pairs GROUP BY ALL) m ON m.person = n.person""");
  }

  private Verdict.Line difference(String what, String expected, String found) {
    tables.execute("CREATE OR REPLACE TABLE expected AS " + named(expected));
    tables.execute("CREATE OR REPLACE TABLE found AS " + named(found));
    List<String> samples = new ArrayList<>();
    long missing = count("expected", "found", "missing: ", samples);
    long surplus = count("found", "expected", "too many: ", samples);
    long[] all = new long[1];
    tables.query("SELECT count(*) FROM expected", row -> all[0] = row.integer(1));
    return new Verdict.Line(what, all[0], missing, surplus, samples);
  }

  private static String named(String select) {
    return "SELECT * FROM (" + select + ") AS rows(line)";
  }

  private long count(String from, String without, String word, List<String> samples) {
    String rows = "(SELECT line FROM " + from + " EXCEPT ALL SELECT line FROM " + without + ")";
    long[] count = new long[1];
    tables.query("SELECT count(*) FROM " + rows, row -> count[0] = row.integer(1));
    tables.query(
        "SELECT line FROM " + rows + " ORDER BY line LIMIT " + SAMPLES,
        row -> samples.add(word + row.text(1)));
    return count[0];
  }

  private void load(String name, String header) throws IOException {
    List<Column> columns = new ArrayList<>();
    for (String column : header.split(",", -1)) {
      columns.add(Column.of(column, "VARCHAR", column));
    }
    TableSchema schema = new TableSchema(
        "truth_" + name, "What is true?", columns, List.of(header.split(",", 2)[0]));
    try (Tables.Appender rows = tables.append(schema)) {
      CsvRows.read(truth.resolve(name + ".csv"), header, cells -> {
        cells.forEach(rows::text);
        rows.endRow();
      });
    }
  }
}
