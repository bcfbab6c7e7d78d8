package org.tidemark.app.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.tidemark.app.report.CoverageRows.Row;
import org.tidemark.app.report.CoverageRows.Verdict;

class CoverageSectionTest {
  private static final CaseNames NAMES =
      new CaseNames("c", "a", Map.of(), Map.of("contained", Instant.parse("2023-09-30T00:00:00Z")));
  private static final String FOOTHOLD = "{\"host\":\"pc\",\"from\":\"2023-09-10T00:00:00Z\"}";

  private static JsonNode json(String text) throws Exception {
    return new ObjectMapper().readTree(text.replace('\'', '"'));
  }

  private static JsonNode trail(String hosts, String unknown) throws Exception {
    return json(
        "{'footholds':[" + FOOTHOLD + "],'hosts':[" + hosts + "],'unknown':[" + unknown + "]}");
  }

  private static String held(String name, String day) {
    return "{'name':'" + name + "','organisation':'a','state':'held','grade':'possible','from':'"
        + day + "T00:00:00Z','held_from':'" + day + "T00:00:00Z','administrator':true}";
  }

  private static String log(String host, String gaps) {
    return "{'host':'" + host + "','source':'s','kind':'logon','from':'2023-08-01T00:00:00Z',"
        + "'to':'2023-10-30T00:00:00Z','gaps':[" + gaps + "]}";
  }

  private static CoverageRows rows(JsonNode trail, String coverage) throws Exception {
    return CoverageRows.of(TrailView.of(trail), trail, json("[" + coverage + "]"), NAMES)
        .orElseThrow();
  }

  private static Row row(CoverageRows rows, String host) {
    return rows.rows().stream().filter(r -> r.host().equals(host)).findFirst().orElseThrow();
  }

  @Test
  void theWindowRunsFromDaysBeforeTheFirstFootholdToContainment() throws Exception {
    CoverageRows rows = rows(trail("", ""), log("x", ""));
    assertEquals("2023-09-07T00:00:00Z", rows.from().toString());
    assertEquals("2023-09-10T00:00:00Z", rows.start().toString());
    assertEquals("2023-09-30T00:00:00Z", rows.end().toString());
  }

  @Test
  void whatWasHeldOrReachedStandsFirstThenTheUnknownThenTheBadlyCovered() throws Exception {
    CoverageRows rows = rows(
        trail(
            held("z", "2023-09-20") + "," + held("y", "2023-09-12"),
            "{'host':'u'," + "'organisation':'a'}"),
        log("good", "") + "," + log("z", "") + ","
            + log(
                "gap", "{'from':'2023-09-12T00:00:00Z','to':'2023-09-13T00:00:00Z','why':'quiet'}")
            + ",{'host':'files','kind':'file'}");
    assertEquals(
        "y z u gap files good",
        rows.rows().stream().map(Row::host).collect(Collectors.joining(" ")).replace("  ", " "),
        "by organisation: a, then outside");
    assertEquals(Verdict.NO_LOG, row(rows, "files").verdict());
    assertEquals(Verdict.GAPS, row(rows, "gap").verdict());
    assertEquals(Verdict.THROUGHOUT, row(rows, "good").verdict());
    assertEquals(950, row(rows, "gap").trustedPermille());
  }

  @Test
  void whereTheIntruderWasAdministratorTheOwnLogIsNotCountedAsTrusted() throws Exception {
    CoverageRows rows = rows(trail(held("y", "2023-09-20"), ""), log("y", ""));
    assertEquals(Verdict.ALTERABLE, row(rows, "y").verdict());
    assertEquals(500, row(rows, "y").trustedPermille());
  }

  @Test
  void hundredsOfHostsAreCappedAndTheRestIsCountedByWhatItsLogsAreWorth() throws Exception {
    String held = IntStream.range(0, 30)
        .mapToObj(i -> held("h" + i, "2023-09-12"))
        .collect(Collectors.joining(","));
    String logs =
        IntStream.range(0, 300).mapToObj(i -> log("p" + i, "")).collect(Collectors.joining(","));
    JsonNode trail = trail(held, "");
    CoverageRows rows = rows(trail, logs);
    CoverageLayout layout = CoverageLayout.of(rows);
    assertEquals(CoverageLayout.ROWS_MAX, layout.hostsDrawn());
    assertEquals(330, layout.hostsTotal());
    assertEquals(
        Map.of(Verdict.THROUGHOUT, 290L), layout.bands().get(1).rest(), "hosts without a row");
    String page = CoverageSection.of(trail, TrailView.of(trail), json("[" + logs + "]"), NAMES)
        .toString();
    assertTrue(page.contains("and 290 more: 290 covered throughout"));
    assertTrue(page.contains("Showing 40 of 330 hosts"));
  }

  @Test
  void aRowNeverHasMoreRunsThanSlotsAndShowsTheShortestGap() throws Exception {
    String gaps = IntStream.range(0, 2000)
        .mapToObj(i -> "{'from':'" + Instant.parse("2023-09-10T00:00:00Z").plusSeconds(i * 600)
            + "','to':'" + Instant.parse("2023-09-10T00:00:01Z").plusSeconds(i * 600)
            + "','why':'quiet'}")
        .collect(Collectors.joining(","));
    CoverageRows rows = rows(trail("", ""), log("x", gaps));
    TimeScale time = TimeScale.between(rows.from(), rows.end(), 0, 800);
    List<CoverageLayout.Run> runs = CoverageLayout.runs(row(rows, "x"), time, 0, 800, 2);
    assertTrue(runs.size() <= 400, "runs: " + runs.size());
    assertTrue(runs.stream().anyMatch(r -> r.trust() == CoverageRows.Trust.GAP));
    assertEquals(800, runs.stream().mapToDouble(CoverageLayout.Run::width).sum(), 0.001);
  }

  @Test
  void eachKindOfStretchHasItsPatternAndEachMarkItsShape() throws Exception {
    JsonNode trail = trail(held("y", "2023-09-20") + "," + held("pc", "2023-09-10"), "");
    String logs = log(
            "y",
            "{'from':'2023-09-12T00:00:00Z','to':'2023-09-13T00:00:00Z',"
                + "'why':'record-numbers'}")
        + "," + log("pc", "");
    String page = CoverageSection.of(trail, TrailView.of(trail), json("[" + logs + "]"), NAMES)
        .toString();
    assertTrue(page.contains("url(#cw-gap)"));
    assertTrue(page.contains("url(#cw-alterable)"));
    assertTrue(page.contains("<path class=\"mark foothold"));
    assertTrue(page.contains("<circle class=\"mark held"));
    assertTrue(page.contains(
        "y, 2023-09-12 00:00 to 2023-09-13 00:00: gap: record numbers are missing</title>"));
    assertTrue(page.contains("role=\"img\""));
    assertTrue(page.contains("2023-09-12 00:00 to 2023-09-13 00:00, record numbers are missing"));
  }

  @Test
  void theTableTellsManyGapsInOneLineAndHostsThatAreAlikeTogether() throws Exception {
    String gaps = IntStream.range(12, 16)
        .mapToObj(d -> "{'from':'2023-09-" + d + "T01:00:00Z','to':'2023-09-" + d
            + "T02:00:00Z','why':'" + (d % 2 == 0 ? "quiet" : "cleared") + "'}")
        .collect(Collectors.joining(","));
    CoverageRows rows =
        rows(trail("", "{'host':'u'}"), log("x", gaps) + "," + log("p1", "") + "," + log("p2", ""));
    String words = CoverageTable.of(rows, NAMES).toString().replaceAll("<[^>]*>", " ");
    assertTrue(
        words.contains("4 between 2023-09-12 01:00 to 2023-09-15 02:00, the log was cleared,"
            + " silent beyond its own rhythm"),
        words);
    assertTrue(words.contains("not seen on the trail, covered throughout : p1, p2"), words);
    assertTrue(words.contains("unknown, without a log of logons : u"), words);
  }

  @Test
  void hostsOfLogsStandUnderTheirOrganisation() throws Exception {
    CoverageRows rows = CoverageRows.of(
            TrailView.of(HarbourResult.files().trail()),
            HarbourResult.files().trail(),
            HarbourResult.files().evidence().path("coverage"),
            HarbourResult.names())
        .orElseThrow();
    assertEquals(
        List.of("mooring", "tidal", "harbour", "outside"),
        rows.rows().stream().map(Row::organisation).distinct().toList());
  }

  @Test
  void withoutATimeThereIsNoStrip() {
    MissingNode none = MissingNode.getInstance();
    assertFalse(
        CoverageSection.of(none, TrailView.of(none), none, NAMES).toString().contains("<svg"));
  }
}
