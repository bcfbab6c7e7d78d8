package org.tidemark.exposure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.tidemark.engine.Cancellation;
import org.tidemark.engine.StoppedException;
import org.tidemark.engine.WorkUnit;
import org.tidemark.exposure.readers.ReadLimits;
import org.tidemark.exposure.readers.ReadOutcome;
import org.tidemark.testing.Project;

/** Documents in some eighty formats, locked, damaged and hostile ones among them. */
class RealDocumentsTest {
  /** Small budgets bound the time of the whole set. */
  private static final ReadLimits LIMITS =
      new ReadLimits(4, 2000, 64 << 20, 250, 16 << 20, 1 << 16, 1 << 16, 4096, 1 << 20);

  @Test
  void everyFileIsReadOrPartlyReadOrUnreadWithAReason() throws IOException {
    Optional<Path> folder = Project.realData("documents", "reading 460 real documents");
    if (folder.isEmpty()) {
      return;
    }
    Map<String, Integer> outcomes = new TreeMap<>();
    for (Path file : files(folder.get())) {
      ScanResult result = scan(file, "");
      for (ScannedMember member : result.members()) {
        boolean read = member.state() == ReadOutcome.State.READ;
        assertEquals(read, member.reason().isEmpty(), file.getFileName().toString());
        if (member.member().isEmpty()) {
          outcomes.merge(
              (member.format() + " " + member.state().id() + " " + member.reason()).strip(),
              1,
              Integer::sum);
          assertEquals(Files.size(file), member.bytes(), file.getFileName().toString());
        }
      }
      assertEquals(
          Scanned.dump(result), Scanned.dump(ScanResult.ofBytes(result.toBytes())), "as bytes");
    }
    int total = outcomes.values().stream().mapToInt(Integer::intValue).sum();
    assertTrue(total >= 400, "files: " + outcomes);
    assertTrue(outcomes.getOrDefault("ole2 unread encrypted", 0) >= 1, "locked: " + outcomes);
  }

  @Test
  void aTableOfInventedPeopleGivesItsColumns() throws IOException {
    Optional<Path> folder = Project.realData("pii/presidio", "a table of invented people");
    if (folder.isEmpty()) {
      return;
    }
    Path table = folder.get().resolve("FakeNameGenerator.com_3000.csv");
    ScannedMember member = scan(table, "").members().get(0);
    Map<String, Integer> kinds = new TreeMap<>();
    member.block().forEach(new FindingBlock.Visitor() {
      @Override
      public void record(int index, String place, List<String> all) {}

      @Override
      public void finding(
          String place,
          String kind,
          String category,
          byte[] value,
          byte[] match,
          String rule,
          int record) {
        kinds.merge(kind, 1, Integer::sum);
      }
    });
    assertEquals(3000, member.block().records(), "a record a row");
    assertEquals(3000, kinds.get("email"), "an address a row");
    assertEquals(3000, kinds.get("name"), "a name a row");
    assertEquals(3000, kinds.get("birth-date"), "a birthday a row");
    assertEquals(3000, kinds.get("age"), "an age a row");
    assertEquals(3000, kinds.get("gender"), "a gender a row");
  }

  private static List<Path> files(Path folder) throws IOException {
    try (Stream<Path> walk = Files.walk(folder)) {
      return walk.filter(Files::isRegularFile).sorted().toList();
    }
  }

  private static ScanResult scan(Path file, String settings) {
    try {
      return new ScanStep(Scanned.CIPHER, LIMITS)
          .run(new WorkUnit(0, file.toUri(), 0, -1, "", settings), Cancellation.NEVER);
    } catch (StoppedException e) {
      throw new IllegalStateException(e);
    } catch (RuntimeException | StackOverflowError e) {
      throw new AssertionError("scan of " + file.getFileName(), e);
    }
  }
}
