package org.tidemark.trail.telling;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What the logs of a place cover, in the terms of an {@link Explanation}. */
final class Covers {
  private final ToldEvidence evidence;

  Covers(ToldEvidence evidence) {
    this.evidence = evidence;
  }

  /** Sources of these kinds of act on the host, and what they are worth at an instant. */
  List<Explanation.Cover> at(String host, Set<String> kinds, Instant at) {
    return of(host, kinds).map(span -> cover(span, Optional.of(at))).toList();
  }

  /** The same for the whole time. */
  List<Explanation.Cover> ever(String host, Set<String> kinds) {
    return of(host, kinds).map(span -> cover(span, Optional.empty())).toList();
  }

  private java.util.stream.Stream<ToldEvidence.Span> of(String host, Set<String> kinds) {
    return evidence.coverage().stream()
        .filter(span -> span.host().equals(host) && kinds.contains(span.kind()));
  }

  private static Explanation.Cover cover(ToldEvidence.Span span, Optional<Instant> at) {
    List<Explanation.Gap> gaps = span.gaps().stream()
        .filter(gap -> at.map(t -> within(t, gap.from(), gap.to())).orElse(true))
        .map(gap -> new Explanation.Gap(gap.from(), gap.to(), gap.why()))
        .toList();
    return new Explanation.Cover(
        span.source(),
        span.kind(),
        span.from(),
        span.to(),
        at.map(t -> state(span, t, !gaps.isEmpty())),
        gaps,
        span.suppliedBy());
  }

  private static String state(ToldEvidence.Span span, Instant at, boolean gap) {
    if (at.isBefore(span.from())) {
      return "begins-later";
    }
    if (at.isAfter(span.to())) {
      return "ended-before";
    }
    return gap ? "gap" : "covered";
  }

  private static boolean within(Instant at, Instant from, Instant to) {
    return !at.isBefore(from) && !at.isAfter(to);
  }
}
