package org.tidemark.app.report;

import static org.tidemark.app.report.Html.at;
import static org.tidemark.app.report.Html.cls;
import static org.tidemark.app.report.Html.el;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.tidemark.app.report.TrailView.HopView;

/** Which clocks were wrong, by how much, how that is known, and which hops it leaves unsure. */
final class ClocksSection {
  private static final String ORDER_UNSURE = "order-unsure";
  private static final int ROWS_MAX = 200;

  private ClocksSection() {}

  static Html of(JsonNode evidence, TrailView trail) {
    JsonNode offsets = evidence.path("clock_offsets");
    List<HopView> unsure =
        trail.hops().stream().filter(h -> h.rule().equals(ORDER_UNSURE)).toList();
    if (offsets.isEmpty() && unsure.isEmpty()) {
      return Html.NOTHING;
    }
    return PageParts.section(
        "clocks",
        "Clocks",
        "Times in this page are true time: what a log wrote, less what its clock was ahead. Two"
            + " acts closer than their errors may have happened in either order.",
        offsets(offsets),
        unsure(unsure, trail));
  }

  private static Html offsets(JsonNode offsets) {
    List<Html> body = new ArrayList<>();
    for (JsonNode offset : offsets) {
      if (body.size() < ROWS_MAX) {
        body.add(el(
            "tr",
            el("th", at("scope", "row"), offset.path("host").asText("")),
            el("td", el("span", cls("path"), offset.path("source").asText(""))),
            el(
                "td",
                offset.hasNonNull("from")
                    ? Wording.time(offset.path("from").asText(""))
                    : "always"),
            el("td", off(offset)),
            el("td", error(offset)),
            el("td", known(offset.path("known").asText("")))));
      }
    }
    return body.isEmpty()
        ? el("p", cls("nothing"), "No clock is known to have been wrong.")
        : Html.join(
            PageParts.table(
                "Clock offsets",
                List.of("Host", "Log", "From", "Its clock was", "Give or take", "How we know"),
                body),
            PageParts.showing(body.size(), offsets.size(), "offsets", "evidence.json"));
  }

  private static String known(String known) {
    return switch (known) {
      case "stated" -> "case.yaml states it";
      case "flows" -> "connections that it and others wrote";
      case "logons" -> "logons that it and others wrote";
      case "relative" -> "it and another differ; nothing says which is wrong";
      default -> Wording.words(known);
    };
  }

  private static String off(JsonNode offset) {
    long micros = offset.path("offset_micros").asLong();
    if (offset.path("known").asText("").equals("relative")) {
      return "right, or off";
    }
    return micros == 0 ? "right" : length(Math.abs(micros)) + (micros > 0 ? " ahead" : " behind");
  }

  private static String error(JsonNode offset) {
    if (offset.path("error_micros").asLong() > 0) {
      return "± " + length(offset.path("error_micros").asLong());
    }
    return offset.hasNonNull("error_ms")
        ? "± " + length(offset.path("error_ms").asLong() * 1000)
        : "";
  }

  /** {@code 7 min 12 s}; below a minute with a fraction, as far as it matters. */
  static String length(long micros) {
    Duration length = Duration.ofNanos(micros * 1000);
    if (length.toMinutes() == 0) {
      String seconds = Html.number(micros / 1e6);
      return micros > 0 && seconds.equals("0") ? micros / 1000 + " ms" : seconds + " s";
    }
    StringBuilder out = new StringBuilder();
    part(out, length.toDays(), " d");
    part(out, length.toHoursPart(), " h");
    part(out, length.toMinutesPart(), " min");
    part(out, length.toSecondsPart(), " s");
    return out.toString();
  }

  private static void part(StringBuilder out, long n, String unit) {
    if (n > 0) {
      out.append(out.isEmpty() ? "" : " ").append(Wording.count(n)).append(unit);
    }
  }

  private static Html unsure(List<HopView> unsure, TrailView trail) {
    if (unsure.isEmpty()) {
      return el("p", cls("small"), "The order of no hop hangs on a clock.");
    }
    Map<String, Integer> numbers = trail.numbers();
    List<Html> items = new ArrayList<>();
    unsure.stream()
        .limit(ROWS_MAX)
        .forEach(h -> items.add(el(
            "li",
            PageParts.hop(h.id(), numbers),
            " " + h.source() + " → " + h.to() + ", " + Wording.minute(h.at()) + ", give or take "
                + length(h.signs().errorMillis() * 1000))));
    return Html.join(
        el("h3", "Hops whose order is unsure"),
        el(
            "p",
            cls("small"),
            "They came so close to the hold that they may have come before it. They are kept, and"
                + " never better than possible."),
        el("ul", cls("plain"), items),
        PageParts.showing(items.size(), unsure.size(), "hops", "trail.json"));
  }
}
