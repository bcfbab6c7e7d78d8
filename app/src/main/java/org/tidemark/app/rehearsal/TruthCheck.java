package org.tidemark.app.rehearsal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.tidemark.engine.Tables;

/**
 * Compares a result with the truth that the drill wrote beside the case: hops, hosts and objects
 * one by one, files by how far they were read, and people as a partition of records. Both sides are
 * written by code that shares nothing.
 */
public final class TruthCheck {
  private static final int SAMPLES = 5;

  private final Path truth;
  private final Path result;
  private final Tables tables;

  private TruthCheck(Path truth, Path result, Tables tables) {
    this.truth = truth;
    this.result = result;
    this.tables = tables;
  }

  /**
   * Compares.
   *
   * @param truth the drill's folder {@code truth}
   * @param result the case's folder {@code result}
   * @param tables an empty store
   * @throws IOException when a file is missing or cannot be read
   */
  public static Verdict compare(Path truth, Path result, Tables tables) throws IOException {
    TruthCheck check = new TruthCheck(truth, result, tables);
    List<Verdict.Line> lines = new ArrayList<>();
    JsonNode trail = new ObjectMapper().readTree(result.resolve("trail.json").toFile());
    lines.add(check.hops(trail));
    lines.add(check.hosts(trail));
    lines.addAll(new TruthTables(truth, result, tables).compare());
    return new Verdict(lines, HopAccuracy.lines(truth, trail));
  }

  private Verdict.Line hops(JsonNode trail) throws IOException {
    Set<String> expected = new TreeSet<>();
    CsvRows.read(
        truth.resolve("hops.csv"),
        "at,account,from,to,by,grade,kind",
        row -> expected.add(String.join(
            " ", second(row.get(0)), row.get(1), row.get(2), row.get(3), row.get(5), row.get(6))));
    Set<String> found = new TreeSet<>();
    for (JsonNode hop : trail.path("hops")) {
      JsonNode from = hop.path("from");
      found.add(String.join(
          " ",
          second(hop.path("at").asText()),
          hop.path("account").path("name").asText(),
          from.path("host").asText(from.path("address").asText("")),
          hop.path("to").path("host").asText(),
          hop.path("grade").asText(),
          hop.path("kind").asText()));
    }
    return line("hops", expected, found);
  }

  private Verdict.Line hosts(JsonNode trail) throws IOException {
    Set<String> found = new TreeSet<>();
    for (JsonNode host : trail.path("hosts")) {
      found.add(host.path("name").asText() + " " + host.path("state").asText() + " "
          + host.path("grade").asText() + " " + second(host.path("from").asText()));
    }
    Set<String> reached = new TreeSet<>();
    trail.path("hosts").forEach(host -> reached.add(host.path("name").asText()));
    for (JsonNode unknown : trail.path("unknown")) {
      if (!reached.contains(unknown.path("host").asText())) {
        found.add(unknown.path("host").asText() + " unknown unknown ");
      }
    }
    Set<String> excluded = new TreeSet<>();
    trail.path("excluded").forEach(item -> {
      if (item.path("kind").asText().equals("host")) {
        excluded.add(item.path("name").asText());
      }
    });
    Set<String> expected = new TreeSet<>();
    CsvRows.read(truth.resolve("hosts.csv"), "host,state,grade,from", row -> {
      String from = row.get(3).isEmpty() ? "" : second(row.get(3));
      String name = row.get(0) + " " + row.get(1) + " " + row.get(2) + " " + from;
      expected.add(name);
      // The truth names some hosts that logs exclude; the answer names them all.
      if (row.get(1).equals("excluded") && excluded.contains(row.get(0))) {
        found.add(name);
      }
    });
    return line("hosts", expected, found);
  }

  private static String second(String instant) {
    return Instant.parse(instant).truncatedTo(ChronoUnit.SECONDS).toString();
  }

  static Verdict.Line line(String what, Set<String> expected, Set<String> found) {
    Set<String> missing = new TreeSet<>(expected);
    missing.removeAll(found);
    Set<String> surplus = new TreeSet<>(found);
    surplus.removeAll(expected);
    List<String> samples = new ArrayList<>();
    missing.stream().limit(SAMPLES).forEach(m -> samples.add("missing: " + m));
    surplus.stream().limit(SAMPLES).forEach(s -> samples.add("too many: " + s));
    return new Verdict.Line(what, expected.size(), missing.size(), surplus.size(), samples);
  }
}
