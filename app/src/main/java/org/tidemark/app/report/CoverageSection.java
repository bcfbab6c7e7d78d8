package org.tidemark.app.report;

import static org.tidemark.app.report.Html.at;
import static org.tidemark.app.report.Html.cls;
import static org.tidemark.app.report.Html.el;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.Optional;
import org.tidemark.app.report.CoverageRows.Trust;
import org.tidemark.app.report.CoverageRows.Verdict;

/** What the logs cover: hosts over time as a heat strip, and the same as a table. */
final class CoverageSection {
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
                + " UTC: " + CoverageWords.tally(verdicts) + "."),
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
            CoverageTable.of(coverage, names)));
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
    return el(
        "span",
        cls("sign"),
        el(
            "svg",
            at("width", 26),
            at("height", 12),
            at("aria-hidden", "true"),
            CoverageSigns.patterned(trust)
                ? el("defs", CoverageSigns.pattern("key-" + id, trust))
                : Html.NOTHING,
            CoverageSigns.cell("key-" + id, trust, 0.5, 0.5, 25, 11, words)),
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
            CoverageSigns.mark(what, grade, 8, 8, words)),
        words);
  }
}
