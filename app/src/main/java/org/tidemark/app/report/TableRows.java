package org.tidemark.app.report;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.tidemark.app.report.ReportRows.ExposedObject;
import org.tidemark.app.report.ReportRows.FilePlace;
import org.tidemark.app.report.ReportRows.LogPlace;
import org.tidemark.app.report.ReportRows.ObjectGroup;
import org.tidemark.app.report.ReportRows.SamplePerson;
import org.tidemark.app.report.ReportRows.TideStep;
import org.tidemark.app.report.ReportRows.UnreadFile;
import org.tidemark.engine.Tables;
import org.tidemark.engine.Tables.Row;

/**
 * Reads {@link ReportRows} from the tables of a result folder. Touches no value column. Memory
 * does not grow with the
 * tables: every list is bounded by the query.
 */
final class TableRows {
  private static final int OBJECTS_PER_GROUP = 25;
  private static final long TIDE_HOURS_MAX = 24L * 400;
  private static final String SURE_FIRST = "CASE grade WHEN 'confirmed' THEN 0 ELSE 1 END";
  private static final String EXPOSED = "grade IN ('confirmed', 'possible')";
  private static final String PATH =
      "f.path || CASE WHEN coalesce(f.member, '') = '' THEN '' ELSE ' ! ' || f.member END";

  private final Tables tables;

  private TableRows(Tables tables) {
    this.tables = tables;
  }

  /** What the tables hold; {@link ReportRows#NONE} where one of them is missing. */
  static ReportRows read(Path result, Tables tables, JsonNode findings, JsonNode trail) {
    List<String> names = List.of("files", "exposure", "records", "people");
    if (!names.stream().allMatch(n -> Files.exists(result.resolve(n + ".parquet")))) {
      return ReportRows.NONE;
    }
    names.forEach(n -> tables.attachParquet(n, result.resolve(n + ".parquet")));
    TableRows rows = new TableRows(tables);
    return new ReportRows(
        rows.objects(),
        rows.groups(),
        rows.count("SELECT count(*) FROM exposure WHERE " + EXPOSED),
        rows.tide(),
        rows.count("SELECT count(*) FROM people WHERE since IS NULL"),
        rows.persons(findings.path("people").path("by")),
        rows.unread(),
        rows.possibleByHopRule(trail.path("hops")));
  }

  private long count(String sql) {
    long[] n = new long[1];
    tables.query(sql, row -> n[0] = row.integer(1));
    return n[0];
  }

  private List<ExposedObject> objects() {
    List<ExposedObject> objects = new ArrayList<>();
    tables.query(
        "SELECT e.object_id, e.host, e.kind, e.name, coalesce(" + PATH + ", ''), e.grade, e.rule,"
            + " e.effect, e.\"first\", e.operations,"
            + " list_transform(e.evidence, lambda x: x.file),"
            + " list_transform(e.evidence, lambda x: x.record::VARCHAR), e.evidence_total"
            + " FROM (SELECT *, row_number() OVER (PARTITION BY grade, host, rule"
            + " ORDER BY name, effect, object_id) AS n FROM exposure WHERE " + EXPOSED + ") e"
            + " LEFT JOIN files f ON f.file_id = e.file_id WHERE e.n <= " + OBJECTS_PER_GROUP
            + " ORDER BY " + SURE_FIRST.replace("grade", "e.grade")
            + ", e.host, e.rule, e.name, e.effect, e.object_id LIMIT " + ReportRows.OBJECTS_MAX,
        row -> objects.add(new ExposedObject(
            text(row, 1),
            text(row, 2),
            text(row, 3),
            text(row, 4),
            text(row, 5),
            text(row, 6),
            text(row, 7),
            text(row, 8),
            time(row, 9),
            row.integer(10),
            evidence(row),
            row.integer(13))));
    return objects;
  }

  private static List<LogPlace> evidence(Row row) {
    List<String> files = row.isNull(11) ? List.of() : row.texts(11);
    List<String> records = row.isNull(12) ? List.of() : row.texts(12);
    List<LogPlace> evidence = new ArrayList<>();
    for (int i = 0; i < Math.min(files.size(), ReportRows.EVIDENCE_MAX); i++) {
      evidence.add(new LogPlace(files.get(i), Long.parseLong(records.get(i))));
    }
    return evidence;
  }

  private List<ObjectGroup> groups() {
    List<ObjectGroup> groups = new ArrayList<>();
    tables.query(
        "SELECT grade, host, rule, count(*) FROM exposure WHERE " + EXPOSED
            + " GROUP BY grade, host, rule ORDER BY " + SURE_FIRST + ", host, rule LIMIT "
            + ReportRows.GROUPS_MAX,
        row ->
            groups.add(new ObjectGroup(text(row, 1), text(row, 2), text(row, 3), row.integer(4))));
    return groups;
  }

  /** By the hour; by the day where that would be too many steps to draw. */
  private List<TideStep> tide() {
    long hours = count("SELECT coalesce(date_diff('hour', min(since), max(since)), 0) FROM people");
    String unit = hours > TIDE_HOURS_MAX ? "day" : "hour";
    List<TideStep> tide = new ArrayList<>();
    tables.query(
        "SELECT date_trunc('" + unit + "', since)::TIMESTAMP AS slot,"
            + " count(*) FILTER (WHERE grade = 'confirmed'),"
            + " count(*) FILTER (WHERE grade <> 'confirmed')"
            + " FROM people WHERE since IS NOT NULL GROUP BY slot ORDER BY slot",
        row -> tide.add(new TideStep(time(row, 1), row.integer(2), row.integer(3))));
    return tide;
  }

  /**
   * The key of a cell of findings.json, as {@code people.by} and the people table both spell it.
   */
  private record Cell(
      String controllers, String role, String country, String countryFrom, String grade) {}

  private List<SamplePerson> persons(JsonNode by) {
    Map<Cell, Integer> cells = new LinkedHashMap<>();
    for (int i = 0; i < Math.min(by.size(), PeopleSection.CELLS_MAX); i++) {
      JsonNode cell = by.get(i);
      if (cell.path("basis").asText("counted").equals("counted")) {
        cells.put(
            new Cell(
                cell.path("controller").asText(""),
                cell.path("role").asText(""),
                cell.path("country").asText(""),
                cell.path("country_from").asText(""),
                cell.path("grade").asText("")),
            i);
      }
    }
    tables.execute("CREATE OR REPLACE TEMP TABLE sample AS SELECT * FROM (SELECT *,"
        + " array_to_string(controllers, '+') AS joined,"
        + " row_number() OVER (PARTITION BY array_to_string(controllers, '+'), role, country,"
        + " country_from, grade ORDER BY person_id) AS n FROM people)"
        + " WHERE n <= " + ReportRows.PERSONS_PER_CELL);
    Map<String, List<FilePlace>> places = places();
    List<SamplePerson> persons = new ArrayList<>();
    tables.query(
        "SELECT joined, role, country, country_from, grade, person_id, kinds, records, objects,"
            + " since FROM sample ORDER BY person_id",
        row -> {
          Integer cell = cells.get(
              new Cell(text(row, 1), text(row, 2), text(row, 3), text(row, 4), text(row, 5)));
          if (cell != null) {
            persons.add(new SamplePerson(
                cell,
                text(row, 6),
                row.texts(7),
                row.integer(8),
                row.integer(9),
                time(row, 10),
                places.getOrDefault(text(row, 6), List.of())));
          }
        });
    return persons;
  }

  private Map<String, List<FilePlace>> places() {
    Map<String, List<FilePlace>> places = new LinkedHashMap<>();
    tables.query(
        "SELECT person_id, path, place FROM (SELECT r.person_id, " + PATH + " AS path, r.place,"
            + " row_number() OVER (PARTITION BY r.person_id ORDER BY r.record_id) AS n"
            + " FROM records r JOIN sample s ON s.person_id = r.person_id"
            + " JOIN files f ON f.file_id = r.file_id) WHERE n <= " + ReportRows.PLACES_PER_PERSON
            + " ORDER BY person_id, n",
        row -> places
            .computeIfAbsent(text(row, 1), p -> new ArrayList<>())
            .add(new FilePlace(text(row, 2), text(row, 3))));
    return places;
  }

  private List<UnreadFile> unread() {
    List<UnreadFile> unread = new ArrayList<>();
    tables.query(
        "SELECT path, coalesce(member, ''), coalesce(reason, state), bytes FROM files"
            + " WHERE state IN ('unread', 'partly') AND path IN (SELECT x.path FROM exposure e"
            + " JOIN files x ON x.file_id = e.file_id WHERE e." + EXPOSED + ")"
            + " ORDER BY path, member LIMIT " + ReportRows.UNREAD_MAX,
        row ->
            unread.add(new UnreadFile(text(row, 1), text(row, 2), text(row, 3), row.integer(4))));
    return unread;
  }

  /** Goes over the objects in their order, so that each counts once under a rule. */
  private Map<String, Long> possibleByHopRule(JsonNode hops) {
    Map<String, String> rules = new HashMap<>();
    hops.forEach(h -> rules.put(h.path("id").asText(""), h.path("rule").asText("")));
    Map<String, Long> counts = new TreeMap<>();
    Set<String> ofObject = new TreeSet<>();
    String[] object = {""};
    tables.query(
        "SELECT object_id, unnest(hops) AS hop FROM exposure WHERE grade = 'possible'"
            + " ORDER BY object_id, hop",
        row -> {
          if (!text(row, 1).equals(object[0])) {
            object[0] = text(row, 1);
            ofObject.clear();
          }
          String rule = rules.getOrDefault(text(row, 2), "");
          if (!rule.isEmpty() && ofObject.add(rule)) {
            counts.merge(rule, 1L, Long::sum);
          }
        });
    return counts;
  }

  private static String text(Row row, int column) {
    String text = row.text(column);
    return text == null ? "" : text;
  }

  private static String time(Row row, int column) {
    Instant at = row.instant(column);
    return at == null ? "" : at.toString();
  }
}
