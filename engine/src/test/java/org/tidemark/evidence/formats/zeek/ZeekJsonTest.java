package org.tidemark.evidence.formats.zeek;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.tidemark.evidence.ReadFacts;
import org.tidemark.evidence.ReadSettings;
import org.tidemark.evidence.formats.SessionNumber;
import org.tidemark.testing.Project;

class ZeekJsonTest {
  private static final ReadSettings SETTINGS = ReadSettings.of("zeek-json");
  private static final SessionNumber SESSIONS = new SessionNumber();

  private static String session(String clientPort, String server, String port) {
    return " #" + Long.toHexString(SESSIONS.of("10.10.4.17", clientPort, server, port));
  }

  private static byte[] sample() {
    return ReadFacts.sample(ZeekJsonTest.class, "zeek.jsonl");
  }

  private static void check(String expected, String line) {
    String facts = ReadFacts.of(new ZeekJson(), SETTINGS, line);
    assertEquals(expected, facts.substring(0, facts.lastIndexOf("read ")).strip(), line);
  }

  /** A line of a connection from 10.0.0.7 to 10.0.0.9 with more fields. */
  private static String line(String stream, int port, String more) {
    return "{\"_path\":\"" + stream + "\",\"ts\":1696300270.5,\"uid\":\"C1\","
        + "\"id.orig_h\":\"10.0.0.7\",\"id.orig_p\":50000,\"id.resp_h\":\"10.0.0.9\","
        + "\"id.resp_p\":" + port + more + "}\n";
  }

  @Test
  void theSampleGivesItsFacts() {
    String files = session("50003", "10.10.4.20", "445");
    String service = session("50008", "10.10.4.30", "445");
    assertEquals(
        """
        1 2023-10-03T02:31:09.123456Z NETWORK - 10.10.4.17 10.10.4.20 -%s
        5 2023-10-03T02:31:11Z NETWORK harbour\\mori 10.10.4.17 10.10.4.20 -%s
        6 2023-10-03T02:31:12Z NETWORK refused harbour\\kato 10.10.4.18 10.10.4.20 -%s
        7 2023-10-03T02:31:13Z TICKET_GRANTING harbour\\hb-ws03$ 10.10.4.19 10.10.0.5 \
        aes256-cts-hmac-sha1-96 #0
        8 2023-10-03T02:31:14Z TICKET harbour\\mori 10.10.4.17 hb-app01 rc4-hmac #0
        14 2023-10-03T02:31:17Z NETWORK - 10.10.4.17 10.10.4.30 -%s
        18 2023-10-03T02:31:19Z NETWORK - 10.10.4.17 10.10.0.5 -%s
        20 2023-10-03T02:31:20.200Z NETWORK - 10.10.4.17 10.10.4.31 Microsoft WinRM Client%s
        21 2023-10-03T02:31:21Z SHELL - 10.10.4.17 10.10.4.40 SSH-2.0-OpenSSH_9.2%s
        """.formatted(
                session("50001", "10.10.4.20", "445"),
                files,
                " #" + Long.toHexString(SESSIONS.of("10.10.4.18", "50004", "10.10.4.20", "445")),
                service,
                session("50010", "10.10.0.5", "49667"),
                session("50011", "10.10.4.31", "5985"),
                session("50012", "10.10.4.40", "22"))
            + """
        11 2023-10-03T02:31:15.500Z OPEN 10.10.4.20 - 10.10.4.17 \\\\hb-fs01\\members -%1$s
        12 2023-10-03T02:31:16Z READ 10.10.4.20 - 10.10.4.17 \
        \\\\hb-fs01\\members\\2023\\名簿.csv -%1$s
        13 2023-10-03T02:31:16.500Z DELETE 10.10.4.20 - 10.10.4.17 \
        \\\\hb-fs01\\members\\2023\\old.csv -%1$s
        14 2023-10-03T02:31:17Z OPEN 10.10.4.30 - 10.10.4.17 \\\\hb-db01\\IPC$ -%2$s
        15 2023-10-03T02:31:17.500Z OPEN 10.10.4.30 - 10.10.4.17 \\\\10.10.4.30\\IPC$\\svcctl -%2$s
        18 2023-10-03T02:31:19Z READ 10.10.0.5 - 10.10.4.17 \
        \\\\10.10.0.5\\drsuapi\\drsgetncchanges -%3$s
        16 2023-10-03T02:31:18Z SERVICE 10.10.4.30 - svcctl/startservicew -%2$s
        20 2023-10-03T02:31:20.200Z PROCESS 10.10.4.31 - winrm -%4$s
        1 2023-10-03T02:31:09.123456Z FLOW tap1 - 10.10.4.17 10.10.4.20 - #c35101bd
        2 2023-10-03T02:31:10Z FLOW refused tap1 - 10.10.4.17 10.10.4.21 - #c35201bd
        """.formatted(
                    files,
                    service,
                    session("50010", "10.10.0.5", "49667"),
                    session("50011", "10.10.4.31", "5985"))
            + "read 27: used 19 ignored {answer-not-seen=1, broadcast=1, endpoint-not-used=1,"
            + " log-not-used=1, not-accepted=1, protocol-without-ports=1,"
            + " ticket-for-the-directory=1} unparsed 1",
        ReadFacts.of(new ZeekJson(), SETTINGS, sample()));
  }

  @Test
  void theSampleSaysWhoseAddressesAre() {
    assertEquals("""
        hb-app01 10.10.4.31 2023-10-03T02:31:24Z PT0S
        hb-db01 10.10.4.30 2023-10-03T02:31:17Z PT0S
        hb-fs01 10.10.4.20 2023-10-03T02:31:11Z PT0S
        hb-ws01 10.10.4.17 2023-10-03T02:31:11Z PT0S
        hb-ws03 10.10.4.19 2023-10-03T02:31:13Z PT0S
        hb-ws05 10.10.4.22 2023-10-03T02:31:25Z PT0S
        hb-ws07 10.10.4.50 2023-10-03T02:31:22Z PT1H
        controllers [10.10.0.5, hb-dc01]""", ReadFacts.names(new ZeekJson(), SETTINGS, sample()));
  }

  @Test
  void aLogIsRecognisedByItsNameOrItsFieldsInEitherSpelling() {
    String flat = "{\"ts\":\"2023-10-03T02:31:10.500000Z\",\"uid\":\"C1\","
        + "\"id_orig_h\":\"10.0.0.7\",\"id_orig_p\":5,\"id_resp_h\":\"10.0.0.9\",\"id_resp_p\":445,"
        + "\"proto\":\"tcp\",\"conn_state\":\"S1\"}\n";
    check("1 2023-10-03T02:31:10.500Z FLOW zeek - 10.0.0.7 10.0.0.9 - #501bd", flat);
    for (String text : new String[] {
      flat,
      "{\"@path\":\"weird\",\"ts\":1,\"name\":\"x\"}\n",
      "{\"ts\":1.5,\"uids\":[\"C1\"],\"assigned_addr\":\"10.0.0.7\",\"msg_types\":[\"ACK\"]}",
    }) {
      assertTrue(recognised(text), text);
    }
    for (String text : new String[] {
      "{\"timestamp\":\"2023-10-03T02:31:10Z\",\"flow_id\":1,\"event_type\":\"flow\"}",
      "{\"ts\":1.5,\"level\":\"info\",\"uid\":\"1\"}",
      "#separator \\x09\n#path\tconn",
    }) {
      assertFalse(recognised(text), text);
    }
  }

  private static boolean recognised(String text) {
    byte[] head = text.getBytes(StandardCharsets.UTF_8);
    return new ZeekJson().recognises(head, head.length);
  }

  @Test
  void whatProvesNoSessionGivesNone() {
    String smb =
        ",\"proto\":\"tcp\",\"conn_state\":\"SF\",\"orig_bytes\":5000,\"resp_bytes\":60000";
    check(
        "1 2023-10-03T02:31:10.500Z FLOW zeek - 10.0.0.7 10.0.0.9 - #c35001bd",
        line("conn", 445, smb));
    check("", line("http", 5985, ",\"method\":\"POST\",\"uri\":\"/wsman\",\"status_code\":401"));
    check(
        "",
        line(
            "http",
            5985,
            ",\"method\":\"POST\",\"uri\":\"/wsman/SubscriptionManager/WEC\",\"status_code\":200"));
    String asked = ",\"method\":\"POST\",\"uri\":\"/wsman\",\"status_code\":200";
    check("", line("http", 5985, asked + ",\"response_body_len\":900"));
    check("", line("rdp", 3389, ",\"cookie\":\"mori\",\"result\":\"encrypted\""));
    check("", line("ssh", 22, ",\"auth_attempts\":3"));
    check("", line("kerberos", 445, ""));
    check("", line("ntlm", 445, ",\"username\":\"\",\"success\":true"));
    check("", line("dce_rpc", 49667, ",\"endpoint\":\"drsuapi\",\"operation\":\"DRSCrackNames\""));
    check(
        "1 2023-10-03T02:31:10.500Z FLOW refused zeek - 10.0.0.7 10.0.0.9 - #c35001bd",
        line("conn", 445, ",\"proto\":\"tcp\",\"conn_state\":\"S0\""));
  }

  @Test
  void actsOnFilesAreWhatTheActionSays() {
    action("READ 10.0.0.9 - 10.0.0.7 \\\\fs\\d\\a.csv", "FILE_OPEN", ",\"size\":3");
    action("OPEN 10.0.0.9 - 10.0.0.7 \\\\fs\\d\\a.csv", "FILE_OPEN", ",\"size\":0");
    action("READ 10.0.0.9 - 10.0.0.7 \\\\fs\\d\\a.csv", "SMB::FILE_READ", "");
    action("WRITE 10.0.0.9 - 10.0.0.7 \\\\fs\\d\\a.csv", "SMB::FILE_WRITE", "");
    action("RENAME 10.0.0.9 - 10.0.0.7 \\\\fs\\d\\old", "FILE_RENAME", ",\"prev_name\":\"old\"");
    action("", "SMB::FILE_CLOSE", "");
  }

  private static void action(String expected, String action, String more) {
    String facts = ReadFacts.of(
        new ZeekJson(),
        SETTINGS,
        line(
            "smb_files",
            445,
            ",\"path\":\"\\\\\\\\fs\\\\d\",\"name\":\"a.csv\",\"action\":\"" + action + "\""
                + more));
    assertEquals(expected.isEmpty(), facts.startsWith("read "), facts);
    assertTrue(facts.contains(expected + (expected.isEmpty() ? "" : " - #")), facts);
  }

  @Test
  void winRmAcceptedWhoeverItAnsweredAfterItAskedForCredentials() {
    String asked = ",\"method\":\"POST\",\"uri\":\"/wsman\",\"status_code\":";
    String refused = line("http", 5985, asked + "401");
    for (String text : new String[] {
      refused + line("http", 5985, asked + "200"),
      line("http", 5985, asked + "200,\"response_body_len\":9000"),
      line("http", 5985, asked.replace("/wsman", "/wsman?PSVersion=5.1") + "200"),
      refused + line("http", 5985, asked + "200") + line("http", 5985, asked + "200"),
    }) {
      String facts = ReadFacts.of(new ZeekJson(), SETTINGS, text);
      assertEquals(1, facts.lines().filter(l -> l.contains(" NETWORK - ")).count(), facts);
      assertEquals(1, facts.lines().filter(l -> l.contains(" PROCESS ")).count(), facts);
    }
  }

  @Test
  void aConnectionShowsItsLogonOnce() {
    String mapping =
        line("smb_mapping", 445, ",\"path\":\"\\\\\\\\fs\\\\c$\",\"share_type\":\"DISK\"");
    String facts = ReadFacts.of(new ZeekJson(), SETTINGS, mapping + mapping);
    assertEquals(1, facts.lines().filter(l -> l.contains(" NETWORK ")).count(), facts);
    assertEquals(
        2,
        facts
            .lines()
            .filter(l -> l.contains("OPEN 10.0.0.9 - 10.0.0.7 \\\\fs\\c$"))
            .count());
  }

  @Test
  void aNameAskedForOnlyByOneHostIsItsOwnUnlessItIsAnotherS() {
    String asked = line("dns", 137, ",\"query\":\"WS7\",\"qtype_name\":\"NB\"")
        .replace("10.0.0.9", "10.0.0.255");
    names("ws7 10.0.0.7 2023-10-03T02:31:10.500Z PT0S", asked);
    names("", asked + asked.replace("10.0.0.7", "10.0.0.8"));
    names("", asked + asked.replace("WS7", "WS8"));
    names("", asked.replace("WS7", "WPAD"));
    names("", asked.replace("10.0.0.255", "10.0.0.9"));
    names(
        "ws7 10.0.0.9 2023-10-03T02:31:10.500Z PT0S",
        asked
            + line(
                "dns",
                53,
                ",\"query\":\"ws7.a\",\"qtype_name\":\"A\",\"AA\":true,"
                    + "\"answers\":[\"10.0.0.9\"]"));
    names(
        "",
        asked.replace("WS7", "CORP")
            + line(
                "kerberos",
                88,
                ",\"request_type\":\"AS\",\"client\":\"mori/CORP.EXAMPLE\",\"success\":false"));
  }

  @Test
  void anAddressOfTwoNamesHasNone() {
    String answer = ",\"qtype_name\":\"A\",\"AA\":true,\"answers\":[\"10.0.0.9\"],\"query\":";
    names("", line("dns", 53, answer + "\"a.x\"") + line("dns", 53, answer + "\"b.x\""));
    names("", line("dns", 53, answer.replace("10.0.0.9", "192.0.2.9") + "\"a.x\""));
    names(
        "a 10.0.0.7 2023-10-03T02:31:10.500Z PT0S",
        line(
            "dns",
            53,
            ",\"qtype_name\":\"PTR\",\"query\":\"7.0.0.10.in-addr.arpa\","
                + "\"answers\":[\"a.x\"]"));
  }

  private static void names(String expected, String text) {
    String names = ReadFacts.names(new ZeekJson(), SETTINGS, text.getBytes(StandardCharsets.UTF_8));
    assertEquals(expected, names.substring(0, names.indexOf("\ncontrollers")), text);
  }

  @Test
  void absurdLinesAreUnparsedAndTheOthersAreRead() {
    String good = line("conn", 22, ",\"proto\":\"tcp\",\"conn_state\":\"SF\"");
    String text = good.replace("1696300270.5", "1e400") + good.replace("1696300270.5", "-")
        + good.replace("10.0.0.9", "172.99999999999.1.1") + "{\"ts\":\n"
        + good.replace("50000", "99999999999999999999") + good;
    String facts = ReadFacts.of(new ZeekJson(), SETTINGS, text);
    assertTrue(facts.endsWith("read 6: used 3 ignored {} unparsed 3"), facts);
  }

  @Test
  void everyLineOfARealNetworkIsReadAndItsHostsAreNamed() throws IOException {
    Optional<Path> data = Project.realData("zeek-day1", "a real network's Zeek logs");
    if (data.isEmpty()) {
      return;
    }
    byte[] packed = Files.readAllBytes(data.get().resolve("combined_zeek.log.gz"));
    byte[] log = new GZIPInputStream(new ByteArrayInputStream(packed)).readAllBytes();
    assertTrue(new ZeekJson().recognises(log, 1 << 16));
    String facts = ReadFacts.of(new ZeekJson(), SETTINGS, log);
    assertTrue(facts.endsWith(" unparsed 0"), facts.substring(facts.lastIndexOf('\n')));
    assertEquals(
        "[nashua 10.0.1.6, newyork 10.0.0.4, scranton 10.0.1.4, wec 10.0.1.10]",
        ReadFacts.names(new ZeekJson(), SETTINGS, log)
            .lines()
            .filter(l -> !l.startsWith("controllers"))
            .map(l -> l.substring(0, l.indexOf(" 2020")))
            .toList()
            .toString());
    assertTrue(
        ReadFacts.names(new ZeekJson(), SETTINGS, log).endsWith("controllers [10.0.0.4, newyork]"));
  }
}
