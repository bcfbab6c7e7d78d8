package org.tidemark.evidence.formats;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.tidemark.evidence.ReadFacts;
import org.tidemark.evidence.ReadSettings;

class WindowsJsonTest {
  private static final String HEAD = "{\"Channel\":\"Security\",\"Hostname\":\"A.x.example\","
      + "\"TimeCreated\":\"2023-10-03T02:00:00.5Z\",";

  @Test
  void theSampleGivesItsFactsInUtcByEachHostsOwnZone() {
    assertEquals(
        """
        1 2023-10-03T02:00:00Z NETWORK harbour\\mori 10.10.4.17 hb-fs01 - #51a2
        8 2023-10-03T02:00:00Z TICKET harbour\\mori 10.10.4.17 hb-fs01 - #0
        9 2023-10-03T02:00:00Z EXPLICIT harbour\\svc-backup hb-pc-0031 hb-fs01 - #99
        3 2023-10-03T02:00:01Z READ hb-fs01 harbour\\mori 10.10.4.17 \
        \\\\hb-fs01\\share\\crm\\顧客.csv - #51a2
        4 2023-10-03T02:00:01Z READ refused hb-fs01 harbour\\mori 10.10.4.17 \
        \\\\hb-fs01\\share\\hr\\pay.csv - #51a2
        5 2023-10-03T02:00:02Z LIST hb-fs01 harbour\\mori 10.10.4.17 \\\\hb-fs01\\share\\crm - #51a2
        6 2023-10-03T02:00:03Z OPEN hb-fs01 harbour\\mori 10.10.4.17 \
        \\\\hb-fs01\\IPC$\\svcctl - #51a2
        7 2023-10-03T02:00:04Z SERVICE hb-fs01 harbour\\mori sample - #51a2
        2 2023-10-03T02:00:00Z ADMIN hb-fs01 harbour\\mori #51a2
        10 2023-10-03T02:05:00Z END hb-fs01 harbour\\mori #51a2
        read 12: used 10 ignored {event-not-used=1} unparsed 1""",
        ReadFacts.of(
            new WindowsJson(),
            ReadSettings.of("windows-json"),
            ReadFacts.sample(getClass(), "windows-json.jsonl")));
  }

  @Test
  void aLogonFromLoopbackOrFromTheHostItselfHasNoSource() {
    check(
        "\"EventID\":4624,\"TargetUserName\":\"b\",\"LogonType\":2,\"IpAddress\":\"127.0.0.1\","
            + "\"WorkstationName\":\"A\"}",
        "INTERACTIVE b - a - #0");
    check(
        "\"EventID\":4624,\"TargetUserName\":\"b\",\"LogonType\":3,\"IpAddress\":\"-\","
            + "\"WorkstationName\":\"PC7\"}",
        "NETWORK b pc7 a - #0");
  }

  @Test
  void aFailedLogonIsRefused() {
    check(
        "\"EventID\":4625,\"TargetUserName\":\"b\",\"LogonType\":3,\"IpAddress\":\"10.0.0.9\"}",
        "NETWORK refused b 10.0.0.9 a - #0");
  }

  @Test
  void aProcessRunsAsTheTargetWhereOneIsNamed() {
    String subject = "\"SubjectUserName\":\"A$\",\"SubjectLogonId\":\"0x3e7\",";
    check(
        "\"EventID\":4688," + subject + "\"TargetUserName\":\"b\",\"TargetLogonId\":\"0x2b\","
            + "\"NewProcessName\":\"C:\\\\x.exe\"}",
        "PROCESS a b C:\\x.exe - #2b");
    check(
        "\"EventID\":4688," + subject + "\"TargetUserName\":\"-\",\"TargetLogonId\":\"0x0\","
            + "\"NewProcessName\":\"C:\\\\x.exe\"}",
        "PROCESS a a$ C:\\x.exe - #3e7");
  }

  @Test
  void aMemberOfAGroupIsTheTargetAndTheGroupStandsBesideTheNumber() {
    check(
        "\"EventID\":4732,\"SubjectUserName\":\"b\",\"SubjectLogonId\":\"0x7\","
            + "\"TargetUserName\":\"Administrators\",\"TargetDomainName\":\"Builtin\","
            + "\"MemberSid\":\"S-1-5-21-7\"}",
        "CHANGE a b s-1-5-21-7 4732 builtin\\administrators - #7");
  }

  @Test
  void theSourcesZoneGoesBeforeWhatTheRecordsShow() {
    ReadSettings settings = new ReadSettings(
        "windows-json",
        "",
        Optional.of(ZoneId.of("UTC")),
        Optional.empty(),
        Optional.empty(),
        false,
        "");
    String facts = ReadFacts.of(
        new WindowsJson(), settings, ReadFacts.sample(getClass(), "windows-json.jsonl"));
    assertTrue(facts.startsWith("8 2023-10-03T02:00:00Z"), facts);
    assertTrue(facts.contains("1 2023-10-03T11:00:00Z NETWORK"), facts);
  }

  @Test
  void onlyFlatEventsAreRecognised() {
    byte[] sample = ReadFacts.sample(getClass(), "windows-json.jsonl");
    assertTrue(new WindowsJson().recognises(sample, sample.length));
    byte[] other = "{\"id\":7,\"mail\":\"x\"}\n".getBytes(StandardCharsets.UTF_8);
    assertFalse(new WindowsJson().recognises(other, other.length));
    assertFalse(new WindowsJson().recognises(new byte[64], 64));
  }

  private static void check(String rest, String fact) {
    assertEquals(
        "1 2023-10-03T02:00:00.500Z " + fact + "\nread 1: used 1 ignored {} unparsed 0",
        ReadFacts.of(new WindowsJson(), ReadSettings.of("windows-json"), HEAD + rest));
  }
}
