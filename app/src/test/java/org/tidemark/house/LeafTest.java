package org.tidemark.house;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * Modules know of each other what the layout allows: {@code drill}'s truth stays a second opinion.
 */
class LeafTest {
  private static final Pattern IMPORT =
      Pattern.compile("^import (?:static )?(org\\.tidemark\\.\\w+)");

  /** Modules whose sources may import packages of these only. */
  private static final Map<String, Set<String>> MAY_IMPORT = Map.of(
      "drill", Set.of("org.tidemark.drill"),
      "spark", Set.of("org.tidemark.spark", "org.tidemark.engine"));

  static List<String> problems(List<SourceFile> files) {
    List<String> problems = new ArrayList<>();
    for (SourceFile file : files) {
      String module = file.path().split("/")[0];
      if (!file.isJava() || file.isTest() || !MAY_IMPORT.containsKey(module)) {
        continue;
      }
      for (String line : file.lines()) {
        Matcher imported = IMPORT.matcher(line);
        if (imported.find() && !MAY_IMPORT.get(module).contains(imported.group(1))) {
          problems.add(file.path() + " imports " + imported.group(1));
        }
      }
    }
    return problems;
  }

  @Test
  void leavesImportWhatTheyMay() {
    assertEquals("", String.join("\n", problems(SourceFile.all())));
  }

  @Test
  void aDrillThatAsksTheEngineIsFound() {
    assertEquals(
        List.of("drill/src/main/java/D.java imports org.tidemark.trail"),
        problems(List.of(SourceFile.of(
            "drill/src/main/java/D.java",
            "import org.tidemark.trail.Hop;\nimport java.util.List;"))));
  }
}
