package org.tidemark.app.report;

import static org.tidemark.app.report.Html.at;
import static org.tidemark.app.report.Html.cls;
import static org.tidemark.app.report.Html.el;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tidemark.app.report.CoverageRows.Row;
import org.tidemark.app.report.CoverageRows.Spell;
import org.tidemark.app.report.CoverageRows.Trust;
import org.tidemark.app.report.CoverageRows.Verdict;

/** What the logs cover: hosts over time as a heat strip, and the same as a table. */
final class CoverageSection {
  static final int TABLE_MAX = 500;
  private static final int GAPS_MAX = 5;

  private CoverageSection() {}

  static Html of(JsonNode trailJson, TrailView trail, JsonNode coverage, CaseNames names) {
    Optional<CoverageRows> rows = CoverageRows.of(trail, trailJson, coverage, names);
    return rows.filter(r -> !r.rows().isEmpty()).map(r -> section(r, names)).orElse(Html.NOTHING);
  }

  private static Html section(CoverageRows coverage, CaseNames names) {
    CoverageLayout layout = CoverageLayout.of(coverage);
    Map<Verdict, Long> verdicts = CoverageLayout.count(coverage.rows());
    return PageParts.section(
        "coverage",
        "What the logs cover",
        "Each row is a host, and whether records of logons speak for it. A host is excluded only"
            + " where a log that can be trusted covers the whole time; a gap excludes nothing.",
        el(
            "p",
            el("b", Wording.count(coverage.rows().size(), "host", "hosts")),
            ", from " + Wording.minute(coverage.start()) + " to " + Wording.minute(coverage.end())
                + " UTC: " + CoverageStrip.tally(verdicts) + "."),
        el(
            "figure",
            cls("heat"),
            new CoverageStrip(coverage, layout, names, CoverageStrip.Shape.WIDE).svg(),
            new CoverageStrip(coverage, layout, names, CoverageStrip.Shape.NARROW).svg(),
            legend(layout)),
        el(
            "details",
            cls("group"),
            el("summary", "The same as a table"),
            table(coverage, names),
            PageParts.showing(
                Math.min(TABLE_MAX, coverage.rows().size()),
                coverage.rows().size(),
                "hosts",
                "evidence.json and trail.json")));
  }

  private static Html legend(CoverageLayout layout) {
    return el(
        "figcaption",
        swatch("covered", Trust.COVERED, "covered"),
        swatch("gap", Trust.GAP, "gap: not to be trusted"),
        swatch("doubt", Trust.ALTERABLE, "own log, but the intruder was administrator"),
        swatch("none", Trust.NO_LOG, "no log"),
        sign("foothold", "confirmed", "foothold"),
        sign("held", "confirmed", "held from"),
        sign("held", "possible", "held from, possible"),
        sign("reached", "confirmed", "reached"),
        sign("reached", "possible", "reached, possible"),
        el("span", cls("note"), "Right: the share of the time that can be trusted. Times are UTC."),
        layout.hostsDrawn() == layout.hostsTotal()
            ? Html.NOTHING
            : el(
                "span",
                cls("note"),
                "Showing " + Wording.count(layout.hostsDrawn()) + " of "
                    + Wording.count(layout.hostsTotal(), "host", "hosts")
                    + ": held and reached first, then unknown, then badly covered."));
  }

  private static Html swatch(String id, Trust trust, String words) {
    String kind = CoverageStrip.kind(trust);
    boolean patterned = trust == Trust.GAP || trust == Trust.ALTERABLE;
    return el(
        "span",
        cls("sign"),
        el(
            "svg",
            at("width", 26),
            at("height", 12),
            at("aria-hidden", "true"),
            patterned ? el("defs", CoverageStrip.pattern("key-" + id, trust)) : Html.NOTHING,
            el(
                "rect",
                cls("cell " + kind),
                patterned ? at("fill", "url(#key-" + id + "-" + kind + ")") : at("rx", 0),
                at("x", 0.5),
                at("y", 0.5),
                at("width", 25),
                at("height", 11))),
        words);
  }

  private static Html sign(String what, String grade, String words) {
    return el(
        "span",
        cls("sign"),
        el(
            "svg",
            at("width", 16),
            at("height", 16),
            at("aria-hidden", "true"),
            CoverageStrip.mark(what, grade, 8, 8, words)),
        words);
  }

  private static Html table(CoverageRows coverage, CaseNames names) {
    List<Html> body = new ArrayList<>();
    for (Row row :
        coverage.rows().subList(0, Math.min(TABLE_MAX, coverage.rows().size()))) {
      body.add(el(
          "tr",
          el("th", at("scope", "row"), row.host()),
          el(
              "td",
              at("lang", names.language(row.organisation())),
              names.organisation(row.organisation())),
          el("td", CoverageStrip.standing(row)),
          el("td", times(row)),
          el("td", CoverageStrip.words(row.verdict())),
          el("td", gaps(row)),
          el("td", cls("n"), CoverageStrip.share(row))));
    }
    return PageParts.table(
        "What the logs of logons cover, host by host",
        List.of("Host", "Organisation", "Trail", "From", "Log", "Not to be trusted", "#Trusted"),
        body);
  }

  private static String times(Row row) {
    return row.place()
        .map(p -> p.held() ? p.heldFrom() : p.from())
        .flatMap(at -> at)
        .map(Wording::minute)
        .orElse("");
  }

  private static Html gaps(Row row) {
    List<Html> lines = new ArrayList<>();
    long gaps = 0;
    for (Spell spell : row.spells()) {
      if (spell.trust() == Trust.GAP || spell.trust() == Trust.ALTERABLE) {
        gaps++;
        if (lines.size() < GAPS_MAX) {
          lines.add(el(
              "div",
              Wording.minute(spell.from()) + " to " + Wording.minute(spell.to()) + ", "
                  + (spell.trust() == Trust.ALTERABLE
                      ? "the intruder was administrator"
                      : CoverageLayout.reasons(spell.why()))));
        }
      }
    }
    if (gaps > lines.size()) {
      lines.add(el("div", "and " + Wording.count(gaps - lines.size()) + " more"));
    }
    return Html.join(lines);
  }
}
