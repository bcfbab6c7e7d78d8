package org.tidemark.trail;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.tidemark.casefile.CaseFile;
import org.tidemark.casefile.CaseFileReader;
import org.tidemark.casefile.CaseReading;
import org.tidemark.engine.Cancellation;
import org.tidemark.engine.Engine;
import org.tidemark.engine.EngineOptions;
import org.tidemark.engine.Progress;
import org.tidemark.engine.StoppedException;
import org.tidemark.engine.embedded.EmbeddedEngine;
import org.tidemark.evidence.Evidence;
import org.tidemark.evidence.EvidenceStage;
import org.tidemark.testing.Project;

/**
 * Each folder of {@code cases/} is read by the real stages and says what its golden file says. With
 * {@code -Dtidemark.rewrite=true} the golden files are written anew; the diff is then the review.
 */
class WorkedCasesTest {
  private static final String REWRITE = "tidemark.rewrite";

  @TempDir
  Path temp;

  static List<Path> cases() throws IOException {
    try (Stream<Path> folders = Files.list(Project.root().resolve("cases"))) {
      return folders.filter(Files::isDirectory).sorted().toList();
    }
  }

  private static Path golden(Path folder) {
    return folder.resolve("expected/trail.txt");
  }

  @ParameterizedTest
  @MethodSource("cases")
  void theTrailIsTheGoldenOne(Path folder) throws IOException, StoppedException {
    String made = trail(folder.resolve("case"));
    if (Boolean.getBoolean(REWRITE)) {
      Files.createDirectories(golden(folder).resolveSibling("."));
      Files.writeString(golden(folder), made);
    }
    assertEquals(
        Files.exists(golden(folder)) ? Files.readString(golden(folder)) : "",
        made,
        folder.getFileName() + ": its trail is not the golden one. If the change is right, write"
            + " the golden files anew with -D" + REWRITE + "=true and read the diff");
  }

  @Test
  void everyCaseIsWholeAndNothingIsLeftOver() throws IOException {
    assertTrue(cases().size() >= 2, "no worked cases");
    int number = 1;
    for (Path folder : cases()) {
      String name = folder.getFileName().toString();
      assertTrue(name.startsWith("%02d-".formatted(number++)), name + ": out of number");
      try (Stream<Path> inside = Files.list(folder)) {
        assertEquals(
            List.of("README.md", "case", "expected"),
            inside.map(path -> path.getFileName().toString()).sorted().toList(),
            name);
      }
      try (Stream<Path> files = Files.list(folder.resolve("expected"))) {
        assertEquals(List.of(golden(folder)), files.toList(), name);
      }
    }
  }

  @ParameterizedTest
  @MethodSource("cases")
  void theReadmeNamesTheRulesThatDecide(Path folder) throws IOException {
    String readme = Files.readString(folder.resolve("README.md"));
    String expected = Files.readString(golden(folder));
    List<String> decided = Stream.of(Rule.values())
        .map(Rule::id)
        .filter(rule -> readme.contains("`" + rule + "`"))
        .toList();
    assertTrue(!decided.isEmpty(), folder.getFileName() + ": README.md names no rule in backticks");
    for (String rule : decided) {
      // The golden file has a derived foothold's rule in words.
      boolean gave = expected.contains(
          rule.equals(Rule.ROUTE_UNPROVEN.id()) ? Rule.ROUTE_UNPROVEN.sentence() : rule);
      assertTrue(gave, folder.getFileName() + ": README.md names " + rule + ", which gave nothing");
    }
    long lines = readme.lines().count();
    assertTrue(lines <= 25, folder.getFileName() + ": README.md has " + lines + " lines (≤ 25)");
  }

  /** The trail of a case folder; nothing is written into the folder. */
  private String trail(Path folder) throws IOException, StoppedException {
    Path file = folder.resolve("case.yaml");
    CaseReading reading = CaseFileReader.read(Files.readString(file));
    if (!(reading instanceof CaseReading.Whole whole)) {
      throw new AssertionError(file + ": " + reading);
    }
    CaseFile caseFile = whole.file();
    EngineOptions options = new EngineOptions(2, EngineOptions.LEAST_MEMORY_BYTES, temp);
    try (Engine engine = EmbeddedEngine.open(options);
        Evidence evidence = EvidenceStage.ingest(
                caseFile, folder, temp, "test", false, engine, Progress.NONE, Cancellation.NEVER)
            .evidence()) {
      Trail trail = TrailStage.trace(caseFile, evidence, Progress.NONE, Cancellation.NEVER);
      return GoldenTrail.of(trail, evidence);
    }
  }
}
