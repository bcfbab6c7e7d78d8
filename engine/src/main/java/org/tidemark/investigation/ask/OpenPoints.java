package org.tidemark.investigation.ask;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.tidemark.casefile.CaseFile;
import org.tidemark.casefile.Glob;
import org.tidemark.casefile.Network;
import org.tidemark.casefile.Organisations;

/**
 * Everything that the trail left unknown or only possible, each with the log that would settle it.
 * Reads trail.json as a tree: a field that a later version adds or an earlier one lacks costs no
 * answer.
 */
final class OpenPoints {
  /** A logon log around one act: clocks are off by less. */
  private static final Duration AROUND = Duration.ofHours(1);

  /** How long before the window the habits of an account show. */
  private static final Duration HABIT = Duration.ofDays(28);

  private static final String ADMINISTRATOR = "held-administrator-inventory";
  private static final String UNCOVERED = "held-uncovered-inventory";

  private final CaseFile caseFile;
  private final Organisations organisations;
  private final JsonNode trail;
  private final SeenLogs seen;
  private final LogSources logs;
  private final Optional<Window> window;
  private final Map<String, JsonNode> hosts = new HashMap<>();
  private final List<OpenPoint> points = new ArrayList<>();
  private final SortedMap<String, Set<String>> noLog = new TreeMap<>();

  OpenPoints(CaseFile caseFile, JsonNode trail, SeenLogs seen, LogSources logs) {
    this.caseFile = caseFile;
    this.organisations = new Organisations(caseFile.organisations());
    this.trail = trail;
    this.seen = seen;
    this.logs = logs;
    this.window = caseWindow();
    trail.path("hosts").forEach(h -> hosts.putIfAbsent(h.path("name").asText(""), h));
  }

  /** From the earliest foothold to the moment {@code contained}, else to the last record. */
  private Optional<Window> caseWindow() {
    Optional<Instant> from = caseFile.footholds().stream()
        .map(CaseFile.Foothold::from)
        .min(Instant::compareTo)
        .or(() -> earliest(trail.path("footholds")))
        .or(() -> earliest(trail.path("hosts")));
    Optional<Instant> to = caseFile.moments().contained().or(seen::end);
    return from.flatMap(f -> to.map(t -> t.isBefore(f) ? new Window(f, f) : new Window(f, t)));
  }

  private static Optional<Instant> earliest(JsonNode list) {
    Optional<Instant> earliest = Optional.empty();
    for (JsonNode item : list) {
      Optional<Instant> from = SeenLogs.instant(item.path("from"));
      if (from.isPresent() && earliest.filter(e -> !from.get().isBefore(e)).isEmpty()) {
        earliest = from;
      }
    }
    return earliest;
  }

  Optional<Window> window() {
    return window;
  }

  /** Ids of possible hops that no log settles, by rule. */
  SortedMap<String, Set<String>> noLog() {
    return noLog;
  }

  /** All points. */
  List<OpenPoint> find(Optional<List<Hanging.Inventory>> inventories) {
    places();
    platforms();
    hops();
    if (inventories.isPresent()) {
      inventories.get().forEach(this::inventory);
    } else {
      heldHosts();
    }
    neverCollected();
    return List.copyOf(points);
  }

  private void places() {
    for (JsonNode unknown : trail.path("unknown")) {
      String rule = unknown.path("rule").asText("");
      Optional<Window> habit = rule.equals("unusual-elsewhere") || rule.equals("no-baseline")
          ? window.map(w -> new Window(w.from().minus(HABIT), w.to()))
          : window;
      place(unknown, "host", rule, false, habit);
    }
    for (JsonNode host : trail.path("hosts")) {
      if (host.hasNonNull("ask_for")) {
        Optional<SeenLogs.Gap> gap = SeenLogs.instant(host.path("from"))
            .flatMap(at -> seen.gapAt(host.path("name").asText(""), at));
        place(
            host,
            "name",
            host.path("rule").asText(""),
            gap.filter(SeenLogs.Gap::isCleared).isPresent(),
            gap.map(SeenLogs.Gap::window).or(() -> window));
      }
    }
  }

  private void place(JsonNode at, String field, String rule, boolean copy, Optional<Window> over) {
    String host = at.path(field).asText("");
    if (!host.isEmpty()) {
      boolean address = Network.isAddress(host);
      points.add(new OpenPoint(
          new LogPlace(address ? LogPlace.Kind.ADDRESS : LogPlace.Kind.HOST, host),
          organisation(at.path("organisation").asText(""), host),
          address ? ShownAct.ADDRESS : ShownAct.LOGON,
          copy,
          over,
          "place",
          rule,
          1,
          Set.of(),
          Optional.empty(),
          Optional.empty()));
    }
  }

  /** Platforms that the intruder administered: whether they fell, what ran on them tells. */
  private void platforms() {
    for (JsonNode platform : trail.path("platforms_in_doubt")) {
      String host = platform.path("host").asText("");
      Optional<Window> since = SeenLogs.instant(platform.path("at"))
          .flatMap(at -> window.map(w -> Window.between(at, w.to())));
      points.add(new OpenPoint(
          LogPlace.host(host),
          organisation("", host),
          ShownAct.PROCESS,
          true,
          since.or(() -> window),
          "platform",
          platform.path("rule").asText("could-have-fallen"),
          1,
          Set.of(),
          Optional.empty(),
          Optional.empty()));
    }
  }

  private void hops() {
    HopLogs wantedLogs = new HopLogs(organisations);
    for (JsonNode hop : trail.path("hops")) {
      if (!hop.path("grade").asText("").equals("possible")) {
        continue;
      }
      String rule = hop.path("rule").asText("");
      Optional<Window> around =
          SeenLogs.instant(hop.path("at")).map(at -> new Window(at.minus(AROUND), at.plus(AROUND)));
      boolean asked = false;
      for (HopLogs.Wanted wanted : wantedLogs.of(hop)) {
        if (!isCovered(wanted, hop)) {
          asked = true;
          points.add(new OpenPoint(
              wanted.place(),
              wanted.organisation(),
              wanted.act(),
              isAdministered(wanted, around),
              around,
              "hop",
              rule,
              1,
              Set.of(hop.path("id").asText("")),
              Optional.empty(),
              Optional.empty()));
        }
      }
      if (!asked) {
        noLog.computeIfAbsent(rule, r -> new TreeSet<>()).add(hop.path("id").asText(""));
      }
    }
  }

  /** What was handed over and left the hop possible need not be asked for again. */
  private boolean isCovered(HopLogs.Wanted wanted, JsonNode hop) {
    return wanted.place().kind() == LogPlace.Kind.HOST
        && SeenLogs.instant(hop.path("at"))
            .filter(at -> seen.covers(wanted.place().name(), wanted.act(), new Window(at, at)))
            .isPresent();
  }

  /** Logs that an administrator could alter settle nothing; for tickets, a fallen platform's. */
  private boolean isAdministered(HopLogs.Wanted wanted, Optional<Window> around) {
    return switch (wanted.place().kind()) {
      case HOST ->
        wanted.act() != ShownAct.CONNECTION
            && isAdministered(host(wanted.place().name()), around);
      case DOMAIN ->
        trail
            .path("platforms_fallen")
            .valueStream()
            .anyMatch(
                p -> organisations.ofHost(p.path("host").asText("")).equals(wanted.organisation())
                    && isBefore(p.path("at"), around));
      default -> false;
    };
  }

  private static boolean isAdministered(JsonNode host, Optional<Window> around) {
    return host.path("administrator").asBoolean(false) && isBefore(host.path("held_from"), around);
  }

  private static boolean isBefore(JsonNode at, Optional<Window> around) {
    Optional<Instant> since = SeenLogs.instant(at);
    return since.isEmpty()
        || around.isEmpty()
        || !since.get().isAfter(around.get().to());
  }

  private void inventory(Hanging.Inventory inventory) {
    objects(inventory.host(), host(inventory.host()), inventory.rule(), inventory.objects());
  }

  /** Before objects are known: every held host whose file log does not speak for the hold. */
  private void heldHosts() {
    for (JsonNode host : trail.path("hosts")) {
      String name = host.path("name").asText("");
      boolean administrator = host.path("administrator").asBoolean(false);
      Optional<Window> hold = hold(host);
      boolean covered = hold.filter(h -> seen.covers(name, ShownAct.FILE, h)).isPresent();
      if (host.path("state").asText("").equals("held") && (administrator || !covered)) {
        objects(name, host, administrator ? ADMINISTRATOR : UNCOVERED, 0);
      }
    }
  }

  private void objects(String host, JsonNode held, String rule, long total) {
    points.add(new OpenPoint(
        LogPlace.host(host),
        organisation(held.path("organisation").asText(""), host),
        ShownAct.FILE,
        rule.equals(ADMINISTRATOR),
        hold(held).or(() -> window),
        "objects",
        rule,
        total,
        Set.of(),
        Optional.of(host),
        Optional.empty()));
  }

  private Optional<Window> hold(JsonNode host) {
    Optional<Instant> from =
        SeenLogs.instant(host.path("held_from")).or(() -> SeenLogs.instant(host.path("from")));
    Optional<Instant> to = SeenLogs.instant(host.path("until")).or(() -> window.map(Window::to));
    return from.flatMap(f -> to.map(t -> t.isBefore(f) ? new Window(f, f) : new Window(f, t)));
  }

  /** Logs that should exist, by the case file, and that nobody handed over. */
  private void neverCollected() {
    Set<String> known = new TreeSet<>(seen.hosts());
    known.addAll(hosts.keySet());
    trail.path("unknown").forEach(u -> known.add(u.path("host").asText("")));
    for (CaseFile.CollectedLog log : caseFile.collect()) {
      Glob glob = Glob.ofHost(log.hosts());
      List<String> matched = known.stream().filter(glob::matches).toList();
      for (String format : log.sources()) {
        if (matched.isEmpty()) {
          boolean one = !log.hosts().contains("*") && !log.hosts().contains("?");
          LogPlace.Kind kind = one ? LogPlace.Kind.HOST : LogPlace.Kind.HOSTS;
          collect(new LogPlace(kind, log.hosts()), format);
        }
        for (String host : matched) {
          if (!seen.has(host, format)) {
            collect(LogPlace.host(host), format);
          }
        }
      }
    }
  }

  private void collect(LogPlace place, String format) {
    points.add(new OpenPoint(
        place,
        organisations.ofHost(place.name()),
        logs.ofFormat(format, ShownAct.LOGON).acts().stream().findFirst().orElse(ShownAct.LOGON),
        false,
        window,
        "log",
        "never-collected",
        1,
        Set.of(),
        Optional.empty(),
        Optional.of(format)));
  }

  private JsonNode host(String name) {
    return hosts.getOrDefault(name, MissingNode.getInstance());
  }

  private String organisation(String given, String host) {
    return given.isEmpty() ? organisations.ofHost(host) : given;
  }
}
