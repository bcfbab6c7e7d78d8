package org.tidemark.app.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.tidemark.app.report.CoverageRows.Spell;
import org.tidemark.app.report.CoverageRows.Trust;
import org.tidemark.app.report.CoverageSweep.Hole;
import org.tidemark.app.report.CoverageSweep.Span;

/** Hours of one host's window, 0 to 100: what each stretch is worth. */
class CoverageSweepTest {
  private static final Instant START = Instant.parse("2023-09-14T00:00:00Z");

  private static Instant hour(int hour) {
    return START.plusSeconds(hour * 3600L);
  }

  private static Span span(int from, int to, Hole... holes) {
    return new Span(hour(from), hour(to), List.of(holes));
  }

  private static Hole hole(int from, int to, String why) {
    return new Hole(hour(from), hour(to), why);
  }

  private static void check(String expected, Span... spans) {
    CoverageSweep sweep = new CoverageSweep(hour(0), hour(100));
    List.of(spans).forEach(sweep::add);
    assertEquals(expected, words(sweep.spells()));
  }

  private static String words(List<Spell> spells) {
    return spells.stream()
        .map(s -> (s.from().getEpochSecond() - START.getEpochSecond()) / 3600 + "-"
            + (s.to().getEpochSecond() - START.getEpochSecond()) / 3600 + " " + s.trust()
            + (s.why().isEmpty() ? "" : "(" + s.why() + ")"))
        .collect(Collectors.joining(", "));
  }

  @Test
  void withoutALogNothingIsCovered() {
    check("0-100 NO_LOG");
  }

  @Test
  void aLogThatBeginsBeforeAndEndsAfterCoversTheWindow() {
    check("0-100 COVERED", span(-50, 300));
  }

  @Test
  void theTimeBeforeTheFirstAndAfterTheLastRecordIsWithoutALog() {
    check("0-10 NO_LOG, 10-90 COVERED, 90-100 NO_LOG", span(10, 90));
  }

  @Test
  void aGapSaysWhy() {
    check(
        "0-20 COVERED, 20-30 GAP(cleared), 30-100 COVERED", span(0, 100, hole(20, 30, "cleared")));
  }

  @Test
  void anotherSourceFillsAGap() {
    check(
        "0-20 COVERED, 20-25 GAP(quiet), 25-100 COVERED",
        span(0, 100, hole(20, 30, "quiet")),
        span(25, 60));
  }

  @Test
  void gapsThatOverlapAreOneStretchWithBothReasonsWhereBothHold() {
    check(
        "0-20 COVERED, 20-25 GAP(quiet), 25-30 GAP(cleared quiet), 30-40 GAP(cleared),"
            + " 40-100 COVERED",
        span(0, 100, hole(20, 30, "quiet"), hole(25, 40, "cleared")));
  }

  @Test
  void aGapNeverReachesBeyondItsLog() {
    check("0-50 COVERED, 50-60 GAP(cleared), 60-100 NO_LOG", span(0, 60, hole(50, 80, "cleared")));
  }

  @Test
  void aSpanThatEndsBeforeItBeginsSaysNothing() {
    check("0-100 NO_LOG", span(60, 40));
  }

  @Test
  void whileTheIntruderIsAdministratorTheOwnLogIsAlterable() {
    CoverageSweep sweep = new CoverageSweep(hour(0), hour(100));
    sweep.add(span(0, 100, hole(30, 40, "quiet")));
    sweep.alterable(hour(20), hour(60));
    assertEquals(
        "0-20 COVERED, 20-30 ALTERABLE, 30-40 GAP(quiet), 40-60 ALTERABLE, 60-100 COVERED",
        words(sweep.spells()));
  }

  /** A second opinion, hour by hour, on random logs. */
  @Test
  void equalsLookingAtEachHour() {
    for (int seed = 0; seed < 200; seed++) {
      Random random = new Random(seed);
      List<Span> spans = new ArrayList<>();
      for (int i = random.nextInt(4); i > 0; i--) {
        Hole[] holes = new Hole[random.nextInt(5)];
        for (int h = 0; h < holes.length; h++) {
          int from = random.nextInt(140) - 20;
          holes[h] = hole(from, from + random.nextInt(30) - 3, "w" + random.nextInt(2));
        }
        int from = random.nextInt(120) - 20;
        spans.add(span(from, from + random.nextInt(100) - 5, holes));
      }
      CoverageSweep sweep = new CoverageSweep(hour(0), hour(100));
      spans.forEach(sweep::add);
      StringBuilder swept = new StringBuilder();
      sweep
          .spells()
          .forEach(s -> swept.append(String.valueOf(sign(s.trust()))
              .repeat((int) ((s.to().getEpochSecond() - s.from().getEpochSecond()) / 3600))));
      StringBuilder looked = new StringBuilder();
      for (int hour = 0; hour < 100; hour++) {
        looked.append(sign(at(spans, hour(hour))));
      }
      assertEquals(looked.toString(), swept.toString(), "seed " + seed);
    }
  }

  private static char sign(Trust trust) {
    return trust.name().charAt(0);
  }

  private static Trust at(List<Span> spans, Instant hour) {
    Trust best = Trust.NO_LOG;
    for (Span span : spans) {
      if (within(hour, span.from(), span.to())) {
        boolean holed = span.holes().stream().anyMatch(h -> within(hour, h.from(), h.to()));
        best = !holed ? Trust.COVERED : best == Trust.NO_LOG ? Trust.GAP : best;
      }
    }
    return best;
  }

  private static boolean within(Instant at, Instant from, Instant to) {
    return !at.isBefore(from) && at.isBefore(to);
  }
}
