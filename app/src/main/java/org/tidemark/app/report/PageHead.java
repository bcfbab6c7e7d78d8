package org.tidemark.app.report;

import static org.tidemark.app.report.Html.at;
import static org.tidemark.app.report.Html.cls;
import static org.tidemark.app.report.Html.el;

import com.fasterxml.jackson.databind.JsonNode;

/** The head of the page: the answer in a sentence, then the figures that it stands on. */
record PageHead(JsonNode findings, TrailView trail, CaseNames names) {

  /** {@code contents}: links to the parts that follow. */
  Html header(Html contents) {
    boolean stopped = findings.path("state").asText("").equals("stopped");
    return el(
        "header",
        el(
            "p",
            cls("brand"),
            el("span", cls("mark"), "Tidemark"),
            " " + names.caseId() + ", for ",
            el(
                "span",
                at("lang", names.language(names.controller())),
                names.organisation(names.controller()))),
        el("h1", new Headline(findings, trail, names).sentence()),
        stopped
            ? el(
                "p",
                cls("stopped"),
                at("role", "alert"),
                "The run was stopped before its end. These figures are not complete; run it again"
                    + " and it goes on from there.")
            : Html.NOTHING,
        numbers(),
        contents);
  }

  private Html numbers() {
    JsonNode f = findings;
    JsonNode persons = f.path("people").path("persons");
    JsonNode hosts = f.path("trail").path("hosts");
    JsonNode objects = f.path("exposure").path("objects");
    JsonNode hops = f.path("trail").path("hops");
    long confirmed = persons.path("confirmed").asLong();
    long possible = persons.path("possible").asLong();
    return el(
        "ul",
        cls("numbers"),
        figure(
            "#people",
            confirmed + possible,
            "people",
            split(confirmed, possible),
            confirmed,
            possible),
        figure(
            "#objects",
            objects.path("confirmed").asLong() + objects.path("possible").asLong(),
            "objects reached",
            split(objects.path("confirmed").asLong(), objects.path("possible").asLong()),
            objects.path("confirmed").asLong(),
            objects.path("possible").asLong()),
        figure(
            "#trail",
            hosts.path("reached").asLong() + hosts.path("held").asLong(),
            "hosts",
            Wording.count(hosts.path("held").asLong()) + " held, "
                + Wording.count(hosts.path("reached").asLong()) + " only reached",
            0,
            0),
        figure(
            "#trail",
            hops.path("confirmed").asLong() + hops.path("possible").asLong(),
            "hops",
            split(hops.path("confirmed").asLong(), hops.path("possible").asLong())
                + (trail.ownerLike() > 0
                    ? ", of these " + Wording.count(trail.ownerLike()) + " like the owner's work"
                    : ""),
            hops.path("confirmed").asLong(),
            hops.path("possible").asLong()),
        figure(
            "#open",
            f.path("trail").path("unknown").asLong(),
            "unknown",
            "places whose log is missing",
            0,
            0));
  }

  private static String split(long confirmed, long possible) {
    return Wording.count(confirmed) + " confirmed, " + Wording.count(possible) + " possible";
  }

  private static Html figure(
      String href, long n, String what, String split, long confirmed, long possible) {
    double share = 100.0 * confirmed / Math.max(1, confirmed + possible);
    return el(
        "li",
        el(
            "a",
            at("href", href),
            el("b", Wording.count(n)),
            el("span", cls("what"), what),
            confirmed + possible == 0
                ? Html.NOTHING
                : el(
                    "svg",
                    cls("share"),
                    at("viewBox", "0 0 100 4"),
                    at("preserveAspectRatio", "none"),
                    at("aria-hidden", "true"),
                    el("rect", cls("possible"), at("width", 100), at("height", 4)),
                    el("rect", cls("confirmed"), at("width", share), at("height", 4))),
            el("small", split)));
  }
}
