package org.tidemark.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.tidemark.drill.Drill;
import org.tidemark.drill.DrillSettings;
import org.tidemark.investigation.FormerResult;

/** {@code trace --explain}, {@code --compare} and {@code --from} on a drill that was traced. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TraceQuestionsTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Path home;
  private final Path folder;
  private final String yaml;

  TraceQuestionsTest(@TempDir Path home) throws Exception {
    this.home = home;
    Drill.make(new DrillSettings(300, 80, 7_000, 45, 1, home.resolve("drill")), text -> {});
    folder = home.resolve("drill/case");
    for (String part : List.of("one", "two")) {
      Path found = folder.resolve("files/found-on-their-server").resolve(part);
      Files.writeString(Files.createDirectories(found).resolve("notes.txt"), "nothing\n");
    }
    yaml = Files.readString(folder.resolve("case.yaml"));
    assertEquals(ExitStatus.ANSWER, run("investigate", folder.toString()).status());
  }

  private CommandRun run(String... arguments) {
    return CommandRun.of(home, arguments);
  }

  private CommandRun trace(String... question) {
    String[] all = new String[question.length + 3];
    all[0] = "trace";
    all[1] = folder.toString();
    all[2] = "--quiet";
    System.arraycopy(question, 0, all, 3, question.length);
    return run(all);
  }

  private void checkExplains(String asked, String... lines) {
    CommandRun run = trace("--explain", asked);
    assertEquals(ExitStatus.ANSWER, run.status(), run.err());
    for (String line : lines) {
      assertTrue(run.out().contains(line), line + " in " + run.out());
    }
  }

  @Test
  void aHeldHostIsExplainedStepByStep() {
    checkExplains(
        "hb-fs02",
        "Host      hb-fs02 (Harbour Chat): held, possible, from ",
        "Foothold  host mr-pc-0417, held from ",
        "Step 1 ",
        "mr-pc-0417 → td-jump01 (Tidal Cloud)",
        "confirmed. indicator-process: a program that is a known sign of the intruder ran",
        "Step 3 ",
        "hb-app01 → hb-fs02 (Harbour Chat)",
        "Records   logs/",
        ", record ",
        "covers it (",
        "supplied by harbour)");
  }

  @Test
  void anExcludedAndAnUnknownHostSayWhy() {
    checkExplains("hb-bk01", "excluded", "covered-no-act: trusted logs of the whole window show");
    checkExplains("hb-mail01", "unknown", "Ask for   the logon log of hb-mail01", "no log of it");
    checkExplains("hb-db02", "contact-log-gap", "has a gap there", "record-numbers");
  }

  @Test
  void anUnprovenRouteSaysSo() {
    checkExplains("AKIA5DRILLHARBOUR001", "derived: a confirmed act", "Route     unproven");
  }

  @Test
  void anAccountIsFoundAsPeopleWriteIt() {
    checkExplains("td-admin2@tidal.example", "Account   tidal\\td-admin2 (Tidal Cloud): held");
  }

  @Test
  void anObjectIsFoundByIdAndByName() throws IOException {
    JsonNode told = json("--explain", "s3://harbour-exports/" + exported());
    assertEquals("object", told.path("kind").asText());
    assertEquals("confirmed", told.path("grade").asText());
    assertEquals("session-access", told.path("rule").asText());
    assertEquals(1, told.path("route").path("steps").size());
    checkExplains(
        told.path("id").asText(), "Object    s3://harbour-exports/", "Effect    disclosed");
  }

  /** The name of one exported object, below its bucket. */
  private String exported() throws IOException {
    Path copies = folder.resolve("files/harbour-exports");
    try (var walk = Files.walk(copies)) {
      return copies
          .relativize(walk.filter(Files::isRegularFile).sorted().findFirst().orElseThrow())
          .toString();
    }
  }

  @Test
  void whatIsNotThereHasNearSpellings() {
    CommandRun run = trace("--explain", "hb-atuh01");
    assertEquals(ExitStatus.CASE_AT_FAULT, run.status());
    assertEquals("", run.out());
    assertTrue(run.err().contains("Did you mean 'hb-auth01'"), run.err());
  }

  @Test
  void whatSeveralAreCalledIsListed() throws IOException {
    JsonNode trail = JSON.readTree(folder.resolve("result/trail.json").toFile());
    String hop = trail.path("hops").path(0).path("id").asText();
    assertEquals(hop, json("--explain", hop).path("id").asText());
    CommandRun run = trace("--explain", "notes.txt");
    assertEquals(ExitStatus.CASE_AT_FAULT, run.status(), run.out());
    assertTrue(run.err().contains("may be 2 things"), run.err());
    assertTrue(run.err().contains("  object O"), run.err());
  }

  @Test
  void questionsExcludeEachOther() {
    assertEquals(
        ExitStatus.WRONG_USAGE, trace("--explain", "x", "--from", "2023-09-01Z").status());
  }

  private JsonNode json(String... question) throws IOException {
    String[] all = new String[question.length + 1];
    all[0] = "--json";
    System.arraycopy(question, 0, all, 1, question.length);
    CommandRun run = trace(all);
    assertEquals(ExitStatus.ANSWER, run.status(), run.err());
    JsonNode told = JSON.readTree(run.out());
    assertEquals(1, told.path("schema").asInt());
    return told;
  }

  @Test
  void aRulingAndAFileOfEvidenceAreNamedAsCauses() throws IOException {
    Path earlier = Files.createDirectory(home.resolve("earlier"));
    for (String name : List.of("trail.json", "evidence.json", "run.json")) {
      Files.copy(folder.resolve("result").resolve(name), earlier.resolve(name));
    }
    assertEquals(0, json("--compare", earlier.toString()).path("changes").size());

    JsonNode trail = JSON.readTree(earlier.resolve("trail.json").toFile());
    JsonNode deployment = StreamSupport.stream(trail.path("hops").spliterator(), false)
        .filter(h -> h.path("to").path("host").asText().equals("hb-app01"))
        .findFirst()
        .orElseThrow();
    String hop = deployment.path("id").asText();
    SortedMap<String, String> published = FormerResult.hashes(folder.resolve("result"));
    try {
      Files.writeString(
          folder.resolve("case.yaml"),
          yaml + "rulings:\n  - {hop: " + hop + ", grade: excluded, at: 2023-11-02T10:00:00Z,"
              + " by: \"K. Mori\", why: \"the owner's deployment\"}\n");
      JsonNode ruled = json("--compare", earlier.toString());
      assertEquals(List.of("ruling new hop " + hop), inputs(ruled));
      assertEquals(
          "ruling " + hop, cause(ruled, "hop", hop), ruled.path("changes").toPrettyString());
      assertEquals("follows " + hop, cause(ruled, "host", "hb-fs02"));
      CommandRun shown = trace("--compare", earlier.toString());
      assertTrue(shown.out().contains("because ruling on hop " + hop), shown.out());
      assertEquals(published, FormerResult.hashes(folder.resolve("result")), "the answer stands");
    } finally {
      Files.writeString(folder.resolve("case.yaml"), yaml);
    }

    Path log = folder.resolve("logs/harbour-linux/hb-new01-auth.log");
    try {
      String after = DateTimeFormatter.ofPattern("MMM dd HH:mm:ss", Locale.ENGLISH)
          .withZone(ZoneId.of("Asia/Tokyo"))
          .format(Instant.parse(deployment.path("at").asText()).plusSeconds(600));
      Files.writeString(
          log,
          after + " hb-new01 sshd[77]: Accepted password for svc-deploy"
              + " from 10.10.0.21 port 4022 ssh2\n");
      JsonNode more = json("--compare", earlier.toString());
      assertEquals(List.of("evidence new logs/harbour-linux/hb-new01-auth.log"), inputs(more));
      String kinds = StreamSupport.stream(more.path("changes").spliterator(), false)
          .filter(c -> c.path("what").asText().equals("hop"))
          .map(c -> c.path("change").asText() + " " + c.path("cause").path("of").asText())
          .toList()
          .toString();
      assertEquals("[new logs/harbour-linux/hb-new01-auth.log]", kinds);
    } finally {
      Files.deleteIfExists(log);
    }
  }

  private static List<String> inputs(JsonNode told) {
    return StreamSupport.stream(told.path("inputs").spliterator(), false)
        .map(i -> i.path("kind").asText() + " " + i.path("change").asText() + " "
            + i.path("name").asText())
        .toList();
  }

  private static String cause(JsonNode told, String what, String name) {
    return StreamSupport.stream(told.path("changes").spliterator(), false)
        .filter(c -> c.path("what").asText().equals(what))
        .filter(
            c -> c.path("name").asText().equals(name) || c.path("id").asText().equals(name))
        .map(c -> c.path("cause").path("kind").asText() + " "
            + c.path("cause").path("of").asText())
        .findFirst()
        .orElse("no change of " + name);
  }

  @Test
  void somethingThatIsNoResultCannotBeCompared() {
    for (Path none : List.of(home.resolve("nowhere"), folder.resolve("case.yaml"))) {
      CommandRun run = trace("--compare", none.toString());
      assertEquals(ExitStatus.CASE_AT_FAULT, run.status());
      assertTrue(run.err().contains("trail.json"), run.err());
    }
  }

  @Test
  void anEarlierFootholdShowsHowTheStartMoves() throws IOException {
    SortedMap<String, String> published = FormerResult.hashes(folder.resolve("result"));
    JsonNode told = json("--from", "2023-09-25T00:00:00+09:00");
    JsonNode difference = told.path("comparison");
    assertEquals("2023-09-24T15:00:00Z", difference.path("start_after").asText());
    assertTrue(
        difference.path("start_before").asText().compareTo("2023-09-24T15:00:00Z") > 0,
        difference.path("start_before").asText());
    assertTrue(
        difference
                .path("first_hop_after")
                .asText()
                .compareTo(difference.path("first_hop_before").asText())
            < 0,
        difference.path("first_hop_after").asText());
    assertEquals("foothold", difference.path("changes").path(0).path("what").asText());
    assertEquals("moved", difference.path("changes").path(0).path("change").asText());
    assertTrue(difference.path("counts").path("hop").path("new").asInt() > 0);
    assertTrue(told.path("footholds").path(0).path("reaches_back").asBoolean());
    assertEquals(published, FormerResult.hashes(folder.resolve("result")), "nothing is written");
  }

  @Test
  void whereNoLogReachesBackNothingIsSaidToBeExcluded() {
    CommandRun run = trace("--from", "2020-01-01+09:00");
    assertEquals(ExitStatus.ANSWER, run.status(), run.err());
    assertTrue(run.out().contains("; before that nothing is excluded"), run.out());
    assertTrue(run.out().contains("none reaches back to 2019-12-31 15:00:00 UTC"), run.out());
  }

  @Test
  void aTimeThatMovesNothingOrHasNoZoneIsWrongUsage() {
    for (String time : List.of("2030-01-01T00:00:00Z", "2023-09-01", "2023-09-01T00:00:00", "x")) {
      CommandRun run = trace("--from", time);
      assertEquals(ExitStatus.WRONG_USAGE, run.status(), time + run.out());
      assertTrue(run.err().contains("--from"), run.err());
    }
  }
}
