package org.tidemark.trail;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.tidemark.evidence.Coverage;
import org.tidemark.evidence.Evidence;

/** A trail and the coverage it stands on, in words that a reviewer reads as a diff. */
final class GoldenTrail {
  private final List<String> lines = new ArrayList<>();

  private GoldenTrail() {}

  /** Sections in the order of the questions; an empty one is left out. */
  static String of(Trail trail, Evidence evidence) {
    GoldenTrail golden = new GoldenTrail();
    golden.section("coverage", evidence.coverage().spans(), GoldenTrail::span);
    golden.section("footholds", trail.footholds(), GoldenTrail::foothold);
    golden.section("hops", trail.hops(), GoldenTrail::hop);
    golden.section("hosts", trail.hosts(), GoldenTrail::place);
    golden.section("accounts", trail.accounts(), GoldenTrail::account);
    golden.section("platforms fallen", trail.platformsFallen(), GoldenTrail::platform);
    golden.section("platforms in doubt", trail.platformsInDoubt(), GoldenTrail::platform);
    golden.section("excluded", trail.excluded(), GoldenTrail::excluded);
    golden.section("unknown", trail.unknown(), GoldenTrail::unknown);
    golden.section("problems", trail.problems(), problem -> problem);
    return String.join("\n", golden.lines) + "\n";
  }

  private <T> void section(
      String title, List<T> items, java.util.function.Function<T, String> words) {
    if (!items.isEmpty()) {
      lines.add(title);
      items.forEach(item -> lines.add("  " + words.apply(item)));
    }
  }

  private static String span(Coverage.Span span) {
    return span.host() + " " + span.kind().id() + " by " + span.source() + ", " + span.from()
        + " to " + span.to()
        + span.gaps().stream()
            .map(gap -> "\n    gap " + gap.from() + " to " + gap.to() + ": " + gap.why())
            .collect(Collectors.joining());
  }

  private static String foothold(Trail.Foothold f) {
    return f.kind() + " " + f.name() + ", " + f.grade().id() + (f.derived() ? ", derived" : "")
        + ", from " + f.from() + f.until().map(until -> " until " + until).orElse("")
        + "\n    " + f.why()
        + f.candidates().stream()
            .map(way -> "\n    perhaps over " + way.host() + ", " + way.rule().id() + ", since "
                + way.since())
            .collect(Collectors.joining());
  }

  private static String hop(Trail.Hop hop) {
    return hop.at() + " " + hop.account() + ", "
        + hop.from().flatMap(from -> from.host().or(from::address)).orElse("?") + " to "
        + hop.toHost() + ", " + (hop.execution() ? "execution" : "access") + ", "
        + hop.grade().id() + ", path " + hop.pathGrade().id() + ", "
        + hop.rule().id();
  }

  private static String place(Trail.Place place) {
    return place.name() + " (" + place.organisation() + ") " + place.state().id() + ", "
        + place.grade().id() + ", " + place.rule().id() + ", from " + place.from()
        + place.until().map(until -> " until " + until).orElse("")
        + (place.administrator() ? ", administrator" : "")
        + place.askFor().map(log -> "\n    ask for " + log).orElse("");
  }

  private static String account(Trail.HeldAccount account) {
    return account.name() + " (" + account.organisation() + ") "
        + account.grade().id() + ", "
        + account.rule().id() + ", from " + account.from()
        + account.until().map(until -> " until " + until).orElse("");
  }

  private static String platform(Trail.Platform platform) {
    return platform.host() + ", " + platform.grade().id() + ", "
        + platform.rule().id() + ", at "
        + platform.at() + ", vouches for " + platform.vouchedFor() + " accounts of "
        + String.join(" and ", platform.domains());
  }

  private static String excluded(Trail.Excluded excluded) {
    return excluded.kind() + " " + excluded.name() + ", " + excluded.rule().id() + ", "
        + excluded.acts() + " acts";
  }

  private static String unknown(Trail.Unknown unknown) {
    return unknown.host() + " (" + unknown.organisation() + ") "
        + unknown.rule().id() + "\n    ask for " + unknown.askFor();
  }
}
