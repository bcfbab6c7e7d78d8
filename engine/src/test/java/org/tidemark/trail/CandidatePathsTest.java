package org.tidemark.trail;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How the intruder may have come to an act that no path explains: told, never proven. */
class CandidatePathsTest {
  private static final String ACT = "case indicators: {address: 203.0.113.9, grade: confirmed};"
      + "foothold pc1 10:00; 11:00 kim 203.0.113.9->hb-db1 session 7;";

  @TempDir
  Path temp;

  private void check(String world, String candidates) {
    assertEquals(candidates, Seen.of(temp, world, Seen::candidates), world);
  }

  @Test
  void aHeldHostThatHadContactIsACandidate() {
    check(ACT + "10:30 lee pc1->hb-db1 failed", "pc1 candidate-contact 10:30");
    check(ACT + "09:30 lee pc1->hb-db1", "");
    check(ACT + "11:30 lee pc1->hb-db1 failed", "");
    check(ACT + "10:30 lee pc2->hb-db1", "");
  }

  @Test
  void aHeldHostWithTheAccountsCredentialsIsACandidate() {
    // Held without an administrator's rights, so that the cache gives nothing away by itself.
    String held = ACT + "10:05 lee pc1->ts1 type 10 session 5;";
    check(
        held + "09:00 kim ?->ts1 type 2 session 3; 09:30 logoff ts1 session 3 by kim",
        "ts1 candidate-credentials 10:05");
    check(held + "09:00 min ?->ts1 type 2 session 3; 09:30 logoff ts1 session 3 by min", "");
  }

  @Test
  void aTrustOfAnOrganisationThatTheIntruderWasInIsACandidate() {
    String trust = "case trust: {from: tidal, to: harbour, by: shared-directory, at: hb-auth01};";
    check(
        trust + ACT.replace("foothold pc1", "foothold td-pc1"), "hb-auth01 candidate-trust 11:00");
    check(trust + ACT, "");
  }
}
