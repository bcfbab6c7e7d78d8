package org.tidemark.app.telling;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tidemark.engine.Tables;
import org.tidemark.exposure.ExposureRule;
import org.tidemark.trail.telling.Explanation;
import org.tidemark.trail.telling.ReachedObject;
import org.tidemark.trail.telling.ToldEvidence;

/** Objects of exposure.parquet by id or name. Touches no value column. */
public final class ReachedObjects {
  /** So many are told apart in a list; who asks for more must write more of the name. */
  private static final int MOST = 20;

  private static final String ID = "O[a-z2-7]{16}";

  private final Tables tables;
  private final ToldEvidence evidence;

  private ReachedObjects(Tables tables, ToldEvidence evidence) {
    this.tables = tables;
    this.evidence = evidence;
  }

  /** Whether the folder has the tables that objects are found in. */
  public static boolean areIn(Path result) {
    return Files.exists(result.resolve("exposure.parquet"))
        && Files.exists(result.resolve("files.parquet"));
  }

  /**
   * The objects that are meant: by id; else by whole name, or copy's path; else by the last part of
   * their name. Ordered by id, at most twenty.
   *
   * @param tables an empty store; the folder's tables are attached to it
   */
  public static List<ReachedObject> find(
      String asked, Path result, Tables tables, ToldEvidence evidence) {
    tables.attachParquet("exposure", result.resolve("exposure.parquet"));
    tables.attachParquet("files", result.resolve("files.parquet"));
    ReachedObjects objects = new ReachedObjects(tables, evidence);
    String text = "'" + asked.strip().replace("'", "''") + "'";
    if (asked.strip().matches(ID)) {
      return objects.where("e.object_id = " + text);
    }
    List<ReachedObject> whole = objects.where("lower(replace(e.name, '/', '\\')) = lower(replace("
        + text + ", '/', '\\')) OR f.path = " + text);
    return whole.isEmpty()
        ? objects.where("lower(regexp_extract(e.name, '[^/\\\\]*$')) = lower(" + text + ")")
        : whole;
  }

  private List<ReachedObject> where(String condition) {
    Map<String, ReachedObject> found = new LinkedHashMap<>();
    tables.query(
        "SELECT e.object_id, e.host, e.kind, e.name, coalesce(f.path || CASE WHEN"
            + " coalesce(f.member, '') = '' THEN '' ELSE ' ! ' || f.member END, ''), e.effect,"
            + " e.grade, e.rule, e.\"first\", e.\"last\", e.operations, e.hops,"
            + " list_transform(e.evidence, lambda x: x.file),"
            + " list_transform(e.evidence, lambda x: x.record::VARCHAR), e.evidence_total"
            + " FROM exposure e LEFT JOIN files f ON f.file_id = e.file_id WHERE " + condition
            + " ORDER BY e.object_id, e.effect LIMIT " + 4 * MOST,
        row -> {
          ReachedObject former = found.get(row.text(1));
          List<Explanation.Exposed> exposures =
              new ArrayList<>(former == null ? List.of() : former.exposures());
          exposures.add(exposed(row));
          if (former != null || found.size() < MOST) {
            found.put(
                text(row.text(1)),
                new ReachedObject(
                    text(row.text(1)),
                    text(row.text(2)),
                    text(row.text(3)),
                    text(row.text(4)),
                    text(row.text(5)),
                    exposures));
          }
        });
    return List.copyOf(found.values());
  }

  private Explanation.Exposed exposed(Tables.Row row) {
    String rule = text(row.text(8));
    List<String> files = row.isNull(13) ? List.of() : row.texts(13);
    List<String> records = row.isNull(14) ? List.of() : row.texts(14);
    List<Explanation.LogRecord> shown = new ArrayList<>();
    for (int i = 0; i < Math.min(files.size(), records.size()); i++) {
      shown.add(new Explanation.LogRecord(
          files.get(i), evidence.path(files.get(i)), Integer.parseInt(records.get(i))));
    }
    return new Explanation.Exposed(
        text(row.text(6)),
        text(row.text(7)),
        rule,
        sentence(rule),
        time(row.instant(9)),
        time(row.instant(10)),
        row.integer(11),
        row.isNull(12) ? List.of() : row.texts(12),
        shown,
        row.integer(15));
  }

  private static String sentence(String rule) {
    return Arrays.stream(ExposureRule.values())
        .filter(r -> r.id().equals(rule))
        .map(ExposureRule::sentence)
        .findFirst()
        .orElse("");
  }

  private static String text(@Nullable String text) {
    return text == null ? "" : text;
  }

  private static Optional<Instant> time(@Nullable Instant at) {
    return Optional.ofNullable(at);
  }
}
