package org.tidemark.trail;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How much may have left held hosts (RULES.md section 4: one act counts once). */
class OutgoingTest {
  private static final String HELD = "foothold hb-pc1 10:00; case names: {host: hb-pc1, also:"
      + " [10.0.0.5]}; case names: {host: hb-fs1, also: [10.0.0.9]};";
  private static final String OUT = "10.0.0.5:4000->203.0.113.9:443";

  @TempDir
  Path temp;

  private void check(String world, String outgoing) {
    assertEquals(outgoing, Seen.of(temp, HELD + world, Seen::outgoing), world);
  }

  @Test
  void whatAHeldHostSentOutsideIsSummed() {
    check(
        "10:05 conn s1 " + OUT + " out 1000 in 5 for 3;"
            + "10:06 conn s1 10.0.0.5:4001->203.0.113.9:443 out 200 in 5 for 3",
        "hb-pc1->203.0.113.9 outside 1200 in 2 possible held-source");
  }

  @Test
  void whatItAnsweredToSomebodyOutsideHasLeftToo() {
    check(
        "10:05 conn s1 203.0.113.9:4000->10.0.0.5:22 out 7 in 900 for 3",
        "hb-pc1->203.0.113.9 outside 900 in 1 possible held-source");
  }

  @Test
  void onlyTheTimeOfTheHoldCounts() {
    check(
        "09:00 conn s1 " + OUT + " out 1000 in 5 for 3; 10:05 conn s1 " + OUT + " out 1 in 5",
        "hb-pc1->203.0.113.9 outside 1 in 1 possible held-source");
    check(
        "09:59 conn s1 " + OUT + " out 1000 in 5 for 120",
        "hb-pc1->203.0.113.9 outside 1000 in 1 possible held-source");
    assertEquals(
        "pc2->? ? in 0 unknown no-flow-log open",
        Seen.of(
            temp,
            "foothold pc2 10:00 until 11:00; case names: {host: pc2, also: [10.0.0.5]};"
                + "11:00 conn s1 " + OUT + " out 1000 in 5 for 3",
            Seen::outgoing));
  }

  @Test
  void whatStaysInsideIsNotOutgoing() {
    check("10:05 conn s1 10.0.0.5:4000->10.0.0.9:445 out 1000 in 5 for 3", "");
    check(
        "09:00 address srv9 10.0.0.77; 09:00 x srv9->srv9; 10:05 conn s1"
            + " 10.0.0.5:4000->10.0.0.77:445 out 1000 in 5 for 3",
        "");
  }

  @Test
  void hostsThatAreNotHeldAreNotAsked() {
    check(
        "10:05 conn s1 10.0.0.9:4000->203.0.113.9:443 out 1000 in 5 for 3",
        "hb-pc1->? ? in 0 unknown no-flow-log open");
  }

  @Test
  void destinationsAreToldApart() {
    check(
        "10:05 conn s1 10.0.0.5:4000->192.168.0.4:80 out 10 in 5",
        "hb-pc1->192.168.0.4 unresolved 10 in 1 possible held-source");
    check(
        "case shared: 10.0.0.254; 10:05 conn s1 10.0.0.5:4000->10.0.0.254:3128 out 10 in 5",
        "hb-pc1->10.0.0.254 shared 10 in 1 possible held-source");
    check(
        "case indicators: {address: 192.168.0.4, grade: confirmed};"
            + "10:05 conn s1 10.0.0.5:4000->192.168.0.4:80 out 10 in 5",
        "hb-pc1->192.168.0.4 indicator 10 in 1 confirmed indicator-address");
    check(
        "case indicators: {address: 192.168.0.4, until: @10:01, grade: confirmed};"
            + "10:05 conn s1 10.0.0.5:4000->192.168.0.4:80 out 10 in 5",
        "hb-pc1->192.168.0.4 indicator 10 in 1 possible held-source");
  }

  @Test
  void aConnectionThatTwoSensorsSawCountsOnce() {
    check(
        "10:05 conn s1 " + OUT + " out 1000 in 5 for 30;" + "10:05:01 conn s2 " + OUT
            + " out 1010 in 5 for 29",
        "hb-pc1->203.0.113.9 outside 1010 in 1 possible held-source");
    check(
        "again 10:05 conn s1 " + OUT + " out 1000 in 5 for 30",
        "hb-pc1->203.0.113.9 outside 1000 in 1 possible held-source");
    check(
        "10:05 conn s1 " + OUT + " out 1000 in 5 for 30; 10:05 passed hb-pc1 " + OUT,
        "hb-pc1->203.0.113.9 outside 1000 in 1 possible held-source");
  }

  @Test
  void slicesOfOneSensorAreSummedAndThePortThatComesAgainIsAnother() {
    check(
        "10:05 conn s1 " + OUT + " out 600 in 5 for 60; 10:06 conn s1 " + OUT + " out 400 in 5 for"
            + " 60; 10:05 conn s2 " + OUT + " out 990 in 5 for 120",
        "hb-pc1->203.0.113.9 outside 1000 in 2 possible held-source");
    check(
        "10:05 conn s1 " + OUT + " out 600 in 5 for 60; 10:45 conn s2 " + OUT + " out 400 in 5",
        "hb-pc1->203.0.113.9 outside 1000 in 2 possible held-source");
  }

  @Test
  void aConnectionWithoutSizeLeavesTheBoundOpen() {
    check(
        "10:05 passed hb-pc1 " + OUT,
        "hb-pc1->203.0.113.9 outside ? in 1+1 possible held-source" + " open");
    check(
        "10:05 passed hb-pc1 " + OUT + "; 11:05 conn s1 " + OUT + " out 7 in 5",
        "hb-pc1->203.0.113.9 outside 7 in 2+1 possible held-source open");
  }

  @Test
  void refusedAndHalfOpenConnectionsCarriedNothing() {
    check(
        "10:05 conn s1 " + OUT + " out 0 in 0 state S0; 10:06 conn s1"
            + " 10.0.0.5:4000->10.0.0.9:445 out 1 in 5",
        "");
  }

  @Test
  void theWordsSayWhatTheNumberIs() {
    String why = Seen.of(
        temp,
        HELD + "10:05 conn s1 " + OUT + " out 1000 in 5 for 3",
        trail -> trail.outgoing().get(0).why());
    assertEquals("at most 1000 bytes left this way, those of its owner included", why);
    String open = Seen.of(
        temp,
        HELD + "10:05 passed hb-pc1 " + OUT + "; 11:05 conn s1 " + OUT + " out 7 in 5",
        trail -> trail.outgoing().toString());
    assertTrue(
        open.contains(
            "7 bytes left this way, those of its owner included, in those with a size; 1 of 2"
                + " connections have no size, so there is no upper bound"),
        open);
    assertTrue(
        open.contains("a log of connections with sizes (firewall, proxy, flow sensor) for hb-pc1,"
            + " 2023-10-03 to 2023-10-03, from harbour"),
        open);
  }
}
