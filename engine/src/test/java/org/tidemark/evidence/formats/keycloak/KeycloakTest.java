package org.tidemark.evidence.formats.keycloak;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.tidemark.evidence.ReadFacts;
import org.tidemark.evidence.ReadSettings;
import org.tidemark.evidence.formats.SessionNumber;

class KeycloakTest {
  private static final ReadSettings TOKYO = new ReadSettings(
      "keycloak-events",
      "",
      Optional.of(ZoneId.of("Asia/Tokyo")),
      Optional.empty(),
      Optional.empty(),
      false,
      "");
  private static final SessionNumber SESSIONS = new SessionNumber();
  private static final String FIRST = " #" + Long.toHexString(SESSIONS.of("s-1"));
  private static final String SECOND = " #" + Long.toHexString(SESSIONS.of("s-2"));

  private static String facts(String sample) {
    return ReadFacts.of(new Keycloak(), TOKYO, ReadFacts.sample(KeycloakTest.class, sample));
  }

  @Test
  void theServersLogGivesItsFacts() {
    String mori = "harbour\\mori@harbour.example";
    String expected = """
        2 2023-10-03T02:31:09.123Z CLOUD %1$s 10.10.4.17 keycloak/harbour/portal -%2$s
        4 2023-10-03T02:35:00Z CLOUD %1$s 203.0.113.9 keycloak/harbour/files -%2$s
        5 2023-10-03T02:36:00Z CLOUD refused - 203.0.113.9 keycloak/harbour/portal - #0
        6 2023-10-03T02:36:05Z CLOUD refused harbour\\kato 203.0.113.9 keycloak/harbour/portal - #0
        7 2023-10-03T02:37:00Z CHANGE keycloak/harbour %1$s harbour\\u-9 CREATE USER - #0
        8 2023-10-03T02:37:30Z CHANGE keycloak/harbour %1$s harbour\\kato \
        ACTION USER reset-password - #0
        9 2023-10-03T02:40:00Z END keycloak/harbour/files %1$s%2$s
        9 2023-10-03T02:40:00Z END keycloak/harbour/portal %1$s%2$s
        2 2023-10-03T02:31:09.123Z SAME %1$s harbour\\u-1 #0
        6 2023-10-03T02:36:05Z SAME harbour\\kato harbour\\u-2 #0
        read 9: used 7 ignored {no-event=1, use-already-known=1} unparsed 0""";
    assertEquals(expected.formatted(mori, FIRST), facts("keycloak.log"));
  }

  @Test
  void theExportGivesItsFacts() {
    String expected = """
        1 2023-10-03T02:31:09.123Z CLOUD harbour\\mori 10.10.4.17 keycloak/harbour/portal -%1$s
        2 2023-10-03T02:31:10Z CLOUD harbour\\kato 10.10.4.17 keycloak/harbour -%2$s
        2 2023-10-03T02:31:10Z CHANGE keycloak/harbour master\\mori harbour\\kato \
        IMPERSONATE harbour\\kato%2$s
        4 2023-10-03T02:31:12Z CHANGE keycloak/harbour master\\u-1 harbour\\u-9 \
        CREATE REALM_ROLE_MAPPING - #0
        1 2023-10-03T02:31:09.123Z SAME harbour\\mori harbour\\u-1 #0
        2 2023-10-03T02:31:10Z SAME harbour\\kato harbour\\u-2 #0
        read 4: used 3 ignored {event-not-used=1} unparsed 0""";
    assertEquals(expected.formatted(FIRST, SECOND), facts("events.json"));
  }

  @Test
  void olderServersAndConsoleLinesSayTheSame() {
    String message = "type=LOGIN, realmId=harbour, clientId=portal, userId=null,"
        + " ipAddress=10.10.4.17, note='a b, c=d', username=mori";
    String expected = "1 2023-10-03T02:31:09.123Z CLOUD harbour\\mori 10.10.4.17"
        + " keycloak/harbour/portal - #0\nread 1: used 1 ignored {} unparsed 0";
    String text = "hb-1  | 2023-10-03 11:31:09,123 DEBUG [org.keycloak.events] (task-2) " + message;
    String json = "{\"timestamp\":\"2023-10-03T02:31:09.123Z\",\"loggerName\":"
        + "\"org.keycloak.events\",\"message\":\"" + message + "\"}";
    for (String line : new String[] {text, json}) {
      byte[] head = line.getBytes(StandardCharsets.UTF_8);
      assertTrue(new Keycloak().recognises(head, head.length), line);
      assertEquals(expected, ReadFacts.of(new Keycloak(), TOKYO, line), line);
    }
  }

  @Test
  void aValueCannotPassItselfOffAsAnotherField() {
    String line = "2023-10-03 11:31:09,123 DEBUG [org.keycloak.events] (t) type=\"LOGIN\","
        + " realmId=\"harbour\", clientId=\"p\", ipAddress=\"10.10.4.17\", error=\"x\\\", type=\","
        + " username=\"mori\", ipAddress=\"10.10.4.99\"";
    assertEquals(
        "read 1: used 0 ignored {refused=1} unparsed 0", ReadFacts.of(new Keycloak(), TOKYO, line));
  }

  @Test
  void brokenEventsAreUnparsedAndTheOthersAreRead() {
    byte[] whole = ReadFacts.sample(getClass(), "events.json");
    String facts =
        ReadFacts.of(new Keycloak(), TOKYO, java.util.Arrays.copyOf(whole, whole.length - 200));
    assertTrue(
        facts.endsWith("read 4: used 2 ignored {event-not-used=1} unparsed 1 broken"), facts);
    String line = "11:31:09,123 INFO [org.keycloak.events] (t) type=LOGIN, realmId=harbour\n"
        + "{\"type\":\"LOGIN\",\"realmId\":\"harbour\",\"time\":\"soon\"}\n{\"type\":\n[]\n7\n";
    assertTrue(ReadFacts.of(new Keycloak(), TOKYO, line)
        .endsWith("read 5: used 0 ignored {no-event=2} unparsed 3"));
    byte[] other = "{\"type\":\"x\",\"realm\":1}".getBytes(StandardCharsets.UTF_8);
    assertFalse(new Keycloak().recognises(other, other.length));
  }
}
