package org.tidemark.house;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A file of code has at most 400 lines of at most 100 columns. */
class SizeTest {
  private static final int LINES = 400;
  private static final int COLUMNS = 100;

  /**
   * Files that may be longer, with their length. An entry may shrink and go, never grow or join.
   */
  private static final Map<String, Integer> EXCEPTIONS = Map.of();

  static List<String> problems(List<SourceFile> files, Map<String, Integer> exceptions) {
    List<String> problems = new ArrayList<>();
    for (SourceFile file : files) {
      if (!file.isCode()) {
        continue;
      }
      int allowed = exceptions.getOrDefault(file.path(), LINES);
      int length = file.lines().size();
      if (length > allowed) {
        problems.add(file.path() + ": " + length + " lines (expected: at most " + allowed + ")");
      } else if (allowed > LINES && length < allowed) {
        problems.add(file.path() + ": is shorter than its exception; write " + length + " there");
      }
      for (int i = 0; i < length && !file.path().endsWith(".html"); i++) {
        String line = file.lines().get(i);
        int columns = line.codePointCount(0, line.length());
        // The formatter does not break imports, nor what follows the end of a text block.
        boolean breakable = !line.startsWith("import ") && !line.contains("\"\"\"");
        if (columns > COLUMNS && breakable && !line.contains("://")) {
          problems.add(file.path() + ":" + (i + 1) + ": " + columns + " columns (expected: at most "
              + COLUMNS + ")");
        }
      }
    }
    return problems;
  }

  @Test
  void noFileOfCodeIsTooLongOrTooWide() {
    assertEquals("", String.join("\n", problems(SourceFile.all(), EXCEPTIONS)));
  }

  @Test
  void aLongFileAWideLineAndAnExceptionThatCouldShrinkAreFound() {
    SourceFile longer = new SourceFile("a/A.java", Collections.nCopies(401, "x"));
    SourceFile wide = SourceFile.of("mvnw", "#!/bin/sh\n" + "x".repeat(101));
    SourceFile shrunk = new SourceFile("b/B.css", Collections.nCopies(410, "x"));
    SourceFile prose = new SourceFile("c.md", Collections.nCopies(900, "x".repeat(300)));
    assertEquals(
        List.of(
            "a/A.java: 401 lines (expected: at most 400)",
            "mvnw:2: 101 columns (expected: at most 100)",
            "b/B.css: is shorter than its exception; write 410 there"),
        problems(List.of(longer, wide, shrunk, prose), Map.of("b/B.css", 500)));
  }
}
