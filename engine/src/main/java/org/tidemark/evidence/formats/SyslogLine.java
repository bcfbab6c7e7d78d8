package org.tidemark.evidence.formats;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.tidemark.evidence.FactSink;
import org.tidemark.evidence.WrittenTime;

/**
 * Reads a line of syslog: {@code Oct  3 02:11:09 host app[pid]: message}, the same with an ISO 8601
 * time, or RFC 5424; {@code <PRI>} may stand before it. Keeps the last line read; one instance a
 * thread.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc3164">RFC 3164</a>
 * @see <a href="https://www.rfc-editor.org/rfc/rfc5424">RFC 5424</a>
 */
final class SyslogLine {
  private static final List<String> MONTHS =
      List.of("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec");

  /**
   * Years that are tried for a date without one: 29 February comes every 4, once in a while every
   * 8.
   */
  private static final int MAX_YEARS_BACK = 8;

  private final WrittenTime time = new WrittenTime();
  private String text = "";
  private int at;
  private int month;
  private int day;
  private int secondOfDay;
  private String host = "";
  private String app = "";
  private String pid = "";
  private String message = "";

  /** Reads the line; false where it is none. */
  boolean read(byte[] bytes, int start, int stop) {
    text = new String(bytes, start, stop - start, StandardCharsets.UTF_8);
    at = 0;
    month = 0;
    if (text.startsWith("<")) {
      int close = text.indexOf('>');
      if (close < 2 || close > 4) {
        return false;
      }
      at = close + 1;
    }
    boolean structured = text.startsWith("1 ", at) && at > 0;
    if (structured) {
      at += 2;
    }
    return readTime() && (structured ? readStructured() : readPlain());
  }

  String host() {
    return host;
  }

  /** Name of the program, without path. */
  String app() {
    return app;
  }

  /** Process id as written; empty where there is none. */
  String pid() {
    return pid;
  }

  String message() {
    return message;
  }

  /** Gives the time to the sink; false where it is absurd or its year cannot be known. */
  boolean giveTime(FactSink sink) {
    if (month == 0) {
      return time.hasZone()
          ? sink.at(time.utcMicros(), time.zoneMinutes())
          : sink.atLocal(time.localMicros());
    }
    Optional<Instant> latest = sink.settings().latest();
    if (latest.isEmpty()) {
      return false;
    }
    int lastYear = latest.get().atOffset(ZoneOffset.UTC).getYear();
    long latestMicros = latest.get().getEpochSecond() * 1_000_000L;
    for (int year = lastYear; year >= lastYear - MAX_YEARS_BACK; year--) {
      if (day <= WrittenTime.daysOf(year, month)) {
        long micros = WrittenTime.micros(year, month, day, 0, 0, 0) + secondOfDay * 1_000_000L;
        if (micros <= latestMicros) {
          return sink.atLocal(micros);
        }
      }
    }
    return false;
  }

  private boolean readTime() {
    if (at < text.length() && Character.isDigit(text.charAt(at))) {
      int space = text.indexOf(' ', at);
      if (space < 0 || !time.read(text.substring(at, space))) {
        return false;
      }
      at = space + 1;
      return true;
    }
    if (at + 16 > text.length()) {
      return false;
    }
    month = MONTHS.indexOf(text.substring(at, at + 3)) + 1;
    day = number(text.substring(at + 4, at + 6).strip());
    int hour = number(text.substring(at + 7, at + 9));
    int minute = number(text.substring(at + 10, at + 12));
    int second = number(text.substring(at + 13, at + 15));
    boolean shaped = text.charAt(at + 9) == ':' && text.charAt(at + 12) == ':';
    boolean dated = month > 0 && day > 0 && day <= WrittenTime.daysOf(2000, month);
    boolean timed = hour >= 0 && hour < 24 && minute >= 0 && minute < 60 && second >= 0;
    if (!shaped || !dated || !timed || second > 60) {
      return false;
    }
    secondOfDay = (hour * 60 + minute) * 60 + second;
    at += 16;
    return true;
  }

  private boolean readPlain() {
    int space = text.indexOf(' ', at);
    if (space <= at) {
      return false;
    }
    host = text.substring(at, space);
    int colon = text.indexOf(": ", space + 1);
    if (colon < 0) {
      app = "";
      pid = "";
      message = text.substring(space + 1);
      return true;
    }
    String tag = text.substring(space + 1, colon);
    int bracket = tag.indexOf('[');
    app = bracket < 0 ? tag : tag.substring(0, bracket);
    pid = bracket < 0 ? "" : tag.substring(bracket + 1, Math.max(bracket + 1, tag.length() - 1));
    message = text.substring(colon + 2);
    return true;
  }

  private boolean readStructured() {
    String[] fields = text.substring(at).split(" ", 5);
    if (fields.length < 5) {
      return false;
    }
    host = fields[0];
    app = fields[1];
    pid = fields[2].equals("-") ? "" : fields[2];
    String rest = fields[4];
    int end = rest.startsWith("[") ? rest.indexOf("] ") + 2 : 2;
    message = end < 2 || end > rest.length() ? "" : rest.substring(end);
    return true;
  }

  private static int number(String digits) {
    int value = 0;
    for (int i = 0; i < digits.length(); i++) {
      char c = digits.charAt(i);
      if (c < '0' || c > '9') {
        return -1;
      }
      value = value * 10 + c - '0';
    }
    return digits.isEmpty() ? -1 : value;
  }

  /**
   * Whether one of the whole lines in a file's head is syslog and fits; looks at no more than the
   * head.
   */
  static boolean anyLine(byte[] head, int length, java.util.function.Predicate<SyslogLine> fits) {
    SyslogLine line = new SyslogLine();
    int start = 0;
    boolean first = true;
    while (start < length) {
      int stop = start;
      while (stop < length && head[stop] != '\n') {
        stop++;
      }
      boolean reads = line.read(head, start, stop);
      if (first && !reads && stop > start) {
        return false;
      }
      first = first && stop == start;
      if (reads && fits.test(line)) {
        return true;
      }
      start = stop + 1;
    }
    return false;
  }
}
