package org.tidemark.app.report;

import static org.tidemark.app.report.Html.cls;
import static org.tidemark.app.report.Html.el;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.tidemark.app.report.ReportRows.ExposedObject;
import org.tidemark.app.report.ReportRows.ObjectGroup;

/**
 * What they reached: objects by grade and rule, each with the records that say so; what could not
 * be read.
 */
final class ObjectsSection {
  private ObjectsSection() {}

  static Html of(JsonNode findings, ReportRows rows, LogNames logs) {
    JsonNode exposure = findings.path("exposure");
    return PageParts.section(
        "objects",
        "What they reached",
        "An object is a file, a table, a bucket object. Confirmed: a record shows the"
            + " intruder's act on it. Possible: the act, or the hold of its host, is only"
            + " possible.",
        tally(exposure),
        groups(exposure, rows, logs),
        unread(exposure, rows));
  }

  private static Html tally(JsonNode exposure) {
    JsonNode objects = exposure.path("objects");
    JsonNode files = exposure.path("files");
    return el(
        "ul",
        cls("tally"),
        figure(objects.path("confirmed").asLong(), "objects confirmed"),
        figure(objects.path("possible").asLong(), "objects possible"),
        figure(objects.path("excluded").asLong(), "objects excluded"),
        figure(objects.path("not_held").asLong(), "reached, but not held in the case"),
        figure(files.path("read").asLong(), "exposed files read"),
        figure(files.path("partly").asLong(), "read in part"),
        figure(files.path("unread").asLong(), "not read"));
  }

  private static Html figure(long n, String words) {
    return el("li", el("b", Wording.count(n)), " " + words);
  }

  private static Html groups(JsonNode exposure, ReportRows rows, LogNames logs) {
    List<Html> out = new ArrayList<>();
    for (ObjectGroup group : rows.groups()) {
      List<Html> items = new ArrayList<>();
      rows.objects().stream()
          .filter(o -> o.grade().equals(group.grade())
              && o.host().equals(group.host())
              && o.rule().equals(group.rule()))
          .forEach(o -> items.add(object(o, logs)));
      out.add(el(
          "details",
          cls("group"),
          el(
              "summary",
              el("b", group.host()),
              " ",
              PageParts.rule(group.rule()),
              PageParts.grade(group.grade()),
              el("span", cls("n"), Wording.count(group.total()))),
          el("ul", cls("objects"), items),
          PageParts.showing(items.size(), group.total(), "objects", "exposure.parquet")));
    }
    List<Html> rules = new ArrayList<>();
    PageParts.counts(exposure.path("possible_by_rule"))
        .forEach(r -> rules.add(
            el("li", PageParts.rule(r.getKey()), " ", el("b", Wording.count(r.getValue())))));
    return Html.join(
        rules.isEmpty()
            ? Html.NOTHING
            : Html.join(el("h3", "Possible, by rule"), el("ul", cls("chips"), rules)),
        out.isEmpty() ? Html.NOTHING : el("h3", "Objects by host and rule"),
        out,
        PageParts.showing(
            rows.groups().stream().mapToLong(ObjectGroup::total).sum(),
            rows.objectsTotal(),
            "objects",
            "exposure.parquet"));
  }

  private static Html object(ExposedObject o, LogNames logs) {
    return el(
        "li",
        el("span", cls("path"), o.name()),
        o.path().isEmpty() ? el("span", cls("flag"), "not held") : Html.NOTHING,
        el(
            "div",
            cls("small"),
            o.effect()
                + (o.first().isEmpty() ? "" : ", first " + Wording.time(o.first()))
                + (o.operations() > 0
                    ? ", " + Wording.count(o.operations(), "access", "accesses")
                    : "")),
        o.evidence().isEmpty()
            ? Html.NOTHING
            : PageParts.evidence(o.evidence(), o.evidenceTotal(), ReportRows.EVIDENCE_MAX, logs));
  }

  private static Html unread(JsonNode exposure, ReportRows rows) {
    List<Html> reasons = new ArrayList<>();
    PageParts.counts(exposure.path("unread"))
        .forEach(r -> reasons.add(
            el("li", Wording.words(r.getKey()) + " ", el("b", Wording.count(r.getValue())))));
    if (reasons.isEmpty()) {
      return Html.NOTHING;
    }
    List<Html> files = new ArrayList<>();
    rows.unread()
        .forEach(f -> files.add(el(
            "li",
            el("span", cls("path"), f.path() + (f.member().isEmpty() ? "" : " ! " + f.member())),
            " " + Wording.words(f.reason()) + ", " + Wording.count(f.bytes(), "byte", "bytes"))));
    return Html.join(
        el("h3", "Not read, and why"),
        el("ul", cls("chips"), reasons),
        files.isEmpty()
            ? Html.NOTHING
            : el(
                "details",
                cls("group"),
                el("summary", "The files"),
                el("ul", cls("evidence"), files)));
  }
}
