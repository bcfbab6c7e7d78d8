package org.tidemark.app.report;

import static org.tidemark.app.report.Html.at;
import static org.tidemark.app.report.Html.cls;
import static org.tidemark.app.report.Html.el;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Every record accounted for: read = used + ignored + unparsed, in each log and in sum. */
final class RecordsSection {
  static final int LOGS_MAX = 200;

  private RecordsSection() {}

  /** Sums over logs. */
  private static final class Sums {
    long read;
    long used;
    long ignored;
    long unparsed;

    void add(JsonNode records) {
      read += records.path("read").asLong();
      used += records.path("used").asLong();
      unparsed += records.path("unparsed").asLong();
      for (JsonNode n : records.path("ignored")) {
        ignored += n.asLong();
      }
    }

    boolean balanced() {
      return read == used + ignored + unparsed;
    }

    Html row(String name, String format, String sha256, boolean sum) {
      return el(
          "tr",
          cls((balanced() ? "" : "unbalanced ") + (sum ? "sum-row" : "")),
          el("th", el("span", cls("path"), name)),
          el("td", format),
          PageParts.number(read),
          PageParts.number(used),
          PageParts.number(ignored),
          PageParts.number(unparsed),
          el("td", balanced() ? "✓" : "✗"),
          el("td", at("title", sha256), el("code", Wording.cut(sha256, 13))));
    }
  }

  static Html of(JsonNode evidence) {
    Sums all = new Sums();
    Sums rest = new Sums();
    Map<String, Long> reasons = new TreeMap<>();
    Map<String, Long> unparsed = new TreeMap<>();
    List<Html> rows = new ArrayList<>();
    List<Html> samples = new ArrayList<>();
    for (JsonNode log : evidence.path("logs")) {
      JsonNode records = log.path("records");
      all.add(records);
      records
          .path("ignored")
          .properties()
          .forEach(r -> reasons.merge(r.getKey(), r.getValue().asLong(), Long::sum));
      records
          .path("unparsed_by")
          .properties()
          .forEach(r -> unparsed.merge(r.getKey(), r.getValue().asLong(), Long::sum));
      if (rows.size() < LOGS_MAX) {
        Sums one = new Sums();
        one.add(records);
        rows.add(one.row(
            name(log), log.path("format").asText(""), log.path("sha256").asText(""), false));
      } else {
        rest.add(records);
      }
      samples(log, samples);
    }
    int logs = evidence.path("logs").size();
    if (logs == 0) {
      return Html.NOTHING;
    }
    if (logs > rows.size()) {
      rows.add(
          rest.row("all other logs (" + Wording.count(logs - rows.size()) + ")", "", "", false));
    }
    rows.add(all.row("all logs", "", "", true));
    return PageParts.section(
        "records",
        "Every record accounted for",
        "A record was used, or left aside for a reason, or could not be parsed; the three add up to"
            + " what was read.",
        equation(all),
        reasons("Ignored, by reason", reasons),
        reasons("Not parsed, by reason", unparsed),
        el(
            "details",
            cls("group"),
            el("summary", Wording.count(logs, "log", "logs") + ", one by one"),
            PageParts.table(
                "Records by log",
                List.of(
                    "Log",
                    "Format",
                    "#Read",
                    "#Used",
                    "#Ignored",
                    "#Unparsed",
                    "Adds up",
                    "SHA-256"),
                rows)),
        samples.isEmpty()
            ? Html.NOTHING
            : el(
                "details",
                cls("group"),
                el("summary", "Where unparsed records stand"),
                el("ul", cls("evidence"), samples)));
  }

  private static String name(JsonNode log) {
    String member = log.path("member").asText("");
    return log.path("path").asText("") + (member.isEmpty() ? "" : " ! " + member);
  }

  private static Html equation(Sums all) {
    return el(
        "p",
        cls("equation"),
        term(all.read, "read"),
        el("span", cls("op"), all.balanced() ? " = " : " ≠ "),
        term(all.used, "used"),
        el("span", cls("op"), " + "),
        term(all.ignored, "ignored"),
        el("span", cls("op"), " + "),
        term(all.unparsed, "unparsed"));
  }

  private static Html term(long n, String word) {
    return el("span", cls("term"), el("b", Wording.count(n)), " " + word);
  }

  private static Html reasons(String title, Map<String, Long> reasons) {
    List<Html> items = new ArrayList<>();
    reasons.forEach(
        (reason, n) -> items.add(el("li", Wording.words(reason) + " ", el("b", Wording.count(n)))));
    return items.isEmpty()
        ? Html.NOTHING
        : Html.join(el("h3", title), el("ul", cls("chips"), items));
  }

  private static void samples(JsonNode log, List<Html> samples) {
    for (JsonNode sample : log.path("records").path("samples")) {
      if (samples.size() < LOGS_MAX) {
        long record =
            sample.isArray() ? sample.path(0).asLong() : sample.path("record").asLong();
        long offset =
            sample.isArray() ? sample.path(1).asLong() : sample.path("offset").asLong();
        samples.add(el(
            "li",
            el("span", cls("path"), name(log)),
            " record " + Wording.count(record) + ", byte " + Wording.count(offset)));
      }
    }
  }
}
