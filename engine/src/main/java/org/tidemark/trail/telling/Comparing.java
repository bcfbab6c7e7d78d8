package org.tidemark.trail.telling;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.tidemark.casefile.CaseFile;
import org.tidemark.trail.telling.Items.Item;

/** Makes a {@link Comparison}. */
final class Comparing {
  /** An item in both trails; empty where one does not have it. */
  record Pair(Optional<Item> before, Optional<Item> after, String change) {
    Item item() {
      return after.or(() -> before).orElseThrow();
    }

    /** What it is; a place that was never more than unknown or excluded is told apart. */
    String what() {
      List<String> grades = Stream.of(before, after)
          .flatMap(Optional::stream)
          .map(Item::grade)
          .distinct()
          .toList();
      boolean nothingElse = grades.equals(List.of("excluded")) || grades.equals(List.of("unknown"));
      return nothingElse ? grades.get(0) : item().what();
    }
  }

  private static final List<String> CHANGES =
      List.of("new", "gone", "regraded", "moved", "other-rule");
  private static final Comparator<Pair> ORDER = Comparator.comparing(
          (Pair pair) -> Items.WHAT.indexOf(pair.what()))
      .thenComparing(pair -> CHANGES.indexOf(pair.change()))
      .thenComparing(pair -> pair.item().at().orElse(Instant.MAX))
      .thenComparing(pair -> pair.item().name())
      .thenComparing(pair -> pair.item().key());

  private final ToldResult before;
  private final ToldResult after;
  private final CaseFile caseFile;

  Comparing(ToldResult before, ToldResult after, CaseFile caseFile) {
    this.before = before;
    this.after = after;
    this.caseFile = caseFile;
  }

  Comparison make() {
    Inputs inputs = new Inputs(before, after, caseFile);
    Map<String, Map<String, Integer>> counts = new TreeMap<>();
    List<Pair> changed = new ArrayList<>();
    for (Pair pair : pairs()) {
      counts
          .computeIfAbsent(pair.what(), what -> new TreeMap<>())
          .merge(pair.change(), 1, Integer::sum);
      if (!pair.change().equals("same")) {
        changed.add(pair);
      }
    }
    changed.sort(ORDER);
    Causes causes = new Causes(before, after, caseFile, inputs, changed);
    return new Comparison(
        inputs.all(),
        inputs.notKnown(),
        start(before.trail()),
        start(after.trail()),
        firstHop(before.trail()),
        firstHop(after.trail()),
        counts,
        changed.stream().map(pair -> change(pair, causes)).toList());
  }

  private static Optional<Instant> start(ToldTrail trail) {
    return Stream.concat(
            trail.footholds().stream().map(ToldTrail.Start::from),
            trail.hosts().stream().flatMap(h -> h.from().stream()))
        .min(Comparator.naturalOrder());
  }

  private static Optional<Instant> firstHop(ToldTrail trail) {
    return trail.hops().stream().map(ToldTrail.Hop::at).findFirst();
  }

  private List<Pair> pairs() {
    Map<String, Item> was = new LinkedHashMap<>(Items.of(before.trail()));
    Map<String, Item> is = new LinkedHashMap<>(Items.of(after.trail()));
    List<Pair> pairs = new ArrayList<>(sameHops(was, is));
    Set<String> keys = new LinkedHashSet<>(was.keySet());
    keys.addAll(is.keySet());
    for (String key : keys) {
      pairs.add(pair(Optional.ofNullable(was.get(key)), Optional.ofNullable(is.get(key))));
    }
    return pairs;
  }

  /**
   * Hops that another record shows now, since a log was handed over anew: one act, although its id,
   * which stems from the record, is another one. Takes them out of both.
   */
  private static List<Pair> sameHops(Map<String, Item> was, Map<String, Item> is) {
    Map<String, String> gone = new LinkedHashMap<>();
    was.forEach((key, item) -> {
      if (item.what().equals("hop") && !is.containsKey(key)) {
        gone.putIfAbsent(act(item), key);
      }
    });
    List<Pair> pairs = new ArrayList<>();
    for (String key : List.copyOf(is.keySet())) {
      Item now = is.get(key);
      String former = now != null && now.what().equals("hop") && !was.containsKey(key)
          ? gone.remove(act(now))
          : null;
      if (former != null) {
        pairs.add(
            pair(Optional.ofNullable(was.remove(former)), Optional.ofNullable(is.remove(key))));
      }
    }
    return pairs;
  }

  private static String act(Item hop) {
    return hop.at() + " " + hop.name();
  }

  private static Pair pair(Optional<Item> was, Optional<Item> is) {
    return new Pair(
        was, is, was.isEmpty() ? "new" : is.isEmpty() ? "gone" : both(was.get(), is.get()));
  }

  private static String both(Item was, Item is) {
    if (!was.grade().equals(is.grade())) {
      return "regraded";
    }
    if (!was.at().equals(is.at())) {
      return "moved";
    }
    return was.rule().equals(is.rule()) ? "same" : "other-rule";
  }

  private Comparison.Change change(Pair pair, Causes causes) {
    Item item = pair.item();
    return new Comparison.Change(
        pair.what(),
        item.id(),
        item.name(),
        item.at(),
        pair.change(),
        pair.before().map(was -> says(was, pair)),
        pair.after().map(is -> says(is, pair)),
        causes.of(pair));
  }

  private static String says(Item item, Pair pair) {
    return item.says()
        + (pair.change().equals("moved") ? item.at().map(at -> ", from " + at).orElse("") : "");
  }
}
