package org.tidemark.investigation.ask;

import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.tidemark.investigation.ask.LogChoice.Choice;

/** One log of one place, and all that it would settle; grows as points are added. */
final class Question {
  /** What is open for one reason. */
  record Reason(String what, String rule) implements Comparable<Reason> {
    @Override
    public int compareTo(Reason other) {
      int order = what.compareTo(other.what);
      return order != 0 ? order : rule.compareTo(other.rule);
    }
  }

  final String organisation;
  final LogPlace place;
  final Choice choice;
  final boolean copy;
  final Set<ShownAct> acts = EnumSet.noneOf(ShownAct.class);
  final Map<Reason, Long> reasons = new TreeMap<>();
  final Set<String> hops = new TreeSet<>();
  final Set<String> inventories = new TreeSet<>();
  private Optional<Window> window = Optional.empty();
  private boolean whole;

  Question(OpenPoint point, Choice choice) {
    this.organisation = point.organisation();
    this.place = point.place();
    this.choice = choice;
    this.copy = point.copy();
  }

  void add(OpenPoint point) {
    acts.add(point.act());
    reasons.merge(new Reason(point.what(), point.rule()), point.total(), Long::sum);
    hops.addAll(point.hops());
    point.inventory().ifPresent(inventories::add);
    whole |= point.window().isEmpty();
    point.window().ifPresent(w -> window = Optional.of(window.map(w::with).orElse(w)));
  }

  /** Empty: nobody knows for when; then the log is asked for as a whole. */
  Optional<Window> window() {
    return whole ? Optional.empty() : window;
  }

  /** What makes two points one question. */
  String key() {
    return String.join(
        "\0",
        organisation,
        place.kind().id(),
        place.name(),
        choice.log().id(),
        String.valueOf(copy));
  }
}
