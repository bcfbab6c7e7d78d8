package org.tidemark.trail;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.tidemark.testing.Project;

/** docs/reference/rules.md is made from {@link Rule}; every rule is spoken of in some test. */
class RulesPageTest {
  private static final String REWRITE = "tidemark.rewrite";
  private static final String HEAD = """
      # The rules of the trail

      The id of one of these stands beside every grade in `trail.json`; the sentence is what a
      responder reads out. What a rule may conclude is said where the code is.

      This page is made from `Rule` and a test holds it equal to it. To write it anew:
      `./mvnw -pl engine test -Dtest=RulesPageTest -Dtidemark.rewrite=true`.

      | rule | what it says |
      |---|---|
      """;

  @Test
  void thePageSaysWhatTheCodeSays() throws IOException {
    StringBuilder page = new StringBuilder(HEAD);
    for (Rule rule : Rule.values()) {
      page.append("| `")
          .append(rule.id())
          .append("` | ")
          .append(rule.sentence())
          .append(" |\n");
    }
    Path file = Project.root().resolve("docs/reference/rules.md");
    if (Boolean.getBoolean(REWRITE)) {
      Files.writeString(file, page);
    }
    assertEquals(
        page.toString(),
        Files.exists(file) ? Files.readString(file) : "",
        "docs/reference/rules.md is not what Rule says; write it anew with -D" + REWRITE + "=true");
  }

  @Test
  void everyRuleIsInATest() throws IOException {
    StringBuilder tests = new StringBuilder();
    Path root = Project.root().resolve("engine/src/test/java/org/tidemark/trail");
    try (Stream<Path> files = Files.walk(root)) {
      for (Path file : files.filter(f -> f.toString().endsWith("Test.java")).toList()) {
        tests.append(Files.readString(file));
      }
    }
    List<String> missing = new ArrayList<>();
    for (Rule rule : Rule.values()) {
      if (tests.indexOf(rule.id()) < 0 && tests.indexOf("Rule." + rule.name()) < 0) {
        missing.add(rule.id());
      }
    }
    assertTrue(missing.isEmpty(), "no test speaks of " + missing);
  }
}
