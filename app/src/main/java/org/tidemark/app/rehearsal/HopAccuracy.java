package org.tidemark.app.rehearsal;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * How far the hops of an answer are those of the truth: by grade, and what made the false ones. A
 * false hop is one, confirmed or possible, that the truth lacks.
 */
final class HopAccuracy {
  /** What made an act that neither the intrusion nor a hard background tells of. */
  private static final String PLAIN = "other ordinary work";

  private record Found(
      String act,
      String grade,
      String rule,
      int likelihood,
      int unusual,
      boolean truth,
      boolean intruder) {}

  private final List<Found> found = new ArrayList<>();
  private final Map<String, String> truth = new HashMap<>();
  private final Set<String> intruders = new HashSet<>();
  private final Map<String, String> ordinary = new HashMap<>();
  private final double days;

  private HopAccuracy(double days) {
    this.days = days;
  }

  /**
   * The section as lines of text.
   *
   * @param truth the drill's folder {@code truth}
   * @param trail the case's trail.json
   */
  static List<String> lines(Path truth, JsonNode trail) throws IOException {
    HopAccuracy accuracy = new HopAccuracy(days(trail));
    accuracy.read(truth, trail);
    return accuracy.text();
  }

  /** From the first foothold to the last hop, at least one day. */
  private static double days(JsonNode trail) {
    Instant first = Instant.MAX;
    for (JsonNode foothold : trail.path("footholds")) {
      Instant from = Instant.parse(foothold.path("from").asText());
      first = from.isBefore(first) ? from : first;
    }
    Instant last = first;
    for (JsonNode hop : trail.path("hops")) {
      Instant at = Instant.parse(hop.path("at").asText());
      last = at.isAfter(last) ? at : last;
    }
    return Math.max(1, Duration.between(first, last).toHours() / 24.0);
  }

  private void read(Path folder, JsonNode trail) throws IOException {
    CsvRows.read(folder.resolve("hops.csv"), "at,account,from,to,by,grade,kind", row -> {
      String act = act(row.get(0), row.get(1), row.get(2), row.get(3));
      truth.put(act, row.get(5));
      if (row.get(4).equals("intruder")) {
        intruders.add(act);
      }
    });
    Path background = folder.resolve("background.csv");
    if (Files.exists(background)) {
      CsvRows.read(
          background,
          "at,account,from,to,why",
          row -> ordinary.put(act(row.get(0), row.get(1), row.get(2), row.get(3)), row.get(4)));
    }
    for (JsonNode hop : trail.path("hops")) {
      JsonNode from = hop.path("from");
      String act = act(
          hop.path("at").asText(),
          hop.path("account").path("name").asText(),
          from.path("host").asText(from.path("address").asText("")),
          hop.path("to").path("host").asText());
      found.add(new Found(
          act,
          hop.path("grade").asText(),
          hop.path("rule").asText(),
          hop.path("likelihood").asInt(-1),
          hop.path("unusual").size(),
          truth.containsKey(act),
          intruders.contains(act)));
    }
  }

  private static String act(String at, String account, String from, String to) {
    String second = Instant.parse(at).truncatedTo(ChronoUnit.SECONDS).toString();
    return String.join(" ", second, account, from, to);
  }

  private List<String> text() {
    List<String> lines = new ArrayList<>();
    for (String grade : List.of("confirmed", "possible")) {
      lines.add(byGrade(grade));
    }
    lines.add(say(
        "  intruder's %d of %d found",
        found.stream().filter(Found::intruder).count(), intruders.size()));
    long possible = found.stream().filter(hop -> hop.grade.equals("possible")).count();
    long usual = found.stream().filter(hop -> hop.rule.equals("owner-like")).count();
    lines.add(say(
        "  possible hops a day, were each an alert: %.1f, without owner-like %.1f (%.1f days)",
        possible / days, (possible - usual) / days, days));
    lines.add(byLikelihood());
    lines.addAll(falseHops());
    return lines;
  }

  private String byGrade(String grade) {
    List<Found> graded = found.stream().filter(hop -> hop.grade.equals(grade)).toList();
    long right = graded.stream().filter(Found::truth).count();
    Set<String> acts = new HashSet<>();
    found.forEach(hop -> acts.add(hop.act));
    long wanted = truth.values().stream().filter(grade::equals).count();
    long had = truth.entrySet().stream()
        .filter(hop -> hop.getValue().equals(grade) && acts.contains(hop.getKey()))
        .count();
    return say(
        "  %-9s precision %s (%d of %d), recall %s (%d of %d)",
        grade, share(right, graded.size()), right, graded.size(), share(had, wanted), had, wanted);
  }

  /**
   * How many hops a reader has to look at who begins with the least usual: by likelihood, then by
   * how much of a hop was never done before.
   */
  private String byLikelihood() {
    Comparator<Found> order =
        Comparator.comparing(Found::likelihood).thenComparing(Found::unusual).reversed();
    List<Found> ranked = found.stream()
        .filter(hop -> hop.grade.equals("possible") && hop.likelihood >= 0)
        .sorted(order)
        .toList();
    Optional<Found> last =
        ranked.stream().filter(Found::intruder).reduce((first, second) -> second);
    if (last.isEmpty()) {
      return "  by likelihood: none of the intruder's possible hops has one";
    }
    long before =
        ranked.stream().filter(hop -> order.compare(hop, last.get()) <= 0).count();
    long of = ranked.stream().filter(Found::intruder).count();
    return say(
        "  by likelihood: all %d of the intruder's possible hops are among the %d least usual of"
            + " %d, %.1f a day",
        of, before, ranked.size(), before / days);
  }

  private List<String> falseHops() {
    Map<String, Integer> rules = new TreeMap<>();
    Map<String, Integer> reasons = new TreeMap<>();
    for (Found hop : found) {
      if (!hop.truth) {
        String why = ordinary.getOrDefault(hop.act, PLAIN);
        rules.merge(hop.rule, 1, Integer::sum);
        reasons.merge(hop.rule + ", " + why, 1, Integer::sum);
      }
    }
    List<String> lines = new ArrayList<>();
    lines.add(say("  false hops: %d", found.stream().filter(hop -> !hop.truth).count()));
    rules.forEach((rule, count) -> lines.add(say("      %6d by rule %s", count, rule)));
    reasons.forEach((why, count) -> lines.add(say("      %6d %s", count, why)));
    return lines;
  }

  private static String share(long part, long whole) {
    return whole == 0 ? "–" : String.format(Locale.ROOT, "%.3f", (double) part / whole);
  }

  private static String say(String format, Object... args) {
    return String.format(Locale.ROOT, format, args);
  }
}
