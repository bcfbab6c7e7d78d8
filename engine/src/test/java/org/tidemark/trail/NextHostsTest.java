package org.tidemark.trail;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which hosts to image and to isolate next, and in which order. */
class NextHostsTest {
  private static final String HELD = "foothold pc1 10:00;";

  @TempDir
  Path temp;

  private void check(String world, String next) {
    assertEquals(next, Seen.of(temp, world, Seen::next), world);
  }

  @Test
  void aFootholdIsImagedAndIsolated() {
    check(HELD + "10:05 x pc9->pc9", "1 pc1* held confirmed 0 image isolate");
  }

  @Test
  void aHostOnlyReachedIsLeftAlone() {
    check(HELD + "10:05 kim pc1->fs1 session 7", "1 pc1* held confirmed 1 image isolate");
  }

  @Test
  void theSurestComeFirstThenAdministratorsThenThoseWithMostHops() {
    check(
        HELD + "10:05 kim pc1->fs1 type 10 session 7; 10:06 kim pc1->fs2 type 10 session 8;"
            + "10:07 kim pc1->fs3 session 9; 10:08 admin fs3 session 9 by kim;"
            + "10:20 kim fs2->fs4 session 4",
        "1 pc1* held confirmed 3 image isolate; 2 fs3* held possible 1 image isolate;"
            + " 3 fs2 held possible 2 image isolate; 4 fs1 held possible 1 image isolate");
  }

  @Test
  void aPlatformComesBeforeItsEquals() {
    check(
        HELD + "09:00 controller hb-dc1; 10:05 kim pc1->fs1 type 10 session 7;"
            + "10:06 kim pc1->hb-dc1 type 10 session 8; 10:07 kim pc1->fs1 type 10 session 9",
        "1 pc1* held confirmed 3 image isolate; 2 hb-dc1! held possible 1 image isolate;"
            + " 3 fs1 held possible 2 image isolate");
  }

  @Test
  void whatIsKeptIsNeverIsolated() {
    check("case keep: pc*;" + HELD + "10:05 x pc9->pc9", "1 pc1* held confirmed 0 image spare");
  }

  @Test
  void whatHasEndedIsNotIsolated() {
    check(
        "foothold pc1 10:00 until 11:00; 10:05 x pc9->pc9", "1 pc1* held confirmed 0 image spare");
    check(
        "case moments: contained: @12:00;" + HELD + "10:05 kim pc1->fs1 session 7",
        "1 pc1* held confirmed 1 image spare");
    check(
        "case moments: contained: @12:00;" + HELD + "12:05 kim pc1->fs1 session 7",
        "1 pc1* held confirmed 1 image isolate");
  }

  @Test
  void sourcesOfHopsThatAreNotHeldAreImaged() {
    check(
        "case indicators: {account: kim, grade: confirmed}; 10:05 kim pc5->fs1 session 7",
        "1 pc5 source confirmed 1 image");
    check(
        "foothold account:kim 10:00; 10:05 kim pc5->fs1 session 7", "1 pc5 source unknown 0 image");
  }

  @Test
  void servicesOfAProviderAndAddressesOutsideAreNobodysDisk() {
    check("foothold key:AKIA1 10:00; 10:05 AKIA1 203.0.113.9->s3 cloud", "");
    check("foothold 203.0.113.9 10:00; 10:05 kim 203.0.113.9->fs1 session 7", "");
  }

  @Test
  void whatNoLogShowsOfAHeldHostIsNamed() {
    String none = Seen.of(temp, HELD + "10:05 x pc9->pc9", t -> unseen(t, "pc1"));
    assertEquals("process change", none);
    String some = "09:00 run pc1 a.exe; 12:00 run pc1 a.exe;";
    assertEquals("change", Seen.of(temp, HELD + some, t -> unseen(t, "pc1")));
    assertEquals(
        "process change",
        Seen.of(temp, HELD + "10:30 run pc1 a.exe; 12:00 run pc1 a.exe", t -> unseen(t, "pc1")));
    assertEquals(
        "process",
        Seen.of(temp, HELD + "09:00 create pc1 a; 12:00 create pc1 b", t -> unseen(t, "pc1")));
  }

  private static String unseen(Trail trail, String host) {
    return trail.nextHosts().stream()
        .filter(next -> next.host().equals(host))
        .map(next -> String.join(" ", next.unseen()))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void theReasonsArePlain() {
    String why = Seen.of(
        temp,
        HELD + "10:05 kim pc1->fs1 session 7; 10:06 service fs1 evil session 7 by kim;"
            + "10:08 kim pc1->fs3 session 9; 10:08 admin fs3 session 9 by kim",
        trail -> trail.nextHosts().toString());
    assertTrue(why.contains("the intruder started from it"), why);
    assertTrue(why.contains("code ran there: memory and disk hold"), why);
    assertTrue(why.contains("whether code ran there is open: an image settles it"), why);
    assertTrue(why.contains("the intruder may hold it, and no end of that is known"), why);
  }
}
