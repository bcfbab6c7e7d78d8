package org.tidemark.investigation.ask;

import java.time.Period;
import java.util.List;
import java.util.Optional;

/**
 * A log that somebody may be asked for, and what destroys it where nobody saw to it. A line of
 * retention.tsv.
 *
 * @param id as the case file and results write it
 * @param name as a sentence names it
 * @param bound what destroys it
 * @param keeps how long a record is kept; empty unless {@code bound} is {@link Bound#PERIOD}
 * @param acts what it can show
 * @param formats log formats that Tidemark reads it as
 * @param what what it is, and what the figure depends on
 * @param known {@code read}: the maker's own page was read; {@code second-hand}: somebody who
 *     quotes it; {@code not-confirmed}; {@code none}: there is no figure
 * @param document title of what was read, {@code url} its address, {@code readOn} the day
 */
public record LogSource(
    String id,
    String name,
    Bound bound,
    Optional<Period> keeps,
    List<ShownAct> acts,
    List<String> formats,
    String what,
    String known,
    String document,
    String url,
    String readOn) {
  /** What destroys a log. */
  public enum Bound {
    /** Age alone. */
    PERIOD,
    /** Size: newer records overwrite the oldest. */
    SIZE,
    /** Nothing, until somebody deletes it. */
    KEPT,
    /** It is not recorded unless somebody switched it on. */
    OFF,
    /** Nobody said. */
    UNKNOWN
  }

  public LogSource {
    acts = List.copyOf(acts);
    formats = List.copyOf(formats);
    if (keeps.isPresent() != (bound == Bound.PERIOD)) {
      throw new IllegalArgumentException(id + ": keeps " + keeps + " (expected: with PERIOD only)");
    }
  }

  /** A log of a format of which nothing is known. */
  static LogSource unlisted(String format) {
    return new LogSource(
        format,
        format + " log",
        Bound.UNKNOWN,
        Optional.empty(),
        List.of(),
        List.of(format),
        "",
        "none",
        "",
        "",
        "");
  }
}
