package org.tidemark.investigation.ask;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.tidemark.investigation.ask.LogSource.Bound;

class LossTest {
  @Test
  void theFirstDayGoesFirstAndTheLastDayLast() {
    check("P90D", "2023-10-04 2023-10-31", "2023-11-05", "kept 2024-01-02 2024-01-29 -");
    check("P30D", "2023-10-31 2023-10-31", "2023-11-05", "kept 2023-11-30 2023-11-30 -");
  }

  @Test
  void onTheDayItselfThePartIsLost() {
    check("P30D", "2023-10-04 2023-10-31", "2023-11-02", "kept 2023-11-03 2023-11-30 -");
    check("P30D", "2023-10-04 2023-10-31", "2023-11-03", "losing 2023-11-03 2023-11-30 2023-10-05");
    check("P30D", "2023-10-04 2023-10-31", "2023-11-29", "losing 2023-11-03 2023-11-30 2023-10-31");
    check("P30D", "2023-10-04 2023-10-31", "2023-11-30", "lost 2023-11-03 2023-11-30 -");
    check("P30D", "2023-10-04 2023-10-31", "2031-01-01", "lost 2023-11-03 2023-11-30 -");
  }

  @Test
  void monthsEndWhereTheyEnd() {
    check("P6M", "2023-08-31 2023-08-31", "2024-01-01", "kept 2024-02-29 2024-02-29 -");
    check("P6M", "2022-08-29 2022-08-31", "2023-02-27", "kept 2023-02-28 2023-02-28 -");
    check("P6M", "2022-08-29 2022-09-01", "2023-02-28", "losing 2023-02-28 2023-03-01 2022-09-01");
    check("P1M", "2024-01-31 2024-02-01", "2024-02-29", "losing 2024-02-29 2024-03-01 2024-02-01");
  }

  @Test
  void aLeapDayIsKeptForAYear() {
    check("P1Y", "2024-02-29 2024-02-29", "2025-02-27", "kept 2025-02-28 2025-02-28 -");
    check("P365D", "2024-02-29 2024-02-29", "2025-02-27", "kept 2025-02-28 2025-02-28 -");
    check("P1Y", "2024-02-28 2024-02-29", "2025-02-28", "lost 2025-02-28 2025-02-28 -");
  }

  @Test
  void whatIsNotDestroyedByAgeHasNoDay() {
    check(Bound.SIZE, "overwritten", "2023-11-05");
    check(Bound.UNKNOWN, "not-known", "2023-11-05");
    check(Bound.KEPT, "until-deleted", "+999999999-12-30");
    check(Bound.OFF, "not-recorded", "+999999999-12-30");
  }

  @Test
  void withoutAWindowNoDayIsNamed() {
    Loss loss = Loss.of(
        Bound.PERIOD, Optional.of(Period.ofDays(90)), Optional.empty(), LocalDate.of(2023, 11, 5));
    assertEquals("not-known", loss.state().id());
    assertEquals(Optional.empty(), loss.firstLost());
  }

  @Test
  void theSentenceNamesTheDays() {
    assertEquals(
        "the part before 2023-10-05 is lost unless kept elsewhere, one more day is destroyed every"
            + " day, the last on 2023-11-30",
        loss("P30D", "2023-10-04 2023-10-31", "2023-11-03").says());
    assertEquals(
        "destroyed on 2023-11-30",
        loss("P30D", "2023-10-31 2023-10-31", "2023-11-03").says());
  }

  private static void check(String keeps, String window, String today, String expected) {
    Loss loss = loss(keeps, window, today);
    assertEquals(
        expected,
        String.join(
            " ",
            loss.state().id(),
            loss.firstLost().orElseThrow().toString(),
            loss.allLost().orElseThrow().toString(),
            loss.lostBefore().map(LocalDate::toString).orElse("-")),
        keeps + " of " + window + " as of " + today);
  }

  private static void check(Bound bound, String state, String next) {
    LocalDate today = LocalDate.of(2023, 11, 5);
    Window window = window("2023-10-04 2023-10-31");
    Loss loss = Loss.of(bound, Optional.empty(), Optional.of(window), today);
    assertEquals(state, loss.state().id());
    assertEquals(next, loss.next(today).toString());
  }

  private static Loss loss(String keeps, String window, String today) {
    return Loss.of(
        Bound.PERIOD,
        Optional.of(Period.parse(keeps)),
        Optional.of(window(window)),
        LocalDate.parse(today));
  }

  private static Window window(String days) {
    String[] day = days.split(" ");
    return new Window(
        Instant.parse(day[0] + "T12:00:00Z"), Instant.parse(day[1] + "T23:59:59.999Z"));
  }
}
