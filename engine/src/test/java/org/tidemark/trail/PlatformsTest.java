package org.tidemark.trail;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** When a directory falls, and what it then vouches for (RULES.md section 3). */
class PlatformsTest {
  private static final String LOGON = "foothold pc1 10:00; 09:00 controller hb-dc1;"
      + "08:00 HARBOUR\\lee pc2->fs1; 10:05 HARBOUR\\kim pc1->hb-dc1 session 7;";
  private static final String RUNS = "10:06 service hb-dc1 evil session 7 by HARBOUR\\kim;";

  @TempDir
  Path temp;

  private void check(String world, String platforms) {
    assertEquals(platforms, Seen.of(temp, world, Seen::platforms), world);
  }

  private void checkFalls(String world, String falls) {
    assertEquals(falls, Seen.of(temp, world, Seen::falls), world);
  }

  private void checkHops(String world, String hops) {
    assertEquals(
        hops,
        Seen.of(temp, world, Seen::hops).replaceFirst("!?harbour.kim pc1->hb-dc1 [^;]*;? ?", ""),
        world);
  }

  @Test
  void executionOnAControllerFellsItsPlatform() {
    check(LOGON + RUNS, "hb-dc1 10:06 possible 2");
    check(
        "foothold pc1 10:00; 09:00 controller hb-dc1;"
            + "10:05 HARBOUR\\kim pc1->hb-dc1 type 10 session 7",
        "hb-dc1 10:05 possible 1");
    check(
        "foothold hb-dc1 10:00; 09:00 controller hb-dc1; 09:10 HARBOUR\\lee pc2->fs1",
        "hb-dc1 10:00 confirmed 1");
  }

  @Test
  void anAdministratorsNetworkLogonAloneIsNotAFall() {
    String admin = LOGON + "10:05:01 admin hb-dc1 session 7 by HARBOUR\\kim;"
        + "10:05:02 share hb-dc1 C$ session 7 by HARBOUR\\kim;";
    check(admin, "");
    assertEquals("pc1 10:00; hb-dc1 10:05:01", Seen.of(temp, admin, Seen::holds));
    check(LOGON + "10:05:02 pipe hb-dc1 svcctl session 7 by HARBOUR\\kim", "");
  }

  @Test
  void whatTheIntruderCouldHaveDoneIsToldApart() {
    String admin = LOGON + "10:05:01 admin hb-dc1 session 7 by HARBOUR\\kim;"
        + "10:05:02 share hb-dc1 C$ session 7 by HARBOUR\\kim;";
    checkFalls(admin, "(hb-dc1 could-have-fallen)");
    checkFalls(admin + RUNS, "hb-dc1 10:06 code-on-platform");
  }

  @Test
  void readingItsDatabaseFellsIt() {
    checkFalls(
        LOGON + "10:06 read hb-dc1 C$\\windows\\ntds\\ntds.dit session 7",
        "hb-dc1 10:06 secrets-read");
    checkFalls(
        LOGON + "10:06 read hb-dc1 C$\\windows\\system32\\config\\SYSTEM session 7",
        "hb-dc1 10:06 secrets-read");
    checkFalls(LOGON + "10:06 read hb-dc1 SYSVOL\\gpt.ini session 7", "");
  }

  @Test
  void replicationToWhatIsNoControllerFellsIt() {
    String replicates = "10:06 replicate hb-dc1 - session 7 by HARBOUR\\kim";
    checkFalls(LOGON + replicates, "hb-dc1 10:06 secrets-replicated");
    checkFalls(
        "09:00 controller hb-dc1; 09:00 HARBOUR\\kim pc2->hb-dc1 session 7; foothold pc1 10:00;"
            + replicates,
        "");
  }

  @Test
  void anExportedKeyFellsWhatSignsWithIt() {
    String sso = "case trust: {from: tidal, to: harbour, by: single-sign-on, at: hb-sso1};"
        + "foothold hb-sso1 10:00; 09:00 HARBOUR\\lee pc2->hb-sso1;";
    checkFalls(sso + "10:06 export hb-sso1", "hb-sso1 10:06 signing-key-exported");
    checkFalls(sso.replace("at: hb-sso1", "at: hb-sso2") + "10:06 export hb-sso1", "");
    checkFalls(sso + "09:06 export hb-sso1", "");
  }

  @Test
  void theFallReachesEveryOrganisationThatTrustsIt() {
    String trusted = "case trust: {from: tidal, to: harbour, by: shared-directory, at: hb-dc1};"
        + "08:30 TIDAL\\min pc2->fs1;";
    check(trusted + LOGON + RUNS, "hb-dc1 10:06 possible 3");
    checkHops(
        trusted + LOGON + RUNS + "10:30 TIDAL\\min 10.9.9.9->fs1 session 8",
        "tidal\\min 10.9.9.9->fs1 possible fallen-platform");
  }

  @Test
  void executionOnAHostThatIsNoControllerIsNotAFall() {
    check(
        "foothold pc1 10:00; 10:05 HARBOUR\\kim pc1->hb-app1 session 7;"
            + "10:06 service hb-app1 evil session 7 by HARBOUR\\kim",
        "");
  }

  @Test
  void afterTheFallItsAccountsActFromWhereNobodyKnows() {
    checkHops(
        LOGON + RUNS + "10:30 HARBOUR\\lee 10.9.9.9->fs1 session 8",
        "harbour\\lee 10.9.9.9->fs1 possible fallen-platform");
    checkHops(LOGON + RUNS + "10:05:30 HARBOUR\\lee 10.9.9.9->fs1 session 8", "");
    checkHops(LOGON + RUNS + "10:30 TIDAL\\lee 10.9.9.9->fs1 session 8", "");
    checkHops(LOGON + RUNS + "10:30 HARBOUR\\lee pc2->fs1 session 8", "");
    checkHops(LOGON + RUNS + "10:30 HARBOUR\\FS2$ 10.9.9.9->fs1 session 8", "");
  }

  @Test
  void aHostThatARulingExcludesFellsNothing() {
    check(
        LOGON + RUNS + "case rulings: {host: hb-dc1, grade: excluded, at: @18:00, by: b, why: w}",
        "");
  }

  @Test
  void aPlatformOfNoKnownDomainIsTold() {
    String told = Seen.of(
        temp, "foothold dc9 10:00; 09:00 controller dc9; 10:05 kim pc1->fs1", Seen::problems);
    assertEquals(
        "organisations: the directory on 'dc9' fell, and its organisation names no domains, so no"
            + " account is known to hang on it. Add `domains:` to the organisation of that host.",
        told);
  }
}
