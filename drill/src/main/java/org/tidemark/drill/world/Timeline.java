package org.tidemark.drill.world;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;

/** The days of a drill and the instants of the intrusion; seconds since 1970 UTC, true time. */
public final class Timeline {
  public static final ZoneId ZONE = ZoneId.of("Asia/Tokyo");
  public static final LocalDate LAST = LocalDate.of(2023, 10, 31);

  private final int days;
  private final LocalDate first;
  private final int footholdDay;

  public Timeline(int days) {
    this.days = days;
    this.first = LAST.minusDays(days - 1L);
    this.footholdDay = Math.max(30, days * 55 / 100);
  }

  public int days() {
    return days;
  }

  public int footholdDay() {
    return footholdDay;
  }

  public LocalDate date(int day) {
    return first.plusDays(day);
  }

  public boolean workday(int day) {
    DayOfWeek weekday = date(day).getDayOfWeek();
    return weekday != DayOfWeek.SATURDAY && weekday != DayOfWeek.SUNDAY;
  }

  public int workdays() {
    int count = 0;
    for (int day = 0; day < days; day++) {
      count += workday(day) ? 1 : 0;
    }
    return count;
  }

  /** An instant by day and local time of day. */
  public long at(int day, int hour, int minute, int second) {
    return date(day).atStartOfDay(ZONE).toEpochSecond() + hour * 3600L + minute * 60L + second;
  }

  /** A night instant so many days after the foothold's day. */
  public long night(int after, int hour, int minute) {
    return at(footholdDay + after, hour, minute, 0);
  }

  public long foothold() {
    return night(0, 3, 12);
  }

  /** When the intruder was shut out: noon of the last day. */
  public long contained() {
    return at(days - 1, 12, 0, 0);
  }

  /** Span for which hb-db02 lost its log: from, until. */
  public long holeFrom() {
    return night(9, 12, 0);
  }

  public long holeUntil() {
    return night(11, 0, 0);
  }
}
