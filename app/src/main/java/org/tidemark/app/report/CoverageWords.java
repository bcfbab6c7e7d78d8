package org.tidemark.app.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.tidemark.app.report.CoverageRows.Row;
import org.tidemark.app.report.CoverageRows.Trust;
import org.tidemark.app.report.CoverageRows.Verdict;

/** How coverage is told: the strip, its legend and its table use the same words. */
final class CoverageWords {
  private CoverageWords() {}

  static String organisation(String id, CaseNames names) {
    return id.equals(PictureLayout.OUTSIDE) ? "Outside, or unknown" : names.organisation(id);
  }

  /** "212 covered throughout, 12 with gaps". */
  static String tally(Map<Verdict, Long> counts) {
    List<String> parts = new ArrayList<>();
    for (Verdict verdict : List.of(
        Verdict.THROUGHOUT, Verdict.GAPS, Verdict.PART, Verdict.ALTERABLE, Verdict.NO_LOG)) {
      long n = counts.getOrDefault(verdict, 0L);
      if (n > 0) {
        parts.add(Wording.count(n) + " " + of(verdict));
      }
    }
    return String.join(", ", parts);
  }

  static String of(Verdict verdict) {
    return switch (verdict) {
      case GAPS -> "with a gap";
      case PART -> "covered for a part of the time";
      case NO_LOG -> "without a log of logons";
      case ALTERABLE -> "whose own log the intruder could alter";
      case THROUGHOUT -> "covered throughout";
    };
  }

  /** "held, confirmed", "unknown: no log speaks for it", or nothing special. */
  static String standing(Row row) {
    return row.place()
        .map(p -> (p.held() ? "held, " : "reached, ") + p.grade())
        .orElse(row.unknown() ? "unknown" : "not seen on the trail");
  }

  /** Rounded down: 100 % means all of it. */
  static String share(Row row) {
    if (row.verdict() == Verdict.NO_LOG) {
      return "no log";
    }
    return row.trustedPermille() > 0 && row.trustedPermille() < 10
        ? "<1 %"
        : row.trustedPermille() / 10 + " %";
  }

  /** What a stretch is, in words; {@code why}: ids of a gap's reasons. */
  static String of(Trust trust, String why) {
    return switch (trust) {
      case COVERED -> "covered by a log of logons";
      case ALTERABLE ->
        "the intruder was administrator here, so this host's own log excludes nothing";
      case NO_LOG -> "no log of logons";
      case GAP -> "gap" + (why.isEmpty() ? "" : ": " + reasons(why));
    };
  }

  static String reasons(String why) {
    return Arrays.stream(why.split(" ", -1)).map(Wording::gap).collect(Collectors.joining(", "));
  }
}
