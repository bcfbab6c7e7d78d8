package org.tidemark.systemtest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tidemark.engine.Tables;
import org.tidemark.engine.embedded.Database;

/** What is open in a drill is asked of whoever has the log, and nothing else is told to them. */
class AskTest {
  private static final String TODAY = "--today=2023-11-05";

  private final Path folder;
  private final Path caseFolder;

  AskTest(@TempDir Path folder) throws IOException {
    this.folder = folder;
    this.caseFolder = Rehearsal.get().copyTo(folder.resolve("case"), false);
  }

  @Test
  void beforeTheScanNobodyIsCountedAndNobodyIsZero() throws IOException {
    JsonNode asked = json(ask("--json"));
    assertEquals("trace", asked.path("counted").asText());
    assertTrue(asked.path("questions").size() > 2, asked.toString());
    for (JsonNode question : asked.path("questions")) {
      assertTrue(question.path("people").isNull() && question.path("objects").isNull());
    }
    assertTrue(ask().out().contains("not yet counted"));
  }

  @Test
  void theWholeAnswerIsAskedAndLeftAsItIs() throws IOException {
    assertEquals(0, Command.run("investigate", caseFolder.toString(), "--quiet").status());
    SortedMap<String, String> before = Rehearsal.result(caseFolder);

    Command first = ask("--json");
    JsonNode asked = json(first);
    assertEquals(first.out(), ask("--json").out());
    assertEquals("resolve", asked.path("counted").asText());
    assertEquals(
        "in-reach-no-log never-collected",
        rules(question(asked, "hb-mail01")),
        "what the drill left out");
    assertEquals("contact-log-gap", rules(question(asked, "hb-db02")), "the gap that it cut");
    JsonNode share = question(asked, "hb-fs02");
    assertEquals(peopleBehind("hb-fs02"), share.path("people").asLong());
    assertTrue(share.path("people").asLong() > 0);
    checkLetters(asked);
    assertEquals(before, Rehearsal.result(caseFolder), "result/ after asking");
  }

  private void checkLetters(JsonNode asked) throws IOException {
    PersonalValues values = PersonalValues.of(Rehearsal.get().original());
    List<String> hosts = new ArrayList<>();
    asked.path("questions").forEach(q -> hosts.add(q.path("place").asText()));
    for (String organisation : List.of("harbour", "tidal", "mooring")) {
      String prefix = organisation.equals("harbour") ? "hb-" : organisation.charAt(0) + "";
      String letter = ask("--letter", organisation).out();
      assertEquals("", String.join("\n", values.in(letter.getBytes(StandardCharsets.UTF_8))));
      assertFalse(letter.contains("203.0.113.9") || letter.contains("mrsvc"), letter);
      for (String host : hosts) {
        assertTrue(
            !letter.contains(host) || host.startsWith(prefix), organisation + " reads of " + host);
      }
    }
    Path file = folder.resolve("letter.md");
    assertEquals(0, ask("--letter", "harbour", "--out", file.toString()).status());
    String written = Files.readString(file);
    assertTrue(written.contains("hb-mail01"), written);
    assertEquals(2, ask("--letter", "mooring", "--out", file.toString()).status());
    assertEquals(written, Files.readString(file));
  }

  @Test
  void wrongUsageIsToldBeforeAnythingIsRead() {
    refused("'habour' is no organisation of case.yaml", "--letter", "habour");
    refused(
        "no letter in 'xx' (expected: one of en, ja, ko)", "--letter", "tidal", "--language", "xx");
    refused("stand without --letter", "--language", "ja");
    refused("Take one of them", "--letter", "tidal", "--json");
  }

  private void refused(String message, String... options) {
    Command run = ask(options);
    assertEquals(2, run.status(), run.err());
    assertTrue(run.err().contains(message), run.err());
    assertFalse(Files.exists(caseFolder.resolve("work")), "nothing was read");
  }

  private Command ask(String... options) {
    List<String> arguments =
        new ArrayList<>(List.of("ask", caseFolder.toString(), "--quiet", TODAY));
    arguments.addAll(List.of(options));
    return Command.run(arguments.toArray(String[]::new));
  }

  private static JsonNode json(Command run) throws IOException {
    assertEquals(0, run.status(), run.err());
    return new ObjectMapper().readTree(run.out());
  }

  private static JsonNode question(JsonNode asked, String host) {
    for (JsonNode question : asked.path("questions")) {
      if (question.path("place").asText().equals(host)) {
        return question;
      }
    }
    throw new AssertionError(host + ": nothing is asked of it in " + asked);
  }

  private static String rules(JsonNode question) {
    return question
        .path("settles")
        .valueStream()
        .map(s -> s.path("rule").asText())
        .sorted()
        .collect(Collectors.joining(" "));
  }

  /** A second opinion, by way of items.parquet: people whose items lie in the host's inventory. */
  private long peopleBehind(String host) throws IOException {
    long[] people = new long[1];
    Path scratch = Files.createTempDirectory(folder, "tables");
    try (Tables tables = Database.open(scratch, 1, 128L << 20)) {
      for (String name : List.of("items", "exposure", "people")) {
        tables.attachParquet(name, caseFolder.resolve("result/" + name + ".parquet"));
      }
      tables.query("""
          SELECT count(DISTINCT i.person_id)
          FROM (SELECT person_id, unnest(objects) AS object_id FROM items) i
          JOIN exposure e ON e.object_id = i.object_id
          JOIN people p ON p.person_id = i.person_id
          WHERE e.host = '%s' AND e.grade = 'possible' AND p.grade = 'possible'
            AND e.rule LIKE 'held-%%inventory'
          """.formatted(host), row -> people[0] = row.integer(1));
    }
    return people[0];
  }
}
