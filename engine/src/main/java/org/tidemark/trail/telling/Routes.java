package org.tidemark.trail.telling;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** The ways of a trail in the terms of an {@link Explanation}. */
final class Routes {
  private final ToldTrail trail;
  private final ToldEvidence evidence;
  private final Ways ways;
  private final Covers covers;

  Routes(ToldTrail trail, ToldEvidence evidence) {
    this.trail = trail;
    this.evidence = evidence;
    this.ways = new Ways(trail);
    this.covers = new Covers(evidence);
  }

  Optional<ToldTrail.Hop> hop(String id) {
    return ways.hop(id);
  }

  /** The earliest way to a hop. */
  Explanation.Route to(ToldTrail.Hop last) {
    List<ToldTrail.Hop> way = ways.to(last);
    Optional<ToldTrail.Start> foothold = ways.foothold(way.get(0));
    return new Explanation.Route(
        foothold.map(Routes::foothold),
        foothold.filter(f -> !f.derived()).isPresent(),
        Optional.of(last.pathGrade()).filter(grade -> !grade.isEmpty()),
        way.stream().map(this::step).toList(),
        foothold.map(ToldTrail.Start::candidates).orElse(List.of()));
  }

  /** A foothold itself: no hop leads there. */
  static Explanation.Route at(ToldTrail.Start foothold) {
    return new Explanation.Route(
        Optional.of(foothold(foothold)),
        !foothold.derived(),
        Optional.empty(),
        List.of(),
        foothold.candidates());
  }

  private static Explanation.Foothold foothold(ToldTrail.Start f) {
    return new Explanation.Foothold(
        f.id(), f.kind(), f.name(), f.from(), f.grade(), f.why(), f.derived());
  }

  private Explanation.Step step(ToldTrail.Hop hop) {
    String sentence = Sentences.of(hop.rule(), hop.why());
    Set<String> kinds = new LinkedHashSet<>(Set.of("logon"));
    if (hop.kind().equals("execution")) {
      kinds.add("process");
    }
    return new Explanation.Step(
        hop.id(),
        hop.at(),
        hop.atWritten(),
        hop.errorMs(),
        hop.account(),
        hop.causalAccount().filter(causal -> !causal.equals(hop.account())),
        hop.source(),
        Optional.of(hop.fromBy()).filter(by -> !by.isEmpty()),
        hop.toHost(),
        hop.toOrganisation(),
        hop.kind(),
        hop.technique(),
        hop.grade(),
        hop.pathGrade(),
        hop.rule(),
        sentence,
        Optional.of(hop.why()).filter(why -> !why.isEmpty() && !why.equals(sentence)),
        hop.unusual(),
        hop.likelihood(),
        hop.likelihoodRule(),
        held(hop),
        hop.records().stream()
            .map(r -> new Explanation.LogRecord(r.file(), evidence.path(r.file()), r.record()))
            .toList(),
        covers.at(hop.toHost(), kinds, hop.at()));
  }

  /** How the hop's account came to be held, unless it was by this very hop. */
  private Optional<Explanation.Held> held(ToldTrail.Hop hop) {
    return trail.accounts().stream()
        .filter(a -> a.name().equals(hop.account()))
        .filter(a -> !Objects.equals(a.hop().orElse(""), hop.id()))
        .filter(a -> a.from().filter(from -> from.isAfter(hop.at())).isEmpty())
        .map(a -> new Explanation.Held(a.from(), a.grade(), a.rule(), Sentences.of(a.rule(), "")))
        .findFirst();
  }
}
