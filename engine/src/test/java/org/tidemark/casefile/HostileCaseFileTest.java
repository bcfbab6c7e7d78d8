package org.tidemark.casefile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;

class HostileCaseFileTest {
  @Test
  void textThatIsNoYamlNamesTheLine() {
    check("tidemark: 1\ncase: \"open\nmore", "case.yaml:3: is no YAML here: ");
    check("tidemark: 1\n\tcase: x", "case.yaml:2: is no YAML here: ");
    check(
        "", "case.yaml:1: is empty (expected: a case file). Make one with 'tidemark init FOLDER'.");
    check(
        "just words", "case.yaml:1: is the single value 'just words' (expected: keys with values");
    check("[1, 2]", "case.yaml:1: is a list (expected: keys with values");
  }

  @Test
  void tagsAndAliasesAndSecondDocumentsAreRefused() {
    check("a: !!javax.script.ScriptEngineManager [x]", "case.yaml:1: has the tag ");
    check("a: &x [1]\nb: *x", "case.yaml:2: has an alias (*name). Write the value out.");
    check("a: 1\n---\nb: 2", "case.yaml:2: has a second document ('---')");
  }

  @Test
  void nestingAndSizeHaveBounds() {
    check("a: " + "[".repeat(100_000), "case.yaml:1: nests or holds more");
    check("a: [" + "x,".repeat(500_000) + "]", "case.yaml:1: nests or holds more");
    check("a: " + "x".repeat(5 << 20), "case.yaml: has 5242883 bytes (expected: at most 4194304)");
  }

  @Test
  void otherEncodingsAreNamedByLine() {
    byte[] bytes = "tidemark: 1\ncase: 名前\n".getBytes(Charset.forName("Shift_JIS"));
    checkBytes(bytes, "case.yaml:2: holds bytes that are not UTF-8. Save the file as UTF-8.");
    byte[] marked = "\uFEFFtidemark: 3\n".getBytes(StandardCharsets.UTF_8);
    checkBytes(marked, "case.yaml:1: tidemark: '3' was made for a newer Tidemark");
  }

  @Test
  void controlCharactersCannotReachTheTerminal() {
    check("tidemark: \"\\e[2J\"", "case.yaml:1: tidemark: '\\u001b[2J' is no case file number");
  }

  @Test
  void noBytesMakeTheReaderFail() {
    long seed = 20231127;
    Random random = new Random(seed);
    String alphabet = "{}[]:,-#&*!|>'\"%@` \n\tabtidemark1~?\\";
    for (int i = 0; i < 3_000; i++) {
      StringBuilder text = new StringBuilder(random.nextBoolean() ? "tidemark: 1\n" : "");
      for (int n = random.nextInt(40); n > 0; n--) {
        text.append(alphabet.charAt(random.nextInt(alphabet.length())));
      }
      assertInstanceOf(
          CaseReading.Faulty.class, CaseFileReader.read(text.toString()), "seed " + seed + "/" + i);
    }
  }

  @Test
  void rulingsOfTheBrowserAreReadLineByLine() {
    RulingBlocks.Lines lines = RulingBlocks.readLines("""
        {"hop": "Haaaaaaaaaaaaaaaa", "grade": "confirmed", "at": "2023-10-28T10:00:00Z", "by": \
        "K", "why": "w"}

        {"hop": "x", "grade": "maybe", "at": "2023-10-28T10:00:00Z", "by": "K", "why": "w"}
        {"hop": "cut in the mid
        """);
    assertEquals(1, lines.rulings().size());
    assertEquals(1, lines.rulings().get(0).line());
    assertEquals(2, lines.problems().size());
    assertEquals(
        "rulings.jsonl:3: grade: 'maybe' is not known here (expected: one of confirmed,"
            + " possible, excluded).",
        lines.problems().get(0).text("rulings.jsonl"));
    assertEquals(4, lines.problems().get(1).line());
  }

  private static void check(String yaml, String expectedStart) {
    checkBytes(yaml.getBytes(StandardCharsets.UTF_8), expectedStart);
  }

  private static void checkBytes(byte[] yaml, String expectedStart) {
    CaseReading.Faulty faulty =
        assertInstanceOf(CaseReading.Faulty.class, CaseFileReader.read(yaml));
    String text = faulty.problems().get(0).text("case.yaml");
    assertTrue(text.startsWith(expectedStart), text);
  }
}
