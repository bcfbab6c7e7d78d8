package org.tidemark.investigation;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tidemark.casefile.CaseFile;
import org.tidemark.casefile.Grade;
import org.tidemark.evidence.Evidence;
import org.tidemark.exposure.ExposureStage;
import org.tidemark.people.PeopleCounts;
import org.tidemark.trail.Trail;

/**
 * Puts findings.json together from what each stage gave; a stage that did not run counts nothing.
 */
final class FindingsMaker {
  private final CaseFile caseFile;
  private final Evidence evidence;
  private @Nullable Trail trail;
  private ExposureStage.@Nullable Outcome exposure;
  private @Nullable PeopleCounts people;

  FindingsMaker(CaseFile caseFile, Evidence evidence) {
    this.caseFile = caseFile;
    this.evidence = evidence;
  }

  void trail(Trail found) {
    trail = found;
  }

  void exposure(ExposureStage.Outcome found) {
    exposure = found;
  }

  void people(PeopleCounts found) {
    people = found;
  }

  Findings make() {
    return new Findings(
        Findings.COMPLETE,
        intrusion(),
        evidenceCounts(),
        trailCounts(),
        exposureCounts(),
        people == null ? nobody() : people,
        Optional.empty(),
        List.of());
  }

  /** Whether a run up to {@code last} gave nothing that could be called an answer. */
  boolean nothing(Investigation.Stage last) {
    long used = evidenceCounts().recordsUsed();
    boolean objects = exposure != null && exposure.confirmed() + exposure.possible() > 0;
    boolean files = evidence.files().stream().anyMatch(f -> f.format().isEmpty());
    return switch (last) {
      case INGEST -> used == 0 && !files;
      case TRACE -> trail == null || trail.hops().isEmpty() && trail.hosts().isEmpty();
      case SCAN, RESOLVE ->
        !objects && (trail == null || trail.hops().isEmpty() && trail.hosts().size() <= 1);
    };
  }

  private Findings.Intrusion intrusion() {
    List<Trail.Foothold> footholds = trail == null ? List.of() : trail.footholds();
    List<Trail.Hop> hops = trail == null ? List.of() : trail.hops();
    Optional<Instant> first = java.util.stream.Stream.concat(
            footholds.stream().map(Trail.Foothold::from), hops.stream().map(Trail.Hop::at))
        .min(Comparator.naturalOrder());
    Optional<Instant> last = hops.stream().map(Trail.Hop::at).max(Comparator.naturalOrder());
    Optional<Instant> firstLatest = caseFile.footholds().stream()
        .min(Comparator.comparing(CaseFile.Foothold::from))
        .flatMap(CaseFile.Foothold::fromLatest);
    return new Findings.Intrusion(first, last, firstLatest, caseFile.moments().contained());
  }

  private Findings.EvidenceCounts evidenceCounts() {
    long[] counts = new long[4];
    evidence.json().logs().forEach(log -> {
      counts[0] += log.records().read();
      counts[1] += log.records().used();
      counts[2] += log.records().ignored().values().stream().mapToLong(n -> n).sum();
      counts[3] += log.records().unparsed();
    });
    return new Findings.EvidenceCounts(
        evidence.files().size(), counts[0], counts[1], counts[2], counts[3]);
  }

  private Findings.TrailCounts trailCounts() {
    if (trail == null) {
      return new Findings.TrailCounts(
          new Findings.Hops(0, 0),
          new Findings.Hosts(0, 0),
          new Findings.Accounts(0),
          List.of(),
          0,
          0);
    }
    long confirmed =
        trail.hops().stream().filter(h -> h.grade() == Grade.CONFIRMED).count();
    long held =
        trail.hosts().stream().filter(p -> p.state() == Trail.State.HELD).count();
    return new Findings.TrailCounts(
        new Findings.Hops(confirmed, trail.hops().size() - confirmed),
        new Findings.Hosts(trail.hosts().size() - held, held),
        new Findings.Accounts(trail.accounts().size()),
        crossings(trail),
        trail.unknown().size(),
        trail.platformsFallen().size());
  }

  /** The first hop from each organisation into each other one. */
  private List<Findings.Crossing> crossings(Trail found) {
    Map<String, Findings.Crossing> first = new LinkedHashMap<>();
    for (Trail.Hop hop : found.hops()) {
      String from = hop.from().flatMap(Trail.Source::organisation).orElse("outside");
      if (!from.equals(hop.toOrganisation())) {
        first.putIfAbsent(
            from + '>' + hop.toOrganisation(),
            new Findings.Crossing(
                from,
                hop.toOrganisation(),
                hop.at(),
                trust(from, hop),
                hop.grade().id()));
      }
    }
    List<Findings.Crossing> all = new ArrayList<>(first.values());
    all.sort(Comparator.comparing(Findings.Crossing::at).thenComparing(Findings.Crossing::from));
    return all;
  }

  private String trust(String from, Trail.Hop hop) {
    return caseFile.trust().stream()
        .filter(link -> link.from().equals(from) && link.to().equals(hop.toOrganisation()))
        .map(CaseFile.TrustLink::by)
        .findFirst()
        .orElse("unproven");
  }

  private Findings.ExposureCounts exposureCounts() {
    ExposureStage.Outcome e = exposure;
    if (e == null) {
      return new Findings.ExposureCounts(
          new Findings.Objects(0, 0, 0, 0), new Findings.Files(0, 0, 0), Map.of(), Map.of());
    }
    return new Findings.ExposureCounts(
        new Findings.Objects(e.confirmed(), e.possible(), e.excluded(), e.notHeld()),
        new Findings.Files(e.read(), e.partly(), e.unreadFiles()),
        e.unread(),
        e.possibleByRule());
  }

  private static PeopleCounts nobody() {
    return new PeopleCounts(
        0,
        0,
        Map.of(),
        new PeopleCounts.Persons(0, 0, 0, 0, null, false),
        new PeopleCounts.Parts(0, 0, 0),
        List.of(),
        Map.of());
  }
}
