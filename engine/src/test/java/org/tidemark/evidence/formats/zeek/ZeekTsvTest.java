package org.tidemark.evidence.formats.zeek;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.tidemark.evidence.ReadFacts;
import org.tidemark.evidence.ReadSettings;
import org.tidemark.evidence.formats.SessionNumber;

class ZeekTsvTest {
  private static final ReadSettings SETTINGS = ReadSettings.of("zeek-tsv");

  @Test
  void theSampleGivesItsFacts() {
    String session =
        " #" + Long.toHexString(new SessionNumber().of("10.10.4.17", "50003", "10.10.4.20", "445"));
    byte[] sample = ReadFacts.sample(getClass(), "zeek.log");
    assertTrue(new ZeekTsv().recognises(sample, sample.length));
    String expected = """
        19 2023-10-03T02:31:11Z NETWORK harbour\\mori 10.10.4.17 10.10.4.20 -%1$s
        28 2023-10-03T02:31:11.500Z READ 10.10.4.20 - 10.10.4.17 \
        \\\\hb-fs01\\members\\a\tb.csv -%1$s
        8 2023-10-03T02:31:10.500Z FLOW zeek - 10.10.4.17 10.10.4.20 - #c35301bd
        9 2023-10-03T02:31:10.600Z FLOW refused zeek - 10.10.4.17 10.10.4.21 - #c35401bd
        read 29: used 4 ignored {heading=24} unparsed 1""";
    String facts = ReadFacts.of(new ZeekTsv(), SETTINGS, sample);
    assertEquals(expected.formatted(session), facts);
    assertEquals("""
        hb-fs01 10.10.4.20 2023-10-03T02:31:11Z PT0S
        hb-ws01 10.10.4.17 2023-10-03T02:31:11Z PT0S
        controllers []""", ReadFacts.names(new ZeekTsv(), SETTINGS, sample));
  }

  @Test
  void rowsWithoutAHeadingAreUnparsed() {
    assertEquals(
        "read 2: used 0 ignored {} unparsed 2", ReadFacts.of(new ZeekTsv(), SETTINGS, "1\t2\nx\n"));
    for (String text : new String[] {"#!/bin/sh\n", "# path\n1\t2\n", "ts\tuid\n", "#"}) {
      byte[] head = text.getBytes(StandardCharsets.UTF_8);
      assertFalse(new ZeekTsv().recognises(head, head.length), text);
    }
  }
}
