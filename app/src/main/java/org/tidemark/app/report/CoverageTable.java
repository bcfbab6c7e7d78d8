package org.tidemark.app.report;

import static org.tidemark.app.report.Html.at;
import static org.tidemark.app.report.Html.cls;
import static org.tidemark.app.report.Html.el;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.tidemark.app.report.CoverageRows.Row;
import org.tidemark.app.report.CoverageRows.Spell;
import org.tidemark.app.report.CoverageRows.Trust;
import org.tidemark.app.report.CoverageRows.Verdict;

/**
 * The heat strip as a table, host by host, for those who cannot see it and for paper. Hosts off the
 * trail that are covered throughout, or not at all, share a line, as there may be hundreds.
 */
final class CoverageTable {
  static final int ROWS_MAX = 500;
  static final int NAMES_MAX = 200;
  private static final int GAPS_MAX = 2;

  private CoverageTable() {}

  static Html of(CoverageRows coverage, CaseNames names) {
    Map<String, List<Row>> byOrganisation = coverage.rows().stream()
        .collect(Collectors.groupingBy(Row::organisation, LinkedHashMap::new, Collectors.toList()));
    List<Html> body = new ArrayList<>();
    long own = coverage.rows().stream().filter(r -> !alike(r)).count();
    long[] shown = {0};
    byOrganisation.forEach((organisation, rows) -> {
      body.add(heading(organisation, names));
      for (Row row : rows) {
        if (!alike(row) && shown[0] < ROWS_MAX) {
          body.add(row(row));
          shown[0]++;
        }
      }
      rows.stream()
          .filter(CoverageTable::alike)
          .collect(Collectors.groupingBy(
              r -> CoverageWords.standing(r) + ", " + CoverageWords.of(r.verdict()),
              TreeMap::new,
              Collectors.toList()))
          .forEach((what, hosts) -> body.add(together(what, hosts)));
    });
    return Html.join(
        PageParts.blocks(
            "What the logs of logons cover, host by host",
            List.of("Host", "On the trail", "Its log", "Not to be trusted", "#Trusted"),
            body),
        PageParts.showing(shown[0], own, "hosts", "evidence.json and trail.json"));
  }

  private static Html heading(String organisation, CaseNames names) {
    return el(
        "tr",
        cls("group-row"),
        el(
            "th",
            at("colspan", 5),
            at("scope", "colgroup"),
            at("lang", names.language(organisation)),
            CoverageWords.organisation(organisation, names)));
  }

  private static Html row(Row row) {
    return el(
        "tr",
        el("th", at("scope", "row"), row.host()),
        PageParts.cell("", "Trail", CoverageWords.standing(row) + since(row)),
        PageParts.cell("", "Log", CoverageWords.of(row.verdict())),
        PageParts.cell("wide", "", doubts(row)),
        PageParts.cell("n", "Trusted", CoverageWords.share(row)));
  }

  /** Off the trail, and covered throughout or not at all: there is nothing to say of one alone. */
  private static boolean alike(Row row) {
    return row.place().isEmpty()
        && (row.verdict() == Verdict.THROUGHOUT || row.verdict() == Verdict.NO_LOG);
  }

  private static Html together(String what, List<Row> rows) {
    String names = rows.stream().limit(NAMES_MAX).map(Row::host).collect(Collectors.joining(", "));
    long more = rows.size() - NAMES_MAX;
    return el(
        "tr",
        el("th", at("scope", "row"), Wording.count(rows.size(), "host", "hosts")),
        el(
            "td",
            cls("wide"),
            at("colspan", 4),
            el("b", what),
            ": " + names + (more > 0 ? " and " + Wording.count(more) + " more" : "")));
  }

  private static String since(Row row) {
    return row.place()
        .flatMap(p -> p.held() ? p.heldFrom() : p.from())
        .map(at -> ", " + Wording.minute(at))
        .orElse("");
  }

  /** A few stretches one by one; many as one line with their number and all their reasons. */
  private static Html doubts(Row row) {
    List<Html> lines = new ArrayList<>();
    List<Spell> gaps = row.spells().stream().filter(s -> s.trust() == Trust.GAP).toList();
    if (gaps.size() > GAPS_MAX) {
      TreeSet<String> reasons = new TreeSet<>();
      gaps.forEach(g -> reasons.addAll(List.of(g.why().split(" ", -1))));
      lines.add(line(
          Wording.count(gaps.size()) + " between ",
          gaps.get(0),
          gaps.get(gaps.size() - 1),
          CoverageWords.reasons(String.join(" ", reasons))));
    } else {
      gaps.forEach(g -> lines.add(line("", g, g, CoverageWords.reasons(g.why()))));
    }
    List<Spell> alterable =
        row.spells().stream().filter(s -> s.trust() == Trust.ALTERABLE).toList();
    if (!alterable.isEmpty()) {
      lines.add(line(
          "",
          alterable.get(0),
          alterable.get(alterable.size() - 1),
          "the intruder was administrator"));
    }
    return Html.join(lines);
  }

  private static Html line(String head, Spell first, Spell last, String why) {
    return el(
        "div",
        head + Wording.minute(first.from()) + " to " + Wording.minute(last.to()) + ", " + why);
  }
}
