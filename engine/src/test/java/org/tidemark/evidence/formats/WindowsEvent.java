package org.tidemark.evidence.formats;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.tidemark.evidence.ReadFacts;
import org.tidemark.evidence.ReadSettings;

/** One made-up Windows event, written by host {@code a}, and what is read from it. */
final class WindowsEvent {
  static final String TIME = "2023-10-03T02:00:00.500Z";

  private final StringBuilder line = new StringBuilder();

  private WindowsEvent(String channel, int number) {
    line.append("{\"Channel\":\"").append(channel);
    line.append("\",\"Hostname\":\"A.x.example\",\"TimeCreated\":\"2023-10-03T02:00:00.5Z\"");
    line.append(",\"EventID\":").append(number);
  }

  /** An event of the Security channel. */
  static WindowsEvent security(int number) {
    return new WindowsEvent("Security", number);
  }

  /** An event of another channel. */
  static WindowsEvent of(String channel, int number) {
    return new WindowsEvent(channel, number);
  }

  /** Adds a field. */
  WindowsEvent with(String field, String value) {
    String escaped = value.replace("\\", "\\\\").replace("\r", "\\r").replace("\n", "\\n");
    line.append(",\"").append(field).append("\":\"").append(escaped).append('"');
    return this;
  }

  /** The event gives these facts, one a line, each without its record and time. */
  void gives(String... facts) {
    StringBuilder expected = new StringBuilder();
    for (String fact : facts) {
      expected.append("1 ").append(TIME).append(' ').append(fact).append('\n');
    }
    assertEquals(expected + "read 1: used 1 ignored {} unparsed 0", facts());
  }

  /** The event is ignored for this reason. */
  void isIgnored(String reason) {
    assertEquals("read 1: used 0 ignored {" + reason + "=1} unparsed 0", facts());
  }

  private String facts() {
    return ReadFacts.of(new WindowsJson(), ReadSettings.of("windows-json"), line + "}");
  }
}
