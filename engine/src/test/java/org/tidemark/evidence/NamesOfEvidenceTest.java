package org.tidemark.evidence;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

/** One host and one account have one name, however logs write them. */
class NamesOfEvidenceTest {
  @Test
  void aHostHasItsShortName() {
    host("FS01", "fs01");
    host("fs01.harbour.example", "fs01");
    host("fs01.harbour.example.", "fs01");
    host("\\\\FS01", "fs01");
    host("FS01$", "fs01");
    host(" fs01 ", "fs01");
    host("-", "");
    host("$", "");
    host("a b", "");
  }

  @Test
  void anAddressHasOneSpelling() {
    host("::ffff:10.4.0.7", "10.4.0.7");
    host("0:0:0:0:0:ffff:0a04:0007", "10.4.0.7");
    host("0:0:0:0:0:0:0:1", "::1");
    host("fe80:0:0:0:0:0:0:7%4", "fe80::7");
    host("[fe80::7]", "fe80::7");
    host("0.0.0.0", "");
    host("::", "");
  }

  @Test
  void anAccountHasTheFirstLabelOfItsDomain() {
    account("Mori", "HARBOUR", "harbour\\mori");
    account("mori", "harbour.example", "harbour\\mori");
    account("mori@HARBOUR.EXAMPLE", "HARBOUR.EXAMPLE", "harbour\\mori");
    account("mori@harbour.example", "", "harbour\\mori");
    account("HARBOUR\\mori", "", "harbour\\mori");
    account("mori", "-", "mori");
    account("mori", ".", "mori");
    account("-", "-", "");
  }

  @Test
  void anAccountNamedByAMailAddressKeepsIt() {
    account("mori@mail.example", "MicrosoftAccount", "microsoftaccount\\mori@mail.example");
  }

  private static void host(String written, String name) {
    assertEquals(name, EndpointName.of(written), written);
  }

  private static void account(String written, String domain, String name) {
    assertEquals(name, AccountName.of(written, domain), written);
  }
}
