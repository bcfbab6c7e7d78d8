package org.tidemark.trail;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.Locale;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How much a hop differs from what its account usually did, and in which words. */
class LikelihoodTest {
  /** 3 October 2023 was a Tuesday; the baseline ends 14 days before, on 19 September. */
  private static final String HELD = "foothold pc9 02:00;";

  private static final String KIM = daily("kim pc2->fs1", "09:30") + daily("kim pc2->fs3", "10:30");
  private static final String OTHERS = daily("lee pc3->fs2", "09:30") + daily("lee pc9->fs1", "09");

  @TempDir
  Path temp;

  /** Each day but Sundays from 54 to 15 days before the foothold. */
  private static String daily(String what, String hour) {
    StringBuilder world = new StringBuilder();
    String time = hour.length() == 2 ? hour + ":00" : hour;
    for (int day = 54; day >= 15; day--) {
      if (day % 7 != 2) {
        world.append(String.format(Locale.ROOT, "-%dd %s %s;", day, time, what));
      }
    }
    return world.toString();
  }

  private void check(String world, String likelihoods) {
    assertEquals(
        likelihoods,
        Seen.of(
            temp,
            world,
            trail -> trail.hops().stream()
                .map(LikelihoodTest::words)
                .collect(Collectors.joining(" | "))),
        world.substring(world.lastIndexOf(';', world.length() - 2) + 1));
  }

  private static String words(Trail.Hop hop) {
    String share = hop.likelihood().isPresent()
        ? Integer.toString(hop.likelihood().getAsInt())
        : hop.likelihoodRule().map(Rule::id).orElse("");
    return String.join("; ", share, String.join("; ", hop.unusual())).replaceAll("; $", "");
  }

  @Test
  void whatTheOwnerDoesEveryDayIsLessUnusualThanAllElse() {
    check("foothold pc2 02:00;" + KIM + "09:40 kim pc2->fs1 session 7", "0");
  }

  @Test
  void aHostThatTheAccountNeverCameFromIsSaid() {
    check(
        HELD + KIM + OTHERS + "09:40 kim pc9->fs1 session 7",
        "1000; first time in 54 days that this account comes from this host");
  }

  @Test
  void aHostThatTheAccountNeverWentToIsSaid() {
    check(
        "foothold pc2 02:00;" + KIM + OTHERS + "09:40 kim pc2->fs2 session 7",
        "1000; first time in 54 days that this account logs on to this host; nobody came to this"
            + " host from that host in 39 days");
  }

  @Test
  void theSecondTimeIsNotCalledTheFirst() {
    check(
        HELD + KIM + OTHERS + "09:40 kim pc9->fs1 session 7; 09:41 kim pc9->fs1 session 8",
        "1000; first time in 54 days that this account comes from this host | 1000; in 39 days of"
            + " its baseline this account never came from this host");
    check(
        HELD + KIM + OTHERS + "-3d 09:00 kim pc9->fs1; 09:40 kim pc9->fs1 session 7",
        "1000; in 39 days of its baseline this account never came from this host");
  }

  @Test
  void anHourAtWhichTheAccountNeverWorkedIsSaid() {
    check(
        "foothold pc2 02:00;" + KIM + "03:12 kim pc2->fs1 session 7",
        "1000; at an hour (03:12 UTC) at which this account never worked in 39 days");
  }

  @Test
  void anHourBesideTheUsualOnesIsUsual() {
    check("foothold pc2 02:00;" + KIM + "08:12 kim pc2->fs1 session 7", "0");
    check(
        "foothold pc2 02:00;" + KIM + "07:12 kim pc2->fs1 session 7",
        "1000; at an hour (07:12 UTC) at which this account never worked in 39 days");
  }

  @Test
  void aDayOfTheWeekOnWhichTheAccountNeverWorkedIsSaid() {
    check(
        "foothold pc2 02:00;" + KIM + "+5d 09:40 kim pc2->fs1 session 7",
        "1000; on a Sunday (UTC), on which this account never worked in 39 days");
  }

  @Test
  void aKindOfLogonThatTheAccountNeverUsedIsSaid() {
    String desk = daily("kim ?->pc2 type 2", "08");
    check(
        "foothold pc2 02:00;" + KIM + desk + "09:40 kim pc2->fs1 type 10 session 7",
        "1000; first time in 54 days that this account opens a remote desktop");
  }

  @Test
  void aServiceAccountAtAScreenIsSaid() {
    check(
        "foothold pc2 02:00;" + KIM + "09:40 kim pc2->fs1 type 10 session 7",
        "1000; this account never opened a desktop, a shell or a console in 39 days; first time in"
            + " 54 days that this account opens a remote desktop");
  }

  @Test
  void crossingBetweenOrganisationsIsSaidAndWhoseAccountNobodySaw() {
    String habit =
        daily("TIDAL\\kim td-pc2->td-fs1", "09:30") + daily("HARBOUR\\lee hb-pc3->hb-fs1", "09:30");
    check(
        "foothold td-pc2 02:00;" + habit + "09:40 TIDAL\\kim td-pc2->hb-fs1 session 7",
        "1000; first time in 54 days that this account logs on to this host; first time in 54 days"
            + " that this account goes from the one organisation to the other; nobody came to this"
            + " host from that host in 39 days; nobody of tidal logged on to this host in 39 days");
  }

  @Test
  void aPoolOfAddressesIsOneNetwork() {
    StringBuilder pool = new StringBuilder();
    for (int day = 54; day >= 15; day--) {
      pool.append(String.format(Locale.ROOT, "-%dd 09:30 kim 10.9.9.%d->fs1;", day, day));
    }
    String held = "foothold account:kim 02:00;" + pool;
    check(held + "09:40 kim 10.9.9.200->fs1 session 7", "0");
    check(
        held + "09:40 kim 10.9.8.54->fs1 session 7",
        "1000; first time in 54 days that this account comes from this network; nobody came to"
            + " this host from that network in 39 days");
  }

  @Test
  void aRecordWithoutASourceIsUnusualForWhoAlwaysShowedOne() {
    check(
        "foothold account:kim 02:00;" + KIM + "09:40 kim ?->fs1 session 7",
        "1000; first time in 54 days that this account shows no source");
  }

  @Test
  void aHostWhoseLogBeginsLaterSaysNothingOfItsVisitors() {
    check("foothold pc2 02:00;" + KIM + "-20d 09:00 lee pc3->fs5; 09:40 kim pc2->fs5", "0");
  }

  @Test
  void anAccountThatStayedAtItsOwnHostIsUnusualElsewhere() {
    check(
        "foothold pc2 02:00;" + daily("kim ?->pc2 type 2", "09:30") + OTHERS
            + "09:40 kim pc2->fs2 session 7",
        "1000; this account never logged on from one host to another in 39 days; nobody came to"
            + " this host from that host in 39 days");
  }

  @Test
  void whatIsRareButNotNewStandsBetween() {
    String rare = "-30d 09:30 kim pc2->fs2;";
    check("foothold pc2 02:00;" + KIM + OTHERS + rare + "09:40 kim pc2->fs2 session 7", "985");
  }

  @Test
  void withoutABaselineThereIsNoLikelihoodAndTheRuleSaysSo() {
    check(HELD + "09:40 kim pc9->fs1 session 7", "no-baseline");
    check(HELD + "-27d 09:00 kim pc2->fs1; 09:40 kim pc9->fs1 session 7", "no-baseline");
    check(HELD + OTHERS + "-16d 09:00 kim pc2->fs1; 09:40 kim pc9->fs1 session 7", "no-baseline");
  }

  @Test
  void failedLogonsAndTheLastFourteenDaysTeachNothing() {
    String world = HELD + KIM + OTHERS + "09:40 kim pc9->fs1 session 7";
    String expected = "1000; first time in 54 days that this account comes from this host";
    check(world + ";-30d 09:00 kim pc9->fs1 failed", expected);
    check(
        world + ";-13d 09:00 kim pc9->fs1",
        "1000; in 39 days of its baseline this account never came from this host");
  }

  @Test
  void whatBearsASignOfTheIntruderTeachesNothing() {
    String world = HELD + KIM + OTHERS + "09:40 kim pc9->fs1 session 7;";
    check(world + "-30d 09:30 kim pc9->fs1", "985");
    String spy = "case indicators: {account: spy, from: @-60d, grade: possible, why: test};"
        + "-31d 09:00 spy pc9->fs1;";
    String last = Seen.of(
        temp,
        spy + world + "-30d 09:30 kim pc9->fs1",
        trail -> words(trail.hops().get(trail.hops().size() - 1)));
    assertEquals("1000", last);
  }
}
