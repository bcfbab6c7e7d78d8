package org.tidemark.people;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import org.tidemark.casefile.CaseFile;
import org.tidemark.casefile.ContentId;
import org.tidemark.engine.Cancellation;
import org.tidemark.engine.Progress;
import org.tidemark.engine.StoppedException;
import org.tidemark.engine.TableSchema;
import org.tidemark.engine.Tables;
import org.tidemark.engine.embedded.Database;
import org.tidemark.exposure.ExposureTables;
import org.tidemark.exposure.ScanTables;
import org.tidemark.exposure.ValueCipher;

/**
 * A case of the people stage in words. A line is a record: {@code path grade: kind=value
 * kind=value}, spaces in values written as {@code _}; grade {@code directory} makes it an entry of
 * the directory, {@code no} of a file that nobody reached; a path may name a place after {@code #}.
 * Files in {@code zip!member} form are members of an archive.
 */
final class PeopleCase {
  static final ValueCipher CIPHER = new ValueCipher(new byte[ValueCipher.KEY_BYTES]);

  private final Path folder;
  private final List<String> lines;
  private int threads = 1;
  private boolean open;
  private Optional<Path> before = Optional.empty();
  private Optional<String> defaultCountry = Optional.of("JP");

  PeopleCase(Path folder, String lines) {
    this.folder = folder;
    this.lines = new ArrayList<>(lines.strip().lines().map(String::strip).toList());
  }

  PeopleCase threads(int number) {
    threads = number;
    return this;
  }

  PeopleCase shuffled(long seed) {
    Collections.shuffle(lines, new Random(seed));
    return this;
  }

  PeopleCase open() {
    open = true;
    return this;
  }

  PeopleCase after(Path formerRecords) {
    before = Optional.of(formerRecords);
    return this;
  }

  PeopleCase withoutDefaultCountry() {
    defaultCountry = Optional.empty();
    return this;
  }

  /** What came out: counts, and the rows of a query over the result tables. */
  record Answer(PeopleCounts counts, Path folder) {
    List<String> rows(String sql) throws IOException {
      List<String> rows = new ArrayList<>();
      Path work = Files.createTempDirectory(folder, "ask");
      try (Database database = Database.open(work, 1, 100L << 20)) {
        for (String table : List.of("records", "people", "items", "lineage")) {
          database.attachParquet(table, folder.resolve(table + ".parquet"));
        }
        database.query(sql, row -> rows.add(String.valueOf(row.text(1))));
      }
      return rows;
    }
  }

  Answer resolve() throws IOException, StoppedException {
    return resolve(Cancellation.NEVER);
  }

  Answer resolveStopped() throws IOException, StoppedException {
    return resolve(() -> true);
  }

  private Answer resolve(Cancellation cancellation) throws IOException, StoppedException {
    Path result = Files.createTempDirectory(folder, "result");
    Path work = Files.createTempDirectory(folder, "work");
    try (Database tables = Database.open(work, threads, 200L << 20)) {
      fill(tables);
      PeopleInput input = new PeopleInput(caseFile(defaultCountry), open, before);
      PeopleCounts counts =
          People.resolve(input, tables, CIPHER, result, Progress.NONE, cancellation);
      return new Answer(counts, result);
    }
  }

  private void fill(Tables tables) {
    Map<String, String> grades = new TreeMap<>();
    List<String[]> findings = new ArrayList<>();
    List<String[]> places = new ArrayList<>();
    for (String line : lines) {
      String[] halves = line.split(": ", 2);
      String[] head = halves[0].split(" ", -1);
      String[] at = head[0].split("#", -1);
      grades.put(at[0], head[1]);
      String file = fileId(at[0]);
      // The row number stems from the content, so that shuffling the lines does not change ids.
      String place = at.length > 1 ? at[1] : "row:" + ContentId.of('X', line);
      String record = ContentId.of('R', file, place);
      String origin = head[1].equals("directory") ? "directory_" : "";
      places.add(new String[] {origin, record, file, place});
      int column = 1;
      for (String said : halves[1].split(" ", -1)) {
        String[] pair = said.split("=", 2);
        String where = place + "/col:" + column++;
        findings.add(
            new String[] {origin, file, where, pair[0], pair[1].replace('_', ' '), record});
      }
    }
    for (String origin : List.of("", "directory_")) {
      appendRecords(tables, origin, places);
      appendFindings(tables, origin, findings);
    }
    appendFiles(tables, grades);
  }

  private static String fileId(String path) {
    String[] parts = path.split("!", 2);
    return ContentId.of('F', parts[0], parts.length > 1 ? parts[1] : "");
  }

  private static void appendRecords(Tables tables, String origin, List<String[]> places) {
    try (Tables.Appender out =
        tables.append(ScanTables.STAGED_RECORDS.named(origin + "staged_records"))) {
      for (String[] p : places) {
        if (p[0].equals(origin)) {
          out.text(p[1]).text(p[2]).text(p[3]).texts(List.of("email")).endRow();
        }
      }
    }
  }

  private static void appendFindings(Tables tables, String origin, List<String[]> findings) {
    try (Tables.Appender out = tables.append(ExposureTables.FINDINGS.named(origin + "findings"))) {
      for (String[] f : findings) {
        if (f[0].equals(origin)) {
          out.text(f[1]).text(f[2]).text(f[3]).text("category-of-" + f[3]);
          out.bytes(CIPHER.encrypt("value", f[3], f[4])).bytes(CIPHER.encrypt("match", f[3], f[4]));
          out.text("test").text(f[5]).endRow();
        }
      }
    }
  }

  private static void appendFiles(Tables tables, Map<String, String> grades) {
    for (TableSchema schema : List.of(ExposureTables.FILES, PeopleInput.DIRECTORY_FILES)) {
      try (Tables.Appender files = tables.append(schema)) {
        grades.forEach((path, grade) -> {
          if (grade.equals("directory") == schema.equals(PeopleInput.DIRECTORY_FILES)) {
            String[] parts = path.split("!", 2);
            files.text(fileId(path)).text(parts[0]).text(parts.length > 1 ? parts[1] : null);
            files
                .text("")
                .integer(0)
                .text("csv")
                .text(null)
                .text("read")
                .text(null)
                .integer(0);
            files.endRow();
          }
        });
      }
    }
    tables.append(ExposureTables.EXPOSURE.named("exposure_rows")).close();
    tables.execute("CREATE TABLE exposure AS SELECT * FROM exposure_rows");
    grades.forEach((path, grade) -> {
      if (!grade.equals("directory") && !grade.equals("no") && !path.contains("!")) {
        tables.execute("INSERT INTO exposure VALUES ('O" + fileId(path) + "', 'fs01', 'harbour',"
            + " 'file', '" + path + "', '" + fileId(path) + "', '" + grade + "', 'rule-of-" + grade
            + "', 'disclosed', TIMESTAMP '2023-10-01 00:00:00', NULL, 1, NULL, [], [], 0)");
      }
    });
  }

  static CaseFile caseFile(Optional<String> defaultCountry) {
    Map<String, List<String>> roles = Map.of(
        "user",
        List.of("**/members/**"),
        "employee",
        List.of("**/hr/**"),
        "partner",
        List.of("//fs01/share/crm/**"));
    return new CaseFile(
        "case",
        "harbour",
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(new CaseFile.EvidenceSource(
            "files/fs01/",
            Optional.empty(),
            Map.of(),
            Optional.empty(),
            Optional.empty(),
            false,
            List.of(),
            Optional.of("fs01"),
            Optional.of("\\\\fs01\\share"),
            Optional.empty(),
            Map.of())),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(
            new CaseFile.Store("**/hr/**", "harbour", Optional.of("internal")),
            new CaseFile.Store("**/tidal/**", "tidal", Optional.empty()),
            new CaseFile.Store("**/members/**", "harbour", Optional.of("carrier"))),
        List.of(),
        List.of(),
        new CaseFile.PeopleSettings(roles, List.of(), defaultCountry),
        Optional.empty(),
        new CaseFile.Moments(Map.of()),
        List.of());
  }
}
