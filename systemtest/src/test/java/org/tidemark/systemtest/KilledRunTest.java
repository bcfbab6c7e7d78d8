package org.tidemark.systemtest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A process that dies at any point costs time, never an answer: run again, same bytes. */
class KilledRunTest {
  /** Nine points inside of the stages; the tenth, between two renames, is a state of its own. */
  private static final List<String> POINTS = List.of(
      "UNIT InspectStep 1",
      "UNIT InspectStep 60",
      "UNIT ReadStep 1",
      "UNIT ReadStep 3",
      "UNIT ScanStep 1",
      "UNIT ScanStep 20",
      "WRITE findings 1",
      "WRITE people 1",
      "CLOSE tables 2");

  private final Path folder;

  KilledRunTest(@TempDir Path folder) {
    this.folder = folder;
  }

  private static Command again(Path caseFolder) {
    Command run = Command.run("investigate", caseFolder.toString(), "--quiet");
    assertEquals(0, run.status(), run.err());
    return run;
  }

  private static int unitsScanned(Path caseFolder) throws IOException {
    JsonNode run =
        new ObjectMapper().readTree(Files.readAllBytes(caseFolder.resolve("result/run.json")));
    return run.path("stages").path(2).path("units").asInt();
  }

  private Path dead(String point) throws IOException, InterruptedException {
    Path caseFolder = Rehearsal.get().copyTo(folder.resolve(point.replace(' ', '-')), false);
    Command died = Command.start(
            folder.resolve("logs"),
            List.of("-D" + DyingEngine.PROPERTY + "=" + point),
            "investigate",
            caseFolder.toString(),
            "--engine",
            DyingEngineProvider.NAME)
        .end();
    assertEquals(DyingEngine.STATUS, died.status(), point + ": " + died.err());
    return caseFolder;
  }

  @Test
  void wheneverItDiesTheNextRunEndsWithTheSameBytes() throws Exception {
    Path whole = Rehearsal.get().copyTo(folder.resolve("whole"), false);
    again(whole);
    SortedMap<String, String> expected = Rehearsal.result(whole);
    int all = unitsScanned(whole);
    SortedMap<String, Integer> scanned = new TreeMap<>();
    for (String point : POINTS) {
      Path caseFolder = dead(point);
      assertFalse(Files.exists(caseFolder.resolve("result")), point + ": half an answer");
      again(caseFolder);
      assertEquals(expected, Rehearsal.result(caseFolder), point);
      assertFalse(Files.exists(caseFolder.resolve("result.new")), point);
      scanned.put(point, unitsScanned(caseFolder));
    }
    assertEquals(all, scanned.get("UNIT ReadStep 3"));
    assertEquals(all - 1, scanned.get("UNIT ScanStep 1"), "one was finished");
    assertEquals(all - 20, scanned.get("UNIT ScanStep 20"), "twenty were finished");
    assertEquals(0, scanned.get("WRITE findings 1"), "all were finished");
  }

  @Test
  void betweenTheTwoRenamesTheFormerAnswerComesBack() throws Exception {
    Path caseFolder = Rehearsal.get().copyTo(folder.resolve("case"), false);
    again(caseFolder);
    SortedMap<String, String> expected = Rehearsal.result(caseFolder);
    Files.move(caseFolder.resolve("result"), caseFolder.resolve("result.old"));
    Files.createDirectory(caseFolder.resolve("result.new"));
    Files.writeString(caseFolder.resolve("result.new/findings.json"), "half");
    again(caseFolder);
    assertEquals(expected, Rehearsal.result(caseFolder));
    assertFalse(Files.exists(caseFolder.resolve("result.old")));
  }

  @Test
  void theFormerAnswerStaysWholeWhileTheNextOneDies() throws Exception {
    Path caseFolder = Rehearsal.get().copyTo(folder.resolve("case"), false);
    again(caseFolder);
    SortedMap<String, String> expected = Rehearsal.result(caseFolder);
    Path late = caseFolder.resolve("files/found-on-their-server/late.csv");
    Files.writeString(late, "name,email\nLate Comer,late@comer.example\n");
    Command died = Command.start(
            folder.resolve("logs"),
            List.of("-D" + DyingEngine.PROPERTY + "=WRITE people 1"),
            "investigate",
            caseFolder.toString(),
            "--engine",
            DyingEngineProvider.NAME)
        .end();
    assertEquals(DyingEngine.STATUS, died.status(), died.err());
    assertEquals(expected, Rehearsal.result(caseFolder));
    Command custody = Command.run("verify", "evidence", caseFolder.toString());
    assertTrue(custody.status() == 0 || custody.status() == 4, custody.err());
  }
}
