package org.tidemark.systemtest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SortedMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Same input, same key, same Tidemark: same bytes, but for run.json (CONTRACT.md section 4). */
class DeterminismTest {
  private final Path folder;

  DeterminismTest(@TempDir Path folder) {
    this.folder = folder;
  }

  private static SortedMap<String, String> investigate(Path caseFolder, String... options) {
    String[] arguments = new String[options.length + 3];
    System.arraycopy(options, 0, arguments, 3, options.length);
    arguments[0] = "investigate";
    arguments[1] = caseFolder.toString();
    arguments[2] = "--quiet";
    Command run = Command.run(arguments);
    assertEquals(0, run.status(), run.err());
    try {
      return Rehearsal.result(caseFolder);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private static JsonNode stages(Path caseFolder) throws IOException {
    Path run = caseFolder.resolve("result/run.json");
    return new ObjectMapper().readTree(Files.readAllBytes(run)).path("stages");
  }

  @Test
  void neitherThreadsNorFileOrderNorTheFoldersNameShow() throws IOException {
    Path one = Rehearsal.get().copyTo(folder.resolve("one"), false);
    Path two = Rehearsal.get().copyTo(folder.resolve("two of 二"), true);
    SortedMap<String, String> first = investigate(one, "--threads", "1");
    assertEquals(13, first.size(), first.keySet().toString());
    assertEquals(first, investigate(two, "--threads", "2"));
  }

  @Test
  void aSecondRunTakesTheAnswerAgainAndSaysSo() throws IOException {
    Path one = Rehearsal.get().copyTo(folder.resolve("one"), false);
    SortedMap<String, String> first = investigate(one);
    Command again = Command.run("investigate", one.toString());
    assertTrue(again.err().contains("Nothing has changed"), again.err());
    assertEquals(first, Rehearsal.result(one));
    assertEquals(4, stages(one).size());
    stages(one).forEach(stage -> assertTrue(stage.path("reused").asBoolean(), stage.toString()));
    Command printed = Command.run("investigate", one.toString(), "--json", "--quiet");
    assertEquals(Files.readString(one.resolve("result/findings.json")), printed.out());
  }

  @Test
  void anAnswerThatWasAlteredOrDeletedIsMadeAgain() throws IOException {
    Path one = Rehearsal.get().copyTo(folder.resolve("one"), false);
    SortedMap<String, String> first = investigate(one);
    Path findings = one.resolve("result/findings.json");
    Files.writeString(findings, Files.readString(findings).replace("possible", "surely"));
    assertEquals(first.get("findings.json"), investigate(one).get("findings.json"));
    Rehearsal.delete(one.resolve("result"));
    Rehearsal.delete(one.resolve("work"));
    assertEquals(first, investigate(one));
  }

  @Test
  void oneNewFileCostsOneFileAndTellsWhatBecameOfEachPerson() throws IOException {
    Path one = Rehearsal.get().copyTo(folder.resolve("one"), false);
    SortedMap<String, String> first = investigate(one);
    Path found = one.resolve("files/found-on-their-server/late.csv");
    Files.writeString(found, "name,email\nLate Comer,late@comer.example\n");
    SortedMap<String, String> second = investigate(one);
    assertEquals(1, stages(one).get(2).path("units").asInt(), stages(one).toString());
    assertFalse(stages(one).get(3).path("reused").asBoolean());
    assertNotEquals(first.get("lineage.parquet"), second.get("lineage.parquet"));
    assertEquals(second, investigate(one), "told once, not at each look");
  }
}
