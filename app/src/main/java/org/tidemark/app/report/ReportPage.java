package org.tidemark.app.report;

import static org.tidemark.app.report.Html.at;
import static org.tidemark.app.report.Html.cls;
import static org.tidemark.app.report.Html.el;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/**
 * report.html: one file that needs no network and holds no value that identifies a person. A pure
 * function of the
 * result; same result, same bytes. The content security policy lets nothing in but the page's own
 * style and script,
 * by their hashes.
 */
public final class ReportPage {
  private final ResultFiles result;
  private final CaseNames names;
  private final ReportRows rows;
  private final TrailView trail;

  private ReportPage(ResultFiles result, CaseNames names, ReportRows rows) {
    this.result = result;
    this.names = names;
    this.rows = rows;
    this.trail = TrailView.of(result.trail());
  }

  /** The page as text, to be written as UTF-8. */
  public static String html(ResultFiles result, CaseNames names, ReportRows rows) {
    return new ReportPage(result, names, rows).page();
  }

  private String page() {
    String style = resource("style.css") + resource("strip.css");
    String script = resource("script.js");
    String policy = "default-src 'none'; style-src '" + hash(style) + "'; script-src '"
        + hash(script) + "'; base-uri 'none'; form-action 'none'";
    Html html = el(
        "html",
        at("lang", "en"),
        el(
            "head",
            el("meta", at("charset", "utf-8")),
            el("meta", at("http-equiv", "Content-Security-Policy"), at("content", policy)),
            el(
                "meta",
                at("name", "viewport"),
                at("content", "width=device-width, initial-scale=1")),
            el("meta", at("name", "referrer"), at("content", "no-referrer")),
            el("meta", at("name", "robots"), at("content", "noindex")),
            el("meta", at("name", "color-scheme"), at("content", "light dark")),
            el("title", names.caseId() + " · Tidemark"),
            el("style", Html.own(style))),
        el("body", head(), el("main", body()), foot(), el("script", Html.own(script))));
    return "<!DOCTYPE html>\n" + html + "\n";
  }

  private Html head() {
    JsonNode findings = result.findings();
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
        numbers());
  }

  private Html numbers() {
    JsonNode f = result.findings();
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

  private Html body() {
    LogNames logs = LogNames.of(result.evidence());
    return Html.join(
        picture(),
        PeopleSection.of(result.findings(), rows, names),
        HopsSection.of(result.trail(), trail, names, logs),
        ObjectsSection.of(result.findings(), rows, logs),
        CoverageSection.of(result.trail(), trail, result.evidence().path("coverage"), names),
        OpenSection.of(result.trail(), result.evidence(), names),
        RecordsSection.of(result.evidence()),
        reading());
  }

  private Html picture() {
    JsonNode coverage = result.evidence().path("coverage");
    Optional<Picture> wide =
        PictureLayout.lay(trail, rows.tide(), coverage, names, Picture.Shape.WIDE);
    Optional<Picture> narrow =
        PictureLayout.lay(trail, rows.tide(), coverage, names, Picture.Shape.NARROW);
    if (wide.isEmpty() || narrow.isEmpty()) {
      return Html.NOTHING;
    }
    Picture.Shown shown = wide.get().shown();
    return el(
        "figure",
        at("id", "picture"),
        PictureDrawing.draw(wide.get(), names),
        PictureDrawing.draw(narrow.get(), names),
        el(
            "figcaption",
            el("span", cls("key hold-key"), "held"),
            el("span", cls("key hop-key"), "confirmed hop"),
            el("span", cls("key maybe-key"), "possible hop"),
            el("span", cls("key gap-key"), "gap in the log"),
            el("span", cls("key water-key"), "people exposed"),
            el("span", cls("note"), "Times are UTC."),
            shown.all()
                ? Html.NOTHING
                : el(
                    "span",
                    cls("note"),
                    "Showing " + Wording.count(shown.hosts()) + " of "
                        + Wording.count(shown.hostsTotal(), "host", "hosts") + " and "
                        + Wording.count(shown.hops()) + " of "
                        + Wording.count(shown.hopsTotal(), "hop", "hops") + "."),
            rows.undated() == 0
                ? Html.NOTHING
                : el(
                    "span",
                    cls("note"),
                    Wording.count(rows.undated(), "person", "people")
                        + " without a known time of exposure are not in the rising line.")));
  }

  private static Html reading() {
    List<Html> terms = new ArrayList<>();
    term(
        terms, "confirmed", "a record, an indicator or a ruling proves the intruder's act itself.");
    term(
        terms,
        "possible",
        "something the intruder held was used, or a host it held has no log that says otherwise.");
    term(terms, "excluded", "logs that cover the whole time show no act of anything held.");
    term(terms, "unknown", "in reach, but no log speaks of it; added to neither of the others.");
    return PageParts.section(
        "reading",
        "How to read the grades",
        "Every figure carries its grade and the rule that gave it.",
        el("dl", cls("grades"), terms),
        el(
            "p",
            cls("small"),
            "Values that identify a person never stand in this page: masks have one shape for each"
                + " kind and say nothing of the value. Host and account names and file paths"
                + " stand as the logs wrote them; hand the page to responders only."));
  }

  private static void term(List<Html> terms, String grade, String meaning) {
    terms.add(el("dt", PageParts.grade(grade)));
    terms.add(el("dd", meaning));
  }

  private Html foot() {
    return el(
        "footer",
        el(
            "p",
            "Made by Tidemark from findings.json, trail.json, evidence.json and the tables"
                + " beside them."));
  }

  private static String hash(String text) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return "sha256-" + Base64.getEncoder().encodeToString(digest);
    } catch (NoSuchAlgorithmException everyJdkHasIt) {
      throw new IllegalStateException(everyJdkHasIt);
    }
  }

  private static String resource(String name) {
    try (InputStream in = ReportPage.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException(name + " is missing beside " + ReportPage.class.getName());
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
