package org.tidemark.app.report;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import org.tidemark.app.report.Picture.Tick;

/** Maps instants to the width of the picture. Instants outside stand at its edge. */
final class TimeScale {
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("d MMM", Locale.ENGLISH).withZone(ZoneOffset.UTC);
  private static final DateTimeFormatter DAY_OF_YEAR =
      DateTimeFormatter.ofPattern("d MMM yyyy", Locale.ENGLISH).withZone(ZoneOffset.UTC);
  private static final DateTimeFormatter HOUR =
      DateTimeFormatter.ofPattern("HH:mm", Locale.ENGLISH).withZone(ZoneOffset.UTC);

  private static final long[] STEP_HOURS = {
    1, 3, 6, 12, 24, 48, 96, 7 * 24, 14 * 24, 28 * 24, 91 * 24, 182 * 24, 365 * 24, 3650 * 24
  };

  /** Narrower than this a picture shows nothing: a case of minutes is drawn in an hour. */
  private static final Duration SPAN_MIN = Duration.ofHours(1);

  private final long from;
  private final long to;
  private final double left;
  private final double right;

  private TimeScale(long from, long to, double left, double right) {
    this.from = from;
    this.to = to;
    this.left = left;
    this.right = right;
  }

  /** A scale over all instants, with a margin on both sides. */
  static TimeScale over(List<Instant> instants, double left, double right) {
    long first = Collections.min(instants).getEpochSecond();
    long last = Collections.max(instants).getEpochSecond();
    long span = Math.max(last - first, SPAN_MIN.toSeconds());
    return new TimeScale(first - span / 18, first + span + span / 16, left, right);
  }

  /** A scale from one instant to another, without a margin. */
  static TimeScale between(Instant from, Instant to, double left, double right) {
    long first = from.getEpochSecond();
    long last = Math.max(to.getEpochSecond(), first + SPAN_MIN.toSeconds());
    return new TimeScale(first, last, left, right);
  }

  double x(Instant at) {
    double share = ((double) at.getEpochSecond() - from) / (to - from);
    return left + Math.max(0, Math.min(1, share)) * (right - left);
  }

  boolean isOutside(Instant begin, Instant end) {
    return end.getEpochSecond() < from || begin.getEpochSecond() > to;
  }

  /**
   * At most {@code max} ticks at round times; the first one, and the first of a year, name the
   * year.
   */
  List<Tick> ticks(int max) {
    long step = STEP_HOURS[STEP_HOURS.length - 1] * 3600;
    for (long hours : STEP_HOURS) {
      if ((to - from) / (hours * 3600) < max) {
        step = hours * 3600;
        break;
      }
    }
    List<Tick> ticks = new ArrayList<>();
    String day = "";
    int year = Integer.MIN_VALUE;
    for (long at = -Math.floorDiv(-from, step) * step; at <= to; at += step) {
      Instant instant = Instant.ofEpochSecond(at);
      String date = DAY.format(instant);
      int thisYear = instant.atOffset(ZoneOffset.UTC).getYear();
      String label = thisYear != year ? DAY_OF_YEAR.format(instant) : date;
      if (step < 24 * 3600) {
        label = date.equals(day) ? HOUR.format(instant) : label + " " + HOUR.format(instant);
      }
      ticks.add(new Tick(x(instant), label));
      day = date;
      year = thisYear;
    }
    return ticks;
  }
}
