package org.tidemark.app.report;

import static org.tidemark.app.report.Html.cls;
import static org.tidemark.app.report.Html.el;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * What stays open: places without an answer and the log that would give one, holes in logs, what
 * is excluded.
 */
final class OpenSection {
  private static final int ITEMS_MAX = 100;

  private OpenSection() {}

  static Html of(JsonNode trail, JsonNode evidence) {
    return PageParts.section(
        "open",
        "What we do not know, and whom to ask",
        "A missing log excludes nothing. These places are neither reached nor spared until somebody"
            + " brings the log.",
        unknown(trail.path("unknown")),
        gaps(evidence.path("coverage")),
        excluded(trail.path("excluded")));
  }

  private static Html unknown(JsonNode unknown) {
    List<Html> items = new ArrayList<>();
    for (JsonNode u : unknown) {
      if (items.size() < ITEMS_MAX) {
        String place =
            u.hasNonNull("host") ? u.path("host").asText() : u.path("service").asText("");
        items.add(el(
            "li",
            el("b", place),
            " ",
            u.path("why").asText(""),
            el("div", cls("ask"), el("span", "Ask for: "), u.path("ask_for").asText(""))));
      }
    }
    return items.isEmpty()
        ? el("p", cls("nothing"), "Every place in reach has a log that speaks for it.")
        : Html.join(
            el("ul", cls("unknowns"), items),
            PageParts.showing(items.size(), unknown.size(), "places", "trail.json"));
  }

  private static Html gaps(JsonNode coverage) {
    Set<String> lines = new TreeSet<>();
    for (JsonNode span : coverage) {
      for (JsonNode gap : span.path("gaps")) {
        lines.add(
            span.path("host").asText("") + ": " + Wording.time(gap.path("from").asText(""))
                + " to " + Wording.time(gap.path("to").asText("")) + ", "
                + span.path("source").asText("") + " ("
                + Wording.words(gap.path("why").asText("")) + ")");
      }
    }
    if (lines.isEmpty()) {
      return Html.NOTHING;
    }
    List<Html> items = new ArrayList<>();
    lines.stream().limit(ITEMS_MAX).forEach(l -> items.add(el("li", l)));
    return Html.join(
        el("h3", "Holes in logs"),
        el("ul", cls("plain"), items),
        PageParts.showing(items.size(), lines.size(), "holes", "evidence.json"));
  }

  private static Html excluded(JsonNode excluded) {
    List<Html> items = new ArrayList<>();
    for (JsonNode e : excluded) {
      if (items.size() < ITEMS_MAX) {
        String what = e.hasNonNull("host")
            ? "host " + e.path("host").asText()
            : "account " + e.path("account").asText("");
        long acts = e.path("acts").asLong();
        items.add(el(
            "li",
            el("b", what),
            " ",
            PageParts.rule(e.path("rule").asText("")),
            acts > 0 ? " " + Wording.count(acts, "act", "acts") + " looked at" : ""));
      }
    }
    return items.isEmpty()
        ? Html.NOTHING
        : el(
            "details",
            cls("group"),
            el("summary", Wording.count(excluded.size()) + " excluded by logs that cover them"),
            el("ul", cls("plain"), items),
            PageParts.showing(items.size(), excluded.size(), "entries", "trail.json"));
  }
}
