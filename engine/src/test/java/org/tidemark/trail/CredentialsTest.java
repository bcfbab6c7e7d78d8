package org.tidemark.trail;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which accounts a held host gives away, and when they are held no more (RULES.md section 3). */
class CredentialsTest {
  private static final String HELD = "foothold pc1 10:00; 10:01 x pc9->pc9;";

  @TempDir
  Path temp;

  private void check(String world, String accounts) {
    assertEquals(accounts, Seen.of(temp, world, Seen::accounts), world);
  }

  private void checkHops(String world, String hops) {
    assertEquals(hops, Seen.of(temp, world, Seen::hops), world);
  }

  @Test
  void sessionsStillOpenExposeTheirCredentials() {
    check(HELD + "09:00 kim ?->pc1 type 2 session 7", "kim 10:00 exposed-on-held-host");
    check(
        HELD + "09:00 kim ?->pc1 type 2 session 7; 10:30 logoff pc1 session 7 by kim",
        "kim 10:00 exposed-on-held-host");
  }

  @Test
  void desktopsThatEndedBeforeTheHoldMayBeCached() {
    String cached = "kim 10:00 cached-on-held-host";
    check(HELD + "09:00 kim ?->pc1 type 2 session 7; 09:59 logoff pc1 session 7 by kim", cached);
    check(HELD + "09:00 kim ?->pc1 type 2 session 7; 09:30 boot pc1", cached);
    check(HELD + "09:00 kim ?->pc1 type 7 session 7; 09:30 boot pc1", "");
    // Only an administrator reads the cache.
    check(
        "foothold account:lee 10:00; 10:01 lee ?->pc1 type 10 session 9;"
            + "09:00 kim ?->pc1 type 2 session 7; 09:59 logoff pc1 session 7 by kim",
        "lee 10:00 declared-foothold");
  }

  @Test
  void passwordsOfServicesAndTasksAreStoredEvenWhenNothingRuns() {
    String ended = " session 7; 09:30 logoff pc1 session 7 by kim";
    check(HELD + "09:00 kim ?->pc1 type 5" + ended, "kim 10:00 stored-on-held-host");
    check(HELD + "09:00 kim ?->pc1 type 4" + ended, "kim 10:00 stored-on-held-host");
  }

  @Test
  void theMachineAccountGoesWithAnAdministratorsHold() {
    check(HELD + "09:00 PC1$ ?->pc1 type 5 session 7", "pc1$ 10:00 machine-account");
    check(HELD + "09:00 PC2$ pc2->pc1 session 7", "");
  }

  @Test
  void aNumberThatRecursIsJudgedByItsOwnSession() {
    check(
        HELD + "08:00 kim ?->pc1 type 2 session 7; 08:30 logoff pc1 session 7 by kim;"
            + "09:00 lee ?->pc1 type 2 session 7",
        "kim 10:00 cached-on-held-host; lee 10:00 exposed-on-held-host");
  }

  @Test
  void laterLogonsOnAHeldHostExposeTheirCredentials() {
    check(HELD + "10:30 kim ?->pc1 type 2 session 7", "kim 10:30 exposed-on-held-host");
  }

  @Test
  void typesThatLeaveCredentialsExposeAndOthersDoNot() {
    for (String type : new String[] {"2", "4", "5", "7", "8", "10", "11"}) {
      check(
          HELD + "10:30 kim pc9->pc1 type " + type + " session 7",
          "kim 10:30 exposed-on-held-host");
    }
    check(HELD + "10:30 kim pc9->pc1 type 3 session 7", "");
    check(HELD + "09:30 kim pc9->pc1 type 3 session 7", "");
  }

  @Test
  void credentialsEnteredOnAHeldHostAreHeld() {
    check(
        HELD + "10:30 explicit pc1 fs1 by HARBOUR\\boss",
        "harbour\\boss 10:30 entered-on-held-host");
    check(HELD + "09:30 explicit pc1 fs1 by HARBOUR\\boss", "");
    check(HELD + "10:30 explicit pc9 fs1 by HARBOUR\\boss", "");
  }

  @Test
  void theLogonThatGaveItsCredentialsAwayIsNotTheIntruders() {
    checkHops(HELD + "10:30 kim ?->pc1 type 10 session 7", "");
    checkHops(
        HELD + "10:30 kim ?->pc1 type 10 session 7; 10:31 kim ?->pc1 type 10 session 8",
        "!kim ?->pc1 possible held-account-no-source");
  }

  @Test
  void accountsUsedFromAHeldHostAreHeld() {
    check(HELD + "10:30 kim pc1->fs1 session 7", "kim 10:30 used-from-held-host");
  }

  @Test
  void anAccountUsedFromNowhereWasNotUsedFromAHeldHost() {
    check(
        "foothold hb-dc1 10:00; 09:00 controller hb-dc1; 10:30 HARBOUR\\kim 10.9.9.9->fs1",
        "harbour\\kim 10:30 used-in-hop");
  }

  @Test
  void keysIssuedToAHeldCredentialAreHeld() {
    check(
        "foothold key:AKIA1 10:00; 11:00 issue sts ASIA2 by AKIA1 from 203.0.113.9",
        "AKIA1 10:00 declared-foothold; ASIA2 11:00 issued-to-held");
  }

  @Test
  void anAccountThatTheIntruderMadeIsHeld() {
    String made = "09:00 kim ?->pc1 type 2 session 3; 10:30 create pc1 evil session 3 by kim";
    check(HELD + made, "kim 10:00 exposed-on-held-host; evil 10:30 made-by-held");
    check(HELD + made.replace("create pc1", "create pc8"), "kim 10:00 exposed-on-held-host");
  }

  @Test
  void accountsOfTheSystemAreNotHeld() {
    check(HELD + "10:30 NT_AUTHORITY\\SYSTEM ?->pc1 type 5 session 7", "");
  }

  @Test
  void aHeldAccountActsFromWhereNobodyKnows() {
    String held = "foothold account:kim 10:00;";
    checkHops(held + "10:30 kim ?->fs1 session 7", "kim ?->fs1 possible held-account-no-source");
    checkHops(
        held + "10:30 kim 10.0.0.5->fs1 session 7",
        "kim 10.0.0.5->fs1 possible held-account-unresolved-source");
    checkHops(
        held + "case shared: 10.0.0.5; 10:30 kim 10.0.0.5->fs1 session 7",
        "kim 10.0.0.5->fs1 possible held-account-shared-source");
    checkHops(
        held + "09:00 address pc1 10.0.0.5; 09:00 address pc2 10.0.0.5;"
            + "10:30 kim 10.0.0.5->fs1 session 7",
        "kim 10.0.0.5->fs1 possible held-account-shared-source");
    checkHops(held + "09:59 kim ?->fs1 session 7", "");
  }

  @Test
  void anAddressIsTheHostsWhenItsOwnRecordsShowIt() {
    checkHops(
        "foothold pc1 10:00; 09:00 address pc1 10.0.0.5; 10:30 kim 10.0.0.5->fs1 session 7",
        "kim pc1->fs1 possible held-source");
    checkHops(
        "foothold pc1 10:00; case names: {host: pc1, also: [10.0.0.5]};"
            + "10:30 kim 10.0.0.5->fs1 session 7",
        "kim pc1->fs1 possible held-source");
    checkHops("foothold pc1 10:00; 10:30 kim 10.0.0.5->fs1 session 7", "");
  }

  @Test
  void asharedAddressNeverMakesItsNeighboursHeld() {
    checkHops(
        "foothold pc1 10:00; 09:00 address pc1 10.0.0.5; 09:00 address pc2 10.0.0.5;"
            + "10:30 kim 10.0.0.5->fs1 session 7",
        "");
  }

  @Test
  void credentialsStayKnownWhenTheHostIsClean() {
    checkHops(
        "foothold pc1 10:00 until 11:00; 09:00 kim ?->pc1 type 2 session 7;"
            + "12:00 kim ?->fs1 session 8",
        "kim ?->fs1 possible held-account-no-source");
  }

  @Test
  void aPasswordChangeBySomebodyNotHeldEndsTheHold() {
    String held = "foothold account:kim 10:00;";
    String later = "12:00 kim ?->fs1 session 7;";
    check(held + later + "11:00 reset dc1 kim by boss", "kim 10:00-11:00 declared-foothold");
    checkHops(held + later + "11:00 reset dc1 kim by boss", "");
    check(held + later + "11:00 reset dc1 kim failed by boss", "kim 10:00 declared-foothold");
    checkHops(
        held + later + "11:00 changes dc1 kim by kim",
        "kim ?->fs1 possible held-account-no-source");
    checkHops(
        held + later + "foothold account:boss 10:00; 11:00 reset dc1 kim by boss",
        "kim ?->fs1 possible held-account-no-source");
    checkHops(
        held + later + "09:00 reset dc1 kim by boss", "kim ?->fs1 possible held-account-no-source");
  }

  @Test
  void afterThePlatformFellAResetEndsNothing() {
    checkHops(
        "foothold hb-dc1 09:00; 09:00 controller hb-dc1; foothold account:HARBOUR\\kim 10:00;"
            + "11:00 reset hb-dc1 HARBOUR\\kim by HARBOUR\\boss;"
            + "12:00 HARBOUR\\kim ?->fs1 session 7",
        "harbour\\kim ?->fs1 possible held-account-no-source");
  }

  @Test
  void aPasswordLearntAgainIsHeldAgain() {
    checkHops(
        "foothold account:kim 10:00; foothold pc1 10:00; 11:00 reset dc1 kim by boss;"
            + "11:30 kim ?->pc1 type 2 session 3; 12:00 kim ?->fs1 session 7",
        "kim ?->fs1 possible held-account-no-source");
  }

  @Test
  void aKeyIssuedToAHeldCredentialIsHeldFromThen() {
    String issued = "foothold key:AKIA1 10:00; 11:00 issue sts ASIA2 by AKIA1 from 203.0.113.9;";
    checkHops(
        issued + "11:30 ASIA2 198.51.100.7->s3 cloud",
        "AKIA1 203.0.113.9->aws/111122223333/sts possible held-account-unresolved-source;"
            + " ASIA2 198.51.100.7->aws/111122223333/s3 possible held-account-unresolved-source");
    checkHops(
        "foothold key:AKIA9 10:00; 11:00 issue sts ASIA2 by AKIA1 from 203.0.113.9;"
            + "11:30 ASIA2 198.51.100.7->s3 cloud",
        "");
  }
}
