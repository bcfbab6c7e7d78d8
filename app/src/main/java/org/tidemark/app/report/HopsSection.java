package org.tidemark.app.report;

import static org.tidemark.app.report.Html.at;
import static org.tidemark.app.report.Html.cls;
import static org.tidemark.app.report.Html.el;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.tidemark.app.report.TrailView.HopView;

/** How they got in and where they went: footholds, crossings, each hop with its evidence. */
final class HopsSection {
  static final int HOPS_MAX = 200;
  private static final int RECORDS_MAX = 8;

  /** Logs write whole seconds: an error up to that says nothing of a clock. */
  private static final long CLOCK_ERROR_SHOWN = 1000;

  private HopsSection() {}

  static Html of(JsonNode trailJson, TrailView trail, CaseNames names, LogNames logs) {
    List<HopView> numbered = trail.numbered();
    List<Html> shown = new ArrayList<>();
    List<Html> usual = new ArrayList<>();
    for (HopView hop : numbered) {
      if (shown.size() < HOPS_MAX) {
        shown.add(hop(shown.size() + 1, hop, numbered, names, logs));
      }
    }
    trail.hops().stream()
        .filter(HopView::ownerLike)
        .sorted(TrailView.BY_SURPRISE)
        .limit(HOPS_MAX)
        .forEach(h -> usual.add(usual(h, logs)));
    long ownerLike = trail.ownerLike();
    return PageParts.section(
        "trail",
        "How they got in and moved",
        "Each hop is one logon that was used to move. Its number is the one in the picture; open it"
            + " to see why it is graded so, and the log records it stands on.",
        FootholdList.of(trailJson, trail),
        el("h3", "Hops"),
        shown.isEmpty()
            ? el("p", cls("nothing"), "No hop was found in the logs.")
            : el("ol", cls("hops"), shown),
        PageParts.showing(shown.size(), trail.hops().size() - ownerLike, "hops", "trail.json"),
        ownerLike == 0
            ? Html.NOTHING
            : el(
                "details",
                cls("group"),
                el(
                    "summary",
                    Wording.count(ownerLike, "possible hop", "possible hops")
                        + " that look like the owner's own work"),
                el(
                    "p",
                    "From a held host, but usual for the account. One ruling in case.yaml may cover"
                        + " them all. What is least usual stands first."),
                el("ul", cls("usual"), usual),
                PageParts.showing(usual.size(), ownerLike, "hops", "trail.json")));
  }

  private static Html hop(
      int number, HopView hop, List<HopView> numbered, CaseNames names, LogNames logs) {
    return el(
        "li",
        at("id", hop.id()),
        at("value", number),
        el(
            "details",
            el(
                "summary",
                el("span", cls("no"), number),
                el("time", at("datetime", hop.at().toString()), Wording.minute(hop.at())),
                el(
                    "span",
                    cls("route"),
                    el("b", hop.source()),
                    el("span", cls("arrow"), at("aria-label", "to"), " → "),
                    el("b", hop.to()),
                    hop.crosses() ? crossing(hop, names) : Html.NOTHING,
                    hop.grade().equals("possible")
                        ? PageParts.unusual(hop.signs().unusual(), 1)
                        : Html.NOTHING),
                el("span", cls("account"), hop.account()),
                PageParts.grade(hop.grade())),
            el("dl", facts(hop, numbered)),
            el("h4", "Log records"),
            PageParts.evidence(hop.records(), hop.records().size(), RECORDS_MAX, logs)));
  }

  /** One line: the rule is the same for all of them, and there are many. */
  private static Html usual(HopView hop, LogNames logs) {
    return el(
        "li",
        at("id", hop.id()),
        el("time", at("datetime", hop.at().toString()), Wording.minute(hop.at())),
        el("b", " " + hop.source() + " → " + hop.to()),
        " " + hop.account(),
        PageParts.unusual(hop.signs().unusual(), 1),
        PageParts.evidence(hop.records(), hop.records().size(), 1, logs));
  }

  private static Html crossing(HopView hop, CaseNames names) {
    String from =
        hop.fromOrganisation().isEmpty() ? "outside" : names.organisation(hop.fromOrganisation());
    return el(
        "span",
        cls("crossing"),
        "crosses " + from + " → " + names.organisation(hop.toOrganisation()));
  }

  private static List<Html> facts(HopView hop, List<HopView> numbered) {
    List<Html> facts = new ArrayList<>();
    fact(facts, "Why", hop.why().isEmpty() ? "see the rule" : hop.why());
    facts.add(el("dt", "Rule"));
    facts.add(el("dd", PageParts.rule(hop.rule())));
    fact(
        facts,
        "What",
        hop.kind().equals("execution") ? "code ran on the target" : "access, no code seen to run");
    facts.add(el("dt", "Path"));
    facts.add(el("dd", PageParts.grade(hop.pathGrade()), " as sure as the weakest hop on the way"));
    signs(facts, hop.signs());
    List<Html> before = new ArrayList<>();
    for (int i = 0; i < numbered.size(); i++) {
      HopView other = numbered.get(i);
      if (hop.after().contains(other.id())) {
        before.add(Html.join(
            before.isEmpty() ? "" : ", ",
            i < HOPS_MAX
                ? el("a", at("href", "#" + other.id()), "hop " + (i + 1))
                : el("code", other.id())));
      }
    }
    facts.add(el("dt", "After"));
    facts.add(el("dd", before.isEmpty() ? Html.text("a foothold") : Html.join(before)));
    facts.add(el("dt", "Id"));
    facts.add(el("dd", el("code", hop.id())));
    return facts;
  }

  private static void signs(List<Html> facts, TrailView.Signs signs) {
    if (!signs.unusual().isEmpty()) {
      fact(facts, "Unusual", String.join("; ", signs.unusual()));
    }
    signs
        .likelihood()
        .ifPresent(n -> fact(
            facts,
            "Likelihood",
            "of 1,000 usual logons of this account on other hosts, " + Wording.count(n)
                + " surprise less"));
    if (signs.likelihood().isEmpty() && !signs.likelihoodRule().isEmpty()) {
      fact(facts, "Likelihood", "not known: " + Settlement.sentence(signs.likelihoodRule()));
    }
    if (!signs.causalAccount().isEmpty()) {
      fact(facts, "Whose session", signs.causalAccount());
    }
    if (!signs.sourceBy().isEmpty()) {
      fact(facts, "Source known", sourceBy(signs.sourceBy()));
    }
    if (signs.errorMillis() > CLOCK_ERROR_SHOWN) {
      fact(facts, "Time", "give or take " + ClocksSection.length(signs.errorMillis() * 1000));
    }
  }

  private static String sourceBy(String by) {
    return switch (by) {
      case "record" -> "from the target's own record";
      case "ticket" -> "from a domain controller's ticket";
      case "credentials" -> "from the source's record of credentials sent out";
      case "flow" -> "from a record of the connection";
      default -> "from " + Wording.words(by);
    };
  }

  private static void fact(List<Html> facts, String term, String value) {
    facts.add(el("dt", term));
    facts.add(el("dd", value));
  }
}
