package org.tidemark.app.report;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The answer for the terminal, in a dozen lines: how they got in, what they reached, whose data it
 * is, what is open.
 */
public final class Summary {
  private static final int CROSSINGS_MAX = 3;
  private static final int UNKNOWN_MAX = 3;
  private static final int PARTS_MAX = 6;

  private final JsonNode findings;
  private final JsonNode trailJson;
  private final TrailView trail;
  private final CaseNames names;
  private final TerminalLines out;

  private Summary(ResultFiles result, CaseNames names, TerminalLines out) {
    this.findings = result.findings();
    this.trailJson = result.trail();
    this.trail = TrailView.of(trailJson);
    this.names = names;
    this.out = out;
  }

  /**
   * The lines, without line ends.
   *
   * @param report where report.html lies, as the user may open it
   * @param columns width of the terminal, at least 40; East Asian wide characters take two
   * @param colour whether ANSI colours may be used
   */
  public static List<String> lines(
      ResultFiles result, CaseNames names, String report, int columns, boolean colour) {
    TerminalLines out = new TerminalLines(Math.max(40, columns), colour);
    new Summary(result, names, out).write(report);
    return out.lines();
  }

  private void write(String report) {
    gotIn();
    crossed();
    reached();
    files();
    people();
    kinds();
    unknown();
    out.add("Report", report);
  }

  private void gotIn() {
    if (findings.path("state").asText("").equals("stopped")) {
      out.add("Stopped", "not complete; run it again and it goes on from there");
    }
    Headline headline = new Headline(findings, trail, names);
    String when = Wording.time(findings.path("intrusion").path("first").asText(""));
    out.add(
        "Got in",
        trail
            .start()
            .map(start -> headline.start().orElse("") + ", from "
                + start.from().map(Wording::minute).orElse(when) + " UTC, " + start.grade())
            .orElse("no foothold was found in the logs"));
  }

  private void crossed() {
    List<String> lines = new ArrayList<>();
    JsonNode crossings = findings.path("trail").path("organisations_crossed");
    for (JsonNode c : crossings) {
      if (lines.size() < CROSSINGS_MAX) {
        lines.add(names.organisation(c.path("from").asText("")) + " → "
            + names.organisation(c.path("to").asText("")) + ", "
            + Wording.instant(c.path("at").asText("")).map(Wording::date).orElse("no time known")
            + ", " + c.path("grade").asText(""));
      }
    }
    if (crossings.size() > lines.size()) {
      lines.add("and " + Wording.count(crossings.size() - lines.size()) + " more");
    }
    out.add("Crossed", lines.isEmpty() ? List.of("no organisation") : lines);
  }

  private void reached() {
    JsonNode t = findings.path("trail");
    long held = t.path("hosts").path("held").asLong();
    long reached = t.path("hosts").path("reached").asLong();
    long confirmed = t.path("hops").path("confirmed").asLong();
    long possible = t.path("hops").path("possible").asLong();
    long usual = trail.ownerLike();
    out.add(
        "Reached",
        List.of(
            Wording.count(held + reached, "host", "hosts") + ": " + Wording.count(held) + " held, "
                + Wording.count(reached) + " only reached",
            Wording.count(confirmed + possible, "hop", "hops") + ": " + Wording.count(confirmed)
                + " confirmed, " + Wording.count(possible) + " possible"
                + (usual > 0 ? " (" + Wording.count(usual) + " like the owner's work)" : "")));
  }

  private void files() {
    JsonNode e = findings.path("exposure");
    JsonNode objects = e.path("objects");
    JsonNode files = e.path("files");
    long confirmed = objects.path("confirmed").asLong();
    long possible = objects.path("possible").asLong();
    List<String> parts = new ArrayList<>();
    part(parts, files.path("read").asLong(), "read");
    part(parts, files.path("partly").asLong(), "read in part");
    part(parts, files.path("unread").asLong(), "not read");
    part(parts, objects.path("not_held").asLong(), "not held in the case");
    out.add(
        "Files",
        Wording.count(confirmed + possible, "object", "objects") + ": " + Wording.count(confirmed)
            + " confirmed, " + Wording.count(possible) + " possible"
            + (parts.isEmpty() ? "" : "; " + String.join(", ", parts)));
  }

  private static void part(List<String> parts, long n, String what) {
    if (n > 0) {
      parts.add(Wording.count(n) + " " + what);
    }
  }

  private void people() {
    JsonNode persons = findings.path("people").path("persons");
    long confirmed = persons.path("confirmed").asLong();
    long possible = persons.path("possible").asLong();
    boolean open = !persons.path("bounded").asBoolean(true);
    Map<String, Long> roles = new LinkedHashMap<>();
    List.of("employee", "contractor", "partner", "user", "other").forEach(r -> roles.put(r, 0L));
    Map<String, Long> countries = new TreeMap<>();
    for (JsonNode cell : findings.path("people").path("by")) {
      long n = cell.path("persons").asLong();
      roles.merge(cell.path("role").asText(""), n, Long::sum);
      countries.merge(Wording.country(cell.path("country").asText("")), n, Long::sum);
    }
    List<String> lines = new ArrayList<>();
    lines.add((open ? "at least " : "") + Wording.count(confirmed + possible) + ": "
        + Wording.count(confirmed) + " confirmed, " + Wording.count(possible) + " possible");
    if (confirmed + possible > 0) {
      lines.add(roles.entrySet().stream()
          .filter(r -> r.getValue() > 0)
          .map(r -> r.getKey() + " " + Wording.count(r.getValue()))
          .collect(Collectors.joining(", ")));
      lines.add(largest(countries));
    }
    out.add("People", lines);
  }

  private void kinds() {
    Map<String, Long> kinds = new TreeMap<>();
    for (JsonNode cell : findings.path("people").path("by")) {
      PageParts.counts(cell.path("kinds"))
          .forEach(k -> kinds.merge(Wording.kind(k.getKey()), k.getValue(), Long::sum));
    }
    if (!kinds.isEmpty()) {
      out.add("Data", largest(kinds));
    }
  }

  private static String largest(Map<String, Long> counts) {
    List<Map.Entry<String, Long>> ordered = new ArrayList<>(counts.entrySet());
    ordered.sort(Map.Entry.<String, Long>comparingByValue()
        .reversed()
        .thenComparing(Map.Entry.comparingByKey()));
    String text = ordered.stream()
        .limit(PARTS_MAX)
        .map(e -> e.getKey() + " " + Wording.count(e.getValue()))
        .collect(Collectors.joining(", "));
    return ordered.size() <= PARTS_MAX
        ? text
        : text + ", and " + Wording.count(ordered.size() - PARTS_MAX) + " more";
  }

  private void unknown() {
    List<String> asks = new ArrayList<>();
    trailJson.path("unknown").forEach(u -> asks.add(ask(u, "host")));
    trailJson.path("hosts").forEach(host -> {
      if (host.hasNonNull("ask_for")) {
        asks.add(ask(host, "name"));
      }
    });
    List<String> lines = new ArrayList<>(asks.subList(0, Math.min(UNKNOWN_MAX, asks.size())));
    if (asks.size() > lines.size()) {
      lines.add("and " + Wording.count(asks.size() - lines.size()) + " more, in the report");
    }
    if (!lines.isEmpty()) {
      out.add("Unknown", lines);
    }
  }

  private static String ask(JsonNode place, String name) {
    return place.path(name).asText("") + ": ask for " + place.path("ask_for").asText("");
  }
}
