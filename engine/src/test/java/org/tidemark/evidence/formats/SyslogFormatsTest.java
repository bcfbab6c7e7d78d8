package org.tidemark.evidence.formats;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.tidemark.evidence.LogFormat;
import org.tidemark.evidence.ReadFacts;
import org.tidemark.evidence.ReadSettings;

class SyslogFormatsTest {
  private static ReadSettings collected(String latest) {
    return new ReadSettings(
        "",
        "",
        Optional.of(ZoneId.of("Asia/Tokyo")),
        Optional.empty(),
        latest.isEmpty() ? Optional.empty() : Optional.of(Instant.parse(latest)),
        false,
        "");
  }

  @Test
  void theSampleOfSshdGivesItsFacts() {
    String expected = """
        1 2023-10-02T17:11:09Z SHELL deploy 10.10.4.17 hb-app01 - #1005
        4 2023-10-02T17:13:01Z SHELL refused - 203.0.113.9 hb-app01 - #1018
        5 2023-10-02T17:13:05Z SHELL refused hb-app01\\root 203.0.113.9 hb-app01 - #1018
        6 2023-10-02T17:14:00.250Z SHELL kato 10.10.4.17 hb-app02 - #4d
        2 2023-10-02T17:11:10Z COMMAND hb-app01 deploy /usr/bin/rsync - #0
        2 2023-10-02T17:11:10Z ADMIN hb-app01 deploy #0
        3 2023-10-02T17:12:44Z END hb-app01 deploy #1005
        read 7: used 6 ignored {message-not-used=1} unparsed 0""";
    assertEquals(expected, facts(new SshdSyslog(), "sshd-syslog.log"));
  }

  @Test
  void anAccountThatEveryHostHasIsItsHosts() {
    assertEquals("a\\root", HostAccounts.name("root", "a"));
    assertEquals("a\\postgres", HostAccounts.name("Postgres", "a"));
    assertEquals("admin", HostAccounts.name("admin", "a"));
    assertEquals("harbour\\root", HostAccounts.name("HARBOUR\\root", "a"));
    assertEquals("", HostAccounts.name("", "a"));
  }

  @Test
  void theSampleOfSambaGivesItsFacts() {
    String session = " #"
        + Long.toHexString(
            new SessionNumber().of("2290", "HARBOUR\\mori", "10.10.4.17", "members"));
    String who = " hb-nas01 harbour\\mori 10.10.4.17 \\\\hb-nas01\\members\\";
    assertEquals(
        "1 2023-10-02T17:11:09Z SHARE harbour\\mori 10.10.4.17 hb-nas01 -" + session
            + "\n2 2023-10-02T17:11:12Z READ" + who + "2023\\名簿.csv -" + session
            + "\n3 2023-10-02T17:11:14Z READ refused" + who + "hr\\pay.xlsx -" + session
            + "\n4 2023-10-02T17:11:15Z WRITE" + who + "2023\\new.csv -" + session
            + "\n5 2023-10-02T17:11:16Z RENAME" + who + "2023\\new.csv -" + session
            + "\n6 2023-10-02T17:11:17Z DELETE" + who + "2023\\old.csv -" + session
            + "\n8 2023-10-02T17:12:00Z END hb-nas01 harbour\\mori" + session
            + "\nread 8: used 7 ignored {operation-not-used=1} unparsed 0",
        facts(new SmbAccess(), "smb-access.log"));
  }

  @Test
  void aYearLeftOutIsTheLatestThatDoesNotLieAfterTheCollection() {
    check("Dec 31 23:00:00 a su: (to root) b on pts/0", "2024-01-05T00:00:00Z", "2023-12-31T14");
    check("Jan  3 23:00:00 a su: (to root) b on pts/0", "2024-01-05T00:00:00Z", "2024-01-03T14");
    check("Feb 29 12:00:00 a su: (to root) b on pts/0", "2023-10-05T00:00:00Z", "2020-02-29T03");
    check("<86>1 2023-10-03T01:02:03Z a su 7 - - (to root) b on pts/0", "", "2023-10-03T01");
  }

  @Test
  void withoutAnyKnownInstantADateWithoutAYearIsUnparsed() {
    String facts =
        ReadFacts.of(new SshdSyslog(), collected(""), "Oct  3 02:11:09 a su: (to root) b on p");
    assertEquals("read 1: used 0 ignored {} unparsed 1", facts);
  }

  @Test
  void eachFormatRecognisesItsOwnSampleOnly() {
    checkRecognised("sshd-syslog.log", "sshd-syslog");
    checkRecognised("smb-access.log", "smb-access");
    checkRecognised("windows-json.jsonl", "windows-json");
    checkRecognised("cloudtrail.json", "cloudtrail");
    byte[] text =
        "Dear Ms Kato,\nsshd is down.\n".getBytes(java.nio.charset.StandardCharsets.UTF_8);
    assertFalse(LogFormats.recognise(text, text.length).isPresent());
  }

  private void checkRecognised(String sample, String id) {
    byte[] head = ReadFacts.sample(getClass(), sample);
    for (LogFormat format : LogFormats.all()) {
      assertEquals(format.id().equals(id), format.recognises(head, head.length), format.id());
    }
  }

  private static void check(String line, String latest, String expected) {
    String facts = ReadFacts.of(new SshdSyslog(), collected(latest), line);
    assertTrue(facts.startsWith("1 " + expected), facts);
  }

  private String facts(LogFormat format, String sample) {
    return ReadFacts.of(
        format, collected("2023-10-28T00:00:00Z"), ReadFacts.sample(getClass(), sample));
  }
}
