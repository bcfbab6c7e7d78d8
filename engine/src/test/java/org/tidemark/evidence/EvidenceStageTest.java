package org.tidemark.evidence;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tidemark.engine.Cancellation;
import org.tidemark.engine.StoppedException;
import org.tidemark.engine.WorkUnit;

class EvidenceStageTest {
  @TempDir
  @SuppressWarnings("NullAway.Init")
  Path temp;

  private static Ingest filled(Path folder) {
    Ingest ingest = new Ingest(folder);
    for (int file = 0; file < 9; file++) {
      StringBuilder text = new StringBuilder();
      for (int i = 0; i < 500; i++) {
        text.append(HostileEvidenceTest.event((i * 37 + file) % 3600, i * 31 + file));
      }
      ingest.file("logs/" + file + ".json", text.toString());
    }
    return ingest;
  }

  private static TreeMap<String, String> bytes(Path folder) throws IOException {
    TreeMap<String, String> all = new TreeMap<>();
    try (Stream<Path> files = Files.list(folder.resolve("evidence"))) {
      for (Path file : files.toList()) {
        String name = file.getFileName().toString();
        String text = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
        all.put(name, name.equals(StoredEvidence.FILE) ? "" : text);
      }
    }
    return all;
  }

  @Test
  void theColumnsAreTheSameBytesOnOneThreadAndOnThree() throws IOException {
    Ingest one = filled(temp.resolve("one")).threads(1);
    Ingest three = filled(temp.resolve("three")).threads(3);
    EvidenceStage.Ingested first = one.run();
    EvidenceStage.Ingested second = three.run();
    assertEquals(bytes(one.work()), bytes(three.work()));
    assertEquals(first.evidence().json().coverage(), second.evidence().json().coverage());
    assertEquals(first.key(), second.key());
  }

  @Test
  void rowsAreOrderedByTimeThenFileThenRecord() {
    Evidence evidence = filled(temp).evidence();
    Facts.LogonColumns rows = evidence.logons();
    assertEquals(4500, rows.size());
    for (long row = 1; row < rows.size(); row++) {
      long before = rows.atMicros(row - 1);
      boolean ordered = before < rows.atMicros(row)
          || (before == rows.atMicros(row)
              && (rows.file(row - 1) < rows.file(row)
                  || (rows.file(row - 1) == rows.file(row)
                      && rows.record(row - 1) < rows.record(row))));
      assertTrue(ordered, "row " + row);
    }
  }

  @Test
  void spilledRunsGiveTheSameColumnsAsMemory() throws Exception {
    Path memory = Files.createDirectories(temp.resolve("memory"));
    Path spilled = Files.createDirectories(temp.resolve("spilled"));
    merge(memory, FactMerger.MEMORY, false);
    merge(spilled, 1, true);
    try (Stream<Path> files = Files.list(memory)) {
      for (Path file : files.toList()) {
        Path other = spilled.resolve(file.getFileName());
        assertArrayEquals(Files.readAllBytes(file), Files.readAllBytes(other), file.toString());
      }
    }
    try (Stream<Path> files = Files.list(spilled)) {
      assertFalse(files.anyMatch(f -> f.getFileName().toString().startsWith("run-")));
    }
  }

  private void merge(Path folder, long memory, boolean backwards) throws Exception {
    FactMerger merger = new FactMerger(folder, memory);
    int units = 6;
    for (int i = 0; i < units; i++) {
      int unit = backwards ? units - 1 - i : i;
      StringBuilder text = new StringBuilder();
      for (int event = 0; event < 50; event++) {
        text.append(HostileEvidenceTest.event((event * 13 + unit) % 60, unit * 50 + event));
      }
      Path file = Files.writeString(temp.resolve("unit.json"), text.toString());
      String settings = ReadSettings.of("windows-json").encode();
      WorkUnit work = new WorkUnit(unit, file.toUri(), 0, -1, "", settings);
      merger.add(unit, new ReadStep().run(work, Cancellation.NEVER));
    }
    merger.finish(new int[] {0, 0, 1, 1, 2, 2}, new int[] {0, 50, 0, 50, 0, 50});
  }

  @Test
  void rangesOfAFileGiveEachLineOnce() throws IOException, StoppedException {
    StringBuilder text = new StringBuilder();
    for (int event = 0; event < 40; event++) {
      text.append(HostileEvidenceTest.event(event, event));
    }
    Path file = Files.writeString(temp.resolve("a.json"), text.toString());
    String settings = ReadSettings.of("windows-json").encode();
    for (int size : new int[] {1, 7, 100, 187, 188, 189, 1000, 100_000}) {
      long read = 0;
      long used = 0;
      for (long from = 0; from < text.length(); from += size) {
        long to = Math.min(from + size, text.length());
        WorkUnit unit = new WorkUnit(0, file.toUri(), from, to, "", settings);
        ReadResult result = new ReadStep().run(unit, Cancellation.NEVER);
        read += result.counts().read;
        used += result.counts().used;
      }
      assertEquals("40 40", read + " " + used, "ranges of " + size);
    }
  }

  @Test
  void unchangedEvidenceIsOpenedAgainWithoutReading() throws IOException {
    Ingest ingest = filled(temp);
    EvidenceStage.Ingested first = ingest.run();
    EvidenceStage.Ingested second = ingest.run();
    assertFalse(first.reused());
    assertTrue(second.reused());
    assertEquals(first.hashed(), second.hashed());
    assertEquals(
        first.evidence().json(), EvidenceStage.open(ingest.work()).orElseThrow().json());
    Path changed = ingest.folder().resolve("logs/0.json");
    Files.writeString(changed, HostileEvidenceTest.event(1, 1));
    Files.setLastModifiedTime(changed, FileTime.fromMillis(1_700_000_000_000L));
    EvidenceStage.Ingested third = ingest.run();
    assertFalse(third.reused());
    assertEquals(4001, third.evidence().logons().size());
    assertFalse(third.key().equals(first.key()));
  }

  @Test
  void aQuietSpellThatEndsInAStartIsNoGap() {
    String start = "{\"EventID\":4608,\"Channel\":\"Security\",\"Hostname\":\"A\",\"TimeCreated\":"
        + "\"2023-10-14T00:00:01Z\"}\n";
    assertEquals(List.of("quiet"), gaps(quietSpell()));
    assertEquals(List.of(), gaps(quietSpell() + start));
    assertEquals(List.of("quiet"), gaps(quietSpell() + start.replace("14T00", "15T00")));
  }

  private List<String> gaps(String log) {
    Path folder = temp.resolve(Integer.toHexString(log.hashCode()));
    Evidence evidence = new Ingest(folder).file("logs/a.json", log).evidence();
    return evidence.coverage().spans().get(0).gaps().stream()
        .map(Coverage.Gap::why)
        .toList();
  }

  /** A record an hour for four weeks, but for four days in them. */
  private static String quietSpell() {
    StringBuilder text = new StringBuilder();
    for (int day = 1; day <= 28; day++) {
      if (day < 10 || day > 13) {
        for (int hour = 0; hour < 24; hour++) {
          text.append(HostileEvidenceTest.event(5, day)
              .replace("2023-10-03T02", String.format("2023-10-%02dT%02d", day, hour)));
        }
      }
    }
    return text.toString();
  }

  @Test
  void aLongQuietSpellIsAGapAndAClearedLogIsOneUpToItsClearing() {
    StringBuilder text = new StringBuilder(quietSpell());
    text.append("{\"EventID\":1102,\"Channel\":\"Security\",\"Hostname\":\"A\",\"TimeCreated\":"
        + "\"2023-10-02T00:00:00Z\"}\n");
    Evidence evidence = new Ingest(temp).file("logs/a.json", text.toString()).evidence();
    Coverage.Span span = evidence.coverage().spans().get(0);
    assertEquals(
        "[Gap[from=2023-10-01T00:00:05Z, to=2023-10-02T00:00:00Z, why=cleared], "
            + "Gap[from=2023-10-09T23:00:05Z, to=2023-10-14T00:00:05Z, why=quiet]]",
        span.gaps().toString());
    assertEquals(ActKind.LOGON, span.kind());
    assertEquals(1, evidence.coverage().spans().size());
  }

  @Test
  void holesInRecordNumbersAreGapsOnlyWhereTheExportHoldsEveryRecord() {
    StringBuilder text = new StringBuilder();
    for (int number : new int[] {7, 8, 9, 12, 13}) {
      text.append(HostileEvidenceTest.event(number, number)
          .replace("\"EventID\"", "\"RecordNumber\":" + number + ",\"EventID\""));
    }
    Ingest ingest = new Ingest(temp).file("logs/a.json", text.toString());
    assertEquals("[]", ingest.evidence().coverage().spans().get(0).gaps().toString());
    Evidence whole = ingest.sources("{path: logs/, filtered: false}").evidence();
    assertEquals(
        "[Gap[from=2023-10-03T02:00:09Z, to=2023-10-03T02:00:12Z, why=record-numbers]]",
        whole.coverage().spans().get(0).gaps().toString());
  }

  @Test
  void anAuditPolicyShowsAKindAndItsRemovalIsAGap() {
    String policy = "{\"EventID\":4719,\"Channel\":\"Security\",\"Hostname\":\"A\","
        + "\"SubcategoryGuid\":\"{0CCE921D-69AE-11D9-BED3-505054503030}\",";
    String on =
        policy + "\"TimeCreated\":\"2023-10-03T02:00:00Z\",\"AuditPolicyChanges\":\"%%8449\"}\n";
    String off =
        policy + "\"TimeCreated\":\"2023-10-03T02:10:00Z\",\"AuditPolicyChanges\":\"%%8448\"}\n";
    String text = on + off + HostileEvidenceTest.event(1200, 1);
    Evidence evidence = new Ingest(temp).file("logs/a.json", text).evidence();
    assertTrue(evidence.coverage().any("a", ActKind.FILE));
    assertEquals(
        "[Gap[from=2023-10-03T02:10:00Z, to=2023-10-03T02:20:00Z, why=switched-off]]",
        evidence.coverage().spans().get(0).gaps().toString());
    assertEquals(2, evidence.changes().size());
  }
}
