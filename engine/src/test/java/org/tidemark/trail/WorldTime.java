package org.tidemark.trail;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;

/** A time in the words of a {@link World}: {@code [-40d] [10:00[:30[.250]]]}. */
record WorldTime(List<String> words, int start) {
  private static final Instant DAY = Instant.parse("2023-10-03T00:00:00Z");

  static Instant of(String text) {
    return new WorldTime(List.of(text.strip().split(" +", -1)), 0).instant();
  }

  private boolean day() {
    return words.get(start).matches("[-+]\\d+d");
  }

  private boolean hour(int at) {
    return at < words.size() && words.get(at).matches("\\d\\d:\\d\\d.*");
  }

  int end() {
    int next = day() ? start + 1 : start;
    return hour(next) ? next + 1 : next;
  }

  Instant instant() {
    int next = day() ? start + 1 : start;
    Instant day = !day()
        ? DAY
        : DAY.plus(Duration.ofDays(
            Long.parseLong(words.get(start).substring(0, words.get(start).length() - 1))));
    if (!day() && !hour(next)) {
      throw new IllegalArgumentException("no time: " + String.join(" ", words));
    }
    return hour(next) ? day.plusNanos(LocalTime.parse(words.get(next)).toNanoOfDay()) : day;
  }

  /** Time of day for expectations: {@code 10:05}, {@code -2d 10:05}. */
  static String clock(Instant at) {
    long days = Duration.between(DAY, at).toDays();
    days -= at.isBefore(DAY) && Duration.between(DAY, at).toSeconds() % 86_400 != 0 ? 1 : 0;
    String time = LocalTime.ofInstant(at, ZoneOffset.UTC).toString();
    return days == 0 ? time : String.format("%+dd %s", days, time);
  }
}
