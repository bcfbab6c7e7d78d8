package org.tidemark.app.report;

import static org.tidemark.app.report.Html.cls;
import static org.tidemark.app.report.Html.el;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
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

  static Html of(JsonNode trail, JsonNode evidence, CaseNames names) {
    return PageParts.section(
        "open",
        "What we do not know, and whom to ask",
        "A missing log excludes nothing. These places are neither reached nor spared until somebody"
            + " brings the log.",
        unknown(trail.path("unknown"), names),
        contacts(trail.path("hosts"), names),
        gaps(evidence.path("coverage")),
        notRead(evidence.path("not_read")),
        list(trail.path("problems"), "To mend in the case file"),
        excluded(trail.path("excluded")));
  }

  private static Html unknown(JsonNode unknown, CaseNames names) {
    List<Html> items = new ArrayList<>();
    for (JsonNode u : unknown) {
      if (items.size() < ITEMS_MAX) {
        String organisation = u.path("organisation").asText("");
        items.add(el(
            "li",
            el("b", u.path("host").asText("")),
            organisation.isEmpty() ? "" : " (" + names.organisation(organisation) + ")",
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

  /** Places that others' logs show contact with, while their own say nothing. */
  private static Html contacts(JsonNode hosts, CaseNames names) {
    List<Html> items = new ArrayList<>();
    for (JsonNode host : hosts) {
      if (host.hasNonNull("ask_for") && items.size() < ITEMS_MAX) {
        items.add(el(
            "li",
            el("b", host.path("name").asText("")),
            " (" + names.organisation(host.path("organisation").asText("")) + ") "
                + Wording.words(host.path("rule").asText("")) + ", "
                + Wording.time(host.path("from").asText("")),
            el("div", cls("ask"), el("span", "Ask for: "), host.path("ask_for").asText(""))));
      }
    }
    return items.isEmpty()
        ? Html.NOTHING
        : Html.join(
            el("h3", "Contact seen, own log silent: counted as possible"),
            el("ul", cls("unknowns"), items));
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

  private static Html notRead(JsonNode notRead) {
    ArrayNode lines = JsonNodeFactory.instance.arrayNode();
    for (JsonNode file : notRead) {
      String member = file.path("member").asText("");
      lines.add(file.path("path").asText("") + (member.isEmpty() ? "" : " ! " + member) + ": "
          + Wording.words(file.path("reason").asText("")));
    }
    return list(lines, "Evidence that could not be read");
  }

  private static Html list(JsonNode lines, String title) {
    List<Html> items = new ArrayList<>();
    for (JsonNode line : lines) {
      if (items.size() < ITEMS_MAX) {
        items.add(el("li", line.asText("")));
      }
    }
    return items.isEmpty()
        ? Html.NOTHING
        : Html.join(
            el("h3", title),
            el("ul", cls("plain"), items),
            PageParts.showing(items.size(), lines.size(), "entries", "the result's JSON files"));
  }

  private static Html excluded(JsonNode excluded) {
    List<Html> items = new ArrayList<>();
    for (JsonNode e : excluded) {
      if (items.size() < ITEMS_MAX) {
        String what = e.path("kind").asText("") + " " + e.path("name").asText("");
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
