package org.tidemark.app.report;

import static org.tidemark.app.report.Html.at;
import static org.tidemark.app.report.Html.cls;
import static org.tidemark.app.report.Html.el;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.tidemark.app.report.ReportRows.LogPlace;

/** Small pieces that several sections of the page share. */
final class PageParts {
  private PageParts() {}

  static Html section(String id, String title, String question, Object... body) {
    return el(
        "section",
        at("id", id),
        at("aria-labelledby", id + "-h"),
        el("h2", at("id", id + "-h"), title),
        el("p", cls("question"), question),
        Html.join(body));
  }

  /** A grade by colour, sign and word: readable without the colour. */
  static Html grade(String grade) {
    String sign = switch (grade) {
      case "confirmed" -> "●";
      case "possible" -> "◐";
      case "excluded" -> "○";
      default -> "?";
    };
    return el(
        "span",
        cls("grade " + (grade.matches("confirmed|possible|excluded") ? grade : "unknown")),
        el("span", at("aria-hidden", "true"), sign),
        " " + (grade.isEmpty() ? "unknown" : grade));
  }

  /** A link to a hop that the page lists; else its id as it stands. */
  static Html hop(String id, Map<String, Integer> numbers) {
    Integer number = numbers.get(id);
    return number == null
        ? id.startsWith("H") && id.length() == 17 ? el("code", id) : Html.text(id)
        : el("a", at("href", "#" + id), "hop " + number);
  }

  /** What is new about a hop, in words: "first time in 60 days that …"; at most {@code max}. */
  static Html unusual(List<String> sentences, int max) {
    if (sentences.isEmpty()) {
      return Html.NOTHING;
    }
    int more = sentences.size() - max;
    return el(
        "div",
        cls("unusual"),
        String.join("; ", sentences.subList(0, Math.min(max, sentences.size())))
            + (more > 0 ? "; and " + Wording.count(more, "more sign", "more signs") : ""));
  }

  static Html rule(String rule) {
    return el("code", cls("rule"), rule);
  }

  /** Where log records stand: the last link from a figure to its evidence. */
  static Html evidence(List<LogPlace> records, long total, int max, LogNames logs) {
    List<Html> items = new ArrayList<>();
    records.stream()
        .limit(max)
        .forEach(r -> items.add(el(
            "li",
            el("span", cls("path"), logs.path(r.file())),
            " record " + Wording.count(r.record()))));
    long more = total - items.size();
    if (more > 0) {
      items.add(el("li", cls("more"), "and " + Wording.count(more) + " more"));
    }
    return items.isEmpty()
        ? el("p", cls("more"), "No log record: see the rule.")
        : el("ul", cls("evidence"), items);
  }

  /** "Showing X of Y": nothing is left out without a word. */
  static Html showing(long shown, long total, String what, String where) {
    return shown >= total
        ? Html.NOTHING
        : el(
            "p",
            cls("more"),
            "Showing " + Wording.count(shown) + " of " + Wording.count(total) + " " + what
                + ". All of them: " + where + ".");
  }

  /** Number fields of a JSON object, the largest first. */
  static List<Map.Entry<String, Long>> counts(JsonNode object) {
    List<Map.Entry<String, Long>> counts = new ArrayList<>();
    object
        .properties()
        .forEach(e -> counts.add(Map.entry(e.getKey(), e.getValue().asLong())));
    counts.sort(Map.Entry.<String, Long>comparingByValue(Comparator.reverseOrder())
        .thenComparing(Map.Entry.comparingByKey()));
    return counts;
  }

  static Html number(long n) {
    return el("td", cls("n"), Wording.count(n));
  }

  /** A table that scrolls sideways by itself on a narrow screen. */
  static Html table(String caption, List<String> heads, List<Html> rows) {
    return table("scroll", caption, heads, rows);
  }

  /** A table of few rows with much text: on a narrow screen each row is a block. */
  static Html blocks(String caption, List<String> heads, List<Html> rows) {
    return table("scroll blocks", caption, heads, rows);
  }

  /** A cell of {@link #blocks}; {@code label}: its head, shown where heads have no room. */
  static Html cell(String kind, String label, Object... parts) {
    return el("td", cls(kind), at("data-label", label), Html.join(parts));
  }

  private static Html table(String kind, String caption, List<String> heads, List<Html> rows) {
    List<Html> cells = new ArrayList<>();
    heads.forEach(h -> cells.add(el(
        "th",
        at("scope", "col"),
        cls(h.startsWith("#") ? "n" : ""),
        h.startsWith("#") ? h.substring(1) : h)));
    return el(
        "div",
        cls(kind),
        at("tabindex", "0"),
        at("role", "region"),
        at("aria-label", caption),
        el("table", el("caption", caption), el("thead", el("tr", cells)), el("tbody", rows)));
  }
}
