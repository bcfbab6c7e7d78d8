package org.tidemark.trail;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is a hop, and what is none (RULES.md section 4). */
class HopsTest {
  private static final String FOOTHOLD = "foothold pc1 10:00;";

  @TempDir
  Path temp;

  private void check(String world, String hops) {
    assertEquals(hops, Seen.of(temp, FOOTHOLD + world, Seen::hops), world);
  }

  @Test
  void logonFromTheFootholdIsAPossibleHop() {
    check("10:05 HARBOUR\\kim pc1->fs1 session 7", "harbour\\kim pc1->fs1 possible held-source");
  }

  @Test
  void logonBeforeTheFootholdIsNotAHop() {
    check("09:59 kim pc1->fs1 session 7", "");
    check("09:59:58 kim pc1->fs1 session 7", "");
  }

  @Test
  void theStartOfAHoldIsInclusive() {
    check("10:00 kim pc1->fs1 session 7", "kim pc1->fs1 possible held-source");
    check("10:00:00.001 kim pc1->fs1 session 7", "kim pc1->fs1 possible held-source");
  }

  @Test
  void aHoldThatEndedGivesNoHop() {
    String held = "foothold pc2 10:00 until 11:00;";
    check(held + "10:59:59 kim pc2->fs1 session 7", "kim pc2->fs1 possible held-source");
    check(held + "11:00 kim pc2->fs1 session 7", "");
  }

  @Test
  void failedLogonsAreNotHops() {
    check("10:05 kim pc1->fs1 failed", "");
    check("10:05 kim 10.0.0.5->fs1 ssh session 3 failed; 10:01 address pc1 10.0.0.5", "");
    check("10:05 kim pc1->fs1 failed; 10:06 kim pc1->fs2 failed; 10:07 kim pc1->fs3 failed", "");
  }

  @Test
  void machineAccountsAndTheSystemsOwnAreNobodysHands() {
    check("10:05 HARBOUR\\PC1$ pc1->fs1 session 7", "");
    check("10:05 NT_AUTHORITY\\SYSTEM pc1->fs1 session 7", "");
    check("10:05 NT_AUTHORITY\\ANONYMOUS pc1->fs1 session 7", "");
  }

  @Test
  void logonOfAHostOnItselfIsNotAHop() {
    check("10:05 kim pc1->pc1 session 7", "");
    check("foothold account:kim 10:00; 10:05 kim fs1->fs1 session 7", "");
    check("foothold account:kim 10:00; 10:05 kim 127.0.0.1->fs1 session 7", "");
    check(
        "foothold account:kim 10:00; 10:05 kim 127.0.0.1->fs1 type 10 session 7",
        "!kim ?->fs1 possible held-account-no-source");
    check("10:05 kim ?->pc1 type 2 session 7", "");
  }

  @Test
  void typesThatNeedHandsAtTheTargetAreNotHops() {
    for (String type : new String[] {"2", "4", "5", "7", "9", "11"}) {
      check("10:05 kim pc1->fs1 type " + type + " session 7", "");
    }
  }

  @Test
  void aDeclaredRoutineIsNotAHop() {
    String routine = "case expected: {account: svc-backup, does: backup, to: [\"fs*\"], by: ops};";
    check(routine + "10:05 HARBOUR\\svc-backup pc1->fs1 session 7", "");
    assertEquals(
        "account harbour\\svc-backup expected-routine 1",
        Seen.of(
            temp,
            "foothold pc1 10:00;" + routine + "10:05 HARBOUR\\svc-backup pc1->fs1 session 7",
            Seen::excluded));
    check(
        routine + "10:05 HARBOUR\\svc-backup pc1->db1 session 7",
        "harbour\\svc-backup pc1->db1 possible held-source");
  }

  @Test
  void aSignOfTheIntruderOverrulesADeclaredRoutine() {
    check(
        "case expected: {account: svc-backup, does: backup, to: [\"fs*\"], by: ops};"
            + "case indicators: {account: svc-backup, grade: confirmed};"
            + "10:05 svc-backup pc1->fs1 session 7",
        "svc-backup pc1->fs1 confirmed indicator-account");
  }

  @Test
  void trafficToADomainControllerIsNotAHopWithoutRemoteAdministration() {
    String dc = "09:00 controller dc1; 10:05 kim pc1->dc1 session 7;";
    check(dc, "");
    check(dc + "10:05:01 pipe dc1 lsarpc session 7", "");
    check(dc + "10:05:01 pipe dc1 samr session 7", "");
    check(dc + "10:05:01 pipe dc1 netlogon session 7", "");
    check(dc + "10:05:01 share dc1 SYSVOL session 7", "");
    check(dc + "10:05:01 share dc1 IPC$ session 7", "");
    check(dc + "10:05:01 admin dc1 session 7", "");
  }

  @Test
  void remoteAdministrationOfADomainControllerIsAHop() {
    String dc = "09:00 controller dc1; 10:05 kim pc1->dc1 session 7;";
    String hop = "kim pc1->dc1 possible held-source";
    check(dc + "10:05:01 pipe dc1 svcctl session 7", hop);
    check(dc + "10:05:01 pipe dc1 atsvc session 7", hop);
    check(dc + "10:05:01 pipe dc1 winreg session 7", hop);
    check(dc + "10:05:01 share dc1 C$ session 7", hop);
    check(dc + "10:05:01 share dc1 ADMIN$ session 7", hop);
    check(dc + "10:05:01 service dc1 evil session 7 by kim", "!" + hop);
    check("09:00 controller dc1; 10:05 kim pc1->dc1 type 10 session 7", "!" + hop);
  }

  @Test
  void codeThatRanMakesTheHopAnExecution() {
    check(
        "10:05 kim pc1->fs1 session 7; 10:06 run fs1 C:\\x.exe session 7 by kim",
        "!kim pc1->fs1 possible held-source");
    check(
        "10:05 kim pc1->fs1 session 7; 10:06 run fs1 C:\\x.exe session 8 by kim",
        "kim pc1->fs1 possible held-source");
    check(
        "09:01 address pc1 10.0.0.5; 10:05 kim 10.0.0.5->app1 ssh session 7",
        "!kim pc1->app1 possible held-source");
  }

  @Test
  void theSameActInTwoExportsCountsOnce() {
    check("again 10:05 kim pc1->fs1 session 7", "kim pc1->fs1 possible held-source");
    check(
        "10:05 kim pc1->fs1 session 7; 10:05:30 kim pc1->fs1 session 8",
        "kim pc1->fs1 possible held-source; kim pc1->fs1 possible held-source");
  }

  @Test
  void aTicketIsContactAndNotAHop() {
    check("10:05 ticket dc1 fs1 from pc1 by kim", "");
    check("10:05 explicit pc1 fs1 by kim", "");
  }

  @Test
  void pathGradeIsTheWeakestOnTheWay() {
    check(
        "case indicators: {account: eve, from: @10:10, grade: confirmed};"
            + "10:05 kim pc1->fs1 type 10 session 7;"
            + "10:10 eve fs1->fs2 session 8; 10:11 eve pc1->fs3 session 9",
        "!kim pc1->fs1 possible held-source; eve fs1->fs2 confirmed/possible indicator-account;"
            + " eve pc1->fs3 confirmed indicator-account");
  }
}
