package org.tidemark.app.report;

import static org.tidemark.app.report.Html.cls;
import static org.tidemark.app.report.Html.el;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What the intruder held from the start, where a route is unproven how it may have been, and the
 * platforms that fell.
 */
final class FootholdList {
  private static final int ITEMS_MAX = 100;
  private static final int CANDIDATES_MAX = 5;

  private FootholdList() {}

  static Html of(JsonNode trailJson, TrailView trail) {
    Map<String, Integer> numbers = trail.numbers();
    List<Html> items = new ArrayList<>();
    JsonNode footholds = trailJson.path("footholds");
    for (JsonNode f : footholds) {
      if (items.size() < ITEMS_MAX) {
        items.add(foothold(f, numbers));
      }
    }
    return Html.join(
        items.isEmpty()
            ? Html.NOTHING
            : Html.join(
                el("h3", "Footholds"),
                el("ul", cls("footholds"), items),
                PageParts.showing(items.size(), footholds.size(), "footholds", "trail.json")),
        platforms(trailJson.path("platforms_fallen"), "Platforms that fell", " fell "),
        platforms(
            trailJson.path("platforms_in_doubt"),
            "Platforms that could have fallen",
            " was administered by the intruder from "));
  }

  private static Html foothold(JsonNode f, Map<String, Integer> numbers) {
    boolean derived = f.path("derived").asBoolean();
    return el(
        "li",
        el("strong", named(f)),
        " held from " + Wording.time(f.path("from").asText("")) + " ",
        PageParts.grade(f.path("grade").asText("")),
        derived ? el("span", cls("flag"), "route: unproven") : Html.NOTHING,
        " ",
        el("span", cls("why"), f.path("why").asText("")),
        derived && f.hasNonNull("candidates")
            ? candidates(f.path("candidates"), numbers)
            : Html.NOTHING);
  }

  /** How the intruder may have come there; none of it is proven. */
  private static Html candidates(JsonNode candidates, Map<String, Integer> numbers) {
    List<Html> ways = new ArrayList<>();
    for (JsonNode candidate : candidates) {
      if (ways.size() < CANDIDATES_MAX) {
        ways.add(el("li", way(candidate, numbers)));
      }
    }
    return ways.isEmpty()
        ? el("div", cls("small"), "No log shows a way there.")
        : Html.join(
            el("div", cls("small"), "It may have been, none of it proven:"),
            el("ul", cls("evidence"), ways),
            PageParts.showing(ways.size(), candidates.size(), "ways", "trail.json"));
  }

  /** Over a host or the place of a trust, from an instant on, by a rule. */
  private static Html way(JsonNode way, Map<String, Integer> numbers) {
    if (way.isTextual()) {
      return PageParts.hop(way.asText(), numbers);
    }
    return Html.join(
        "over ",
        el("b", way.path("host").asText("")),
        ", since " + Wording.time(way.path("since").asText("")) + ": "
            + way.path("why").asText("") + " ",
        PageParts.rule(way.path("rule").asText("")));
  }

  private static String named(JsonNode foothold) {
    for (String kind : List.of("host", "account", "session", "key", "address")) {
      if (foothold.hasNonNull(kind)) {
        return kind + " " + foothold.path(kind).asText("");
      }
    }
    return "";
  }

  private static Html platforms(JsonNode platforms, String title, String what) {
    List<Html> items = new ArrayList<>();
    for (JsonNode p : platforms) {
      if (items.size() < ITEMS_MAX) {
        long accounts = p.path("vouched_for").asLong();
        items.add(el(
            "li",
            el("strong", p.path("host").asText("")),
            what + Wording.time(p.path("at").asText("")) + " ",
            PageParts.grade(p.path("grade").asText("")),
            " ",
            el(
                "span",
                cls("why"),
                "vouches for "
                    + Wording.count(accounts, "account", "accounts")
                    + " seen in the logs"
                    + (p.hasNonNull("rule")
                        ? "; " + Settlement.sentence(p.path("rule").asText(""))
                        : ""))));
      }
    }
    return items.isEmpty()
        ? Html.NOTHING
        : Html.join(
            el("h3", title),
            el("ul", cls("footholds"), items),
            PageParts.showing(items.size(), platforms.size(), "platforms", "trail.json"));
  }
}
