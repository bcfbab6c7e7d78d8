package org.tidemark.casefile;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class GlobTest {
  @Test
  void aStarStopsAtASlash() {
    checkPath("files/*.csv", "files/a.csv", true);
    checkPath("files/*.csv", "files/a/b.csv", false);
    checkPath("*/b", "a/b", true);
    checkPath("*/b", "a/c/b", false);
    checkPath("a*c*e", "abcde", true);
    checkPath("a*c*e", "abcdc", false);
  }

  @Test
  void twoStarsCrossSlashes() {
    checkPath("files/**", "files/a/b.csv", true);
    checkPath("files/**", "filesystem/a", false);
    checkPath("**.csv", "a/b/c.csv", true);
    checkPath("a**z", "a/b/c/z", true);
    checkPath("**", "", true);
  }

  @Test
  void twoStarsAndASlashAlsoMatchNoFolder() {
    checkPath("**/hr/**", "hr/staff.csv", true);
    checkPath("**/hr/**", "files/hb-fs01/hr/staff.csv", true);
    checkPath("**/hr/**", "files/hb-fs01/chr/staff.csv", false);
    checkPath("**/crm.csv", "crm.csv", true);
    checkPath("a/**/b", "a/b", true);
    checkPath("a/**/b", "a/x/y/b", true);
    checkPath("a/**/b", "a/xb", false);
    checkPath("**/x/**/*.csv", "a/x/b/x/c/d.csv", true);
    checkPath("**/x/**/*.csv", "a/x/b/x/c/d.txt", false);
  }

  @Test
  void aQuestionMarkIsOneCharacterOtherThanASlash() {
    checkPath("a?c", "abc", true);
    checkPath("a?c", "a/c", false);
    checkPath("a?c", "ac", false);
  }

  @Test
  void aPathThatEndsInASlashMeansAllBelow() {
    checkPath("logs/", "logs/a/b.json", true);
    checkPath("logs/", "logs2/a", false);
  }

  @Test
  void allElseStandsForItself() {
    checkPath("a.b(c)[d]+", "a.b(c)[d]+", true);
    checkPath("a.b", "axb", false);
    checkPath("\\\\hb-fs01\\share\\*", "\\\\hb-fs01\\share\\a.csv", true);
  }

  @Test
  void caseCountsInPathsAndNotInHosts() {
    checkPath("Files/*", "files/a", false);
    checkHost("HB-*", "hb-fs01", true);
    checkHost("hb-*", "HB-FS01", true);
    checkHost("*.harbour.example", "www.Harbour.Example", true);
  }

  @Test
  void composedAndDecomposedLettersAreEqual() {
    checkPath("か\u3099/*", "が/a", true);
    checkPath("が/*", "か\u3099/a", true);
  }

  @Test
  void aHostileNameDoesNotTakeForever() {
    checkPath("*a*a*a*a*a*a*a*a*a*b", "a".repeat(5_000), false);
    checkPath("**a**a**a**a**a**a**b", "a".repeat(5_000), false);
    checkPath("**/*a*a*b", "aaaa/".repeat(1_000), false);
  }

  private static void checkPath(String glob, String name, boolean expected) {
    assertEquals(
        expected, Glob.ofPath(glob).matches(name), glob + " on " + name.length() + " characters");
  }

  private static void checkHost(String glob, String name, boolean expected) {
    assertEquals(expected, Glob.ofHost(glob).matches(name), glob + " on " + name);
  }
}
