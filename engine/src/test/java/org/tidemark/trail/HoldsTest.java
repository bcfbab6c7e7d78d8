package org.tidemark.trail;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What makes a host held rather than reached, and that only what is held goes on (section 3). */
class HoldsTest {
  private static final String HOP = "foothold pc1 10:00; 10:05 kim pc1->fs1 session 7;";
  private static final String NEXT = "10:30 lee fs1->db1 session 9;";

  @TempDir
  Path temp;

  private void checkHolds(String world, String holds) {
    assertEquals(holds, Seen.of(temp, world, Seen::holds), world);
  }

  private void checkHops(String world, String hops) {
    assertEquals(hops, Seen.of(temp, world, Seen::hops), world);
  }

  private void checkPlaces(String world, String places) {
    assertEquals(places, Seen.of(temp, world, Seen::places), world);
  }

  @Test
  void aNetworkLogonReachesAndDoesNotCarryOn() {
    checkHops(HOP + NEXT, "kim pc1->fs1 possible held-source");
    checkPlaces(
        HOP + NEXT, "pc1* held confirmed declared-foothold; fs1 reached possible session-used");
  }

  @Test
  void aDesktopAndAShellHold() {
    checkHolds("foothold pc1 10:00; 10:05 kim pc1->fs1 type 10 session 7", "pc1 10:00; fs1 10:05");
    checkHolds(
        "foothold pc1 10:00; 09:01 address pc1 10.0.0.5; 10:05 kim 10.0.0.5->app1 ssh session 7",
        "pc1 10:00; app1 10:05");
  }

  @Test
  void codeServicesAndTasksHoldFromTheInstantOfTheProof() {
    checkHolds(HOP + "10:06 run fs1 C:\\x.exe session 7 by kim", "pc1 10:00; fs1 10:06");
    checkHolds(HOP + "10:06 service fs1 evil session 7 by kim", "pc1 10:00; fs1 10:06");
    checkHolds(HOP + "10:06 sysmon fs1 C:\\x.exe session 7 by kim", "pc1 10:00; fs1 10:06");
  }

  @Test
  void administratorRightsHold() {
    checkPlaces(
        HOP + "10:05 admin fs1 session 7 by kim",
        "pc1* held confirmed declared-foothold; fs1* held possible administrator-there");
    checkHolds(HOP + "10:05 admin fs1 session 7 by kim", "pc1 10:00; fs1 10:05");
    checkHolds(HOP + "10:07 share fs1 C$ session 7 by kim", "pc1 10:00; fs1 10:07");
    checkHolds(HOP + "10:07 share fs1 ADMIN$ session 7 by kim", "pc1 10:00; fs1 10:07");
    checkHolds(HOP + "10:07 share fs1 members session 7 by kim", "pc1 10:00");
    checkHolds(HOP + "10:07 share fs1 IPC$ session 7 by kim", "pc1 10:00");
  }

  @Test
  void sudoGivesAdministratorRightsInTheAccountsSession() {
    checkPlaces(
        "foothold 10.0.0.5 10:00; 10:05 kim 10.0.0.5->app1 ssh session 7; 10:06 sudo app1 /bin/cat"
            + " by kim",
        "10.0.0.5* held confirmed declared-foothold; app1* held possible shell-opened");
  }

  @Test
  void whatIsHeldCarriesTheTrailOn() {
    checkHops(
        HOP + "10:06 admin fs1 session 7 by kim;" + NEXT,
        "kim pc1->fs1 possible held-source; lee fs1->db1 possible held-source");
  }

  @Test
  void whatHappenedBeforeTheProofIsNotCarriedOn() {
    checkHops(
        HOP + "10:31 admin fs1 session 7 by kim;" + NEXT, "kim pc1->fs1 possible held-source");
  }

  @Test
  void anotherSessionsProofDoesNotHold() {
    checkHolds(HOP + "10:06 admin fs1 session 8 by kim", "pc1 10:00");
    checkHolds(HOP + "10:06 admin fs2 session 7 by kim", "pc1 10:00");
  }

  @Test
  void aNumberThatRecursBelongsToTheSessionThatWasOpen() {
    String after = "11:00 lee pc9->fs1 session 7; 11:00:30 admin fs1 session 7 by lee";
    checkHolds(HOP + "10:20 logoff fs1 session 7 by kim;" + after, "pc1 10:00");
    checkHolds(HOP + "10:20 boot fs1;" + after, "pc1 10:00");
    checkHolds(
        "foothold pc1 10:00; 09:00 lee pc9->fs1 session 7; 09:05 admin fs1 session 7 by lee;"
            + "10:05 kim pc1->fs1 session 7",
        "pc1 10:00");
  }

  @Test
  void aCodeHoldIsAsSureAsItsHop() {
    checkPlaces(
        "case indicators: {account: eve, grade: confirmed}; foothold pc1 10:00;"
            + "10:05 eve pc1->fs1 session 7; 10:06 run fs1 C:\\x.exe session 7 by eve",
        "pc1* held confirmed declared-foothold; fs1 held confirmed code-ran");
    checkPlaces(
        "case indicators: {account: eve, grade: confirmed}; foothold pc1 10:00;"
            + "10:05 eve pc1->fs1 session 7; 10:06 admin fs1 session 7 by eve",
        "pc1* held confirmed declared-foothold; fs1* held confirmed administrator-there");
  }

  @Test
  void footholdsUnknownToTheLogsAreTold() {
    assertEquals(
        "footholds: no log mentions the host 'pc-0'. Check its spelling, or add the logs of the"
            + " hosts it spoke to.",
        Seen.of(temp, "foothold pc-0 10:00; 10:05 kim pc1->fs1", Seen::problems));
    assertEquals(
        "footholds: no log mentions the account 'eve'. Check its spelling, or add the logs of the"
            + " hosts it spoke to.",
        Seen.of(temp, "foothold account:eve 10:00; 10:05 kim pc1->fs1", Seen::problems));
    assertEquals("", Seen.of(temp, "foothold pc1 10:00; 10:05 kim pc1->fs1", Seen::problems));
  }
}
