package org.tidemark.trail;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is said of places where no hop was seen (RULES.md sections 1 and 2). */
class PlacesTest {
  private static final String HELD = "foothold pc1 10:00; 09:50 x pc9->pc9;";
  private static final String COVERED = "-1d log fs1 logon until +2d;";

  @TempDir
  Path temp;

  private void check(String world, String place, String excluded, String unknown) {
    assertEquals(place, of(Seen.of(temp, world, Seen::places)), world);
    assertEquals(excluded, of(Seen.of(temp, world, Seen::excluded)), world);
    assertEquals(unknown, of(Seen.of(temp, world, Seen::unknown)), world);
  }

  /** What is said of fs1. */
  private static String of(String items) {
    return String.join(
        "; ",
        java.util.Arrays.stream(items.split("; ", -1))
            .filter(item -> item.contains("fs1"))
            .toList());
  }

  @Test
  void aCoveredHostWithoutAnyActIsExcluded() {
    check(HELD + COVERED, "", "host fs1 covered-no-act 0", "");
  }

  @Test
  void contactThatItsOwnLogWouldShowIsExcluded() {
    check(
        HELD + COVERED + "10:30 ticket dc1 fs1 from pc1 by kim",
        "",
        "host fs1 covered-no-act 0",
        "");
  }

  @Test
  void contactWithoutALogIsPossibleAndAskedFor() {
    String possible = "fs1 reached possible contact-no-log asks";
    check(HELD + "10:30 ticket dc1 fs1 from pc1 by kim", possible, "", "");
    check(HELD + "10:30 explicit pc1 fs1 by kim", possible, "", "");
    check("foothold account:kim 10:00; 10:30 ticket dc1 fs1 by kim", possible, "", "");
  }

  @Test
  void contactBeforeTheHoldOrOfSomethingElseIsNone() {
    check(HELD + "09:30 ticket dc1 fs1 from pc1 by kim", "", "", "fs1 in-reach-no-log");
    check(HELD + "10:30 ticket dc1 fs1 from pc8 by kim", "", "", "");
    check(HELD + "10:30 ticket dc1 fs1 from pc1 by PC1$", "", "", "");
  }

  @Test
  void contactInAGapIsPossible() {
    check(
        HELD + COVERED + "10:30 ticket dc1 fs1 from pc1 by kim; 11:00 cleared fs1",
        "fs1 reached possible contact-log-gap asks",
        "",
        "");
  }

  @Test
  void inReachWithoutContactAndWithoutALogIsUnknown() {
    String accepted = "-3d 09:00 ticket dc1 fs1 from pc1 by kim;";
    check("foothold account:kim 10:00;" + accepted, "", "", "fs1 in-reach-no-log");
    check(HELD + accepted, "", "", "fs1 in-reach-no-log");
    check(
        HELD + "case trust: {from: tidal, to: harbour, by: directory, at: fs1};"
            + "-3d 09:00 ticket dc1 fs1 from pc8 by lee",
        "",
        "",
        "fs1 in-reach-no-log");
    check(
        HELD + "case trust: {from: tidal, to: harbour, by: vpn, at: FS1.harbour.example};"
            + "case trust: {from: harbour, to: tidal, by: vpn, at: fs1}",
        "",
        "",
        "fs1 in-reach-no-log");
  }

  @Test
  void outOfReachAndWithoutALogNothingIsSaid() {
    check(HELD + "-3d 09:00 ticket dc1 fs1 from pc8 by lee", "", "", "");
  }

  @Test
  void aMissingOrBrokenLogNeverExcludes() {
    check(HELD + "-3d 09:00 lee pc8->fs1", "", "", "");
    check(HELD + COVERED + "11:00 cleared fs1", "", "", "");
    check(HELD + "11:00 log fs1 logon until +2d", "", "", "");
    check(HELD + "-1d log fs1 logon until +0d; +2d 10:00 x pc9->pc9", "", "", "");
    check(HELD + "-1d log fs1 file until +2d", "", "", "");
    check(HELD + "-1d log fs1 logon until +0d 09:00; 12:00 x pc9->pc9", "", "", "");
  }

  @Test
  void theWindowEndsWithContainment() {
    String moments = "case moments: contained: @11:00;";
    String early = "-1d log fs1 logon until +0d 12:00; +9d 10:00 x pc9->pc9;";
    check(HELD + early, "", "", "");
    check(HELD + moments + early, "", "host fs1 covered-no-act 0", "");
  }
}
