package org.tidemark.casefile;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class NetworkTest {
  @Test
  void anAddressHasOneSpelling() {
    check("0:0:0:0:0:0:0:1", "::1");
    check("::1", "::1");
    check("FE80:0:0:0:9b:ae55:9a78:92e4", "fe80::9b:ae55:9a78:92e4");
    check("2001:db8:0:0:1:0:0:1", "2001:db8::1:0:0:1");
    check("2001:db8:0:1:1:1:1:1", "2001:db8:0:1:1:1:1:1");
    check("2001:db8::", "2001:db8::");
    check("::", "::");
    check("::ffff:172.18.39.5", "172.18.39.5");
    check("10.0.0.1", "10.0.0.1");
    check("10.0.0.256", "no address");
    check("fs01", "no address");
    check("1:2:3", "no address");
  }

  private static void check(String written, String expected) {
    assertEquals(expected, Network.canonicalAddress(written).orElse("no address"), written);
  }
}
