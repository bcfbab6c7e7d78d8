package org.tidemark.trail;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What a trail says, in short words: one item between semicolons. */
final class Seen {
  private Seen() {}

  /** Traces a world and says one thing of it. */
  static String of(Path temp, String world, Function<Trail, String> what) {
    try (World.Outcome outcome = World.trace(temp, world)) {
      return what.apply(outcome.trail());
    }
  }

  /** {@code kim pc1->fs1 possible/possible held-source}, {@code !} before an execution. */
  static String hops(Trail trail) {
    return join(
        trail.hops(),
        hop -> (hop.execution() ? "!" : "") + hop.account() + " "
            + hop.from().flatMap(from -> from.host().or(from::address)).orElse("?") + "->"
            + hop.toHost() + " " + hop.grade().id()
            + (hop.pathGrade() == hop.grade() ? "" : "/" + hop.pathGrade().id()) + " "
            + hop.rule().id());
  }

  /** {@code fs1 held possible code-ran}, admin marked by {@code *}; asks = for a log. */
  static String places(Trail trail) {
    return join(
        trail.hosts(),
        place -> place.name() + (place.administrator() ? "*" : "") + " "
            + place.state().id() + " " + place.grade().id() + " " + place.rule().id()
            + (place.askFor().isPresent() ? " asks" : ""));
  }

  /** Names of held hosts with the instant and the end. */
  static String holds(Trail trail) {
    return join(
        trail.hosts().stream().filter(p -> p.state() == Trail.State.HELD).toList(),
        place -> place.name() + " " + WorldTime.clock(place.heldFrom().orElseThrow())
            + place.until().map(until -> "-" + WorldTime.clock(until)).orElse(""));
  }

  /** {@code kim 10:05 exposed-on-held-host}. */
  static String accounts(Trail trail) {
    return join(
        trail.accounts(),
        account -> account.name() + " " + WorldTime.clock(account.from())
            + account.until().map(until -> "-" + WorldTime.clock(until)).orElse("") + " "
            + account.rule().id());
  }

  /** {@code account kim owner-elsewhere 2}. */
  static String excluded(Trail trail) {
    return join(
        trail.excluded(), e -> e.kind() + " " + e.name() + " " + e.rule().id() + " " + e.acts());
  }

  /** {@code kim pc1->fs1 ticket by lee}: how the source is known, whose session it was. */
  static String sources(Trail trail) {
    return join(
        trail.hops(),
        hop -> hop.account() + " "
            + hop.from().flatMap(from -> from.host().or(from::address)).orElse("?") + "->"
            + hop.toHost() + " " + hop.from().map(Trail.Source::by).orElse("-")
            + hop.causalAccount().map(account -> " by " + account).orElse("")
            + (hop.records().size() == 1 ? "" : " " + hop.records().size()));
  }

  /** {@code hb-dc1 10:06 code-on-platform}, those in doubt in brackets. */
  static String falls(Trail trail) {
    String doubt =
        join(trail.platformsInDoubt(), p -> "(" + p.host() + " " + p.rule().id() + ")");
    return join(
            trail.platformsFallen(),
            p -> p.host() + " " + WorldTime.clock(p.at()) + " " + p.rule().id())
        + doubt;
  }

  /** {@code fs1 candidate-contact 10:01}, of all derived footholds. */
  static String candidates(Trail trail) {
    return join(
        trail.footholds().stream().flatMap(f -> f.candidates().stream()).toList(),
        c -> c.host() + " " + c.rule().id() + " " + WorldTime.clock(c.since()));
  }

  static String unknown(Trail trail) {
    return join(trail.unknown(), u -> u.host() + " " + u.rule().id());
  }

  static String footholds(Trail trail) {
    return join(
        trail.footholds(),
        f -> f.kind() + " " + f.name() + " " + WorldTime.clock(f.from()) + " "
            + f.grade().id() + (f.derived() ? " derived" : ""));
  }

  static String platforms(Trail trail) {
    return join(
        trail.platformsFallen(),
        p ->
            p.host() + " " + WorldTime.clock(p.at()) + " " + p.grade().id() + " " + p.vouchedFor());
  }

  /** {@code service evil on fs1 by kim possible made-in-session hop 2}: 2 = records. */
  static String left(Trail trail) {
    return join(
        trail.leftBehind(),
        left -> left.kind() + " " + left.name() + left.what().map(w -> "/" + w).orElse("") + " on "
            + left.host() + left.by().map(by -> " by " + by).orElse("") + " " + left.grade() + " "
            + left.rule() + (left.hop().isPresent() ? " hop" : "")
            + (left.records().size() == 1 ? "" : " " + left.records().size()));
  }

  /** {@code fs1* possible image isolate}: {@code keep} instead of isolate where it is spared. */
  static String next(Trail trail) {
    return join(
        trail.nextHosts(),
        next -> next.order() + " " + next.host() + (next.administrator() ? "*" : "")
            + (next.platform() ? "!" : "") + " " + next.state() + " " + next.grade() + " "
            + next.hops() + next.image().map(why -> " image").orElse("")
            + next.isolate().map(why -> " isolate").orElse("")
            + next.notIsolated().map(why -> " spare").orElse(""));
  }

  /** {@code pc1->203.0.113.9 outside 1000 in 1 possible held-source}: {@code +1} = without size. */
  static String outgoing(Trail trail) {
    return join(
        trail.outgoing(),
        sent -> sent.host() + "->" + sent.destination().orElse("?")
            + sent.kind().map(kind -> " " + kind).orElse("") + " "
            + sent.bytes().map(String::valueOf).orElse("?") + " in " + sent.flows()
            + (sent.unsized() == 0 ? "" : "+" + sent.unsized()) + " " + sent.grade() + " "
            + sent.rule() + (sent.bounded() ? "" : " open"));
  }

  static String problems(Trail trail) {
    return String.join("\n", trail.problems());
  }

  private static <T> String join(List<T> items, Function<T, String> words) {
    return items.stream().map(words).collect(Collectors.joining("; "));
  }
}
