package org.tidemark.trail;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** When an act of a held account is its owner's (RULES.md sections 1 and 4, usual). */
class OwnersTest {
  private static final String HELD = "foothold account:kim 10:00;";
  private static final String HABIT = "-40d 09:00 kim pc2->fs1; -20d 09:00 kim pc2->fs1;";
  private static final String COVERED = "-1d log pc2 logon until +2d;";
  private static final String ACT = "12:00 kim pc2->fs1 session 7;";

  @TempDir
  Path temp;

  private void checkHops(String world, String hops) {
    assertEquals(hops, Seen.of(temp, world, Seen::hops), world);
  }

  private void checkActs(String world, String excluded, String unknown) {
    assertEquals(
        excluded,
        Seen.of(
            temp,
            world,
            trail -> String.join(
                "; ",
                trail.excluded().stream()
                    .filter(e -> e.kind().equals("account"))
                    .map(e -> e.name() + " " + e.rule().id() + " " + e.acts())
                    .toList())),
        world);
    assertEquals(
        unknown,
        Seen.of(
            temp,
            world,
            trail -> String.join(
                "; ",
                trail.unknown().stream()
                    .filter(u -> u.rule() == Rule.UNUSUAL_ELSEWHERE || u.rule() == Rule.NO_BASELINE)
                    .map(u -> u.host() + (u.rule() == Rule.NO_BASELINE ? " no-baseline" : ""))
                    .toList())),
        world);
  }

  @Test
  void theOwnerAtTheUsualCoveredHostIsExcluded() {
    String world = HELD + HABIT + COVERED + ACT;
    checkHops(world, "");
    checkActs(world, "kim owner-elsewhere 1", "");
  }

  @Test
  void withoutCoverageNothingIsExcluded() {
    checkActs(HELD + HABIT + ACT, "", "pc2");
    checkActs(HELD + HABIT + ACT + COVERED + "11:00 cleared pc2", "", "pc2");
    checkActs(HELD + HABIT + ACT + "11:00 log pc2 logon until +2d", "", "pc2");
    checkActs(HELD + HABIT + ACT + "-1d log pc2 file until +2d", "", "pc2");
  }

  @Test
  void withoutABaselineNothingIsExcluded() {
    checkActs(HELD + COVERED + ACT, "", "pc2 no-baseline");
    checkActs(HELD + COVERED + ACT + "-20d 09:00 kim pc2->fs1", "", "pc2 no-baseline");
    checkActs(HELD + COVERED + ACT + "-27d 09:00 kim pc2->fs1", "", "pc2 no-baseline");
    checkActs(HELD + COVERED + ACT + "-29d 09:00 kim pc2->fs1", "kim owner-elsewhere 1", "");
  }

  @Test
  void withoutABaselineNothingIsUsual() {
    String act = "foothold pc2 10:00;" + ACT;
    checkHops(act + HABIT, "kim pc2->fs1 possible owner-like");
    checkHops(act, "kim pc2->fs1 possible held-source");
    checkHops(act + "-27d 09:00 kim pc2->fs1", "kim pc2->fs1 possible held-source");
  }

  @Test
  void habitsOfTheLastFourteenDaysAreNotLearnt() {
    checkActs(HELD + COVERED + ACT + "-40d 09:00 kim pc3->fs1; -13d 09:00 kim pc2->fs1", "", "pc2");
    checkActs(
        HELD + COVERED + ACT + "-40d 09:00 kim pc3->fs1; -15d 09:00 kim pc2->fs1",
        "kim owner-elsewhere 1",
        "");
  }

  @Test
  void anUnusualHostIsNotExcluded() {
    checkActs(HELD + COVERED + ACT + "-40d 09:00 kim pc3->fs1", "", "pc2");
    checkActs(HELD + COVERED + ACT + "-40d 09:00 lee pc2->fs1", "", "pc2 no-baseline");
    checkActs(HELD + COVERED + ACT + "-40d 09:00 kim pc2->fs1 failed", "", "pc2 no-baseline");
  }

  @Test
  void theOwnersWayFromAHeldHostIsPossibleAndCountedApart() {
    checkHops(
        "foothold pc2 10:00;" + HABIT + ACT + "12:01 lee pc2->fs1 session 8",
        "kim pc2->fs1 possible owner-like; lee pc2->fs1 possible held-source");
  }

  @Test
  void aProofRuleConfirmsWhatItFinds() {
    checkHops(
        "case proof: held-source; foothold pc2 10:00;" + HABIT + ACT
            + "12:01 lee pc2->fs1 session 8",
        "kim pc2->fs1 possible owner-like; lee pc2->fs1 confirmed held-source");
  }

  @Test
  void whatIsAtBestPossibleNoProofRuleConfirms() {
    checkHops(
        "case proof: held-account-shared-source; foothold account:kim 10:00; case shared: 10.0.0.5;"
            + "10:30 kim 10.0.0.5->fs1 session 7",
        "kim 10.0.0.5->fs1 possible held-account-shared-source");
    checkHops(
        "case proof: order-unsure; foothold pc2 10:00; 09:59:59 lee pc2->fs1 session 8",
        "lee pc2->fs1 possible order-unsure");
  }
}
