package org.tidemark.trail;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the intruder left behind, and how sure that is (RULES.md section 1). */
class LeftBehindTest {
  private static final String HELD = "foothold pc1 10:00;";
  private static final String HOP = HELD + "10:05 kim pc1->fs1 session 7;";
  private static final String SURE = "case indicators: {account: kim, grade: confirmed};" + HOP;

  @TempDir
  Path temp;

  private void check(String world, String left) {
    assertEquals(left, Seen.of(temp, world, Seen::left), world);
  }

  @Test
  void whatWasDoneInAHopsSessionHasTheGradeOfItsSession() {
    String service = "10:06 service fs1 evil session 7 by kim";
    check(HOP + service, "service evil on fs1 by kim possible made-in-session hop");
    check(SURE + service, "service evil on fs1 by kim confirmed made-in-session hop");
    check(
        HOP + "10:06 task fs1 \\evil session 7 by kim",
        "task \\evil on fs1 by kim possible made-in-session hop");
  }

  @Test
  void everyKindOfChangeThatStaysIsNamed() {
    check(
        HOP + "10:06 create fs1 FS1\\eve session 7 by kim",
        "account-created fs1\\eve on fs1 by kim possible made-in-session hop");
    check(
        HOP + "10:06 enable fs1 FS1\\guest session 7 by kim",
        "account-enabled fs1\\guest on fs1 by kim possible made-in-session hop");
    check(
        HOP + "10:06 alter fs1 FS1\\guest session 7 by kim",
        "account-changed fs1\\guest on fs1 by kim possible made-in-session hop");
    check(
        HOP + "10:06 reset fs1 FS1\\guest session 7 by kim",
        "password-set fs1\\guest on fs1 by kim possible made-in-session hop");
    check(
        HOP + "10:06 member fs1 Builtin\\Admins who S-1-5-21-9 session 7 by kim",
        "group-membership s-1-5-21-9/builtin\\admins on fs1 by kim possible made-in-session hop");
  }

  @Test
  void oneActOfSeveralRecordsIsOneEntry() {
    check(
        HOP + "10:06 service fs1 evil session 7 by kim; 10:06:01 installed fs1 evil",
        "service evil on fs1 by kim possible made-in-session hop 2");
    check(
        HOP + "10:06 installed fs1 evil; 10:06:01 service fs1 evil session 7 by kim",
        "service evil on fs1 by kim possible made-in-session hop 2");
    check(
        HOP + "10:06 enable fs1 FS1\\eve session 7 by kim; 10:06 create fs1 FS1\\eve session 7 by"
            + " kim; 10:06:01 reset fs1 FS1\\eve session 7 by kim;"
            + "10:06:02 alter fs1 FS1\\eve session 7 by kim",
        "account-created fs1\\eve on fs1 by kim possible made-in-session hop 4");
    check(
        HOP + "again 10:06 task fs1 \\evil session 7 by kim",
        "task \\evil on fs1 by kim possible made-in-session hop 2");
  }

  @Test
  void aServiceHasTwoNamesAndIsOne() {
    check(
        HOP + "10:06 installed fs1 Shown; 10:06:01 service fs1 evil session 7 by kim",
        "service evil/Shown on fs1 by kim possible made-in-session hop 2");
    check(
        HOP + "10:06 service fs1 evil session 7 by kim; 10:06:01 installed fs1 Shown;"
            + "10:06:02 installed fs1 evil; 10:06:03 service fs1 other session 7 by kim",
        "service evil on fs1 by kim possible made-in-session hop 2;"
            + " service other/Shown on fs1 by kim possible made-in-session hop 2");
    check(
        HOP + "10:06 service fs1 evil session 7 by kim; 10:06:09 installed fs1 Shown",
        "service evil on fs1 by kim possible made-in-session hop;"
            + " service Shown on fs1 possible made-on-held-host hop");
  }

  @Test
  void whatWindowsDoesToANewAccountIsPartOfItsCreation() {
    check(
        HOP + "10:06 member fs1 FS1\\None who S-1-5-21-9 session 7 by kim;"
            + "10:06 create fs1 FS1\\eve session 7 by kim;"
            + "10:06:01 member fs1 Builtin\\Admins who S-1-5-21-9 session 7 by kim",
        "account-created fs1\\eve on fs1 by kim possible made-in-session hop 2;"
            + " group-membership s-1-5-21-9/builtin\\admins on fs1 by kim possible"
            + " made-in-session hop");
  }

  @Test
  void aRefusedChangeLeavesNothing() {
    check(HOP + "10:06 reset fs1 FS1\\eve failed session 7 by kim", "");
  }

  @Test
  void theSameAgainLaterIsAnotherAct() {
    String twice = "service evil on fs1 by kim possible made-in-session hop";
    check(
        HOP + "10:06 service fs1 evil session 7 by kim; 10:07 service fs1 evil session 7 by kim",
        twice + "; " + twice);
    check(
        HOP + "10:06 create fs1 FS1\\eve session 7 by kim;"
            + "10:07 reset fs1 FS1\\eve session 7 by kim",
        "account-created fs1\\eve on fs1 by kim possible made-in-session hop;"
            + " password-set fs1\\eve on fs1 by kim possible made-in-session hop");
  }

  @Test
  void onAHeldHostNobodyFromElsewhereMeansTheIntruder() {
    check(HELD + "10:06 installed pc1 evil", "service evil on pc1 possible made-on-held-host");
    check(
        HELD + "10:06 task pc1 \\evil session 9 by lee",
        "task \\evil on pc1 by lee possible made-on-held-host");
    check(
        HELD + "09:00 lee ?->pc1 type 2 session 9; 10:06 task pc1 \\evil session 9 by lee",
        "task \\evil on pc1 by lee possible made-on-held-host");
    check(HELD + "09:59 installed pc1 evil", "");
    check("foothold pc2 10:00 until 11:00; 11:30 installed pc2 evil", "");
  }

  @Test
  void whoCameToAHeldHostFromOneThatIsNotHeldIsNotTheIntruder() {
    check(HELD + "10:01 desk pc5->pc1 session 9; 10:06 task pc1 \\patch session 9 by desk", "");
    check(
        "foothold pc1 10:00; foothold pc5 10:00; 09:01 desk pc5->pc1 session 9;"
            + "10:06 task pc1 \\patch session 9 by desk",
        "task \\patch on pc1 by desk possible held-source");
  }

  @Test
  void aChangeOnAControllerFromAHeldHostCountsWithoutAHop() {
    check(
        HELD + "09:00 controller dc1; 10:05 kim pc1->dc1 session 7;"
            + "10:06 create dc1 HARBOUR\\eve session 7 by kim",
        "account-created harbour\\eve on dc1 by kim possible held-source");
  }

  @Test
  void aHeldAccountThatActsFromWhereNobodyKnows() {
    String held = "foothold account:kim 10:00;";
    check(
        held + "10:06 reset dc1 boss session 9 by kim",
        "password-set boss on dc1 by kim possible held-account-no-source");
    check(
        held + "case shared: 10.0.0.5; 09:05 kim 10.0.0.5->dc1 session 9;"
            + "10:06 reset dc1 boss session 9 by kim",
        "password-set boss on dc1 by kim possible held-account-shared-source");
    check(
        held + "09:05 kim 10.0.0.5->dc1 session 9; 10:06 reset dc1 boss session 9 by kim",
        "password-set boss on dc1 by kim possible held-account-unresolved-source");
    check(held + "09:05 kim pc5->dc1 session 9; 10:06 reset dc1 boss session 9 by kim", "");
    check(held + "10:06 reset dc1 boss session 9 by lee", "");
  }

  @Test
  void afterAPlatformsFallAccountsThatItVouchesForCountFromNowhere() {
    String fallen = HELD + "09:00 controller hb-dc1; 10:05 kim pc1->hb-dc1 type 10 session 7;";
    check(
        fallen + "11:00 create hb-app HARBOUR\\eve session 9 by HARBOUR\\lee",
        "account-created harbour\\eve on hb-app by harbour\\lee possible fallen-platform");
    check(fallen + "11:00 create hb-app eve session 9 by TIDAL\\lee", "");
  }

  @Test
  void aServiceWithoutASessionWhileAHopsWasOpenIsPossible() {
    check(HOP + "10:06 installed fs1 evil", "service evil on fs1 possible made-while-there hop");
    check(HOP + "10:06 logoff fs1 session 7 by kim; 10:07 installed fs1 evil", "");
    check(HOP + "10:06 installed fs2 evil", "");
  }

  @Test
  void aSignInTheRecordConfirms() {
    check(
        "case indicators: {process: evil, grade: confirmed};" + HOP + "10:06 installed fs1 evil",
        "service evil on fs1 confirmed indicator-process hop");
    check(
        "case indicators: {account: eve, grade: confirmed};" + HELD
            + "10:06 create fs9 FS9\\x session 3 by eve",
        "account-created fs9\\x on fs9 by eve confirmed indicator-account");
  }

  @Test
  void whatWasAlwaysDoneSoIsLikeTheOwner() {
    String habit = "-40d 10:00 installed pc5 updater;";
    check(
        HELD + habit + "10:06 installed pc1 updater", "service updater on pc1 possible owner-like");
    check(
        HELD + "-20d 10:00 installed pc5 updater; 10:06 installed pc1 updater",
        "service updater on pc1 possible made-on-held-host");
    check(
        SURE + "-40d 10:00 installed pc5 evil; 10:06 service fs1 evil session 7 by kim",
        "service evil on fs1 by kim confirmed made-in-session hop");
  }

  @Test
  void declaredRoutineAndRuledOutHopsLeaveNothing() {
    check(
        "case expected: {account: kim, does: backup, to: [\"fs*\"], by: ops};" + HELD
            + "10:05 kim pc1->fs1 session 7; 10:06 task fs1 \\copy session 7 by kim",
        "");
    String hop = Seen.of(temp, HOP, trail -> trail.hops().get(0).id());
    check(
        "case rulings: {hop: " + hop + ", grade: excluded, at: @12:00, by: t, why: t};" + HOP
            + "10:06 task fs1 \\evil session 7 by kim",
        "");
  }

  @Test
  void actsOfAnIdentityProvidersAdministratorsAreNamed() {
    String login = "{\"time\":1696327500000,\"type\":\"LOGIN\",\"realmId\":\"harbour\","
        + "\"clientId\":\"admin\",\"userId\":\"u-1\",\"sessionId\":\"s-1\",\"ipAddress\":"
        + "\"203.0.113.9\",\"details\":{\"username\":\"mori\"}}";
    String made = "{\"time\":1696327560000,\"realmId\":\"harbour\",\"authDetails\":{\"realmId\":"
        + "\"harbour\",\"userId\":\"u-1\"},\"operationType\":\"CREATE\",";
    check(
        "foothold account:harbour\\mori 10:00; file logs/kc.json [" + login + "," + made
            + "\"resourceType\":\"USER\",\"resourcePath\":\"users/u-9\"}," + made
            + "\"resourceType\":\"CLIENT\",\"resourcePath\":\"clients/c-9\"}]",
        "account-created harbour\\u-9 on keycloak/harbour by harbour\\mori possible"
            + " held-account-no-source; policy-changed CREATE CLIENT on keycloak/harbour by"
            + " harbour\\mori possible held-account-no-source");
  }

  @Test
  void aSensorsRecordOfTheCallBelongsToWhatItMade() {
    String call = "file logs/zeek.jsonl {\"_path\":\"dce_rpc\",\"ts\":\"2023-10-03T10:06:00Z\","
        + "\"uid\":\"C1\",\"id.orig_h\":\"10.0.0.5\",\"id.orig_p\":4000,\"id.resp_h\":"
        + "\"10.0.0.9\",\"id.resp_p\":445,\"endpoint\":\"svcctl\",\"operation\":";
    String names =
        "case names: {host: pc1, also: [10.0.0.5]};" + "case names: {host: fs1, also: [10.0.0.9]};";
    String made = "\"CreateServiceW\"}";
    String service = "10:06:01 service fs1 evil session 7 by kim;";
    check(
        HOP + names + service + call + made,
        "service evil on fs1 by kim possible made-in-session hop 2");
    check(
        HELD + names + call + made,
        "service svcctl/createservicew on fs1 possible made-in-session hop");
    check(HELD + names + call + "\"StartServiceW\"}", "");
  }

  private void checkUndone(String world, String instant) {
    String undone = Seen.of(
        temp,
        world,
        trail -> trail.leftBehind().get(0).undone().map(WorldTime::clock).orElse(""));
    assertEquals(instant, undone, world);
  }

  @Test
  void whatIsGoneSinceSaysSo() {
    String eve = HOP + "10:06 create fs1 FS1\\eve session 7 by kim;";
    checkUndone(eve, "");
    checkUndone(eve + "11:00 remove fs1 FS1\\eve by boss", "11:00");
    checkUndone(eve + "09:00 remove fs1 FS1\\eve by boss", "");
    checkUndone(eve + "11:00 remove fs1 FS1\\adam by boss", "");
    checkUndone(eve + "11:00 remove fs1 FS1\\eve failed by boss", "");
    String member = HOP + "10:06 member fs1 B\\Admins who S-1-5-21-9 session 7 by kim;";
    checkUndone(member + "11:00 parted fs1 B\\Admins who S-1-5-21-9 by boss", "11:00");
    checkUndone(member + "11:00 parted fs1 B\\Users who S-1-5-21-9 by boss", "");
  }

  @Test
  void whatIsUndoneOrTakenAwayIsNotLeftBehind() {
    check(HOP + "10:06 run fs1 c:\\evil.exe session 7 by kim", "");
    check(HOP + "10:06 share fs1 C$ session 7 by kim", "");
  }

  @Test
  void keysAndPoliciesOfACloudAreNamed() {
    String key = "foothold key:AKIA1 10:00; 10:05 AKIA1 203.0.113.9->iam cloud;";
    check(
        key + "10:06 iam iam CreateUser user eve by AKIA1 from 203.0.113.9",
        "account-created eve on aws/111122223333/iam by AKIA1 possible made-in-session hop");
    check(
        key + "10:06 iam iam AttachUserPolicy user eve by AKIA1 from 203.0.113.9",
        "policy-changed eve/AttachUserPolicy on aws/111122223333/iam by AKIA1 possible"
            + " made-in-session hop");
    check(key + "10:06 iam iam DeleteUser user eve by AKIA1 from 203.0.113.9", "");
    check(key + "10:06 iam iam CreateUser user eve by AKIA2 from 203.0.113.9", "");
    check(
        "foothold key:AKIA1 10:00; 10:05 issue sts ASIA2 by AKIA1 from 203.0.113.9",
        "key-issued ASIA2/arn:aws:iam::111122223333:role/r on aws/111122223333/sts by AKIA1"
            + " possible made-in-session hop");
  }
}
