package org.tidemark.trail;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One host and one account have many names, and an address has had many hosts. */
class NamesTest {
  private static final String LEASES = "09:00 address pc1 10.0.0.5; 10:00 address pc1 10.0.0.5;"
      + "11:00 address pc2 10.0.0.5; 13:00 address pc2 10.0.0.5;";

  @TempDir
  Path temp;

  private void check(String world, String hops) {
    assertEquals(hops, Seen.of(temp, world, Seen::hops), world);
  }

  @Test
  void anAddressIsTheHostsThatHadItThen() {
    String held = "foothold pc1 08:00;" + LEASES;
    check(held + "09:30 kim 10.0.0.5->fs1 session 7", "kim pc1->fs1 possible held-source");
    check(held + "12:00 kim 10.0.0.5->fs1 session 7", "");
    check("foothold pc2 08:00;" + LEASES + "09:30 kim 10.0.0.5->fs1 session 7", "");
  }

  @Test
  void betweenTwoHostsAnAddressIsNobodys() {
    check("foothold pc1 08:00;" + LEASES + "10:30 kim 10.0.0.5->fs1 session 7", "");
    check(
        "foothold account:kim 08:00;" + LEASES + "10:30 kim 10.0.0.5->fs1 session 7",
        "kim 10.0.0.5->fs1 possible held-account-unresolved-source");
  }

  @Test
  void anAddressThatKeepsChangingHandsIsNobodysBetweenTwo() {
    check(
        "foothold account:kim 08:00; 09:00 address pc1 10.0.0.5; 09:30 address pc2 10.0.0.5;"
            + "10:00 address pc1 10.0.0.5; 10:30 address pc2 10.0.0.5;"
            + "09:45 kim 10.0.0.5->fs1 session 7",
        "kim 10.0.0.5->fs1 possible held-account-unresolved-source");
  }

  @Test
  void namesThatDifferInCaseOrDomainAreOneHost() {
    check(
        "foothold PC1.harbour.example 10:00; 10:30 kim Pc1->FS1 session 7",
        "kim pc1->fs1 possible held-source");
    check(
        "foothold pc1 10:00; 09:00 address pc1 10.0.0.5; 10:30 kim ::ffff:10.0.0.5->fs1 session 7",
        "kim pc1->fs1 possible held-source");
  }

  @Test
  void accountsThatDifferInCaseAreOneAndLocalOnesAreTheirHosts() {
    String held = "foothold account:HARBOUR\\Kim 10:00;";
    check(
        held + "10:30 harbour\\KIM ?->fs1 session 7",
        "harbour\\kim ?->fs1 possible held-account-no-source");
    check(held + "10:30 FS1\\kim ?->fs1 session 7", "");
  }

  @Test
  void aSidIsTheAccountThatOneRecordShowsItWith() {
    check(
        "foothold account:S-1-5-21-1-2-3-1104 10:00;"
            + "09:00 sid hb-dc1 S-1-5-21-1-2-3-1104 by HARBOUR\\kim;"
            + "10:30 HARBOUR\\kim ?->fs1 session 7",
        "harbour\\kim ?->fs1 possible held-account-no-source");
  }

  @Test
  void theCaseFileJoinsNamesOfOneAccount() {
    check(
        "case names: {account: 'HARBOUR\\kim', also: [kim2]}; foothold account:HARBOUR\\kim 10:00;"
            + "09:00 HARBOUR\\kim pc8->pc9; 10:30 kim2 ?->fs1 session 7",
        "harbour\\kim ?->fs1 possible held-account-no-source");
  }
}
