package org.tidemark.trail;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tidemark.engine.Cancellation;
import org.tidemark.engine.Progress;
import org.tidemark.engine.StoppedException;
import org.tidemark.evidence.Evidence;
import org.tidemark.evidence.Ingest;

/**
 * What a network's sensor alone proves of a session (RULES.md section 4): pc1 (10.0.0.1) is held,
 * fs1 (10.0.0.2) and the domain controller dc1 (10.0.0.9) have no log.
 */
class SensorsTest {
  private static final long START = Instant.parse("2023-10-03T10:00:00Z").getEpochSecond();
  private static final String PC1 = "10.0.0.1";
  private static final String FS1 = "10.0.0.2";
  private static final String DC1 = "10.0.0.9";

  @TempDir
  Path temp;

  private int run;

  /** A line of one of Zeek's logs, so many milliseconds after ten o'clock. */
  private static String line(
      String log, int millis, String from, int port, String to, int toPort, String more) {
    return "{\"_path\":\"%s\",\"ts\":%d.%03d,\"uid\":\"C%d-%s-%d\",\"id.orig_h\":\"%s\","
            .formatted(log, START + millis / 1000, millis % 1000, port, to, toPort, from)
        + "\"id.orig_p\":%d,\"id.resp_h\":\"%s\",\"id.resp_p\":%d%s}\n"
            .formatted(port, to, toPort, more);
  }

  private static String connection(
      int millis, String from, int port, String to, int toPort, int sent, int received) {
    return line(
        "conn",
        millis,
        from,
        port,
        to,
        toPort,
        ",\"proto\":\"tcp\",\"conn_state\":\"SF\",\"duration\":3.0,\"orig_bytes\":" + sent
            + ",\"resp_bytes\":" + received);
  }

  private static String ticket(int millis, String from, String client, String service) {
    return line(
        "kerberos",
        millis,
        from,
        40000 + millis % 1000,
        DC1,
        88,
        ",\"request_type\":\"TGS\",\"client\":\"" + client + "/CORP.EXAMPLE\",\"service\":\""
            + service + "\",\"success\":true");
  }

  private static String name(String host, String address) {
    return line(
        "dns",
        0,
        "10.0.0.7",
        5353,
        DC1,
        53,
        ",\"query\":\"" + host + ".corp.example\",\"qtype_name\":\"A\",\"AA\":true,"
            + "\"answers\":[\"" + address + "\"]");
  }

  private void check(String expected, String... lines) {
    check(expected, Map.of("logs/all.log", String.join("", lines)));
  }

  /** Hops as {@code account->host kind}, then the hosts that are held. */
  private void check(String expected, Map<String, String> logs) {
    Ingest ingest = new Ingest(temp.resolve("run" + run++));
    ingest.file("logs/dns.log", name("pc1", PC1) + name("fs1", FS1) + name("dc1", DC1));
    logs.forEach(ingest::file);
    try (Evidence evidence = ingest.evidence()) {
      Trail trail = TrailStage.trace(
          Traced.caseWithFoothold("pc1", Instant.ofEpochSecond(START - 60)),
          evidence,
          Progress.NONE,
          Cancellation.NEVER);
      StringBuilder found = new StringBuilder();
      trail
          .hops()
          .forEach(hop -> found
              .append(hop.account().isEmpty() ? "?" : hop.account())
              .append("->")
              .append(hop.toHost())
              .append(hop.execution() ? " execution; " : " access; "));
      TreeSet<String> held = new TreeSet<>();
      trail.hosts().stream()
          .filter(place -> place.state() == Trail.State.HELD)
          .forEach(place -> held.add(place.name()));
      assertEquals(expected, found.toString() + held, logs.toString());
    } catch (StoppedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void aTicketAndAWinRmConnectionWithContentAreASession() {
    String connection = connection(1000, PC1, 50001, FS1, 5985, 20_000, 9_000);
    String ticket = ticket(1010, PC1, "kim", "HTTP/fs1.corp.example");
    check("corp\\kim->fs1 execution; [fs1, pc1]", connection, ticket);
    check("[pc1]", connection);
    check("[pc1]", ticket);
    check("[pc1]", connection, ticket(1010, PC1, "PC1$", "HTTP/fs1"));
    check("[pc1]", connection, ticket(1010, PC1, "kim", "HTTP/other"));
    check("[pc1]", connection, ticket(1010, "10.0.0.3", "kim", "HTTP/fs1"));
    check("[pc1]", connection(90_000, PC1, 50001, FS1, 5985, 20_000, 9_000), ticket);
    check("[pc1]", connection(1000, PC1, 50001, FS1, 5985, 20_000, 900), ticket);
    check("[pc1]", connection(1000, PC1, 50001, FS1, 5986, 20_000, 9_000), ticket);
    check("[pc1]", connection.replace("SF", "S0"), ticket);
  }

  @Test
  void toAControllerWinRmIsAHopAndSharesAreNot() {
    check(
        "corp\\kim->dc1 execution; [dc1, pc1]",
        connection(1000, PC1, 50001, DC1, 5985, 20_000, 9_000),
        ticket(1010, PC1, "kim", "HTTP/dc1"));
    check(
        "[pc1]",
        connection(1000, PC1, 50001, DC1, 445, 500_000, 9_000),
        ticket(1010, PC1, "kim", "cifs/dc1"));
  }

  @Test
  void twoSensorsOfOneSessionShowOneHop() {
    String first = connection(1000, PC1, 50001, FS1, 445, 500_000, 9_000);
    String second = connection(1013, PC1, 50001, FS1, 445, 500_000, 9_000);
    check("?->fs1 access; [pc1]", first, second.replace("\"C", "\"D"));
    String winRm = connection(1000, PC1, 50001, FS1, 5985, 20_000, 9_000);
    String ticket = ticket(1010, PC1, "kim", "HTTP/fs1");
    check(
        "corp\\kim->fs1 execution; [fs1, pc1]",
        winRm,
        winRm.replace("\"C", "\"D"),
        ticket,
        ticket.replace("\"C", "\"D"));
  }

  @Test
  void theTicketOfThatMomentSaysWhoseASessionIs() {
    String connection = connection(1000, PC1, 50001, FS1, 445, 500_000, 9_000);
    String kim = ticket(1010, PC1, "kim", "cifs/fs1");
    check("corp\\kim->fs1 access; [pc1]", connection, kim);
    check("?->fs1 access; [pc1]", connection, kim, ticket(1020, PC1, "lee", "cifs/fs1"));
    check("?->fs1 access; [pc1]", connection, ticket(1010, "10.0.0.3", "kim", "cifs/fs1"));
    check("?->fs1 access; [pc1]", connection, ticket(20_000, PC1, "kim", "cifs/fs1"));
    check("[pc1]", connection, ticket(1010, PC1, "PC1$", "cifs/fs1"));
  }

  @Test
  void logsOfOneSessionAreOneHopWhetherMixedOrApart() {
    Map<String, String> logs = new LinkedHashMap<>();
    logs.put("logs/conn.log", connection(1000, PC1, 50001, FS1, 445, 500_000, 9_000));
    logs.put(
        "logs/ntlm.log",
        line(
            "ntlm",
            1020,
            PC1,
            50001,
            FS1,
            445,
            ",\"username\":\"kim\",\"domainname\":\"CORP\",\"success\":true"));
    logs.put(
        "logs/smb_mapping.log",
        line(
            "smb_mapping",
            1030,
            PC1,
            50001,
            FS1,
            445,
            ",\"path\":\"\\\\\\\\fs1\\\\data\",\"share_type\":\"DISK\""));
    check("corp\\kim->fs1 access; [pc1]", logs);
    check(
        "corp\\kim->fs1 access; [pc1]",
        logs.get("logs/ntlm.log"),
        logs.get("logs/smb_mapping.log"),
        logs.get("logs/conn.log"));
  }

  @Test
  void aServiceStartedOverThePipeHoldsItsHost() {
    String call = line(
        "dce_rpc",
        1040,
        PC1,
        50001,
        FS1,
        445,
        ",\"named_pipe\":\"\\\\pipe\\\\svcctl\",\"endpoint\":\"svcctl\",\"operation\":\"%s\"");
    check("?->fs1 execution; [fs1, pc1]", call.formatted("StartServiceW"));
    check("?->fs1 access; [pc1]", call.formatted("EnumServicesStatusW"));
    check(
        "[pc1]",
        ticket(10, PC1, "PC1$", "cifs/dc1"),
        call.formatted("SamrConnect5").replace("svcctl", "samr").replace(FS1, DC1));
  }
}
