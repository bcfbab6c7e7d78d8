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
final class Wording {
  private static final DateTimeFormatter MINUTE =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT).withZone(ZoneOffset.UTC);
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
  static String count(long n) {
    return String.format(Locale.ROOT, "%,d", n);
  }

  /** {@code 1 host}, {@code 2 hosts}. */
  static String count(long n, String one, String many) {
    return count(n) + " " + (n == 1 ? one : many);
  }

  static String minute(Instant at) {
    return MINUTE.format(at);
  }

  static String date(Instant at) {
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

  /** A closed-set id as words: {@code owner-like} → {@code owner like}. */
  static String words(String id) {
    return id.replace('-', ' ').replace('_', ' ');
  }

  /** The end of a text that is too long for its place is cut and says so. */
  static String cut(String text, int lengthMax) {
    if (text.codePointCount(0, text.length()) <= lengthMax) {
      return text;
    }
    return text.substring(0, text.offsetByCodePoints(0, lengthMax - 1)) + "…";
  }

  /** The middle is cut: the beginning and the end of a host's name tell more. */
  static String cutMiddle(String text, int lengthMax) {
    int length = text.codePointCount(0, text.length());
    if (length <= lengthMax) {
      return text;
    }
    int head = (lengthMax - 1) / 2;
    int tail = lengthMax - 1 - head;
    return text.substring(0, text.offsetByCodePoints(0, head)) + "…"
        + text.substring(text.offsetByCodePoints(text.length(), -tail));
  }

  static String country(String code) {
    if (code.isEmpty()) {
      return "country unknown";
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
