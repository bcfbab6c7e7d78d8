package org.tidemark.evidence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tidemark.testing.Project;

/** Real runs of Windows events, every record accounted for. */
class WindowsLateralTest {
  @Test
  void everyRecordIsUsedIgnoredOrUnparsedAndEveryLogonIsThere(@TempDir Path temp)
      throws IOException {
    Optional<Path> data = Project.realData("windows-lateral", "Windows events");
    if (data.isEmpty()) {
      return;
    }
    Ingest ingest = new Ingest(temp);
    List<Path> files = new ArrayList<>();
    try (Stream<Path> entries = Files.list(data.get())) {
      entries.filter(f -> f.toString().endsWith(".json.gz")).sorted().forEach(files::add);
    }
    for (Path file : files) {
      ingest.file("logs/" + file.getFileName(), Files.readAllBytes(file));
    }
    Evidence evidence = ingest.evidence();
    assertEquals(files.size(), evidence.json().logs().size());
    for (int i = 0; i < files.size(); i++) {
      EvidenceJson.Log log = evidence.json().logs().get(i);
      EvidenceJson.Records records = log.records();
      long ignored = records.ignored().values().stream().mapToLong(n -> n).sum();
      assertEquals(records.read(), records.used() + ignored + records.unparsed(), log.path());
      assertEquals(0, records.unparsed(), log.path());
      assertTrue(log.reason() == null, log.path());
      assertEquals(naiveCounts(files.get(i)), counts(evidence, i), log.path());
    }
  }

  @Test
  void localTimesGetTheZoneThatTheCollectorsUtcTimeShows(@TempDir Path temp) throws IOException {
    Optional<Path> data = Project.realData("windows-lateral", "Windows events");
    if (data.isEmpty()) {
      return;
    }
    String name = "covenant_psremoting_command.json.gz";
    byte[] content = Files.readAllBytes(data.get().resolve(name));
    Evidence evidence = new Ingest(temp).file("logs/" + name, content).evidence();
    Facts.LogonColumns logons = evidence.logons();
    for (long row = 0; row < logons.size(); row++) {
      assertEquals(-240, logons.zoneMinutes(row));
    }
    String first = String.valueOf(evidence.json().logs().get(0).first());
    assertTrue(first.startsWith("2020-08-06T15:5"), first);
  }

  /** Lines, and lines that hold {@code "EventID":4624}. */
  private static String naiveCounts(Path file) throws IOException {
    long lines = 0;
    long logons = 0;
    try (BufferedReader reader = new BufferedReader(new InputStreamReader(
        new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8))) {
      String line;
      while ((line = reader.readLine()) != null) {
        lines++;
        logons += line.contains("\"EventID\":4624") || line.contains("\"EventID\": 4624") ? 1 : 0;
      }
    }
    return lines + " lines, " + logons + " logons";
  }

  private static String counts(Evidence evidence, int log) {
    Facts.LogonColumns rows = evidence.logons();
    String path = evidence.json().logs().get(log).path();
    long logons = 0;
    for (long row = 0; row < rows.size(); row++) {
      LogonType type = rows.type(row);
      boolean derived = type == LogonType.EXPLICIT || type == LogonType.TICKET || type.isCheck();
      boolean here = evidence.files().get(rows.file(row)).path().equals(path);
      logons += here && !derived && rows.succeeded(row) ? 1 : 0;
    }
    long lines = evidence.json().logs().get(log).records().read();
    return lines + " lines, " + logons + " logons";
  }
}
