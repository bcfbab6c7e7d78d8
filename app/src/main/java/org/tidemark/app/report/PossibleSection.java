package org.tidemark.app.report;

import static org.tidemark.app.report.Html.at;
import static org.tidemark.app.report.Html.cls;
import static org.tidemark.app.report.Html.el;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.tidemark.app.report.TrailView.HopView;
import org.tidemark.app.report.TrailView.HostView;

/**
 * What is only possible, by the rule that leaves it so: how much hangs on it, and what would settle
 * it. What looks like an owner's own work stands apart.
 */
final class PossibleSection {
  static final int SURPRISES_MAX = 60;
  private static final int SURPRISES_FIRST = 12;
  private static final int SIGNS_MAX = 6;

  private PossibleSection() {}

  /** A rule's row. */
  private record Tally(String rule, long hops, Set<String> hosts, long objects) {}

  static Html of(JsonNode findings, TrailView trail, ReportRows rows) {
    List<Tally> tallies = tallies(findings, trail, rows);
    if (tallies.isEmpty()) {
      return Html.NOTHING;
    }
    List<Html> body = new ArrayList<>();
    group(
        body,
        "Acts",
        tallies.stream().filter(t -> t.hops() > 0 && !ownerLike(t)).toList());
    group(
        body, "Places and objects", tallies.stream().filter(t -> t.hops() == 0).toList());
    group(
        body,
        "Apart: like the owner's own work",
        tallies.stream().filter(PossibleSection::ownerLike).toList());
    return PageParts.section(
        "possible",
        "What is only possible, and what would settle it",
        "Something that the intruder held was used, and no record proves who used it. Each line is"
            + " one reason; one answer may settle all that stands under it.",
        PageParts.blocks(
            "Possible acts by rule",
            List.of("Why it is possible", "#Hops", "#Hosts", "#Objects", "What would settle it"),
            body),
        el(
            "p",
            cls("more"),
            "An object stands under its own rule and under those of the hops that reached it; the"
                + " column does not add up."),
        surprises(trail));
  }

  private static boolean ownerLike(Tally tally) {
    return tally.rule().equals(TrailView.OWNER_LIKE);
  }

  private static void group(List<Html> body, String title, List<Tally> tallies) {
    if (!tallies.isEmpty()) {
      body.add(
          el("tr", cls("group-row"), el("th", at("colspan", 5), at("scope", "colgroup"), title)));
      tallies.forEach(t -> body.add(row(t)));
    }
  }

  private static Html row(Tally tally) {
    return el(
        "tr",
        el(
            "th",
            at("scope", "row"),
            Settlement.sentence(tally.rule()),
            el("div", PageParts.rule(tally.rule()))),
        number("hops", tally.hops()),
        number("hosts", tally.hosts().size()),
        number("objects", tally.objects()),
        PageParts.cell("settle wide", "", Settlement.of(tally.rule())));
  }

  private static Html number(String label, long n) {
    return PageParts.cell("n", label, n == 0 ? "–" : Wording.count(n));
  }

  private static List<Tally> tallies(JsonNode findings, TrailView trail, ReportRows rows) {
    Map<String, Long> hops = new HashMap<>();
    Map<String, Set<String>> hosts = new HashMap<>();
    for (HopView hop : trail.hops()) {
      if (hop.grade().equals("possible")) {
        hops.merge(hop.rule(), 1L, Long::sum);
        hosts.computeIfAbsent(hop.rule(), r -> new HashSet<>()).add(hop.to());
      }
    }
    for (HostView host : trail.hosts()) {
      if (host.grade().equals("possible")) {
        hosts.computeIfAbsent(host.rule(), r -> new HashSet<>()).add(host.name());
      }
    }
    Map<String, Long> objects = new HashMap<>(rows.possibleByHopRule());
    PageParts.counts(findings.path("exposure").path("possible_by_rule"))
        .forEach(r -> objects.merge(r.getKey(), r.getValue(), Long::sum));
    Set<String> rules = new HashSet<>(hops.keySet());
    rules.addAll(hosts.keySet());
    rules.addAll(objects.keySet());
    return rules.stream()
        .map(rule -> new Tally(
            rule,
            hops.getOrDefault(rule, 0L),
            hosts.getOrDefault(rule, Set.of()),
            objects.getOrDefault(rule, 0L)))
        .filter(t -> t.hops() + t.hosts().size() + t.objects() > 0)
        .sorted(Comparator.comparingLong((Tally t) -> -t.hops())
            .thenComparingLong(t -> -t.objects())
            .thenComparingLong(t -> -t.hosts().size())
            .thenComparing(Tally::rule))
        .toList();
  }

  /** Possible hops, the most surprising first: where to look before anywhere else. */
  private static Html surprises(TrailView trail) {
    List<HopView> possible = trail.numbered().stream()
        .filter(h -> h.grade().equals("possible"))
        .sorted(TrailView.BY_SURPRISE)
        .toList();
    List<HopView> likely =
        possible.stream().filter(h -> h.signs().likelihood().isPresent()).toList();
    if (likely.isEmpty()) {
      return Html.NOTHING;
    }
    int without = possible.size() - likely.size();
    Map<String, Integer> numbers = trail.numbers();
    List<Html> items = new ArrayList<>();
    likely.stream().limit(SURPRISES_MAX).forEach(h -> items.add(surprise(h, numbers)));
    return Html.join(
        el("h3", "Possible hops, the most surprising first"),
        el(
            "p",
            cls("small"),
            "The number says how many of 1,000 usual logons of the account on other hosts surprise"
                + " less. It orders what is possible; it proves nothing."
                + (without == 0
                    ? ""
                    : " Of " + Wording.count(without) + " more nothing is said, as their accounts"
                        + " have no baseline.")),
        el("ol", cls("surprises"), items.subList(0, Math.min(SURPRISES_FIRST, items.size()))),
        items.size() <= SURPRISES_FIRST
            ? Html.NOTHING
            : el(
                "details",
                cls("group"),
                el(
                    "summary",
                    Wording.count(items.size() - SURPRISES_FIRST) + " that are less surprising"),
                el("ol", cls("surprises"), items.subList(SURPRISES_FIRST, items.size()))),
        PageParts.showing(items.size(), likely.size(), "possible hops", "trail.json"));
  }

  private static Html surprise(HopView hop, Map<String, Integer> numbers) {
    return el(
        "li",
        el("span", cls("n"), Wording.count(hop.signs().likelihood().orElse(0))),
        el(
            "div",
            el("b", hop.source() + " → " + hop.to()),
            " " + hop.account() + " ",
            numbers.containsKey(hop.id())
                ? PageParts.hop(hop.id(), numbers)
                : el("span", cls("small"), Wording.minute(hop.at())),
            PageParts.unusual(hop.signs().unusual(), SIGNS_MAX)));
  }
}
