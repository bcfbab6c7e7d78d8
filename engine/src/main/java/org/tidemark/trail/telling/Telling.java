package org.tidemark.trail.telling;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** An explanation while it is made. */
final class Telling {
  private final String asked;
  private final Match.Kind kind;
  private final String name;
  Optional<String> id = Optional.empty();
  Optional<String> organisation = Optional.empty();
  Optional<String> state = Optional.empty();
  Optional<String> grade = Optional.empty();
  Optional<String> rule = Optional.empty();
  String why = "";
  Optional<Instant> from = Optional.empty();
  Optional<Instant> until = Optional.empty();
  Optional<String> askFor = Optional.empty();
  Optional<Explanation.Route> route = Optional.empty();
  int otherHops;
  Optional<String> surestHop = Optional.empty();
  List<Explanation.Cover> coverage = List.of();
  List<Explanation.Exposed> exposures = List.of();
  final List<String> notes = new ArrayList<>();

  Telling(String asked, Match.Kind kind, String name) {
    this.asked = asked;
    this.kind = kind;
    this.name = name;
  }

  Explanation end() {
    return new Explanation(
        asked,
        kind.id(),
        id,
        name,
        organisation,
        state,
        grade,
        rule,
        why,
        from,
        until,
        askFor,
        route,
        otherHops,
        surestHop,
        coverage,
        exposures,
        notes);
  }
}
