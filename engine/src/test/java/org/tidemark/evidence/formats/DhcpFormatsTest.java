package org.tidemark.evidence.formats;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.tidemark.evidence.LogFormat;
import org.tidemark.evidence.ReadFacts;
import org.tidemark.evidence.ReadSettings;

class DhcpFormatsTest {
  private static final ReadSettings TOKYO = new ReadSettings(
      "", "", Optional.of(ZoneId.of("Asia/Tokyo")), Optional.empty(), Optional.empty(), false, "");

  private static void check(String expected, String counts, LogFormat format, String sample) {
    byte[] bytes = ReadFacts.sample(DhcpFormatsTest.class, sample);
    assertTrue(format.recognises(bytes, bytes.length), sample);
    assertEquals(expected + "\ncontrollers []", ReadFacts.names(format, TOKYO, bytes), sample);
    assertEquals(counts, ReadFacts.of(format, TOKYO, bytes), sample);
  }

  @Test
  void theSampleOfSyslogGivesItsLeases() {
    check(
        """
        hb-ws07 10.10.4.50 2023-10-03T02:31:10Z PT1H
        hb-ws08 10.10.4.52 2023-10-03T02:31:12Z PT0S
        hb-ws09 10.10.4.53 2023-10-03T02:31:13Z PT0S""",
        "read 7: used 3 ignored {lease-without-name=2, message-not-used=2} unparsed 0",
        new DhcpSyslog(),
        "dhcp-syslog.log");
  }

  @Test
  void theSampleOfWindowsGivesItsLeases() {
    check(
        """
        hb-ws07 10.10.4.50 2023-10-03T02:31:09Z PT0S
        hb-ws08 10.10.4.52 2023-10-03T02:33:09Z PT0S""",
        "read 13: used 2 ignored {blank=2, event-not-used=2, heading=5, lease-without-name=1}"
            + " unparsed 1",
        new DhcpServerAudit(),
        "windows-dhcp.log");
  }

  @Test
  void otherTablesOfNumbersAndDatesAreNoDhcp() {
    for (String text : new String[] {
      "1,10/03/23,11:31:22,paid,100,Mori,X\n", "id,date\n", "10,10/03/23,11:31:22,Assign\n"
    }) {
      byte[] head = text.getBytes(StandardCharsets.UTF_8);
      assertFalse(new DhcpServerAudit().recognises(head, head.length), text);
    }
  }
}
