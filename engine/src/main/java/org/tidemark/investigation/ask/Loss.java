package org.tidemark.investigation.ask;

import java.time.LocalDate;
import java.time.Period;
import java.util.Optional;
import org.tidemark.investigation.ask.LogSource.Bound;

/**
 * When a log is destroyed. Retention runs from the day of each record, so the first day of a window
 * goes first: a record of day D that is kept for a period P is gone on day D + P. Days are those of
 * UTC.
 *
 * @param firstLost day on which the first day of the window goes
 * @param allLost day on which the last one goes
 * @param lostBefore first day of the window whose records are still there, where earlier ones went
 */
public record Loss(
    State state,
    Optional<LocalDate> firstLost,
    Optional<LocalDate> allLost,
    Optional<LocalDate> lostBefore) {
  /** How it stands with the log today. */
  public enum State {
    /** All of it is still there. */
    KEPT("kept"),
    /** A part is gone, and each day another. */
    LOSING("losing"),
    /** All of it is gone. */
    LOST("lost"),
    /** Newer records overwrite it, nobody knows when. */
    OVERWRITTEN("overwritten"),
    /** Nobody said how long it is kept. */
    NOT_KNOWN("not-known"),
    /** It stays until somebody deletes it. */
    UNTIL_DELETED("until-deleted"),
    /** It exists only where somebody switched it on. */
    NOT_RECORDED("not-recorded");

    private final String id;

    State(String id) {
      this.id = id;
    }

    /** As results write it. */
    public String id() {
      return id;
    }
  }

  /**
   * How it stands with the records of a window.
   *
   * @param keeps how long a record is kept, where that is what destroys it
   * @param window empty where nobody knows when the intruder came: then no day can be told
   */
  public static Loss of(
      Bound bound, Optional<Period> keeps, Optional<Window> window, LocalDate today) {
    if (keeps.isPresent() && window.isPresent()) {
      return of(keeps.get(), window.get(), today);
    }
    return without(
        switch (bound) {
          case PERIOD, UNKNOWN -> State.NOT_KNOWN;
          case SIZE -> State.OVERWRITTEN;
          case KEPT -> State.UNTIL_DELETED;
          case OFF -> State.NOT_RECORDED;
        });
  }

  private static Loss of(Period keeps, Window window, LocalDate today) {
    LocalDate firstLost = window.firstDay().plus(keeps);
    LocalDate allLost = window.lastDay().plus(keeps);
    LocalDate kept = firstKept(keeps, today);
    State state = kept.isAfter(window.lastDay())
        ? State.LOST
        : kept.isAfter(window.firstDay()) ? State.LOSING : State.KEPT;
    return new Loss(
        state,
        Optional.of(firstLost),
        Optional.of(allLost),
        state == State.LOSING ? Optional.of(kept) : Optional.empty());
  }

  // Subtracting a month and adding it again is not the same day in every month, so the day is
  // looked for.
  private static LocalDate firstKept(Period keeps, LocalDate today) {
    LocalDate day = today.minus(keeps);
    while (!day.plus(keeps).isAfter(today)) {
      day = day.plusDays(1);
    }
    while (day.minusDays(1).plus(keeps).isAfter(today)) {
      day = day.minusDays(1);
    }
    return day;
  }

  private static Loss without(State state) {
    return new Loss(state, Optional.empty(), Optional.empty(), Optional.empty());
  }

  /**
   * The next day on which something is lost, for ordering: today where any day may be the last;
   * far off where nothing is lost any more.
   */
  LocalDate next(LocalDate today) {
    return switch (state) {
      case KEPT -> firstLost.orElse(today);
      case LOSING, OVERWRITTEN, NOT_KNOWN -> today;
      case NOT_RECORDED, UNTIL_DELETED -> LocalDate.MAX.minusDays(1);
      case LOST -> LocalDate.MAX;
    };
  }

  /** In words. */
  String says() {
    String first = firstLost.map(LocalDate::toString).orElse("");
    String all = allLost.map(LocalDate::toString).orElse("");
    return switch (state) {
      case KEPT ->
        first.equals(all)
            ? "destroyed on " + first
            : "the first part is destroyed on " + first + ", the last on " + all;
      case LOSING ->
        "the part before " + lostBefore.map(LocalDate::toString).orElse("")
            + " is lost unless kept elsewhere, one more day is destroyed every day, the last on "
            + all;
      case LOST -> "all of it was destroyed by " + all + " unless kept elsewhere";
      case OVERWRITTEN -> "kept until newer records overwrite it: any day may be its last";
      case NOT_KNOWN -> "nobody said how long it is kept: any day may be its last";
      case UNTIL_DELETED -> "kept until somebody deletes it";
      case NOT_RECORDED -> "not recorded unless somebody had switched it on";
    };
  }
}
