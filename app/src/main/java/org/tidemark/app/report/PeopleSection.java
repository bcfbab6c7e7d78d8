package org.tidemark.app.report;

import static org.tidemark.app.report.Html.at;
import static org.tidemark.app.report.Html.cls;
import static org.tidemark.app.report.Html.el;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.tidemark.app.report.ReportRows.SamplePerson;

/**
 * Whose data it is: each person in one cell of controller, role, country and grade; the cells add
 * up.
 */
final class PeopleSection {
  private static final String NOBODY =
      " of them speak of no person (role mailboxes, placeholders). ";
  static final int CELLS_MAX = 150;

  private PeopleSection() {}

  static Html of(JsonNode findings, ReportRows rows, CaseNames names) {
    JsonNode people = findings.path("people");
    return PageParts.section(
        "people",
        "Whose data it is",
        "Each person is counted once: under the first of employee, contractor, partner, user,"
            + " other, and in one country. Open a row for what was found of them, and where.",
        totals(people),
        kinds(people.path("by")),
        cells(people.path("by"), rows, names),
        ofWhich(people));
  }

  private static Html totals(JsonNode people) {
    JsonNode persons = people.path("persons");
    long nobody = people.path("not_a_person").asLong();
    String range = "If all who are known by an identifier or a name alone are among the others,"
        + " there are " + Wording.count(persons.path("low").asLong())
        + (persons.hasNonNull("high")
            ? " people; there are at most " + Wording.count(persons.path("high").asLong()) + "."
            : " people. There is no upper bound while something exposed is unread or not held.");
    return el(
        "p",
        el("strong", Wording.count(people.path("records").asLong(), "record", "records")),
        " were found and joined to ",
        el("strong", Wording.count(persons.path("expected").asLong(), "person", "people")),
        ". " + (nobody == 0 ? "" : Wording.count(nobody) + NOBODY) + range);
  }

  private static Html kinds(JsonNode by) {
    Map<String, Long> sums = new TreeMap<>();
    by.forEach(cell -> cell.path("kinds")
        .properties()
        .forEach(k -> sums.merge(k.getKey(), k.getValue().asLong(), Long::sum)));
    if (sums.isEmpty()) {
      return Html.NOTHING;
    }
    long most = sums.values().stream().mapToLong(Long::longValue).max().orElse(1);
    List<Html> bars = new ArrayList<>();
    sums.entrySet().stream()
        .sorted(Map.Entry.<String, Long>comparingByValue()
            .reversed()
            .thenComparing(Map.Entry.comparingByKey()))
        .forEach(e -> bars.add(el(
            "li",
            el("span", cls("kind"), Wording.kind(e.getKey())),
            el(
                "svg",
                cls("meter"),
                at("viewBox", "0 0 100 8"),
                at("preserveAspectRatio", "none"),
                at("aria-hidden", "true"),
                el(
                    "rect",
                    at("width", Math.max(0.6, 100.0 * e.getValue() / Math.max(1, most))),
                    at("height", 8))),
            el("span", cls("n"), Wording.count(e.getValue())))));
    return Html.join(el("h3", "What was found of them"), el("ul", cls("kinds"), bars));
  }

  private static Html cells(JsonNode by, ReportRows rows, CaseNames names) {
    List<Html> body = new ArrayList<>();
    long shown = 0;
    long sum = 0;
    for (JsonNode cell : by) {
      sum += cell.path("persons").asLong();
      if (shown < CELLS_MAX) {
        int index = (int) shown;
        body.add(
            cell(cell, rows.persons().stream().filter(p -> p.cell() == index).toList(), names));
        shown++;
      }
    }
    if (body.isEmpty()) {
      return el("p", cls("nothing"), "No person was found in what was reached.");
    }
    return Html.join(
        el("h3", "Controller, role, country, grade"),
        el("ul", cls("cells"), body),
        el(
            "p",
            cls("sum"),
            el("b", Wording.count(sum, "person", "people")),
            " in all cells together"),
        PageParts.showing(shown, by.size(), "cells", "findings.json"));
  }

  private static Html cell(JsonNode cell, List<SamplePerson> samples, CaseNames names) {
    String controller = cell.path("controller").asText("");
    String basis = cell.path("basis").asText("");
    return el(
        "li",
        el(
            "details",
            el(
                "summary",
                el(
                    "span",
                    cls("who"),
                    el("b", at("lang", names.language(controller)), names.controllers(controller)),
                    " · " + cell.path("role").asText("") + " · "
                        + Wording.country(cell.path("country").asText("")) + " ",
                    el("small", countryFrom(cell.path("country_from").asText(""))),
                    basis.equals("inferred")
                        ? el("small", " inferred, no row seen")
                        : Html.NOTHING),
                PageParts.grade(cell.path("grade").asText("")),
                el("span", cls("n"), Wording.count(cell.path("persons").asLong()))),
            kindsOf(cell),
            samples(samples, cell.path("persons").asLong())));
  }

  private static String countryFrom(String from) {
    return switch (from) {
      case "stated" -> "(as stated)";
      case "inferred" -> "(inferred)";
      case "default" -> "(by default)";
      default -> "";
    };
  }

  private static Html kindsOf(JsonNode cell) {
    List<Html> kinds = new ArrayList<>();
    PageParts.counts(cell.path("kinds"))
        .forEach(k -> kinds.add(
            el("li", Wording.kind(k.getKey()) + " ", el("b", Wording.count(k.getValue())))));
    return kinds.isEmpty() ? Html.NOTHING : el("ul", cls("chips"), kinds);
  }

  private static Html samples(List<SamplePerson> samples, long persons) {
    if (samples.isEmpty()) {
      return Html.NOTHING;
    }
    List<Html> rows = new ArrayList<>();
    for (SamplePerson person : samples) {
      List<Html> places = new ArrayList<>();
      person
          .places()
          .forEach(p ->
              places.add(el("li", el("span", cls("path"), p.path()), " ", el("code", p.place()))));
      List<Html> kinds = new ArrayList<>();
      person
          .kinds()
          .forEach(k -> kinds.add(el(
              "li",
              Wording.kind(k) + " ",
              el("span", cls("mask"), at("aria-label", "masked"), Wording.mask(k)))));
      rows.add(el(
          "li",
          el("code", person.id()),
          " first exposed " + Wording.time(person.since()) + ", "
              + Wording.count(person.records(), "record", "records") + " in "
              + Wording.count(person.objects(), "object", "objects"),
          el("ul", cls("chips"), kinds),
          el("ul", cls("evidence"), places)));
    }
    return Html.join(
        el("h4", "For example"),
        el("ul", cls("samples"), rows),
        PageParts.showing(rows.size(), persons, "people", "people.parquet and records.parquet"));
  }

  private static Html ofWhich(JsonNode people) {
    JsonNode of = people.path("of_which");
    List<Html> items = new ArrayList<>();
    item(items, of.path("pseudonymous_only").asLong(), "known by internal identifiers only");
    item(
        items,
        of.path("secrecy").asLong(),
        "in stores of a carrier service (secrecy of communications)");
    item(
        items,
        of.path("other_controllers").asLong(),
        "people of other controllers, to be handed over to them");
    return items.isEmpty()
        ? Html.NOTHING
        : Html.join(el("h3", "Of which"), el("ul", cls("plain"), items));
  }

  private static void item(List<Html> items, long n, String words) {
    if (n > 0) {
      items.add(el("li", el("b", Wording.count(n)), " " + words));
    }
  }
}
