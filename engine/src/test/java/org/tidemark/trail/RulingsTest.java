package org.tidemark.trail;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A responder's decisions come before every rule, and what they contradict is told. */
class RulingsTest {
  private static final String WORLD =
      "foothold pc1 10:00; 10:05 kim pc1->fs1 type 10 session 7;" + "10:30 lee fs1->db1 session 8;";
  private static final String SIGN = "case indicators: {account: kim, grade: confirmed};";

  @TempDir
  Path temp;

  private void check(String world, String hops, String problems) {
    assertEquals(hops, Seen.of(temp, world, Seen::hops), world);
    assertEquals(problems, Seen.of(temp, world, Seen::problems), world);
  }

  private static String ruling(String target, String grade) {
    return "case rulings: {" + target + ", grade: " + grade + ", at: @18:00, by: b, why: w};";
  }

  private String firstHop(String world) {
    return "hop: " + Seen.of(temp, world, trail -> trail.hops().get(0).id());
  }

  @Test
  void aRulingConfirmsAHopAndWhatStandsOnIt() {
    check(
        WORLD + ruling(firstHop(WORLD), "confirmed"),
        "!kim pc1->fs1 confirmed ruling; lee fs1->db1 possible held-source",
        "");
  }

  @Test
  void aRulingExcludesAHopAndWhatStandsOnIt() {
    String world = WORLD + ruling(firstHop(WORLD), "excluded");
    check(world, "", "");
    assertEquals(
        "account kim ruling 1", Seen.of(temp, world, Seen::excluded).replaceAll("; host.*", ""));
  }

  @Test
  void aRulingAgainstConfirmedEvidenceIsAppliedAndTold() {
    String id = firstHop(SIGN + WORLD);
    check(
        SIGN + WORLD + ruling(id, "excluded"),
        "",
        "rulings: hop " + id.substring(5) + " is ruled excluded against confirmed evidence; the"
            + " ruling is applied. Check it, and say in `why` what speaks against the evidence.");
  }

  @Test
  void aRulingExcludesAHostAndWhatStandsOnIt() {
    check(
        WORLD + ruling("host: FS1.harbour.example", "excluded"),
        "!kim pc1->fs1 possible held-source",
        "");
  }

  @Test
  void aRulingConfirmsThatAHostIsHeld() {
    String world = WORLD + ruling("host: fs1", "confirmed");
    assertEquals(
        "pc1* held confirmed declared-foothold; fs1 held confirmed ruling;"
            + " db1 reached possible session-used",
        Seen.of(temp, world, Seen::places));
  }

  @Test
  void aRulingWhoseTargetIsGoneIsTold() {
    check(
        "foothold pc1 10:00; 09:00 kim pc1->fs1; 10:00 x pc9->pc9;"
            + ruling("hop: haaaaaaaaaaaaaaaa", "confirmed"),
        "",
        "rulings: hop haaaaaaaaaaaaaaaa is not in the trail; the ruling does nothing. Check the id,"
            + " or remove it if its evidence was taken out.");
  }

  @Test
  void aRulingOnAnAccountComesBeforeWhatWouldHoldIt() {
    String world =
        "foothold pc1 10:00; 09:00 kim ?->pc1 type 2 session 3;" + "10:30 kim ?->fs1 session 7;";
    assertEquals("kim ?->fs1 possible held-account-no-source", Seen.of(temp, world, Seen::hops));
    assertEquals("", Seen.of(temp, world + ruling("account: kim", "excluded"), Seen::hops));
    assertEquals(
        "kim 10:00 ruling",
        Seen.of(temp, world + ruling("account: kim", "confirmed"), Seen::accounts));
  }

  @Test
  void aRulingThatNoRuleReadsIsTold() {
    String told =
        Seen.of(temp, WORLD + ruling("object: O234567abcdefghij", "excluded"), Seen::problems);
    assertEquals(
        "rulings: object on line N does nothing yet; rulings on hop, session, host, account,"
            + " key are applied. Rule on these instead.",
        told.replaceAll("line \\d+", "line N"));
  }
}
