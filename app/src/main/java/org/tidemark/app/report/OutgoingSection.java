package org.tidemark.app.report;

import static org.tidemark.app.report.Html.at;
import static org.tidemark.app.report.Html.cls;
import static org.tidemark.app.report.Html.el;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.tidemark.app.report.ReportRows.LogPlace;

/**
 * How much may have left the held hosts, as an upper bound: what their owners sent is in it. Where
 * a connection has no size, or no log speaks of a host, nothing bounds it, and the page says so.
 */
final class OutgoingSection {
  static final int ROWS_MAX = 60;
  static final int HOSTS_MAX = 100;
  private static final int RECORDS_MAX = 3;

  private OutgoingSection() {}

  static Html of(JsonNode outgoing, CaseNames names, LogNames logs) {
    if (outgoing.isEmpty()) {
      return Html.NOTHING;
    }
    List<JsonNode> ways = new ArrayList<>();
    Set<String> silent = new TreeSet<>();
    for (JsonNode one : outgoing) {
      if (one.hasNonNull("destination")) {
        ways.add(one);
      } else {
        silent.add(one.path("host").asText(""));
      }
    }
    ways.sort(Comparator.comparing((JsonNode w) -> !w.path("grade").asText("").equals("confirmed"))
        .thenComparing(w -> w.path("bounded").asBoolean())
        .thenComparing(w -> -w.path("bytes").asLong())
        .thenComparing(w -> w.path("host").asText(""))
        .thenComparing(w -> w.path("destination").asText("")));
    List<Html> body = new ArrayList<>();
    ways.stream().limit(ROWS_MAX).forEach(w -> body.add(way(w, names, logs)));
    return PageParts.section(
        "outgoing",
        "How much may have left",
        "What held hosts sent to somebody outside while they were held, at most: what their owners"
            + " sent in that time is in it.",
        sum(ways),
        body.isEmpty()
            ? Html.NOTHING
            : PageParts.blocks(
                "What may have left held hosts",
                List.of("From", "To", "When", "How much", "Why it counts"),
                body),
        PageParts.showing(body.size(), ways.size(), "destinations", "trail.json"),
        silent(silent));
  }

  private static Html sum(List<JsonNode> ways) {
    if (ways.isEmpty()) {
      return Html.NOTHING;
    }
    long known = ways.stream().mapToLong(w -> w.path("bytes").asLong()).sum();
    long open = ways.stream().filter(w -> !w.path("bounded").asBoolean()).count();
    long hosts = ways.stream().map(w -> w.path("host").asText("")).distinct().count();
    return el(
        "p",
        el("b", (open == 0 ? "At most " : "") + size(known)),
        " from " + Wording.count(hosts, "host", "hosts")
            + " to " + Wording.count(ways.size(), "destination", "destinations")
            + (open == 0
                ? ", as far as logs of connections speak of them."
                : " in connections whose size is known. For "
                    + Wording.count(open, "destination", "destinations")
                    + " some have no size, so nothing bounds the whole."));
  }

  private static Html way(JsonNode way, CaseNames names, LogNames logs) {
    String organisation = way.path("organisation").asText("");
    List<LogPlace> records = new ArrayList<>();
    way.path("records")
        .forEach(r ->
            records.add(new LogPlace(r.path("file").asText(""), r.path("record").asLong())));
    String kind = way.path("kind").asText("");
    return el(
        "tr",
        el(
            "th",
            at("scope", "row"),
            el("b", way.path("host").asText("")),
            el(
                "div",
                cls("small"),
                at("lang", names.language(organisation)),
                names.organisation(organisation))),
        PageParts.cell(
            "wide",
            "To",
            el("b", way.path("destination").asText("")),
            el("div", cls("small"), way.hasNonNull("kind") ? kindWords(kind) : "")),
        PageParts.cell(
            "wide",
            "When",
            Wording.time(way.path("first").asText("")) + " to "
                + Wording.time(way.path("last").asText(""))),
        PageParts.cell(
            "wide",
            "How much",
            amount(way),
            el(
                "div",
                cls("small"),
                Wording.count(way.path("flows").asLong(), "connection", "connections"))),
        PageParts.cell(
            "wide",
            "",
            PageParts.grade(way.path("grade").asText("")),
            el("div", Settlement.sentence(way.path("rule").asText(""))),
            records.isEmpty()
                ? Html.NOTHING
                : PageParts.evidence(records, records.size(), RECORDS_MAX, logs)));
  }

  private static Html amount(JsonNode way) {
    if (way.path("bounded").asBoolean()) {
      return el("b", "at most " + size(way.path("bytes").asLong()));
    }
    String unsized = Wording.count(way.path("unsized").asLong()) + " of them without a size";
    return Html.join(
        el("b", "no upper bound"),
        el(
            "div",
            way.hasNonNull("bytes")
                ? size(way.path("bytes").asLong()) + " in those with a size, " + unsized
                : unsized));
  }

  private static String kindWords(String kind) {
    return switch (kind) {
      case "indicator" -> "a known sign of the intruder";
      case "shared" -> "stands for several hosts";
      case "unresolved" -> "a private address, nobody's as far as the case knows";
      case "outside" -> "outside";
      default -> Wording.words(kind);
    };
  }

  /** Decimal units, rounded up in the last digit shown: an upper bound stays one. */
  static String size(long bytes) {
    String[] units = {"B", "kB", "MB", "GB", "TB", "PB", "EB"};
    int unit = 0;
    double value = bytes;
    while (value >= 1000 && unit < units.length - 1) {
      value /= 1000;
      unit++;
    }
    double shown = unit == 0 ? value : Math.ceil(value * 10) / 10;
    return Html.number(shown) + " " + units[unit];
  }

  private static Html silent(Set<String> hosts) {
    if (hosts.isEmpty()) {
      return Html.NOTHING;
    }
    long more = hosts.size() - HOSTS_MAX;
    return el(
        "p",
        cls("silent"),
        "No log of connections says what left ",
        el("b", Wording.count(hosts.size(), "held host", "held hosts")),
        ": " + hosts.stream().limit(HOSTS_MAX).collect(Collectors.joining(", "))
            + (more > 0 ? " and " + Wording.count(more) + " more" : "")
            + ". Nothing bounds it.");
  }
}
