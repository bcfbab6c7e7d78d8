package org.tidemark.systemtest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tidemark.engine.Tables;
import org.tidemark.engine.embedded.Database;

/** No value that identifies a person leaves the evidence in clear (CONTRACT.md section 6). */
class LeakTest {
  private final Path folder;

  LeakTest(@TempDir Path folder) {
    this.folder = folder;
  }

  private static PersonalValues values() throws IOException {
    PersonalValues files = PersonalValues.of(Rehearsal.get().original());
    assertTrue(files.size() > 500, files.size() + " values: too few to say anything");
    return files;
  }

  private static void check(PersonalValues values, String where, byte[] bytes) {
    assertEquals("", String.join("\n", values.in(bytes)), where);
  }

  private static void check(PersonalValues values, Command run) {
    check(values, "standard output", run.out().getBytes(StandardCharsets.UTF_8));
    check(values, "standard error", run.err().getBytes(StandardCharsets.UTF_8));
  }

  private static List<Path> written(Path caseFolder) throws IOException {
    List<Path> files = new ArrayList<>();
    for (String name : List.of("record", "work", "result")) {
      if (Files.exists(caseFolder.resolve(name))) {
        try (Stream<Path> walk = Files.walk(caseFolder.resolve(name))) {
          walk.filter(Files::isRegularFile).forEach(files::add);
        }
      }
    }
    return files;
  }

  private List<String> rows(Path table) throws IOException {
    List<String> rows = new ArrayList<>();
    Path scratch = Files.createTempDirectory(folder, "tables");
    try (Tables tables = Database.open(scratch, 1, 128L << 20)) {
      tables.attachParquet("t", table);
      tables.query("SELECT t::VARCHAR FROM t", row -> rows.add(String.valueOf(row.text(1))));
    }
    return rows;
  }

  @Test
  void theSearchFindsWhatItLooksFor() throws IOException {
    Path directory = Rehearsal.get().original().resolve("directory/accounts.csv");
    long people = Files.readAllLines(directory).size() - 1L;
    assertTrue(values().in(Files.readAllBytes(directory)).size() >= 3 * people);
  }

  @Test
  void nothingThatARunWritesOrSaysHoldsAValue() throws IOException {
    PersonalValues values = values();
    Path caseFolder = Rehearsal.get().copyTo(folder.resolve("case"), false);
    check(values, Command.run("investigate", caseFolder.toString()));
    check(values, Command.run("investigate", caseFolder.toString(), "--json", "--rehash"));
    check(values, Command.run("verify", "evidence", caseFolder.toString()));
    List<Path> files = written(caseFolder);
    assertTrue(files.size() > 20, files.toString());
    for (Path file : files) {
      check(values, file.toString(), Files.readAllBytes(file));
      if (file.toString().endsWith(".parquet")) {
        String all = String.join("\n", rows(file));
        check(values, file.toString(), all.getBytes(StandardCharsets.UTF_8));
      }
    }
  }

  @Test
  void aDefectsReportHoldsNoneOfTheWordsThatALibraryPutIntoItsException() throws Exception {
    PersonalValues values = values();
    Path caseFolder = Rehearsal.get().copyTo(folder.resolve("case"), false);
    Command run = Command.start(
            folder.resolve("logs"),
            List.of("-D" + DyingEngine.PROPERTY + "=THROW ScanStep 9"),
            "investigate",
            caseFolder.toString(),
            "--engine",
            DyingEngineProvider.NAME)
        .end();
    assertEquals(5, run.status(), run.err());
    assertTrue(run.err().contains("work/defect-"), run.err());
    check(values, run);
    for (Path file : written(caseFolder)) {
      check(values, file.toString(), Files.readAllBytes(file));
    }
  }
}
