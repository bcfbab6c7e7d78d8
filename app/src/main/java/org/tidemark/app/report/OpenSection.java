package org.tidemark.app.report;

import static org.tidemark.app.report.Html.cls;
import static org.tidemark.app.report.Html.el;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What stays open: places without an answer and the log that would give one, holes in logs, what
 * is excluded.
 */
final class OpenSection {
  private static final int ITEMS_MAX = 100;

  /** So many lines stand openly; more are folded. */
  private static final int OPEN_MAX = 8;

  private OpenSection() {}

  static Html of(JsonNode trail, JsonNode evidence, CaseNames names) {
    return PageParts.section(
        "open",
        "What we do not know, and whom to ask",
        "A missing log excludes nothing. These places are neither reached nor spared until somebody"
            + " brings the log.",
        OpenPlaces.of(trail, names),
        gaps(evidence.path("coverage")),
        notRead(evidence.path("not_read")),
        list(trail.path("problems"), "To mend in the case file"),
        excluded(trail.path("excluded")));
  }

  /** Holes of one log on one host. */
  private static final class Holes {
    final Set<String> spells = new TreeSet<>();
    final Set<String> reasons = new TreeSet<>();
    String first = "";
    String last = "";

    void add(String from, String to, String why) {
      spells.add(from + " " + to);
      reasons.add(Wording.gap(why));
      first = first.isEmpty() || from.compareTo(first) < 0 ? from : first;
      last = to.compareTo(last) > 0 ? to : last;
    }

    String words() {
      String span = Wording.time(first) + " to " + Wording.time(last);
      return (spells.size() == 1 ? span : Wording.count(spells.size()) + " between " + span) + ": "
          + String.join(", ", reasons);
    }
  }

  private static Html gaps(JsonNode coverage) {
    Map<String, Holes> byLog = new TreeMap<>();
    for (JsonNode span : coverage) {
      String log = span.path("host").asText("") + ", " + span.path("source").asText("");
      for (JsonNode gap : span.path("gaps")) {
        byLog
            .computeIfAbsent(log, l -> new Holes())
            .add(
                gap.path("from").asText(""),
                gap.path("to").asText(""),
                gap.path("why").asText(""));
      }
    }
    if (byLog.isEmpty()) {
      return Html.NOTHING;
    }
    List<Html> items = new ArrayList<>();
    byLog.entrySet().stream()
        .limit(ITEMS_MAX)
        .forEach(
            e -> items.add(el("li", el("b", e.getKey()), ": " + e.getValue().words())));
    long holes = byLog.values().stream().mapToLong(h -> h.spells.size()).sum();
    Html list = Html.join(
        el("ul", cls("plain"), items),
        PageParts.showing(items.size(), byLog.size(), "logs", "evidence.json"));
    return items.size() <= OPEN_MAX
        ? Html.join(el("h3", "Holes in logs"), list)
        : el(
            "details",
            cls("group"),
            el(
                "summary",
                Wording.count(holes, "hole", "holes") + " in "
                    + Wording.count(byLog.size(), "log", "logs")),
            list);
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
