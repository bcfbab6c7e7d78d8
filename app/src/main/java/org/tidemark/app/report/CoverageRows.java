package org.tidemark.app.report;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.tidemark.app.report.CoverageSweep.Hole;
import org.tidemark.app.report.CoverageSweep.Span;
import org.tidemark.app.report.TrailView.HostView;

/**
 * Whether records of logons speak for each host, from some days before the first foothold to
 * containment or the end of the evidence. A pure function of evidence.json and trail.json.
 *
 * @param from where the strip begins, {@code start}: the first foothold, {@code end}: where it ends
 * @param footholds hosts that were held from the start, and since when
 * @param rows by organisation in the order of arrival; within it by arrival, then what is unknown,
 *     then what is badly covered, then by name
 */
record CoverageRows(
    Instant from, Instant start, Instant end, Map<String, Instant> footholds, List<Row> rows) {
  /** How much of the time before the first foothold is shown. */
  static final Duration BEFORE = Duration.ofDays(3);

  /** How long before the end a log may fall silent; the same that excludes a host. */
  static final Duration SILENCE = Duration.ofDays(1);

  /** How far a stretch of time is spoken for, the worse the later. */
  enum Trust {
    COVERED,
    ALTERABLE,
    NO_LOG,
    GAP
  }

  /** A stretch of one kind; {@code why}: ids of reasons of a gap, with spaces between. */
  record Spell(Instant from, Instant to, Trust trust, String why) {}

  /** In one word for a whole host, over the window from the first foothold on. */
  enum Verdict {
    GAPS,
    PART,
    NO_LOG,
    ALTERABLE,
    THROUGHOUT
  }

  /**
   * One host.
   *
   * @param place what the trail says of it, where it was reached or held
   * @param trustedPermille how much of the window a log speaks for that is to be trusted, 0–1000
   */
  record Row(
      String host,
      String organisation,
      Optional<HostView> place,
      boolean unknown,
      List<Spell> spells,
      Verdict verdict,
      int trustedPermille) {

    /** Held, reached, unknown, badly covered, covered: what to look at first. */
    int rank() {
      return place.map(p -> p.held() ? 0 : 1).orElse(unknown ? 2 : quiet() ? 4 : 3);
    }

    /** Not on the trail, not unknown, covered throughout. */
    boolean quiet() {
      return place.isEmpty() && !unknown && verdict == Verdict.THROUGHOUT;
    }

    private Instant arrival() {
      return place.flatMap(HostView::from).orElse(Instant.MAX);
    }
  }

  static final Comparator<Row> IN_ORGANISATION = Comparator.comparingInt(
          (Row r) -> r.place().isPresent() ? 0 : r.rank())
      .thenComparing(Row::arrival)
      .thenComparing(Row::verdict)
      .thenComparing(Row::host);

  /** Empty where neither a log nor a foothold gives a time. */
  static Optional<CoverageRows> of(
      TrailView trail, JsonNode trailJson, JsonNode coverage, CaseNames names) {
    Map<String, List<Span>> logs = logs(coverage);
    Map<String, Instant> footholds = new TreeMap<>();
    Instant start = null;
    for (JsonNode foothold : trailJson.path("footholds")) {
      Optional<Instant> at = Wording.instant(foothold.path("from").asText(""));
      if (at.isPresent()) {
        start = start == null || at.get().isBefore(start) ? at.get() : start;
        if (foothold.hasNonNull("host")) {
          footholds.merge(foothold.path("host").asText(""), at.get(), CoverageRows::earlier);
        }
      }
    }
    Optional<Instant> first = Optional.ofNullable(start)
        .or(() -> trail.hosts().stream().flatMap(h -> h.from().stream()).findFirst());
    Instant last = logs.values().stream()
        .flatMap(List::stream)
        .map(Span::to)
        .max(Comparator.naturalOrder())
        .orElse(Instant.MIN);
    Instant end = names.moments().getOrDefault("contained", last);
    if (first.isEmpty() || !end.isAfter(first.get())) {
      return Optional.empty();
    }
    CoverageRows empty =
        new CoverageRows(first.get().minus(BEFORE), first.get(), end, footholds, List.of());
    return Optional.of(empty.with(empty.rows(trail, trailJson, logs, names)));
  }

  private CoverageRows with(List<Row> of) {
    return new CoverageRows(from, start, end, footholds, List.copyOf(of));
  }

  private static Instant earlier(Instant a, Instant b) {
    return a.isBefore(b) ? a : b;
  }

  /** Logs of logons by host; a host whose logs hold none of them has an empty list. */
  private static Map<String, List<Span>> logs(JsonNode coverage) {
    Map<String, List<Span>> logs = new TreeMap<>();
    for (JsonNode span : coverage) {
      List<Span> own = logs.computeIfAbsent(span.path("host").asText(""), h -> new ArrayList<>());
      Optional<Instant> from = Wording.instant(span.path("from").asText(""));
      Optional<Instant> to = Wording.instant(span.path("to").asText(""));
      if (span.path("kind").asText("").equals("logon") && from.isPresent() && to.isPresent()) {
        List<Hole> holes = new ArrayList<>();
        for (JsonNode gap : span.path("gaps")) {
          Optional<Instant> begin = Wording.instant(gap.path("from").asText(""));
          Optional<Instant> close = Wording.instant(gap.path("to").asText(""));
          if (begin.isPresent() && close.isPresent()) {
            holes.add(new Hole(begin.get(), close.get(), gap.path("why").asText("")));
          }
        }
        own.add(new Span(from.get(), to.get(), holes));
      }
    }
    logs.remove("");
    return logs;
  }

  private List<Row> rows(
      TrailView trail, JsonNode trailJson, Map<String, List<Span>> logs, CaseNames names) {
    Map<String, HostView> places = new LinkedHashMap<>();
    trail.hosts().forEach(h -> places.putIfAbsent(h.name(), h));
    Map<String, String> unknown = new TreeMap<>();
    for (JsonNode u : trailJson.path("unknown")) {
      unknown.put(u.path("host").asText(""), u.path("organisation").asText(""));
    }
    unknown.remove("");
    places.keySet().forEach(h -> logs.putIfAbsent(h, List.of()));
    unknown.keySet().forEach(h -> logs.putIfAbsent(h, List.of()));
    Map<String, List<Row>> byOrganisation = new TreeMap<>();
    logs.forEach((host, spans) -> {
      Optional<HostView> place = Optional.ofNullable(places.get(host));
      String stated = place.map(HostView::organisation).orElse(unknown.getOrDefault(host, ""));
      String owner = stated.isEmpty() ? names.owners().ofHost(host) : stated;
      byOrganisation
          .computeIfAbsent(owner, o -> new ArrayList<>())
          .add(row(host, owner, place, unknown.containsKey(host), spans));
    });
    Map<String, Integer> arrivals = new HashMap<>();
    places.values().forEach(p -> arrivals.putIfAbsent(p.organisation(), arrivals.size()));
    List<Row> rows = new ArrayList<>();
    byOrganisation.entrySet().stream()
        .sorted(Comparator.comparingInt((Map.Entry<String, List<Row>> e) ->
                arrivals.getOrDefault(e.getKey(), Integer.MAX_VALUE))
            .thenComparing(Map.Entry::getKey))
        .forEach(e -> e.getValue().stream().sorted(IN_ORGANISATION).forEach(rows::add));
    return rows;
  }

  private Row row(
      String host, String owner, Optional<HostView> place, boolean unknown, List<Span> spans) {
    CoverageSweep sweep = new CoverageSweep(from, end);
    spans.forEach(sweep::add);
    place
        .filter(HostView::administrator)
        .ifPresent(p ->
            p.heldFrom().ifPresent(at -> sweep.alterable(at, p.until().orElse(end))));
    List<Spell> spells = sweep.spells();
    long trusted = 0;
    for (Spell spell : spells) {
      if (spell.trust() == Trust.COVERED && spell.to().isAfter(start)) {
        Instant begin = spell.from().isAfter(start) ? spell.from() : start;
        trusted += Duration.between(begin, spell.to()).toSeconds();
      }
    }
    long whole = Math.max(1, Duration.between(start, end).toSeconds());
    int permille = (int) Math.min(1000, trusted * 1000 / whole);
    return new Row(host, owner, place, unknown, spells, verdict(spells), permille);
  }

  private Verdict verdict(List<Spell> spells) {
    List<Spell> seen = spells.stream().filter(s -> s.to().isAfter(start)).toList();
    if (seen.stream().allMatch(s -> s.trust() == Trust.NO_LOG)) {
      return Verdict.NO_LOG;
    }
    if (seen.stream().anyMatch(s -> s.trust() == Trust.GAP)) {
      return Verdict.GAPS;
    }
    if (seen.stream().anyMatch(s -> s.trust() == Trust.ALTERABLE)) {
      return Verdict.ALTERABLE;
    }
    Instant silent = end.minus(SILENCE);
    return seen.stream().anyMatch(s -> s.trust() == Trust.NO_LOG && s.from().isBefore(silent))
        ? Verdict.PART
        : Verdict.THROUGHOUT;
  }
}
