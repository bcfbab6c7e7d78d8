package org.tidemark.trail;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Known signs of the intruder prove acts, within their windows (RULES.md sections 1 and 4). */
class IndicatorsTest {
  private static final String ADDRESS =
      "case indicators: {address: 203.0.113.9, from: @10:00, until: @12:00, grade: confirmed};";

  @TempDir
  Path temp;

  private void check(String world, String hops) {
    assertEquals(hops, Seen.of(temp, world, Seen::hops), world);
  }

  private void checkFootholds(String world, String footholds) {
    assertEquals(footholds, Seen.of(temp, world, Seen::footholds), world);
  }

  private void checkProblems(String world, String problems) {
    assertEquals(problems, Seen.of(temp, world, Seen::problems), world);
  }

  private static String sign(String sign) {
    return "case indicators: {" + sign + ", grade: confirmed};";
  }

  @Test
  void anAddressProvesTheLogonFromIt() {
    check(
        ADDRESS + "10:30 kim 203.0.113.9->fs1 session 7",
        "kim 203.0.113.9->fs1 confirmed indicator-address");
    check(
        ADDRESS + "10:30 kim ::ffff:203.0.113.9->fs1 session 7",
        "kim 203.0.113.9->fs1 confirmed indicator-address");
  }

  @Test
  void aSignProvesWithinItsWindowOnly() {
    String before = ADDRESS + "10:30 x 203.0.113.9->fs9 failed;";
    check(before + "12:00 kim 203.0.113.9->fs1 session 7", "");
    check(
        before + "10:00 kim 203.0.113.9->fs1 session 7",
        "kim 203.0.113.9->fs1 confirmed indicator-address");
    check(
        before + "11:59:59 kim 203.0.113.9->fs1 session 7",
        "kim 203.0.113.9->fs1 confirmed indicator-address");
  }

  @Test
  void twoWindowsOfOneSignBothCount() {
    check(
        ADDRESS + "case indicators: {address: 203.0.113.9, from: @14:00, grade: possible};"
            + "10:30 kim 203.0.113.9->fs1 session 7; 13:00 lee 203.0.113.9->fs1 session 8;"
            + "14:30 moe 203.0.113.9->fs1 session 9",
        "kim 203.0.113.9->fs1 confirmed indicator-address;"
            + " moe 203.0.113.9->fs1 possible indicator-address");
  }

  @Test
  void anAddressThatWasInOrdinaryUseBeforeIsOnlyPossible() {
    String world =
        ADDRESS + "09:00 lee 203.0.113.9->fs2 session 6;" + "10:30 kim 203.0.113.9->fs1 session 7";
    check(world, "kim 203.0.113.9->fs1 possible indicator-address");
    checkProblems(
        world,
        "indicators: an address was in ordinary use before its `from`; what it shows is graded"
            + " possible. Give a later `from`, or a sign that only the intruder has.");
    check(
        ADDRESS + "09:00 lee 203.0.113.9->fs2 failed; 10:30 kim 203.0.113.9->fs1 session 7",
        "kim 203.0.113.9->fs1 confirmed indicator-address");
  }

  @Test
  void anAccountProvesHoweverItIsWritten() {
    String hop = "harbour\\eve ?->fs1 confirmed indicator-account";
    String act = "10:30 HARBOUR\\eve ?->fs1 session 7";
    check(sign("account: 'HARBOUR\\eve'") + act, hop);
    check(sign("account: 'eve@harbour.example'") + act, hop);
    check(sign("account: 'harbour.example\\Eve'") + act, hop);
    check(
        sign("account: AKIA1") + "10:30 AKIA1 203.0.113.9->s3 cloud",
        "AKIA1 203.0.113.9->aws/111122223333/s3 confirmed indicator-account");
  }

  @Test
  void aUserAgentProvesTheUseOfAKey() {
    check(
        sign("user_agent: evil/1") + "10:30 AKIA1 203.0.113.9->s3 cloud agent evil/1;"
            + "10:31 AKIA2 203.0.113.9->s3 cloud agent sdk",
        "AKIA1 203.0.113.9->aws/111122223333/s3 confirmed indicator-user-agent");
  }

  @Test
  void aProcessProvesTheSessionThatItRanIn() {
    String run = "foothold pc1 10:00; 10:05 kim pc1->fs1 session 7;"
        + "10:06 run fs1 C:\\Windows\\evil.exe session 7 by kim";
    String hop = "!kim pc1->fs1 confirmed indicator-process";
    check(sign("process: evil.exe") + run, hop);
    check(sign("process: 'c:\\windows\\EVIL.exe'") + run, hop);
    check(sign("process: vil.exe") + run, "!kim pc1->fs1 possible held-source");
    check(sign("process: 'd:\\evil.exe'") + run, "!kim pc1->fs1 possible held-source");
  }

  @Test
  void aHashProvesAloneAndInAList() {
    String run = "foothold pc1 10:00; 10:05 kim pc1->fs1 session 7;"
        + "10:06 sysmon fs1 C:\\x.exe session 7 by kim hash ";
    String hop = "!kim pc1->fs1 confirmed indicator-hash";
    check(
        sign("hash: ABCDEF0123456789ABCDEF0123456789") + run
            + "SHA1=00,MD5=ABCDEF0123456789ABCDEF0123456789,IMPHASH=11",
        hop);
    check(
        sign("hash: abcdef0123456789abcdef0123456789") + run + "abcdef0123456789abcdef0123456789",
        hop);
    check(
        sign("hash: cdef0123456789abcdef0123456789") + run + "MD5=abcdef0123456789abcdef0123456789",
        "!kim pc1->fs1 possible held-source");
  }

  @Test
  void aSignThatNoRecordShowsIsTold() {
    checkProblems(
        sign("process: evil.exe") + "10:05 kim pc1->fs1",
        "indicators: no record shows the process 'evil.exe'; check its spelling against `tidemark"
            + " ingest` or remove it.");
    checkProblems(
        sign("domain: evil.example") + "10:05 kim pc1->fs1",
        "indicators: no record shows the domain 'evil.example'; none of the logs read here names"
            + " domains, add DNS or proxy logs.");
  }

  @Test
  void aConfirmedActThatNoPathExplainsIsADerivedFoothold() {
    checkFootholds(
        ADDRESS + "10:30 kim 203.0.113.9->fs1 session 7", "account kim 10:30 confirmed derived");
    checkFootholds(
        ADDRESS + "10:30 AKIA1 203.0.113.9->s3 cloud", "key AKIA1 10:30 confirmed derived");
    checkFootholds(
        ADDRESS + "foothold address:203.0.113.9 10:00; 10:30 kim 203.0.113.9->fs1 session 7",
        "address 203.0.113.9 10:00 confirmed");
  }

  @Test
  void whatASignProvesIsHeldAndGoesOn() {
    check(
        ADDRESS + "10:30 kim 203.0.113.9->fs1 type 10 session 7; 10:40 lee fs1->db1 session 8;"
            + "10:50 kim ?->db2 session 9",
        "!kim 203.0.113.9->fs1 confirmed indicator-address; lee fs1->db1 possible held-source;"
            + " kim ?->db2 possible held-account-no-source");
  }
}
