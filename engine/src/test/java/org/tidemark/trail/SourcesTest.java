package org.tidemark.trail;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Where a logon came from when the target's own record does not say: the ticket, the source's own
 * record, the connection, in that order (RULES.md section 4).
 */
class SourcesTest {
  private static final String HELD =
      "foothold pc1 10:00; 09:00 address pc1 10.0.0.5; 09:00 address pc2 10.0.0.6;";
  private static final String LOGON = "10:30 kim ?->fs1 session 7;";
  private static final String TICKET = "10:30:01 ticket hb-dc1 fs1 by kim from 10.0.0.5;";
  private static final String OTHERS = "10:30:01 ticket hb-dc1 fs1 by kim from 10.0.0.6;";
  private static final String FLOW =
      "09:00 conn zeek 10.0.0.9:1->10.0.0.7:445; 10:29:50 passed pc1 10.0.0.5:4022->10.0.0.7:445;"
          + "09:00 address fs1 10.0.0.7;";

  @TempDir
  Path temp;

  private void check(String world, String sources) {
    assertEquals(sources, Seen.of(temp, world, Seen::sources), world);
  }

  @Test
  void theTargetsOwnRecordComesFirst() {
    check(HELD + "10:30 kim 10.0.0.5->fs1 session 7;" + OTHERS, "kim pc1->fs1 record");
  }

  @Test
  void theControllersTicketSaysWhereFrom() {
    check(HELD + LOGON + TICKET, "kim pc1->fs1 ticket 2");
    check(HELD + LOGON + OTHERS, "");
    check(HELD + LOGON + "10:20 ticket hb-dc1 fs1 by kim from 10.0.0.5", "");
    check(HELD + LOGON + "10:30:01 ticket hb-dc1 fs2 by kim from 10.0.0.5", "");
    check(HELD + LOGON + "10:30:01 ticket hb-dc1 fs1 by lee from 10.0.0.5", "");
  }

  @Test
  void ticketsThatContradictEachOtherSayNothing() {
    check(HELD + LOGON + TICKET + OTHERS, "");
  }

  @Test
  void theSourcesOwnRecordSaysWhereFrom() {
    check(HELD + LOGON + "10:30 explicit pc1 fs1 by kim", "kim pc1->fs1 credentials 2");
    check(HELD + LOGON + "10:30 explicit pc2 fs1 by kim", "");
  }

  @Test
  void theConnectionSaysWhereFrom() {
    check(HELD + LOGON + FLOW, "kim pc1->fs1 flow");
    check(HELD + LOGON + "10:29:50 passed pc1 10.0.0.5:4022->10.0.0.7:80", "");
  }

  @Test
  void theTicketOutranksTheConnection() {
    check(HELD + LOGON + FLOW + OTHERS, "");
  }

  @Test
  void aHeldAccountFromAHostThatIsNotHeldIsNotWithoutSource() {
    String held = "foothold account:kim 10:00; 09:00 address pc2 10.0.0.6;";
    check(held + LOGON, "kim ?->fs1 -");
    check(held + LOGON + OTHERS, "");
  }

  @Test
  void whoseSessionItWasIsTold() {
    check(
        HELD + "09:30 lee ?->pc1 type 2 session 5; 10:30 kim 10.0.0.5->fs1 session 7;"
            + "10:30 explicit pc1 fs1 by kim session 5",
        "kim pc1->fs1 record by lee 2");
  }

  @Test
  void whatIsDoneInAProvenSessionIsProven() {
    String world = "case indicators: {account: kim, from: @10:00, grade: confirmed};"
        + "foothold pc1 10:00; 10:05 kim pc1->fs1 type 10 session 7;"
        + "10:30 explicit fs1 db1 by lee session SESSION; 10:30 lee fs1->db1 session 9";
    assertEquals(
        "!kim pc1->fs1 confirmed indicator-account; lee fs1->db1 confirmed intruders-session",
        Seen.of(temp, world.replace("SESSION", "7"), Seen::hops));
    assertEquals(
        "!kim pc1->fs1 confirmed indicator-account; lee fs1->db1 possible held-source",
        Seen.of(temp, world.replace("SESSION", "8"), Seen::hops));
  }
}
