package org.tidemark.app.report;

import com.ibm.icu.util.ULocale;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** How numbers, times and ids of closed sets are worded for readers. English; times are UTC. */
public final class Wording {
  private static final DateTimeFormatter MINUTE =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT).withZone(ZoneOffset.UTC);
  private static final DateTimeFormatter SECOND =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT).withZone(ZoneOffset.UTC);
  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("yyyy-MM-dd", Locale.ROOT).withZone(ZoneOffset.UTC);
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.ENGLISH).withZone(ZoneOffset.UTC);

  private static final Map<String, String> KINDS = Map.ofEntries(
      Map.entry("email", "e-mail address"),
      Map.entry("phone", "phone number"),
      Map.entry("card", "card number"),
      Map.entry("my-number", "My Number"),
      Map.entry("birth-date", "birth date"),
      Map.entry("age-group", "age group"),
      Map.entry("internal-id", "internal id"));

  private Wording() {}

  /** {@code 1,234,567}. */
  public static String count(long n) {
    return String.format(Locale.ROOT, "%,d", n);
  }

  /** {@code 1 host}, {@code 2 hosts}. */
  public static String count(long n, String one, String many) {
    return count(n) + " " + (n == 1 ? one : many);
  }

  public static String minute(Instant at) {
    return MINUTE.format(at);
  }

  public static String second(Instant at) {
    return SECOND.format(at);
  }

  public static String date(Instant at) {
    return DATE.format(at);
  }

  static String day(Instant at) {
    return DAY.format(at);
  }

  /** An ISO 8601 instant, or empty for anything else. */
  static Optional<Instant> instant(String iso) {
    try {
      return iso.isEmpty() ? Optional.empty() : Optional.of(Instant.parse(iso));
    } catch (DateTimeParseException notATime) {
      return Optional.empty();
    }
  }

  /**
   * The time to the minute; the text itself where it is no ISO 8601 instant, "no time known" where
   * it is empty.
   */
  static String time(String iso) {
    return instant(iso).map(Wording::minute).orElse(iso.isEmpty() ? "no time known" : iso);
  }

  static String kind(String id) {
    int slash = id.indexOf('/');
    String head = slash < 0 ? id : id.substring(0, slash);
    String word = KINDS.getOrDefault(head, head);
    return slash < 0 ? word : word + " (" + id.substring(slash + 1) + ")";
  }

  /** Why a log is not to be trusted for a while, in words; the id's own words where it is new. */
  static String gap(String why) {
    return switch (why) {
      case "cleared" -> "the log was cleared";
      case "record-numbers" -> "record numbers are missing";
      case "switched-off" -> "recording was switched off";
      case "quiet" -> "silent beyond its own rhythm";
      default -> words(why);
    };
  }

  /** A closed-set id as words: {@code owner-like} → {@code owner like}. */
  static String words(String id) {
    return id.replace('-', ' ').replace('_', ' ');
  }

  /**
   * The end of a text that is too long for its place is cut and says so. Wide characters take two
   * columns.
   */
  static String cut(String text, int columnsMax) {
    if (TerminalLines.width(text) <= columnsMax) {
      return text;
    }
    return head(text, columnsMax - 1) + "…";
  }

  /** The middle is cut: the beginning and the end of a host's name tell more. */
  static String cutMiddle(String name, int columnsMax) {
    String text = Html.seen(name);
    if (TerminalLines.width(text) <= columnsMax) {
      return text;
    }
    int columns = (columnsMax - 1) / 2;
    String backwards = new StringBuilder(text).reverse().toString();
    String tail = head(backwards, columnsMax - 1 - columns);
    return head(text, columns) + "…" + new StringBuilder(tail).reverse();
  }

  private static String head(String text, int columns) {
    int used = 0;
    int i = 0;
    while (i < text.length()) {
      String next = Character.toString(text.codePointAt(i));
      used += TerminalLines.width(next);
      if (used > columns) {
        break;
      }
      i += next.length();
    }
    return text.substring(0, i);
  }

  static String country(String code) {
    if (code.isEmpty()) {
      return "country unknown";
    }
    if (!code.matches("[A-Z]{2}")) {
      return code;
    }
    String name = new ULocale("", code).getDisplayCountry(ULocale.ENGLISH);
    return name.isEmpty() ? code : name;
  }

  /**
   * What stands for a value of this kind: a fixed shape that says nothing of the value, its length
   * included.
   */
  static String mask(String kind) {
    int slash = kind.indexOf('/');
    return switch (slash < 0 ? kind : kind.substring(0, slash)) {
      case "email" -> "•••••@•••••";
      case "phone" -> "•••-••••-••••";
      case "card" -> "•••• •••• •••• ••••";
      case "my-number" -> "•••• •••• ••••";
      case "birth-date" -> "••••-••-••";
      case "name" -> "••• •••";
      case "internal-id" -> "••••••••";
      default -> "•••";
    };
  }
}
