package org.tidemark.trail;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Clocks that are off, and instants too close to be ordered (RULES.md section 4, clocks). */
class ClocksTest {
  @TempDir
  Path temp;

  private void checkHops(String world, String hops) {
    assertEquals(hops, Seen.of(temp, world, Seen::hops), world);
  }

  private void checkHolds(String world, String holds) {
    assertEquals(holds, Seen.of(temp, world, Seen::holds), world);
  }

  @Test
  void aDeclaredOffsetIsTakenOff() {
    String fast = "logs clock_offset: {fs1: PT10M}; foothold pc1 10:00;";
    checkHops(fast + "10:09:50 kim pc1->fs1 session 7", "");
    checkHops(fast + "10:10 kim pc1->fs1 session 7", "kim pc1->fs1 possible held-source");
    String slow = "logs clock_offset: {fs1: PT-10M}; foothold pc1 10:00;";
    checkHops(slow + "09:50 kim pc1->fs1 session 7", "kim pc1->fs1 possible held-source");
  }

  @Test
  void anOffsetHoldsFromItsInstantOn() {
    String reset = "logs clock_offset: {fs1: [{offset: PT0S}, {from: @12:00, offset: PT10M}]};"
        + "foothold pc1 12:05;";
    checkHops(reset + "12:14 kim pc1->fs1 session 7", "");
    checkHops(reset + "12:16 kim pc1->fs1 session 7", "kim pc1->fs1 possible held-source");
  }

  @Test
  void theOrderAcrossHostsIsThatOfTrueTime() {
    String fast = "logs clock_offset: {fs1: PT10M}; foothold pc1 10:00;"
        + "10:11 kim pc1->fs1 session 7; 10:11 admin fs1 session 7 by kim;";
    checkHolds(fast + "10:02 lee fs1->db1 type 10 session 9", "pc1 10:00; fs1 10:01; db1 10:02");
    checkHolds(fast + "10:00:30 lee fs1->db1 type 10 session 9", "pc1 10:00; fs1 10:01");
    checkHolds(
        fast + "10:02 lee fs1->db1 session 9; 10:03 admin db1 session 9 by lee",
        "pc1 10:00; fs1 10:01; db1 10:03");
  }

  @Test
  void instantsCloserThanTheirErrorsMayStandInEitherOrder() {
    checkHops(
        "foothold pc1 10:00; 09:59:59 kim pc1->fs1 session 7",
        "kim pc1->fs1 possible order-unsure");
    checkHops("foothold pc1 10:00; 09:59:58 kim pc1->fs1 session 7", "");
    checkHops("foothold pc1 10:00; 09:59:59.500 kim pc1->fs1 session 7", "");
    checkHops(
        "foothold pc1 10:00; 09:59:59.999 kim pc1->fs1 session 7",
        "kim pc1->fs1 possible order-unsure");
  }

  @Test
  void aHopsOwnHoldMayHaveComeFirst() {
    checkHops(
        "foothold pc1 10:00; 10:05:01 kim pc1->fs1 type 10 session 7;"
            + "10:05:00 lee fs1->db1 type 10 session 9; 10:06 lee db1->db2 session 9",
        "!lee fs1->db1 possible order-unsure; !kim pc1->fs1 possible held-source;"
            + " lee db1->db2 possible held-source");
    checkHops(
        "foothold pc1 10:00; 10:05:03 kim pc1->fs1 type 10 session 7;"
            + "10:05:00 lee fs1->db1 type 10 session 9",
        "!kim pc1->fs1 possible held-source");
  }

  @Test
  void hopsShowTheTimeAsWrittenAndTheTrueOne() {
    String world = "logs clock_offset: {fs1: PT10M}; foothold pc1 10:00; 10:15 kim pc1->fs1";
    assertEquals("2023-10-03T10:05:00Z 2023-10-03T10:15:00 1000", Seen.of(temp, world, trail -> {
      Trail.Hop hop = trail.hops().get(0);
      return hop.at() + " " + hop.atWritten() + " " + hop.errorMillis();
    }));
  }
}
