package org.tidemark.house;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Names say what a thing is to a responder; words that say nothing, or two things, stay out. */
class VocabularyTest {
  private static final Pattern TYPE =
      Pattern.compile("(?:^|\\s)(?:class|interface|record|enum|@interface)\\s+([A-Z]\\w*)");
  private static final Pattern LITERAL = Pattern.compile("\"(?:[^\"\\\\]|\\\\.)*\"");
  private static final Pattern PACKAGE = Pattern.compile("^package ([\\w.]+);");
  private static final List<String> EMPTY_ENDINGS =
      List.of("Manager", "Helper", "Util", "Utils", "Processor", "Handler", "Data", "Info", "Impl");
  private static final Set<String> TWO_MEANINGS = Set.of(
      "Principal",
      "Subject",
      "User",
      "Entity",
      "Event",
      "Alert",
      "Notification",
      "Record",
      "Clock");
  private static final Set<String> DRAWERS =
      Set.of("common", "util", "utils", "core", "shared", "helper", "helpers", "misc");

  static List<String> problems(List<SourceFile> files) {
    List<String> problems = new ArrayList<>();
    for (SourceFile file : files) {
      if (!file.isJava()) {
        continue;
      }
      for (int i = 0; i < file.lines().size(); i++) {
        String place = file.path() + ":" + (i + 1) + ": ";
        String line = file.lines().get(i);
        Matcher name = PACKAGE.matcher(line);
        if (name.find()) {
          Arrays.stream(name.group(1).split("\\."))
              .filter(DRAWERS::contains)
              .forEach(word -> problems.add(place + "package word `" + word + "`"));
        }
        if (isComment(line)) {
          continue;
        }
        Matcher types = TYPE.matcher(LITERAL.matcher(line).replaceAll("\"\""));
        while (types.find()) {
          String type = types.group(1);
          EMPTY_ENDINGS.stream()
              .filter(type::endsWith)
              .forEach(end -> problems.add(place + type + " ends in `" + end + "`"));
          if (TWO_MEANINGS.contains(type)) {
            problems.add(place + "`" + type + "` alone means two things here");
          }
        }
      }
    }
    return problems;
  }

  static boolean isComment(String line) {
    String text = line.strip();
    return text.startsWith("*") || text.startsWith("/*") || text.startsWith("//");
  }

  @Test
  void typeAndPackageNamesKeepToTheVocabulary() {
    assertEquals("", String.join("\n", problems(SourceFile.all())));
  }

  @Test
  void emptyAndDoubleWordsAreFound() {
    List<String> problems = problems(List.of(SourceFile.of(
        "x/A.java",
        "package org.tidemark.util;\n/** A class Helper of note. */\n"
            + "final class LogManager {\n  record Event(int a) {}\n  enum EventKind {}\n}")));
    assertEquals(
        List.of(
            "x/A.java:1: package word `util`",
            "x/A.java:3: LogManager ends in `Manager`",
            "x/A.java:4: `Event` alone means two things here"),
        problems);
    assertTrue(isComment("  * class Foo"));
  }
}
