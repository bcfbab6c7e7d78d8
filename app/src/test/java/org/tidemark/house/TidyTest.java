package org.tidemark.house;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * No loose ends: what is written down stands for every reader, on every machine, without a date.
 */
class TidyTest {
  /** A pattern that no file of some sort may hold. Spelt in two parts, so that this file passes. */
  private record Banned(Pattern pattern, Predicate<SourceFile> where, String expected) {
    static Banned of(String first, String rest, Predicate<SourceFile> where, String expected) {
      return new Banned(Pattern.compile(first + rest), where, expected);
    }
  }

  private static final List<Banned> BANNED = List.of(
      Banned.of("\\b(TO", "DO|FIX" + "ME)\\b(?!.*#\\d)", SourceFile::isCode, "an issue number"),
      Banned.of("@au", "thor\\b", SourceFile::isCode, "no names of people in code"),
      Banned.of("@Dis", "abled|@Ig" + "nore\\b", SourceFile::isTest, "no skipped test"),
      Banned.of("\\bassu", "m(eTrue|eFalse|ingThat)\\(", SourceFile::isTest, "no skipped test"),
      Banned.of("Thread\\.sl", "eep\\(", SourceFile::isTest, "no test that waits"),
      Banned.of("assertTime", "out|@Time" + "out", SourceFile::isTest, "no timed test"),
      Banned.of("moc", "kito", SourceFile::isJava, "no mocks of our own types"),
      Banned.of(
          "(?<![\\w.])/(ho",
          "me|Us" + "ers|ro" + "ot|wo" + "rk)/[a-z]",
          f -> !f.path().contains("/src/test/resources/"),
          "no machine path"));

  static List<String> problems(List<SourceFile> files) {
    List<String> problems = new ArrayList<>();
    for (SourceFile file : files) {
      if (file.path().contains("/src/main/") && !file.path().matches("[\\w./-]+")) {
        problems.add(file.path() + ": the stamp's script needs plain names below src/main");
      }
      for (int i = 0; i < file.lines().size(); i++) {
        for (Banned banned : BANNED) {
          if (banned.where().test(file)
              && banned.pattern().matcher(file.lines().get(i)).find()) {
            problems.add(file.path() + ":" + (i + 1) + ": expected: " + banned.expected());
          }
        }
      }
    }
    problems.addAll(packagesWithoutNullMarked(files));
    return problems;
  }

  private static List<String> packagesWithoutNullMarked(List<SourceFile> files) {
    List<String> marked = files.stream()
        .filter(f -> f.path().endsWith("/package-info.java"))
        .filter(f -> f.text().contains("@NullMarked"))
        .map(f -> folder(f.path()))
        .toList();
    return files.stream()
        .filter(SourceFile::isJava)
        .map(f -> folder(f.path()))
        .distinct()
        .filter(folder -> !marked.contains(folder) && !hasMarkedTwin(folder, marked))
        .map(folder -> folder + ": expected: a package-info.java with @NullMarked")
        .toList();
  }

  /** Tests of a package that is marked under src/main are marked with it. */
  private static boolean hasMarkedTwin(String folder, List<String> marked) {
    return marked.contains(folder.replace("/src/test/", "/src/main/"));
  }

  private static String folder(String path) {
    return path.substring(0, path.lastIndexOf('/'));
  }

  @Test
  void nothingIsLeftLoose() {
    assertEquals("", String.join("\n", problems(SourceFile.all())));
  }

  @Test
  void looseEndsAreFound() {
    SourceFile marked =
        SourceFile.of("m/src/main/java/a/package-info.java", "@NullMarked\npackage a;");
    SourceFile test = SourceFile.of(
        "m/src/test/java/a/ATest.java",
        "// TO" + "DO later\n// TO" + "DO #12 later\n@Dis" + "abled\nPath.of(\"/ho" + "me/x\");");
    SourceFile unmarked = SourceFile.of("m/src/main/java/b/B.java", "package b;");
    SourceFile blank = SourceFile.of("m/src/main/resources/a b.txt", "");
    assertEquals(
        List.of(
            "m/src/test/java/a/ATest.java:1: expected: an issue number",
            "m/src/test/java/a/ATest.java:3: expected: no skipped test",
            "m/src/test/java/a/ATest.java:4: expected: no machine path",
            "m/src/main/resources/a b.txt: the stamp's script needs plain names below src/main",
            "m/src/main/java/b: expected: a package-info.java with @NullMarked"),
        problems(List.of(marked, test, unmarked, blank)));
  }
}
