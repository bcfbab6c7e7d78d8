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
    List<Part> parts = parts().stream().filter(Part::says).toList();
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
        el(
            "body",
            new PageHead(result.findings(), trail, names).header(contents(parts)),
            el("main", parts.stream().map(Part::html).toList()),
            foot(),
            el("script", Html.own(script))));
    return "<!DOCTYPE html>\n" + html + "\n";
  }

  /** A part of the page; without content where it has nothing to say. */
  private record Part(String id, String label, Html html) {
    boolean says() {
      return !html.toString().isEmpty();
    }
  }

  private List<Part> parts() {
    JsonNode evidence = result.evidence();
    JsonNode coverage = evidence.path("coverage");
    LogNames logs = LogNames.of(evidence);
    JsonNode findings = result.findings();
    return List.of(
        new Part("picture", "Picture", PictureFigure.of(trail, coverage, rows, names)),
        new Part("people", "People", PeopleSection.of(findings, rows, names)),
        new Part("trail", "Trail", HopsSection.of(result.trail(), trail, names, logs)),
        new Part("next", "Secure next", AftermathSection.of(result.trail(), trail, names, logs)),
        new Part("possible", "Possible", PossibleSection.of(findings, trail, rows)),
        new Part("objects", "Objects", ObjectsSection.of(findings, rows, logs)),
        new Part(
            "outgoing",
            "Outgoing",
            OutgoingSection.of(result.trail().path("outgoing"), names, logs)),
        new Part("coverage", "Logs", CoverageSection.of(result.trail(), trail, coverage, names)),
        new Part("open", "Whom to ask", OpenSection.of(result.trail(), evidence, names)),
        new Part("clocks", "Clocks", ClocksSection.of(evidence, trail)),
        new Part("records", "Records", RecordsSection.of(evidence)),
        new Part("reading", "Grades", reading()));
  }

  private static Html contents(List<Part> parts) {
    return el(
        "nav",
        at("aria-label", "Parts of this page"),
        parts.stream().map(p -> el("a", at("href", "#" + p.id()), p.label())).toList());
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
