package org.tidemark.evidence;

import java.nio.charset.StandardCharsets;

/**
 * Reads times as logs write them: {@code 2020-08-06 11:56:07}, {@code 2020-08-06T15:56:10.186Z},
 * {@code …+09:00}, {@code 2020/8/6 9:56:07}, and, where they are asked for, seconds, ms, µs or ns
 * since 1970. Fractions beyond µs are cut off. Keeps the last one read; one instance a thread.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc3339">RFC 3339</a>
 */
public final class WrittenTime {
  /** Zone of a time that shows none. */
  public static final int NO_ZONE = Short.MIN_VALUE;

  private static final long SECOND = 1_000_000L;
  private static final int[] DAYS = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};

  private byte[] text = {};
  private int at;
  private int end;
  private long localMicros;
  private int zoneMinutes;

  /** Reads the time; false where the text is none. */
  public boolean read(String written) {
    byte[] bytes = written.getBytes(StandardCharsets.UTF_8);
    return read(bytes, 0, bytes.length);
  }

  /** Reads {@code bytes[start, stop)}; false where it is no time. */
  public boolean read(byte[] bytes, int start, int stop) {
    text = bytes;
    at = start;
    end = stop;
    zoneMinutes = NO_ZONE;
    int year = digits(4, 4);
    // ISO 8601 writes two digits; people who write slashes leave leading noughts out.
    boolean slashes = after('/');
    char between = slashes ? '/' : '-';
    int least = slashes ? 1 : 2;
    int month = slashes || after('-') ? digits(least, 2) : -1;
    int day = after(between) ? digits(least, 2) : -1;
    if (year < 0 || month < 1 || month > 12 || day < 1 || day > daysOf(year, month)) {
      return false;
    }
    if (!after('T') && !after('t') && !after(' ')) {
      return false;
    }
    int hour = digits(least, 2);
    int minute = after(':') ? digits(2, 2) : -1;
    int second = after(':') ? digits(2, 2) : -1;
    if (hour < 0 || hour > 23 || minute < 0 || minute > 59 || second < 0 || second > 60) {
      return false;
    }
    localMicros = micros(year, month, day, hour, minute, second) + fraction();
    return zone() && at == end;
  }

  /**
   * Reads {@code bytes[start, stop)} as a count since 1970 UTC: 10 digits are seconds, 13 ms, 16
   * µs, 19 ns; seconds may have a fraction. False where it is none.
   */
  public boolean readEpoch(byte[] bytes, int start, int stop) {
    text = bytes;
    at = start;
    end = stop;
    long count = 0;
    while (at < end && at - start < 19 && isDigit(text[at])) {
      count = count * 10 + text[at++] - '0';
    }
    zoneMinutes = 0;
    switch (at - start) {
      case 10 -> localMicros = count * SECOND + fraction();
      case 13 -> localMicros = count * 1000;
      case 16 -> localMicros = count;
      case 19 -> localMicros = count / 1000;
      default -> {
        return false;
      }
    }
    return at == end;
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
    return hasZone() ? localMicros - zoneMinutes * 60 * SECOND : localMicros;
  }

  /**
   * µs since 1970 of a date and time of the proleptic Gregorian calendar, as UTC. Years from 0 on.
   *
   * @see <a href="https://howardhinnant.github.io/date_algorithms.html">H. Hinnant, chrono-
   *     compatible low-level date algorithms, days_from_civil</a>
   */
  public static long micros(int year, int month, int day, int hour, int minute, int second) {
    int fromMarch = month > 2 ? year : year - 1;
    int era = Math.floorDiv(fromMarch, 400);
    int yearOfEra = fromMarch - era * 400;
    int dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1;
    int dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear;
    long days = era * 146_097L + dayOfEra - 719_468L;
    return (((days * 24 + hour) * 60 + minute) * 60 + second) * SECOND;
  }

  /** Number of days of a month from 1 to 12. */
  public static int daysOf(int year, int month) {
    boolean leap = month == 2 && year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    return DAYS[month - 1] + (leap ? 1 : 0);
  }

  private long fraction() {
    if (!after('.') && !after(',')) {
      return 0;
    }
    long micros = 0;
    long unit = 100_000;
    while (at < end && isDigit(text[at])) {
      micros += (text[at++] - '0') * unit;
      unit /= 10;
    }
    return micros;
  }

  private boolean zone() {
    if (at == end) {
      return true;
    }
    if (after('Z') || after('z')) {
      zoneMinutes = 0;
      return true;
    }
    boolean east = text[at] == '+';
    if (!east && text[at] != '-') {
      return false;
    }
    at++;
    int hours = digits(2, 2);
    after(':');
    int minutes = digits(2, 2);
    if (hours < 0 || hours > 18 || minutes < 0 || minutes > 59) {
      return false;
    }
    zoneMinutes = (hours * 60 + minutes) * (east ? 1 : -1);
    return true;
  }

  private boolean after(char expected) {
    if (at < end && text[at] == expected) {
      at++;
      return true;
    }
    return false;
  }

  /** From {@code least} to {@code most} digits; -1 where there are fewer. */
  private int digits(int least, int most) {
    int value = 0;
    int count = 0;
    while (count < most && at < end && isDigit(text[at])) {
      value = value * 10 + text[at++] - '0';
      count++;
    }
    return count < least ? -1 : value;
  }

  private static boolean isDigit(byte b) {
    return b >= '0' && b <= '9';
  }
}
