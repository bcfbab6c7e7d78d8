package org.tidemark.casefile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class OrganisationsTest {
  private static final Organisations ORGANISATIONS = new Organisations(List.of(
      organisation("harbour", List.of("hb-*", "*.harbour.example"), "10.10.0.0/16", "HARBOUR"),
      organisation("tidal", List.of("td-*", "hb-td-*", "*-hb"), "10.0.0.0/8", "tidal.example"),
      organisation("mooring", List.of("mr-*"), "2001:db8::/32", "MOORING")));

  @Test
  void theLongestMatchWins() {
    checkHost("hb-fs01", "harbour");
    checkHost("HB-TD-1", "tidal");
    checkHost("10.10.3.4", "harbour");
    checkHost("10.11.3.4", "tidal");
    checkHost("::ffff:10.10.3.4", "harbour");
    checkHost("2001:db8:0:1::5", "mooring");
    checkHost("www.harbour.example", "harbour");
  }

  @Test
  void everyoneElseIsOutside() {
    checkHost("laptop", "outside");
    checkHost("203.0.113.9", "outside");
    checkHost("2001:db9::1", "outside");
  }

  @Test
  void accountsBelongByTheirDomain() {
    checkAccount("harbour\\k.mori", "harbour");
    checkAccount("k.mori@harbour.example", "harbour");
    checkAccount("tidal\\y.han", "tidal");
    checkAccount("y.han", "outside");
    checkAccount("AKIAIOSFODNN7EXAMPLE", "outside");
  }

  @Test
  void equallyLongClaimsAreContested() {
    assertEquals(List.of("harbour", "tidal"), ORGANISATIONS.contested("hb-hb"));
    assertEquals(List.of(), ORGANISATIONS.contested("hb-fs01"));
    assertEquals(List.of(), ORGANISATIONS.contested("laptop"));
  }

  @Test
  void networksAreReadStrictly() {
    for (String good : List.of(
        "10.0.0.0/8", "0.0.0.0/0", "::/0", "::1", "fe80::/10", "1.2.3.4", "::ffff:1.2.3.4")) {
      assertTrue(Network.parse(good).isPresent(), good);
    }
    for (String bad : List.of(
        "",
        "10.0.0.1/8",
        "10.0.0.0/33",
        "10.0.0",
        "1.2.3.4.5",
        "1.2.3.-4",
        "a.b.c.d",
        "::1::",
        ":::",
        "1:2:3:4:5:6:7",
        "1:2:3:4:5:6:7:8:9",
        "12345::",
        "10.0.0.0/",
        "host",
        "1.2.3.0x4",
        "１.2.3.4")) {
      assertEquals(Optional.empty(), Network.parse(bad), bad);
    }
  }

  private static void checkHost(String host, String expected) {
    assertEquals(expected, ORGANISATIONS.ofHost(host), host);
  }

  private static void checkAccount(String account, String expected) {
    assertEquals(expected, ORGANISATIONS.ofAccount(account), account);
  }

  private static CaseFile.Organisation organisation(
      String id, List<String> hosts, String network, String domain) {
    return new CaseFile.Organisation(
        id,
        id,
        Optional.empty(),
        Optional.empty(),
        List.of(),
        hosts,
        List.of(network),
        List.of(domain),
        Map.of());
  }
}
