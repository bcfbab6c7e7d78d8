package org.tidemark.evidence;

/**
 * Reads times as logs write them: {@code 2020-08-06 11:56:07}, {@code 2020-08-06T15:56:10.186Z},
 * {@code …+09:00}. Fractions beyond µs are cut off. Keeps the last one read; one instance a thread.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc3339">RFC 3339</a>
 */
public final class WrittenTime {
  /** Zone of a time that shows none. */
  public static final int NO_ZONE = Short.MIN_VALUE;

  private String text = "";
  private int at;
  private long localMicros;
  private int zoneMinutes;

  /** Reads the time; false where the text is none. */
  public boolean read(String written) {
    text = written;
    at = 0;
    zoneMinutes = NO_ZONE;
    int year = digits(4);
    int month = after('-') ? digits(2) : -1;
    int day = after('-') ? digits(2) : -1;
    if (year < 0 || month < 1 || month > 12 || day < 1 || day > daysOf(year, month)) {
      return false;
    }
    if (!after('T') && !after('t') && !after(' ')) {
      return false;
    }
    int hour = digits(2);
    int minute = after(':') ? digits(2) : -1;
    int second = after(':') ? digits(2) : -1;
    if (hour < 0 || hour > 23 || minute < 0 || minute > 59 || second < 0 || second > 60) {
      return false;
    }
    localMicros = micros(year, month, day, hour, minute, second) + fraction();
    return zone() && at == text.length();
  }

  /** µs since 1970 as if the written time were UTC. */
  public long localMicros() {
    return localMicros;
  }

  /** Minutes east of UTC; {@link #NO_ZONE} where the text shows none. */
  public int zoneMinutes() {
    return zoneMinutes;
  }

  public boolean hasZone() {
    return zoneMinutes != NO_ZONE;
  }

  /** µs since 1970 UTC; as if UTC where the text shows no zone. */
  public long utcMicros() {
    return hasZone() ? localMicros - zoneMinutes * 60_000_000L : localMicros;
  }

  /** µs since 1970 of a date and time of the proleptic Gregorian calendar, as UTC. */
  public static long micros(int year, int month, int day, int hour, int minute, int second) {
    long days = java.time.LocalDate.of(year, month, day).toEpochDay();
    return (((days * 24 + hour) * 60 + minute) * 60 + second) * 1_000_000L;
  }

  /** Number of days of a month from 1 to 12. */
  public static int daysOf(int year, int month) {
    return java.time.YearMonth.of(year, month).lengthOfMonth();
  }

  private long fraction() {
    if (!after('.') && !after(',')) {
      return 0;
    }
    long micros = 0;
    long unit = 100_000;
    while (at < text.length() && isDigit(text.charAt(at))) {
      micros += (text.charAt(at++) - '0') * unit;
      unit /= 10;
    }
    return micros;
  }

  private boolean zone() {
    if (at == text.length()) {
      return true;
    }
    if (after('Z') || after('z')) {
      zoneMinutes = 0;
      return true;
    }
    boolean east = text.charAt(at) == '+';
    if (!east && text.charAt(at) != '-') {
      return false;
    }
    at++;
    int hours = digits(2);
    after(':');
    int minutes = digits(2);
    if (hours < 0 || hours > 18 || minutes < 0 || minutes > 59) {
      return false;
    }
    zoneMinutes = (hours * 60 + minutes) * (east ? 1 : -1);
    return true;
  }

  private boolean after(char expected) {
    if (at < text.length() && text.charAt(at) == expected) {
      at++;
      return true;
    }
    return false;
  }

  private int digits(int count) {
    if (at + count > text.length()) {
      return -1;
    }
    int value = 0;
    for (int i = 0; i < count; i++) {
      char c = text.charAt(at + i);
      if (!isDigit(c)) {
        return -1;
      }
      value = value * 10 + c - '0';
    }
    at += count;
    return value;
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }
}
