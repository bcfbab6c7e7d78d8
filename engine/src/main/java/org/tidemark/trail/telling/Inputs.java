package org.tidemark.trail.telling;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.tidemark.casefile.CaseFile;
import org.tidemark.casefile.CaseItems;

/** What went into two results differently: case.yaml, evidence, Tidemark itself. */
final class Inputs {
  private final ToldResult before;
  private final ToldResult after;
  private final CaseFile caseFile;
  private final List<Comparison.Input> all = new ArrayList<>();
  private final List<String> notKnown = new ArrayList<>();

  /** Path → new, gone or changed. */
  private final SortedMap<String, String> logs = new TreeMap<>();

  /** Rulings that the earlier result did not know; all of them where it does not say. */
  private final List<CaseFile.Ruling> rulings = new ArrayList<>();

  /** Declared footholds that differ, as {@link #key}. */
  private final Set<String> footholds = new TreeSet<>();

  Inputs(ToldResult before, ToldResult after, CaseFile caseFile) {
    this.before = before;
    this.after = after;
    this.caseFile = caseFile;
    rulings();
    footholds();
    caseFile();
    evidence();
    version();
  }

  List<Comparison.Input> all() {
    return all;
  }

  List<String> notKnown() {
    return notKnown;
  }

  /** What became of the log of a path; empty where it is the same in both. */
  Optional<String> log(String path) {
    return Optional.ofNullable(logs.get(path));
  }

  SortedMap<String, String> logs() {
    return logs;
  }

  List<CaseFile.Ruling> newRulings() {
    return rulings;
  }

  boolean differs(ToldTrail.Start foothold) {
    return footholds.contains(key(foothold));
  }

  /** How a foothold that differs is declared now. */
  String footholdWords(ToldTrail.Start foothold) {
    return all.stream()
        .filter(i -> i.kind().equals("foothold") && i.name().equals(key(foothold)))
        .map(i -> "foothold " + i.name() + ": " + (i.text().isEmpty() ? i.change() : i.text()))
        .findFirst()
        .orElse("foothold " + key(foothold));
  }

  boolean knowsCaseFile() {
    return before.caseItems().isPresent();
  }

  /** Whether something of a kind differs, or may differ since the earlier result does not say. */
  boolean mayDiffer(String kind) {
    return before.caseItems().isEmpty() || all.stream().anyMatch(i -> i.kind().equals(kind));
  }

  /** Kinds of input that differ. */
  Set<String> kinds() {
    return all.stream().map(Comparison.Input::kind).collect(Collectors.toCollection(TreeSet::new));
  }

  private static String key(ToldTrail.Start f) {
    return f.kind() + " " + f.name();
  }

  private void rulings() {
    Map<String, Integer> known = counts("rulings");
    for (CaseFile.Ruling ruling : caseFile.rulings()) {
      if (before.caseItems().isEmpty()) {
        rulings.add(ruling);
      } else if (known.merge(CaseItems.ofRuling(ruling), -1, Integer::sum) < 0) {
        rulings.add(ruling);
        add("ruling", "new", ruling.kind() + " " + ruling.target(), words(ruling));
      }
    }
    gone("ruling", known);
  }

  /** A ruling in words: what, whose, where. */
  static String words(CaseFile.Ruling ruling) {
    return ruling.grade().map(g -> g.id()).orElse("decided") + " by " + ruling.by()
        + (ruling.line() > 0 ? ", line " + ruling.line() : "") + ": " + ruling.why();
  }

  private void footholds() {
    Map<String, ToldTrail.Start> was = declared(before.trail());
    Map<String, ToldTrail.Start> is = declared(after.trail());
    Set<String> keys = new TreeSet<>(was.keySet());
    keys.addAll(is.keySet());
    for (String key : keys) {
      ToldTrail.Start old = was.get(key);
      ToldTrail.Start now = is.get(key);
      if (old == null || now == null) {
        footholds.add(key);
        add("foothold", old == null ? "new" : "gone", key, "");
      } else if (!old.from().equals(now.from())
          || !old.grade().equals(now.grade())
          || !old.until().equals(now.until())) {
        footholds.add(key);
        add("foothold", "changed", key, words(old, now));
      }
    }
  }

  private static String words(ToldTrail.Start old, ToldTrail.Start now) {
    List<String> words = new ArrayList<>();
    words(words, "from", old.from().toString(), now.from().toString());
    words(words, "until", end(old), end(now));
    words(words, "grade", old.grade(), now.grade());
    return String.join(", ", words);
  }

  private static String end(ToldTrail.Start foothold) {
    return foothold.until().map(Object::toString).orElse("the end");
  }

  private static void words(List<String> words, String what, String old, String now) {
    if (!old.equals(now)) {
      words.add(what + " " + old + " → " + now);
    }
  }

  private static Map<String, ToldTrail.Start> declared(ToldTrail trail) {
    Map<String, ToldTrail.Start> declared = new TreeMap<>();
    trail.footholds().stream()
        .filter(f -> !f.derived())
        .forEach(f -> declared.merge(key(f), f, (a, b) -> a.from().isAfter(b.from()) ? b : a));
    return declared;
  }

  private void caseFile() {
    if (before.caseItems().isEmpty() || after.caseItems().isEmpty()) {
      notKnown.add("the earlier result does not say what its case.yaml held");
      return;
    }
    Map<String, Integer> known = counts("indicators");
    for (CaseFile.Indicator indicator : caseFile.indicators()) {
      if (known.merge(CaseItems.mark(indicator), -1, Integer::sum) < 0) {
        add(
            "indicator",
            "new",
            indicator.kind().id() + " " + indicator.value(),
            indicator.why().orElse(""));
      }
    }
    gone("indicator", known);
    after.caseItems().get().forEach((block, items) -> {
      List<String> was = before.caseItems().get().getOrDefault(block, List.of());
      boolean told = Set.of("rulings", "footholds", "indicators").contains(block);
      if (!told && !was.equals(items)) {
        add("case-file", "changed", block, "");
      }
    });
  }

  private Map<String, Integer> counts(String block) {
    Map<String, Integer> counts = new HashMap<>();
    before
        .caseItems()
        .map(items -> items.getOrDefault(block, List.of()))
        .orElse(List.of())
        .forEach(mark -> counts.merge(mark, 1, Integer::sum));
    return counts;
  }

  /** Only marks of what was taken out are known, so that it can be counted and not named. */
  private void gone(String kind, Map<String, Integer> left) {
    int gone = left.values().stream().filter(n -> n > 0).mapToInt(n -> n).sum();
    if (gone > 0) {
      add(kind, "gone", Integer.toString(gone), "");
    }
  }

  private void evidence() {
    if (before.evidence().isEmpty() || after.evidence().isEmpty()) {
      notKnown.add("the earlier result's evidence.json is not beside it");
      return;
    }
    Map<String, String> was = hashes(before.evidence().get());
    Map<String, String> is = hashes(after.evidence().get());
    is.forEach((path, hash) -> {
      String old = was.get(path);
      if (old == null) {
        logs.put(path, "new");
      } else if (!old.equals(hash)) {
        logs.put(path, "changed");
      }
    });
    was.keySet().stream()
        .filter(path -> !is.containsKey(path))
        .forEach(path -> logs.put(path, "gone"));
    logs.forEach((path, change) -> add("evidence", change, path, ""));
  }

  private static Map<String, String> hashes(ToldEvidence evidence) {
    Map<String, String> hashes = new TreeMap<>();
    evidence.logs().values().forEach(log -> hashes.put(log.path(), log.sha256()));
    return hashes;
  }

  private void version() {
    if (before.version().isEmpty()) {
      notKnown.add("the earlier result does not say which Tidemark made it");
    } else if (after.version().isPresent() && !before.version().equals(after.version())) {
      add(
          "version",
          "changed",
          "Tidemark",
          before.version().get() + " → " + after.version().get());
    }
  }

  private void add(String kind, String change, String name, String text) {
    all.add(new Comparison.Input(kind, change, name, text));
  }
}
