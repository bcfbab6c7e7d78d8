package org.tidemark.app.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.tidemark.app.report.CoverageRows.Row;
import org.tidemark.app.report.CoverageRows.Spell;
import org.tidemark.app.report.CoverageRows.Trust;
import org.tidemark.app.report.CoverageRows.Verdict;

/**
 * Which hosts the strip draws, and what stands in their rows. At most {@link #ROWS_MAX} hosts: held
 * first, then reached, unknown, badly covered; the others are told by a count per organisation.
 *
 * @param bands organisations in the order of arrival, at most {@link #BANDS_MAX}
 * @param hostsDrawn hosts with a row of their own, of {@code hostsTotal}
 */
record CoverageLayout(List<Band> bands, int hostsDrawn, int hostsTotal) {
  static final int ROWS_MAX = 40;
  static final int BANDS_MAX = 24;

  /** Hosts that never mattered and are covered throughout: a few show what that looks like. */
  static final int QUIET_MAX = 10;

  /** An organisation; {@code rest}: its hosts without a row, by what their logs are worth. */
  record Band(String organisation, List<Row> rows, Map<Verdict, Long> rest) {
    long restTotal() {
      return rest.values().stream().mapToLong(Long::longValue).sum();
    }
  }

  /** A stretch of a row in drawing units from the strip's left edge. */
  record Run(double x, double width, Trust trust, String title) {}

  static CoverageLayout of(CoverageRows coverage) {
    long eventful = coverage.rows().stream().filter(r -> !r.quiet()).count();
    Set<Row> chosen = coverage.rows().stream()
        .sorted(Comparator.comparingInt(Row::rank).thenComparing(CoverageRows.IN_ORGANISATION))
        .limit(Math.min(ROWS_MAX, eventful + QUIET_MAX))
        .collect(Collectors.toCollection(HashSet::new));
    Map<String, List<Row>> byOrganisation = coverage.rows().stream()
        .collect(Collectors.groupingBy(Row::organisation, LinkedHashMap::new, Collectors.toList()));
    List<Band> bands = new ArrayList<>();
    byOrganisation.entrySet().stream().limit(BANDS_MAX).forEach(e -> {
      List<Row> drawn = e.getValue().stream().filter(chosen::contains).toList();
      Map<Verdict, Long> rest =
          count(e.getValue().stream().filter(r -> !chosen.contains(r)).toList());
      bands.add(new Band(e.getKey(), drawn, rest));
    });
    int drawn = bands.stream().mapToInt(b -> b.rows().size()).sum();
    return new CoverageLayout(List.copyOf(bands), drawn, coverage.rows().size());
  }

  /** How many rows there are of each verdict, in the order of {@link Verdict}. */
  static Map<Verdict, Long> count(List<Row> rows) {
    Map<Verdict, Long> counts = new EnumMap<>(Verdict.class);
    rows.forEach(r -> counts.merge(r.verdict(), 1L, Long::sum));
    return counts;
  }

  /**
   * A row as runs of equal trust. The strip is cut into slots of {@code slot} units; each shows the
   * worst that it holds, so that a short gap does not vanish and a row never has more runs than
   * slots.
   */
  static List<Run> runs(Row row, TimeScale time, double left, double right, double slot) {
    int slots = (int) Math.ceil((right - left) / slot);
    Trust[] worst = new Trust[slots];
    Arrays.fill(worst, Trust.COVERED);
    for (Spell spell : row.spells()) {
      int end = end(spell, time, left, slot, slots);
      for (int i = begin(spell, time, left, slot, slots); i <= end; i++) {
        worst[i] = spell.trust().compareTo(worst[i]) > 0 ? spell.trust() : worst[i];
      }
    }
    List<Run> runs = new ArrayList<>();
    int begin = 0;
    for (int i = 1; i <= slots; i++) {
      if (i == slots || worst[i] != worst[begin]) {
        double x = left + begin * slot;
        double width = Math.min(right, left + i * slot) - x;
        runs.add(new Run(x, width, worst[begin], title(row, worst[begin], time, x, x + width)));
        begin = i;
      }
    }
    return runs;
  }

  private static int begin(Spell spell, TimeScale time, double left, double slot, int slots) {
    return Math.min(slots - 1, (int) ((time.x(spell.from()) - left) / slot));
  }

  private static int end(Spell spell, TimeScale time, double left, double slot, int slots) {
    int last = (int) Math.ceil((time.x(spell.to()) - left) / slot) - 1;
    return Math.min(slots - 1, Math.max(last, begin(spell, time, left, slot, slots)));
  }

  /** "hb-db02, 2023-10-13 22:39 to 2023-10-15 16:58: gap, record numbers are missing". */
  private static String title(Row row, Trust trust, TimeScale time, double x, double until) {
    List<Spell> spells = row.spells().stream()
        .filter(s -> s.trust() == trust && time.x(s.to()) > x && time.x(s.from()) < until)
        .toList();
    if (spells.isEmpty()) {
      return row.host() + ": " + CoverageWords.of(trust, "");
    }
    Spell first = spells.get(0);
    Spell last = spells.get(spells.size() - 1);
    return row.host() + ", " + Wording.minute(first.from()) + " to " + Wording.minute(last.to())
        + ": " + CoverageWords.of(trust, first.why());
  }
}
