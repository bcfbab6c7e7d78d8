package org.tidemark.evidence;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tidemark.engine.Cancellation;
import org.tidemark.engine.WorkUnit;

/** Tables of logons as sources of a case. */
class LogonCsvSourceTest {
  private static final String TABLE = "seen,who,origin,place\n2023-10-02T00:00:00Z,kim,h1,h2\n";

  @TempDir
  @SuppressWarnings("NullAway.Init")
  Path temp;

  private EvidenceJson json(String source) {
    return new Ingest(temp)
        .file("logs/a.csv", TABLE)
        .sources(source)
        .run()
        .evidence()
        .json();
  }

  @Test
  void aTableIsReadByTheColumnsOfItsSource() {
    EvidenceJson json =
        json("{path: logs/, columns: {time: seen, account: who, from: origin, to: place}}");
    assertEquals(List.of(), json.notRead());
    assertEquals("logon-csv", json.logs().get(0).format());
    assertEquals(1, json.logs().get(0).records().used());
    assertEquals(Map.of("header", 1L), json.logs().get(0).records().ignored());
    assertEquals(List.of(), json.coverage());
  }

  @Test
  void aTableCoversItsTargetsWhereTheCaseFileSaysSo() {
    EvidenceJson json = json("{path: logs/, format: logon-csv, audits: [logon],"
        + " columns: {time: seen, account: who, to: place}}");
    assertEquals("h2", json.coverage().get(0).host());
    assertEquals("logon", json.coverage().get(0).kind());
  }

  @Test
  void columnsThatATableLacksAreAProblemOfItsSource() {
    EvidenceJson json = json("{path: logs/, format: logon-csv}");
    assertEquals(List.of(), json.logs());
    assertEquals("columns-missing: time, account, to", json.notRead().get(0).reason());
    assertEquals(
        List.of("evidence: logs/a.csv is not read (columns-missing: time, account, to). Say in"
            + " this source which columns they are, as `columns: {time: HEADER, account: HEADER,"
            + " to: HEADER}`."),
        json.problems());
    assertEquals(
        "columns-missing: to",
        json("{path: logs/, columns: {time: seen, account: who, to: nowhere}}")
            .notRead()
            .get(0)
            .reason());
  }

  @Test
  void aTableInTwoRangesIsTheTable() throws Exception {
    StringBuilder text = new StringBuilder("time;user;from;host\n");
    for (int i = 10; i < 60; i++) {
      text.append("2023-10-02 00:00:").append(i).append(";u").append(i % 7).append(";h1;h2\n");
    }
    Path file = temp.resolve("a.csv");
    Files.writeString(file, text);
    byte[] head = text.toString().getBytes(StandardCharsets.UTF_8);
    InspectSettings.Recognised found =
        InspectSettings.decode(new InspectSettings("log", Map.of()).encode()).recognise(head);
    String settings =
        ReadSettings.of(found.format()).withLayout(found.layout().text()).encode();
    long middle = head.length / 2;
    RecordCounts whole = read(file, 0, -1, settings);
    RecordCounts front = read(file, 0, middle, settings);
    front.append(read(file, middle, head.length, settings));
    assertEquals(50, whole.used);
    assertEquals(50, front.used);
    assertEquals(whole.ignored, front.ignored);
    assertEquals(0, whole.unparsed + front.unparsed);
  }

  private static RecordCounts read(Path file, long from, long to, String settings)
      throws IOException, org.tidemark.engine.StoppedException {
    WorkUnit unit = new WorkUnit(0, file.toUri(), from, to, "", settings);
    return new ReadStep().run(unit, Cancellation.NEVER).counts();
  }
}
