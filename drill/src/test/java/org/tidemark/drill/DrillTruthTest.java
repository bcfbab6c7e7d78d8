package org.tidemark.drill;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One small drill, looked at from every side. */
class DrillTruthTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static Path out = Path.of("");

  @BeforeAll
  static void makeOnce(@TempDir Path temp) throws IOException {
    out = temp.resolve("訓練 1");
    Drill.make(new DrillSettings(400, 120, 7_000, 45, 11, out), text -> {});
  }

  @Test
  void everyLogRecordIsJsonAndNumbersRunOnButForTheHole() throws IOException {
    Map<String, Long> last = new HashMap<>();
    Set<String> broken = new HashSet<>();
    for (Path file : logs("security-")) {
      String before = "";
      for (String line : lines(file)) {
        JsonNode event = JSON.readTree(line);
        String host = event.get("Hostname").asText();
        long number = event.get("RecordNumber").asLong();
        if (last.containsKey(host) && last.get(host) + 1 != number) {
          broken.add(host);
        }
        last.put(host, number);
        String at = event.get("@timestamp").asText();
        assertTrue(at.compareTo(before) >= 0, () -> file + ": out of order at record " + number);
        before = at;
      }
    }
    assertEquals(Set.of("HB-DB02.harbour.example"), broken);
  }

  @Test
  void cloudRecordsAreOneDocumentADay() throws IOException {
    int records = 0;
    for (Path file : logs("CloudTrail")) {
      records += JSON.readTree(String.join("\n", lines(file))).get("Records").size();
    }
    assertTrue(records > 45 * 9, "CloudTrail records: " + records);
  }

  @Test
  void everyHopOverWindowsHasItsLogonAtTheTarget() throws IOException {
    Set<String> logons = new HashSet<>();
    for (Path file : logs("security-")) {
      for (String line : lines(file)) {
        JsonNode event = JSON.readTree(line);
        if (event.get("EventID").asInt() == 4624) {
          logons.add(
              event.get("@timestamp").asText() + event.get("TargetUserName").asText());
        }
      }
    }
    for (String[] hop : rows("hops.csv")) {
      boolean windows = hop[1].contains("\\") && !hop[3].equals("mr-fs01");
      if (windows) {
        String name = hop[1].substring(hop[1].indexOf('\\') + 1);
        String collected = java.time.Instant.parse(hop[0]).plusSeconds(1).toString();
        assertTrue(
            logons.contains(collected + name), () -> "no logon for " + String.join(",", hop));
      }
    }
  }

  @Test
  void theTruthAddsUp() throws IOException {
    JsonNode summary = JSON.readTree(out.resolve("truth/summary.json").toFile());
    JsonNode people = summary.get("people");
    long cells = 0;
    for (JsonNode cell : people.get("by")) {
      cells += cell.get("persons").asLong();
    }
    assertEquals(people.get("persons").asLong(), cells);
    assertEquals(
        cells, people.get("confirmed").asLong() + people.get("possible").asLong());
    assertEquals(cells, rows("people.csv").size());
    Set<String> inRecords = new HashSet<>();
    for (String[] record : rows("records.csv")) {
      inRecords.add(record[3]);
    }
    assertEquals(cells, inRecords.size());
    long persons = 0;
    for (String[] file : rows("files.csv")) {
      persons += file[2].equals("no") ? 0 : Long.parseLong(file[4]);
    }
    assertEquals(rows("records.csv").size(), persons);
    assertEquals(summary.get("counts").get("records_exposed").asLong(), persons);
  }

  @Test
  void oneFileHasAShiftJisNameOnDisk() throws IOException {
    try (Stream<Path> files = Files.list(out.resolve("case/files/hb-fs01/members"))) {
      assertTrue(
          files.anyMatch(f -> f.toUri().getRawPath().contains("%8C%DA%8B")),
          "no name in Shift_JIS");
    }
  }

  private static List<Path> logs(String part) throws IOException {
    try (Stream<Path> files = Files.walk(out.resolve("case/logs"))) {
      return files
          .filter(f -> f.getFileName().toString().contains(part))
          .sorted()
          .toList();
    }
  }

  private static List<String> lines(Path file) throws IOException {
    try (InputStream raw = Files.newInputStream(file);
        InputStream in = file.toString().endsWith(".gz") ? new GZIPInputStream(raw) : raw;
        BufferedReader text =
            new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      return new ArrayList<>(text.lines().toList());
    }
  }

  private static List<String[]> rows(String name) throws IOException {
    return Files.readAllLines(out.resolve("truth").resolve(name)).stream()
        .skip(1)
        .map(line -> line.split(",", -1))
        .toList();
  }
}
