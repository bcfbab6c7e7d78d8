package org.tidemark.trail;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.tidemark.casefile.CaseFile;
import org.tidemark.casefile.Glob;
import org.tidemark.casefile.Grade;
import org.tidemark.casefile.Organisations;
import org.tidemark.evidence.ActKind;
import org.tidemark.evidence.Coverage;

/**
 * Which hosts to image and to isolate next: what is held, where acts came from, and where an image
 * would settle what logs leave open. The surest first, then administrators' hosts, platforms, and
 * those with most hops through them.
 */
final class NextHosts {
  private static final Set<Rule> CODE = Set.of(Rule.SHELL_OPENED, Rule.CODE_RAN);

  /** How long before its end a log may fall silent without counting as missing. */
  private static final Duration TOLERANCE = Duration.ofDays(1);

  private final Trail trail;
  private final Coverage coverage;
  private final Instant end;
  private final List<Glob> keep;
  private final Optional<Instant> contained;
  private final Map<String, Long> hops = new HashMap<>();
  private final Map<String, Instant> lastHop = new HashMap<>();
  private final Set<String> ran = new HashSet<>();
  private final Set<String> platforms = new HashSet<>();
  private final Map<String, NextHost> found = new TreeMap<>();

  /** {@code end}: until when a hold without an end is looked at. */
  NextHosts(CaseFile caseFile, Trail trail, List<LeftBehind> left, Coverage coverage, Instant end) {
    this.trail = trail;
    this.coverage = coverage;
    this.end = end;
    this.keep = caseFile.keep().stream().map(Glob::ofHost).toList();
    this.contained = caseFile.moments().contained();
    for (Trail.Hop hop : trail.hops()) {
      through(hop.toHost(), hop.at());
      hop.from().flatMap(Trail.Source::host).ifPresent(from -> through(from, hop.at()));
      if (hop.execution()) {
        ran.add(hop.toHost());
      }
    }
    trail.platformsFallen().forEach(platform -> platforms.add(platform.host()));
    left.stream()
        .filter(act -> act.hop().isPresent() && !act.rule().equals(Rule.OWNER_LIKE.id()))
        .filter(act ->
            act.kind().equals(LeftKind.SERVICE.id()) || act.kind().equals(LeftKind.TASK.id()))
        .forEach(act -> ran.add(act.host()));
  }

  private void through(String host, Instant at) {
    hops.merge(host, 1L, Long::sum);
    lastHop.merge(host, at, (a, b) -> a.isAfter(b) ? a : b);
  }

  /** The list, in order. */
  List<NextHost> list() {
    Map<String, Trail.Place> places = new HashMap<>();
    trail.hosts().forEach(place -> places.put(place.name(), place));
    trail.hosts().stream().filter(place -> place.state() == Trail.State.HELD).forEach(this::held);
    for (Trail.Hop hop : trail.hops()) {
      hop.from()
          .filter(source -> source.host().isPresent())
          .ifPresent(source -> source(source, hop, places));
    }
    trail.unknown().stream()
        .filter(unknown ->
            unknown.rule() == Rule.UNUSUAL_ELSEWHERE || unknown.rule() == Rule.NO_BASELINE)
        .forEach(this::unusual);
    List<NextHost> ordered = new ArrayList<>(found.values());
    ordered.sort(Comparator.comparing((NextHost next) -> grade(next.grade()))
        .thenComparing(next -> !next.administrator())
        .thenComparing(next -> !next.platform())
        .thenComparing(Comparator.comparingLong(NextHost::hops).reversed())
        .thenComparing(NextHost::host));
    List<NextHost> numbered = new ArrayList<>();
    for (NextHost next : ordered) {
      numbered.add(with(next, numbered.size() + 1, grade(next.grade())));
    }
    return numbered;
  }

  private void held(Trail.Place place) {
    if (!tangible(place.name(), place.organisation())) {
      return;
    }
    Optional<String> kept = notIsolated(place);
    add(
        place.name(),
        place.organisation(),
        "held",
        place.grade(),
        place.administrator(),
        Optional.of(image(place)),
        kept.isPresent() ? Optional.empty() : Optional.of(isolate(place)),
        kept,
        unseen(place));
  }

  /** Kinds of act that leave something behind, where no log covers the whole hold. */
  private List<String> unseen(Trail.Place place) {
    Instant from = place.heldFrom().orElse(place.from());
    Instant until = place.until().orElse(end).minus(TOLERANCE);
    Instant to = until.isBefore(from) ? from : until;
    return Stream.of(ActKind.PROCESS, ActKind.CHANGE)
        .filter(kind -> !coverage.covers(place.name(), kind, from, to))
        .map(ActKind::id)
        .toList();
  }

  private String image(Trail.Place place) {
    if (platforms.contains(place.name())) {
      return "it vouches for accounts and fell: its image shows which secrets lay in reach";
    }
    if (CODE.contains(place.rule()) || ran.contains(place.name())) {
      return "code ran there: memory and disk hold what it was and what it left";
    }
    if (place.rule() == Rule.DECLARED_FOOTHOLD) {
      return "the intruder started from it: memory and disk hold what was used";
    }
    return "whether code ran there is open: an image settles it";
  }

  private String isolate(Trail.Place place) {
    return place.grade() == Grade.CONFIRMED
        ? "the intruder holds it, and no end of that is known"
        : "the intruder may hold it, and no end of that is known";
  }

  private Optional<String> notIsolated(Trail.Place place) {
    if (keep.stream().anyMatch(glob -> matches(glob, place))) {
      return Optional.of("case.yaml says `keep`: never cut; watch it instead");
    }
    if (place.until().isPresent()) {
      return Optional.of("the hold ended " + place.until().get());
    }
    return contained
        .filter(at -> !lastHop.getOrDefault(place.name(), at).isAfter(at))
        .map(at -> "case.yaml says contained " + at + ", and no hop shows it after that");
  }

  private static boolean matches(Glob glob, Trail.Place place) {
    return glob.matches(place.name()) || place.names().stream().anyMatch(glob::matches);
  }

  private void source(Trail.Source source, Trail.Hop hop, Map<String, Trail.Place> places) {
    String host = source.host().orElseThrow();
    String organisation = source.organisation().orElse(Organisations.OUTSIDE);
    if (found.containsKey(host) && !found.get(host).state().equals("held")) {
      NextHost before = found.get(host);
      found.put(host, with(before, 0, grade(before.grade()).surer(hop.grade())));
    } else if (!found.containsKey(host) && tangible(host, organisation)) {
      add(
          host,
          organisation,
          places.containsKey(host) ? "reached" : "source",
          hop.grade(),
          false,
          Optional.of(
              "hops came from it, and nothing shows whether it was held: an image settles" + " it"),
          Optional.empty(),
          Optional.empty(),
          List.of());
    }
  }

  private void unusual(Trail.Unknown unknown) {
    if (!found.containsKey(unknown.host()) && tangible(unknown.host(), unknown.organisation())) {
      add(
          unknown.host(),
          unknown.organisation(),
          "source",
          Grade.UNKNOWN,
          false,
          Optional.of("held accounts came from it in no usual way: an image settles whether it was"
              + " the owner"),
          Optional.empty(),
          Optional.empty(),
          List.of());
    }
  }

  /** A service of a provider has no disk of ours, and an address outside is somebody else's. */
  static boolean tangible(String host, String organisation) {
    boolean outside = organisation.equals(Organisations.OUTSIDE) && Endpoints.isAddress(host);
    return host.indexOf('/') < 0 && !outside;
  }

  private void add(
      String host,
      String organisation,
      String state,
      Grade grade,
      boolean administrator,
      Optional<String> image,
      Optional<String> isolate,
      Optional<String> notIsolated,
      List<String> unseen) {
    found.put(
        host,
        new NextHost(
            0,
            host,
            organisation,
            state,
            grade.id(),
            administrator,
            platforms.contains(host),
            hops.getOrDefault(host, 0L),
            image,
            isolate,
            notIsolated,
            unseen));
  }

  private static NextHost with(NextHost next, int order, Grade grade) {
    return new NextHost(
        order,
        next.host(),
        next.organisation(),
        next.state(),
        grade.id(),
        next.administrator(),
        next.platform(),
        next.hops(),
        next.image(),
        next.isolate(),
        next.notIsolated(),
        next.unseen());
  }

  private static Grade grade(String id) {
    return Grade.valueOf(id.toUpperCase(java.util.Locale.ROOT));
  }
}
