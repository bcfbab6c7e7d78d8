package org.tidemark.trail.telling;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.tidemark.evidence.AccountName;

/** The ways from footholds to hops. */
final class Ways {
  private final ToldTrail trail;
  private final Map<String, ToldTrail.Hop> hops = new HashMap<>();

  Ways(ToldTrail trail) {
    this.trail = trail;
    trail.hops().forEach(hop -> hops.put(hop.id(), hop));
  }

  Optional<ToldTrail.Hop> hop(String id) {
    return Optional.ofNullable(hops.get(id));
  }

  /** The earliest way to a hop, itself the last: at each step the earliest hop that led there. */
  List<ToldTrail.Hop> to(ToldTrail.Hop last) {
    List<ToldTrail.Hop> way = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    Optional<ToldTrail.Hop> step = Optional.of(last);
    // A document from elsewhere may hold a circle; a trail's own hops never do.
    while (step.isPresent() && seen.add(step.get().id())) {
      way.add(step.get());
      step = step.get().after().stream()
          .map(hops::get)
          .filter(Objects::nonNull)
          .min(Comparator.comparing(ToldTrail.Hop::at).thenComparing(ToldTrail.Hop::id));
    }
    Collections.reverse(way);
    return way;
  }

  /** The foothold that a hop without a hop before it started from: the earliest that fits. */
  Optional<ToldTrail.Start> foothold(ToldTrail.Hop first) {
    return trail.footholds().stream()
        .filter(f -> !f.from().minusMillis(first.errorMs()).isAfter(first.at()))
        .filter(f -> fits(f, first))
        .min(Comparator.comparing(ToldTrail.Start::derived)
            .thenComparing(ToldTrail.Start::from)
            .thenComparing(ToldTrail.Start::id));
  }

  private boolean fits(ToldTrail.Start foothold, ToldTrail.Hop hop) {
    return switch (foothold.kind()) {
      case "host", "address" -> {
        String name = NameSearch.host(foothold.name());
        yield hop.fromAddress().filter(name::equals).isPresent()
            || hop.fromHost()
                .filter(host -> host.equals(name) || names(host, name))
                .isPresent();
      }
      case "session" -> hop.session().filter(foothold.name()::equals).isPresent();
      default -> AccountName.of(foothold.name()).equals(AccountName.of(hop.account()));
    };
  }

  private boolean names(String host, String other) {
    return trail.hosts().stream()
        .anyMatch(h -> h.name().equals(host) && h.names().contains(other));
  }
}
