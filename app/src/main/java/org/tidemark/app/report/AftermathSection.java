package org.tidemark.app.report;

import static org.tidemark.app.report.Html.at;
import static org.tidemark.app.report.Html.cls;
import static org.tidemark.app.report.Html.el;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.tidemark.app.report.ReportRows.LogPlace;

/** What to do with this trail in hand: hosts to secure next, and what stays until removed. */
final class AftermathSection {
  static final int HOSTS_MAX = 60;
  static final int LEFT_MAX = 150;
  private static final int RECORDS_MAX = 5;

  private AftermathSection() {}

  static Html of(JsonNode trailJson, TrailView trail, CaseNames names, LogNames logs) {
    JsonNode next = trailJson.path("next_hosts");
    JsonNode left = trailJson.path("left_behind");
    if (next.isEmpty() && left.isEmpty()) {
      return Html.NOTHING;
    }
    return PageParts.section(
        "next",
        "What to secure next, and what was left behind",
        "Preserve before you isolate: memory first, then the disk. What was left behind works on"
            + " after every host is clean, until somebody removes it.",
        hosts(next, names),
        left(left, trail.numbers(), names, logs));
  }

  private static Html hosts(JsonNode next, CaseNames names) {
    List<Html> body = new ArrayList<>();
    for (JsonNode host : next) {
      if (body.size() < HOSTS_MAX) {
        body.add(host(host, names));
      }
    }
    return body.isEmpty()
        ? Html.NOTHING
        : Html.join(
            el("h3", "Hosts to image or isolate, the most pressing first"),
            PageParts.blocks(
                "Hosts to image or isolate",
                List.of("#", "Host", "State", "Image it?", "Isolate it?"),
                body),
            PageParts.showing(body.size(), next.size(), "hosts", "trail.json"));
  }

  private static Html host(JsonNode host, CaseNames names) {
    String organisation = host.path("organisation").asText("");
    List<String> more = new ArrayList<>();
    if (host.path("administrator").asBoolean()) {
      more.add("administrator");
    }
    if (host.path("platform").asBoolean()) {
      more.add("platform that fell");
    }
    return el(
        "tr",
        PageParts.cell("n", "", Wording.count(host.path("order").asLong())),
        el(
            "th",
            at("scope", "row"),
            el("b", host.path("host").asText("")),
            el(
                "div",
                cls("small"),
                at("lang", names.language(organisation)),
                names.organisation(organisation))),
        PageParts.cell(
            "",
            "",
            PageParts.grade(host.path("grade").asText("")),
            el(
                "div",
                host.path("state").asText("")
                    + (more.isEmpty() ? "" : ", ")
                    + String.join(", ", more))),
        PageParts.cell("wide", "Image it?", answer(host, "image", "")),
        PageParts.cell("wide", "Isolate it?", answer(host, "isolate", "not_isolated")));
  }

  /** "Yes" or "No" with its reason; a dash where there is neither. */
  private static Html answer(JsonNode host, String yes, String no) {
    if (host.hasNonNull(yes)) {
      return Html.join(el("b", "Yes: "), host.path(yes).asText(""));
    }
    return host.hasNonNull(no)
        ? Html.join(el("b", "No: "), host.path(no).asText(""))
        : Html.text("–");
  }

  private static Html left(
      JsonNode left, Map<String, Integer> numbers, CaseNames names, LogNames logs) {
    List<JsonNode> living = new ArrayList<>();
    List<JsonNode> gone = new ArrayList<>();
    left.forEach(one -> (one.hasNonNull("undone") ? gone : living).add(one));
    List<Html> items = new ArrayList<>();
    Stream.concat(living.stream(), gone.stream())
        .limit(LEFT_MAX)
        .forEach(one -> items.add(el("li", leftBehind(one, numbers, names, logs))));
    return items.isEmpty()
        ? Html.NOTHING
        : Html.join(
            el(
                "h3",
                "Left behind",
                gone.isEmpty()
                    ? Html.NOTHING
                    : el(
                        "small",
                        Wording.count(gone.size()) + " of " + Wording.count(left.size())
                            + " gone since; these stand last")),
            el("ul", cls("hops left"), items),
            PageParts.showing(items.size(), left.size(), "things left behind", "trail.json"));
  }

  private static Html leftBehind(
      JsonNode one, Map<String, Integer> numbers, CaseNames names, LogNames logs) {
    List<LogPlace> records = new ArrayList<>();
    one.path("records")
        .forEach(r ->
            records.add(new LogPlace(r.path("file").asText(""), r.path("record").asLong())));
    String what = one.path("what").asText("");
    List<Html> facts = new ArrayList<>();
    fact(facts, "Why", Html.text(one.path("why").asText("")));
    fact(facts, "Rule", PageParts.rule(one.path("rule").asText("")));
    if (one.hasNonNull("hop")) {
      fact(facts, "In the session of", PageParts.hop(one.path("hop").asText(""), numbers));
    }
    return el(
        "details",
        el(
            "summary",
            el("time", Wording.time(one.path("at").asText(""))),
            el(
                "span",
                cls("route"),
                Wording.words(one.path("kind").asText("")) + " ",
                el("b", one.path("name").asText("")),
                one.hasNonNull("what") && !what.isEmpty() ? " (" + what + ")" : "",
                " on ",
                el("b", one.path("host").asText("")),
                ", " + names.organisation(one.path("organisation").asText("")),
                one.hasNonNull("undone")
                    ? el(
                        "span",
                        cls("crossing"),
                        "gone since " + Wording.time(one.path("undone").asText("")))
                    : Html.NOTHING),
            el("span", cls("account"), one.hasNonNull("by") ? one.path("by").asText("") : ""),
            PageParts.grade(one.path("grade").asText(""))),
        el("dl", facts),
        PageParts.evidence(records, records.size(), RECORDS_MAX, logs));
  }

  private static void fact(List<Html> facts, String term, Html value) {
    facts.add(el("dt", term));
    facts.add(el("dd", value));
  }
}
