package org.tidemark.trail;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tickets that no controller gave, where the controllers' logs can say so (RULES.md section 3). */
class ForgedTicketsTest {
  private static final String HELD =
      "foothold pc1 10:00; 09:00 address pc1 10.0.0.5; -20d log hb-dc1 logon until +2d;";
  private static final String KNOWN = "-15d grant hb-dc1 - by HARBOUR\\kim from 10.0.0.6;";
  private static final String TICKET = "10:30 ticket hb-dc1 fs1 by HARBOUR\\kim from 10.0.0.5;";

  @TempDir
  Path temp;

  private void check(String world, String accounts) {
    assertEquals(accounts, Seen.of(temp, world, Seen::accounts), world);
  }

  @Test
  void aTicketWithoutATicketToGetTicketsIsASign() {
    check(HELD + KNOWN + TICKET, "harbour\\kim 10:30 forged-ticket");
    check(HELD + KNOWN + "-2d grant hb-dc1 - by HARBOUR\\kim from 10.0.0.6;" + TICKET, "");
  }

  @Test
  void whereTheLogsDoNotReachBackItIsNone() {
    String later = HELD.replace("-20d log", "-3d log");
    check(later + "-2d grant hb-dc1 - by HARBOUR\\lee from 10.0.0.6;" + TICKET, "");
    check(HELD + KNOWN + "-1d cleared hb-dc1;" + TICKET, "");
  }

  @Test
  void anAccountThatTheseControllersNeverServedIsAnotherDirectorys() {
    check(HELD + "-15d grant hb-dc1 - by HARBOUR\\lee from 10.0.0.6;" + TICKET, "");
  }

  @Test
  void aWeakTicketOfAnAccountThatOnlyGotStrongOnesIsASign() {
    String weak = "10:29 grant hb-dc1 - by HARBOUR\\kim from 10.0.0.5 type 0x17;";
    check(HELD + KNOWN + weak + TICKET, "harbour\\kim 10:30 rc4-downgrade");
    check(HELD + weak + TICKET, "");
    check(HELD + KNOWN.replace(";", " type 0x17;") + weak + TICKET, "");
  }

  @Test
  void aTicketFromAHostThatIsNotHeldIsNoSign() {
    check(HELD + KNOWN + TICKET.replace("10.0.0.5", "10.0.0.9"), "");
  }
}
