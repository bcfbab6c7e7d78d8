package org.tidemark.trail.telling;

import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.tidemark.casefile.CaseFile;
import org.tidemark.casefile.Grade;
import org.tidemark.evidence.AccountName;
import org.tidemark.trail.Trail.RecordPlace;
import org.tidemark.trail.telling.Comparing.Pair;
import org.tidemark.trail.telling.Comparison.Cause;
import org.tidemark.trail.telling.Items.Item;

/**
 * Why something came out differently, where it can be known: what went in differently and touches
 * it, the changed hop earliest on the way to it, else the only input that differs at all.
 */
final class Causes {
  private static final String RULING = "ruling";
  private static final String INDICATOR = "indicator";
  private static final Comparator<Pair> BY_TIME = Comparator.comparing(
          (Pair pair) -> pair.item().at().orElse(Instant.MAX))
      .thenComparing(pair -> pair.item().id());
  private static final Set<String> HABIT =
      Set.of("owner-like", "owner-elsewhere", "unusual-elsewhere", "no-baseline");

  private final Side before;
  private final Side after;
  private final List<CaseFile.Ruling> rulings;
  private final List<CaseFile.Indicator> indicators;
  private final Inputs inputs;
  private final Map<String, Pair> changedHops = new HashMap<>();

  /** The earliest changed hop to a host, of an account; the first changed log of a host. */
  private final Map<String, Pair> earliestTo = new HashMap<>();

  private final Map<String, Pair> earliestOf = new HashMap<>();
  private final Map<String, String> changedLogOf = new TreeMap<>();

  /** One of the two results, by what is asked of it. */
  private static final class Side {
    final ToldTrail trail;
    final Ways ways;
    final Optional<ToldEvidence> evidence;
    final Map<String, ToldTrail.Host> hosts = new HashMap<>();
    final Map<String, ToldTrail.Account> accounts = new HashMap<>();
    final Map<String, ToldTrail.LeftBehind> leftBehind = new HashMap<>();

    Side(ToldResult result) {
      trail = result.trail();
      ways = new Ways(trail);
      evidence = result.evidence();
      trail.hosts().forEach(h -> hosts.put(h.name(), h));
      trail.accounts().forEach(a -> accounts.put(a.name(), a));
      trail.leftBehind().forEach(l -> leftBehind.put(l.id(), l));
    }

    String path(RecordPlace record) {
      return evidence.map(e -> e.path(record.file())).orElse(record.file());
    }
  }

  Causes(
      ToldResult before, ToldResult after, CaseFile caseFile, Inputs inputs, List<Pair> changed) {
    this.before = new Side(before);
    this.after = new Side(after);
    this.rulings = caseFile.rulings();
    this.indicators = caseFile.indicators();
    this.inputs = inputs;
    for (Pair pair : changed) {
      if (pair.item().what().equals("hop")) {
        pair.before().ifPresent(item -> index(this.before, item.id(), pair));
        pair.after().ifPresent(item -> index(this.after, item.id(), pair));
      }
    }
    for (Side side : List.of(this.after, this.before)) {
      side.evidence.ifPresent(evidence -> evidence.logs().values().stream()
          .filter(log -> inputs.log(log.path()).isPresent())
          .forEach(log -> log.hosts()
              .forEach(host ->
                  changedLogOf.merge(host, log.path(), (a, b) -> a.compareTo(b) < 0 ? a : b))));
    }
  }

  private void index(Side side, String id, Pair pair) {
    changedHops.put(id, pair);
    side.ways.hop(id).ifPresent(hop -> {
      earliestTo.merge(hop.toHost(), pair, Causes::earlier);
      earliestOf.merge(hop.account(), pair, Causes::earlier);
    });
  }

  private static Pair earlier(Pair a, Pair b) {
    return BY_TIME.compare(a, b) <= 0 ? a : b;
  }

  Cause of(Pair pair) {
    Optional<Cause> cause = switch (pair.item().what()) {
      case "hop" -> hop(pair).or(() -> follows(pair));
      case "foothold" -> foothold(pair.item());
      case "account" -> account(pair.item());
      case "left-behind" -> leftBehind(pair.item());
      default -> place(pair);
    };
    return cause.orElseGet(this::rest);
  }

  /** What touches the hop itself. */
  private Optional<Cause> hop(Pair pair) {
    Optional<ToldTrail.Hop> was = pair.before().flatMap(item -> before.ways.hop(item.id()));
    Optional<ToldTrail.Hop> is = pair.after().flatMap(item -> after.ways.hop(item.id()));
    ToldTrail.Hop hop = is.or(() -> was).orElseThrow();
    return ruling(RULING, "hop", pair, Set.of(hop.id()))
        .or(() -> pair.change().equals("new") ? evidence(after, hop.records()) : Optional.empty())
        .or(() -> pair.change().equals("gone") ? evidence(before, hop.records()) : Optional.empty())
        .or(() -> indicator(hop, was.map(ToldTrail.Hop::rule), is.map(ToldTrail.Hop::rule)))
        .or(() -> usual(pair))
        .or(() -> {
          Set<String> hosts = Stream.concat(Stream.of(hop.toHost()), hop.source().stream())
              .collect(Collectors.toSet());
          return newRuling("host", hosts);
        });
  }

  /** A ruling that this result shows and the earlier one does not, or the other way round. */
  private Optional<Cause> ruling(String rule, String kind, Pair pair, Set<String> targets) {
    boolean ruledBefore = pair.before().filter(i -> i.rule().equals(rule)).isPresent();
    boolean ruledNow = pair.after().filter(i -> i.rule().equals(rule)).isPresent();
    if (ruledBefore && !ruledNow && ruling(rulings, kind, targets).isEmpty()) {
      return Optional.of(
          new Cause(RULING, targets.stream().sorted().findFirst(), "a ruling on it was taken out"));
    }
    return newRuling(kind, targets)
        .or(() -> ruledNow && !ruledBefore
            ? ruling(rulings, kind, targets).map(Causes::cause)
            : Optional.empty());
  }

  /** A ruling that the earlier result did not know; where it does not say, one that excludes. */
  private Optional<Cause> newRuling(String kind, Set<String> targets) {
    return ruling(inputs.newRulings(), kind, targets)
        .filter(r ->
            inputs.knowsCaseFile() || r.grade().filter(g -> g == Grade.EXCLUDED).isPresent())
        .map(Causes::cause);
  }

  private static Optional<CaseFile.Ruling> ruling(
      List<CaseFile.Ruling> rulings, String kind, Set<String> targets) {
    return rulings.stream()
        .filter(r -> r.kind().equals(kind))
        .filter(
            r -> targets.contains(kind.equals("host") ? NameSearch.host(r.target()) : r.target()))
        .reduce((first, last) -> last);
  }

  private static Cause cause(CaseFile.Ruling ruling) {
    return new Cause(
        RULING,
        Optional.of(ruling.target()),
        "ruling on " + ruling.kind() + " " + ruling.target() + ": " + Inputs.words(ruling));
  }

  private Optional<Cause> evidence(Side side, List<RecordPlace> records) {
    return records.stream()
        .map(side::path)
        .filter(path -> inputs.log(path).isPresent())
        .findFirst()
        .map(path -> evidence(path, "its record stands in "));
  }

  private Cause evidence(String path, String how) {
    String what = switch (inputs.log(path).orElse("")) {
      case "new" -> ", which is new";
      case "gone" -> ", which was taken out";
      default -> ", which has changed";
    };
    return new Cause("evidence", Optional.of(path), how + path + what);
  }

  /** What is usual is learned up to the earliest foothold: another one, another habit. */
  private Optional<Cause> usual(Pair pair) {
    boolean byHabit = Stream.of(pair.before(), pair.after())
        .flatMap(Optional::stream)
        .map(Item::rule)
        .anyMatch(HABIT::contains);
    boolean moved =
        !pair.change().equals("moved") && !earliest(before.trail).equals(earliest(after.trail));
    return byHabit && moved
        ? Optional.of(new Cause(
            "foothold",
            Optional.empty(),
            "what is usual is learned up to the earliest foothold, and that is another instant"))
        : Optional.empty();
  }

  private static Optional<Instant> earliest(ToldTrail trail) {
    return trail.footholds().stream()
        .filter(f -> !f.derived())
        .map(ToldTrail.Start::from)
        .min(Comparator.naturalOrder());
  }

  private Optional<Cause> indicator(ToldTrail.Hop hop, Optional<String> was, Optional<String> is) {
    Predicate<String> shown = rule -> rule.startsWith("indicator-");
    boolean turned = was.filter(shown).isPresent() != is.filter(shown).isPresent();
    if (!turned || !inputs.mayDiffer(INDICATOR)) {
      return Optional.empty();
    }
    Optional<CaseFile.Indicator> one = indicators.stream()
        .filter(i -> is.filter(rule -> rule.equals("indicator-" + i.kind().id().replace('_', '-')))
            .isPresent())
        .filter(i -> switch (i.kind()) {
          case ADDRESS -> hop.fromAddress().filter(i.value()::equals).isPresent();
          case ACCOUNT -> AccountName.of(i.value()).equals(hop.account());
          default -> true;
        })
        .findFirst();
    return Optional.of(new Cause(
        INDICATOR,
        one.map(CaseFile.Indicator::value),
        one.map(i -> "indicator " + i.kind().id() + " " + i.value())
            .orElse(
                is.filter(shown).isPresent()
                    ? "an indicator in its record"
                    : "an indicator was taken out")));
  }

  /** The earliest changed hop on the way to it, else the foothold where the way begins. */
  private Optional<Cause> follows(Pair pair) {
    Optional<ToldTrail.Hop> is = pair.after().flatMap(item -> after.ways.hop(item.id()));
    Optional<ToldTrail.Hop> was = pair.before().flatMap(item -> before.ways.hop(item.id()));
    return is.flatMap(hop -> follows(after, hop))
        .or(() -> was.flatMap(hop -> follows(before, hop)));
  }

  private Optional<Cause> follows(Side side, ToldTrail.Hop hop) {
    List<ToldTrail.Hop> way = side.ways.to(hop);
    return way.stream()
        .filter(step -> !step.id().equals(hop.id()))
        .map(step -> changedHops.get(step.id()))
        .filter(Objects::nonNull)
        .findFirst()
        .map(this::following)
        .or(() -> side.ways
            .foothold(way.get(0))
            .or(() -> other(side).ways.foothold(way.get(0)))
            .filter(inputs::differs)
            .map(this::footholdCause));
  }

  private Side other(Side side) {
    return side == after ? before : after;
  }

  /** It follows from a changed hop, or from what that one follows from; told with the reason. */
  private Cause following(Pair changed) {
    Optional<Cause> own = hop(changed);
    Optional<Cause> root = own.isPresent() ? own : follows(changed);
    if (root.filter(cause -> cause.kind().equals("follows")).isPresent()) {
      return root.get();
    }
    String id = changed.item().id();
    return new Cause(
        "follows",
        Optional.of(id),
        "follows from hop " + id + ", which is " + changed.change()
            + root.map(cause -> ": " + cause.text()).orElse(""));
  }

  private Cause footholdCause(ToldTrail.Start foothold) {
    return new Cause("foothold", Optional.of(foothold.name()), inputs.footholdWords(foothold));
  }

  private Optional<Cause> foothold(Item item) {
    boolean derived = item.key().startsWith("derived ");
    String name = item.name().substring(item.name().indexOf(' ') + 1);
    if (!derived) {
      return Optional.of(new Cause("foothold", Optional.of(name), "it is declared so"));
    }
    return following(earliestOf, name);
  }

  private Optional<Cause> account(Item item) {
    String name = item.name();
    return Stream.of(after, before)
        .map(side -> side.accounts.get(name))
        .filter(Objects::nonNull)
        .flatMap(a -> a.hop().stream())
        .map(changedHops::get)
        .filter(Objects::nonNull)
        .findFirst()
        .map(this::following)
        .or(() -> following(earliestOf, name))
        .or(() -> Stream.of(after, before)
            .flatMap(side -> side.trail.footholds().stream())
            .filter(f -> !f.derived() && inputs.differs(f))
            .findFirst()
            .map(this::footholdCause));
  }

  private Optional<Cause> leftBehind(Item item) {
    return Stream.of(after, before)
        .filter(side -> side.leftBehind.containsKey(item.id()))
        .flatMap(side -> {
          ToldTrail.LeftBehind left = Objects.requireNonNull(side.leftBehind.get(item.id()));
          return Stream.concat(
              left.hop().stream()
                  .map(changedHops::get)
                  .filter(Objects::nonNull)
                  .map(this::following),
              evidence(side, left.records()).stream());
        })
        .findFirst();
  }

  /** Of a host, platform, unknown or excluded place. */
  private Optional<Cause> place(Pair pair) {
    Item item = pair.item();
    String name = item.name();
    Set<String> names = new HashSet<>(Set.of(name));
    Stream.of(after, before)
        .map(side -> side.hosts.get(name))
        .filter(Objects::nonNull)
        .forEach(host -> names.addAll(host.names()));
    return ruling(RULING, "host", pair, names)
        .or(() -> usual(pair))
        .or(() -> Stream.of(after, before)
            .flatMap(side -> side.trail.footholds().stream())
            .filter(f -> names.contains(NameSearch.host(f.name())) && inputs.differs(f))
            .findFirst()
            .map(this::footholdCause))
        .or(() -> following(earliestTo, name))
        .or(() -> following(earliestOf, name))
        .or(() -> names.stream()
            .map(changedLogOf::get)
            .filter(Objects::nonNull)
            .min(Comparator.naturalOrder())
            .map(path -> evidence(path, "its log ")));
  }

  private Optional<Cause> following(Map<String, Pair> earliest, String name) {
    return Optional.ofNullable(earliest.get(name)).map(this::following);
  }

  /** Nothing that differs touches it: what differs at all, if that is one thing. */
  private Cause rest() {
    Set<String> kinds = inputs.kinds();
    if (kinds.size() == 1 && inputs.notKnown().isEmpty()) {
      String kind = kinds.iterator().next();
      return new Cause(kind, Optional.empty(), "nothing else went in differently");
    }
    String may = String.join(", ", kinds);
    return new Cause(
        "not-known",
        Optional.empty(),
        kinds.isEmpty() && inputs.notKnown().isEmpty()
            ? "nothing that is compared went in differently"
            : "one of: " + (may.isEmpty() ? "" : may)
                + (may.isEmpty() || inputs.notKnown().isEmpty() ? "" : ", ")
                + (inputs.notKnown().isEmpty() ? "" : "what the earlier result does not say"));
  }
}
