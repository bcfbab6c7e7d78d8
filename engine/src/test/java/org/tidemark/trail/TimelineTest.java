package org.tidemark.trail;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tidemark.engine.JsonDocument;

/** The trail as files for spreadsheets and Timesketch. */
class TimelineTest {
  private static final String HELD = "foothold pc1 10:00;";

  @TempDir
  Path temp;

  private String csv(String world) {
    return new String(bytes(world, TimelineFiles.CSV), StandardCharsets.UTF_8);
  }

  private List<JsonNode> lines(String world) {
    String text = new String(bytes(world, TimelineFiles.JSONL), StandardCharsets.UTF_8);
    List<JsonNode> lines = new ArrayList<>();
    try {
      for (String line : text.split("\n", -1)) {
        if (!line.isEmpty()) {
          lines.add(new ObjectMapper().readTree(line));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(text, e);
    }
    return lines;
  }

  private byte[] bytes(String world, String file) {
    try (World.Outcome outcome = World.trace(temp, world)) {
      Path folder = Files.createTempDirectory(temp, "timeline");
      TimelineFiles.write(outcome.trail(), outcome.evidence().files(), folder);
      return Files.readAllBytes(folder.resolve(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void check(String world, String kinds) {
    String found = lines(world).stream()
        .map(line -> line.get("datetime").asText().substring(11, 16) + " "
            + line.get("kind").asText() + " "
            + line.path("host").asText(line.path("account").asText()))
        .collect(Collectors.joining("; "));
    assertEquals(kinds, found, world);
  }

  @Test
  void columnsAreNamedAsTheRecordIs() {
    assertEquals(
        Arrays.stream(TimelineEntry.class.getRecordComponents())
            .map(component -> JsonDocument.fieldName(component.getName()))
            .toList(),
        TimelineEntry.COLUMNS);
    assertEquals(
        List.of("message", "datetime", "timestamp_desc"), TimelineEntry.COLUMNS.subList(0, 3));
  }

  @Test
  void everythingThatHasAnInstantStandsInItsPlace() {
    check(
        HELD + "10:05 kim pc1->fs1 session 7; 10:06 service fs1 evil session 7 by kim;"
            + "10:09 logoff fs1 session 7 by kim",
        "10:00 foothold pc1; 10:00 host-held pc1; 10:05 account-held kim; 10:05 hop fs1;"
            + " 10:06 left-behind fs1; 10:06 host-held fs1; 10:09 session-end fs1");
    check(
        "foothold pc1 10:00 until 11:00; foothold account:kim 10:00; 10:05 x pc9->pc9;"
            + "10:30 reset dc1 kim by boss",
        "10:00 account-held kim; 10:00 foothold kim; 10:00 foothold pc1; 10:00 host-held pc1;"
            + " 10:30 account-held-end kim; 11:00 foothold-end pc1; 11:00 host-held-end pc1");
    check(
        HELD + "09:00 controller hb-dc1; 10:05 kim pc1->hb-dc1 type 10 session 7",
        "10:00 foothold pc1; 10:00 host-held pc1; 10:05 account-held kim; 10:05 hop hb-dc1;"
            + " 10:05 host-held hb-dc1; 10:05 platform-fallen hb-dc1");
    check(
        HELD + "10:05 explicit pc1 fs1 by kim",
        "10:00 foothold pc1; 10:00 host-held pc1; 10:05 account-held kim;"
            + " 10:05 host-contacted fs1");
    check("10:05 kim pc1->fs1", "");
    check(
        HELD + "case names: {host: pc1, also: [10.0.0.5]};"
            + "10:05 conn s1 10.0.0.5:4000->203.0.113.9:443 out 1000 in 5",
        "10:00 foothold pc1; 10:00 host-held pc1; 10:05 outgoing pc1");
  }

  @Test
  void aHopSaysWhatTimesketchNeedsAndWhatItStandsOn() {
    JsonNode hop = lines(HELD + "10:05 HARBOUR\\kim pc1->fs1 session 7").stream()
        .filter(line -> line.get("kind").asText().equals("hop"))
        .findFirst()
        .orElseThrow();
    assertEquals(
        "harbour\\kim went from pc1 to fs1: it came from a host that the intruder held",
        hop.get("message").asText());
    assertEquals("2023-10-03T10:05:00.000000+00:00", hop.get("datetime").asText());
    assertEquals("logon accepted", hop.get("timestamp_desc").asText());
    assertEquals("held-source", hop.get("rule").asText());
    assertEquals("possible", hop.get("grade").asText());
    assertEquals("possible", hop.get("path_grade").asText());
    assertEquals("pc1", hop.get("from").asText());
    assertEquals("outside", hop.get("organisation").asText());
    assertEquals("logs/windows.jsonl", hop.get("evidence_file").asText());
    assertEquals(1, hop.get("evidence_record").intValue());
    assertEquals(hop.get("id"), hop.get("hop"));
  }

  @Test
  void whatAColumnDoesNotSayIsLeftOutOfTheLine() {
    JsonNode foothold = lines(HELD + "10:05 x pc9->pc9").get(0);
    assertFalse(foothold.has("evidence_record"), foothold.toString());
    assertFalse(foothold.has("path_grade"), foothold.toString());
  }

  @Test
  void theCsvHasAHeaderAndARowForEachLine() {
    String csv = csv(HELD + "10:05 kim pc1->fs1 session 7");
    String[] rows = csv.split("\r\n", -1);
    assertEquals(String.join(",", TimelineEntry.COLUMNS), rows[0]);
    assertEquals(6, rows.length);
    assertEquals("", rows[5]);
    assertTrue(
        csv.contains("kim went from pc1 to fs1: it came from a host that the intruder held,"
            + "2023-10-03T10:05:00.000000+00:00,logon accepted,hop,"),
        csv);
  }

  @Test
  void hostileNamesBreakNoLineAndStartNoFormula() {
    String world = HELD + "10:05 =cmd|'/C_calc'!A0 pc1->fs1 session 7;"
        + "10:06 service fs1 <script>alert(1)</script>,%22x%1b[31m%0d%0a=1%3b=2 session 7 by"
        + " =cmd|'/C_calc'!A0";
    String csv = csv(world);
    assertEquals(7, csv.split("\n", -1).length - 1, csv);
    assertTrue(csv.contains(",'=cmd|'/c_calc'!a0,"), csv);
    assertFalse(csv.contains(",=cmd"), csv);
    assertTrue(
        csv.contains("\"service: <script>alert(1)</script>,\"\"x\uFFFD[31m\uFFFD\uFFFD=1;'=2 on"),
        csv);
    assertFalse(csv.contains("\u001B"), "an escape sequence passed");
    String left = lines(world).stream()
        .filter(line -> line.get("kind").asText().equals("left-behind"))
        .map(line -> line.get("message").asText())
        .findFirst()
        .orElseThrow();
    assertTrue(left.contains(",\"x\uFFFD[31m\uFFFD\uFFFD=1;=2 on"), left);
  }

  @Test
  void sameTrailSameBytes() {
    String world = HELD + "10:05 kim pc1->fs1 session 7; 10:05 lee pc1->fs1 session 8";
    assertEquals(csv(world), csv(world));
  }
}
