package org.tidemark.casefile;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What a written value may be: how it is read and how it is asked for.
 *
 * @param expected in words, with an example
 * @param reader turns the text into the value, or says why it does not fit
 */
record Kind<T>(String expected, Reader<T> reader) {
  /** Reads one value. */
  interface Reader<T> {
    T read(String text) throws Misfit;
  }

  private static final Set<String> COUNTRIES = Set.copyOf(Arrays.asList(Locale.getISOCountries()));
  private static final int LONGEST_TEXT = 2_000;
  private static final int MOST_WILDCARDS = 16;
  private static final Duration LONGEST_OFFSET = Duration.ofDays(36_525);

  static final Kind<String> TEXT = new Kind<>("text", Kind::text);
  static final Kind<String> ID = pattern(
      "a short name of lower-case letters, digits and hyphens, as harbour-chat-2023",
      "[a-z0-9][a-z0-9-]{0,63}",
      "is no short name");
  static final Kind<String> RULE =
      pattern("a rule id, as rdp-logon-type-10", "[a-z0-9]+(-[a-z0-9]+)*", "is no rule id");
  static final Kind<String> LAW = pattern(
      "a law id: country or union, hyphen, name, as JP-APPI",
      "[A-Z]{2}-[A-Z0-9]+(-[A-Z0-9]+)*",
      "is no law id");
  static final Kind<String> FORMAT =
      pattern("a format id, as sshd-syslog", "[a-z0-9]+(-[a-z0-9]+)*", "is no format id");
  static final Kind<String> IDENTIFIER = pattern(
      "an identifier kind: email, phone, card, my-number, birth-date, gender, age, age-group,"
          + " country,"
          + " name, internal-id or internal-id/NAMESPACE",
      "email|phone|card|my-number|birth-date|gender|age|age-group|country|name"
          + "|internal-id(/[a-z0-9][a-z0-9-]*)?",
      "is no identifier kind");
  static final Kind<Instant> INSTANT =
      new Kind<>("date, time and offset, as 2023-09-14T03:12:00+09:00", Kind::instant);
  static final Kind<Duration> DURATION =
      new Kind<>("an ISO 8601 duration, as PT7M12S or -PT3S", Kind::duration);
  static final Kind<ZoneId> ZONE =
      new Kind<>("a time zone, as Asia/Tokyo, UTC or +09:00", Kind::zone);
  static final Kind<String> COUNTRY =
      new Kind<>("an ISO 3166 country code of two capitals, as JP", Kind::country);
  static final Kind<Boolean> BOOLEAN = new Kind<>("true or false", Kind::bool);
  static final Kind<Integer> DAYS =
      new Kind<>("a number of days from 1 to 36525, as 90", Kind::days);
  static final Kind<String> HOST_GLOB = new Kind<>(
      "a host name or a pattern of host names, as \"hb-*\" or" + " \"aws/210987654321/**\"",
      Kind::hostGlob);
  static final Kind<String> PATH_GLOB =
      new Kind<>("a path or a pattern of paths, as \"**/hr/**\"", Kind::glob);
  static final Kind<String> PATH =
      new Kind<>("a path inside the case folder, as logs/", Kind::path);
  static final Kind<String> NETWORK =
      new Kind<>("a network in CIDR form, as 10.10.0.0/16", Kind::network);
  static final Kind<String> ADDRESS = new Kind<>("an IP address, as 203.0.113.9", Kind::address);

  /** What stands for several hosts: an address, or a host such as a jump host by its name. */
  static final Kind<String> ENDPOINT = new Kind<>(
      "an IP address or a host, as 203.0.113.9",
      text -> text.indexOf('.') < 0 || !Character.isDigit(text.charAt(0)) && text.indexOf(':') < 0
          ? text(text)
          : address(text));

  /** One of a closed set; the closest word is offered for a misspelt one. */
  static Kind<String> oneOf(Collection<String> words) {
    List<String> known = List.copyOf(words);
    return new Kind<>(
        known.isEmpty() ? "nothing: none is declared" : "one of " + String.join(", ", known),
        text -> {
          if (!known.contains(text)) {
            throw new Misfit("is not known here", didYouMean(text, known));
          }
          return text;
        });
  }

  /** A grade that may stand in this place. */
  static Kind<Grade> grade(Grade... allowed) {
    Kind<String> ids = oneOf(Arrays.stream(allowed).map(Grade::id).toList());
    return new Kind<>(
        ids.expected(), text -> Grade.valueOf(ids.reader().read(text).toUpperCase(Locale.ROOT)));
  }

  static String didYouMean(String written, Collection<String> known) {
    Optional<String> closest = Spelling.closest(written, known);
    return closest.map(word -> "Did you mean '" + word + "'?").orElse("");
  }

  private static Kind<String> pattern(String expected, String regex, String misfit) {
    Pattern pattern = Pattern.compile(regex);
    return new Kind<>(expected, text -> {
      if (text.length() > LONGEST_TEXT || !pattern.matcher(text).matches()) {
        throw new Misfit(misfit, "");
      }
      return text;
    });
  }

  private static String text(String text) throws Misfit {
    if (text.isBlank()) {
      throw new Misfit("is empty", "Fill it in or take the key out.");
    }
    if (text.length() > LONGEST_TEXT) {
      throw new Misfit("is longer than " + LONGEST_TEXT + " characters", "Shorten it.");
    }
    return text;
  }

  private static Instant instant(String text) throws Misfit {
    try {
      Instant instant = OffsetDateTime.parse(text).toInstant();
      if (instant.isBefore(Instant.EPOCH)
          || instant.isAfter(Instant.parse("2200-01-01T00:00:00Z"))) {
        throw new Misfit("lies outside 1970 to 2199", "Correct the year.");
      }
      return instant;
    } catch (DateTimeException e) {
      throw notAnInstant(text);
    }
  }

  private static Misfit notAnInstant(String text) {
    try {
      LocalDateTime.parse(text.replace(' ', 'T'));
      return new Misfit(
          "has no UTC offset",
          "Write where that clock was: '" + text.replace(' ', 'T') + "+09:00', or 'Z' for UTC.");
    } catch (DateTimeException ignored) {
      // Not a local time either: perhaps a day.
    }
    try {
      LocalDate.parse(text);
      return new Misfit(
          "is a day without a time",
          "Write the time and the offset: '" + text + "T00:00:00+09:00'.");
    } catch (DateTimeException ignored) {
      return new Misfit("is not a time", "");
    }
  }

  private static Duration duration(String text) throws Misfit {
    try {
      Duration duration = Duration.parse(text);
      if (duration.abs().compareTo(LONGEST_OFFSET) > 0) {
        throw new Misfit("is longer than 100 years", "Correct it.");
      }
      return duration;
    } catch (DateTimeException | ArithmeticException e) {
      throw new Misfit("is not a duration", "");
    }
  }

  private static ZoneId zone(String text) throws Misfit {
    try {
      return ZoneId.of(text);
    } catch (DateTimeException e) {
      throw new Misfit(
          "is no time zone",
          didYouMean(text, ZoneId.getAvailableZoneIds().stream().sorted().toList()));
    }
  }

  private static String country(String text) throws Misfit {
    if (COUNTRIES.contains(text)) {
      return text;
    }
    String capitals = text.toUpperCase(Locale.ROOT);
    throw new Misfit(
        "is no country code",
        COUNTRIES.contains(capitals) ? "Did you mean '" + capitals + "'?" : "");
  }

  private static Boolean bool(String text) throws Misfit {
    if (text.equals("true") || text.equals("false")) {
      return text.equals("true");
    }
    throw new Misfit("is neither true nor false", "");
  }

  private static Integer days(String text) throws Misfit {
    int days = text.matches("[0-9]{1,5}") ? Integer.parseInt(text) : 0;
    if (days < 1 || days > LONGEST_OFFSET.toDays()) {
      throw new Misfit("is no such number", "");
    }
    return days;
  }

  private static String hostGlob(String text) throws Misfit {
    if (text.contains("/") && Network.parse(text).isPresent()) {
      throw new Misfit("is a network, not a host name", "Move it to 'networks'.");
    }
    if (text.contains(" ")) {
      throw new Misfit("is no host name", "");
    }
    return glob(text);
  }

  private static String glob(String text) throws Misfit {
    text(text);
    if (text.chars().filter(c -> c == '*').count() > MOST_WILDCARDS) {
      throw new Misfit("has more than " + MOST_WILDCARDS + " stars", "Write it shorter.");
    }
    return text;
  }

  private static String path(String text) throws Misfit {
    text(text);
    if (text.startsWith("/") || text.matches("[A-Za-z]:.*")) {
      throw new Misfit(
          "is not relative", "Copy or link the folder's content into the case folder.");
    }
    if (text.indexOf('\\') >= 0) {
      throw new Misfit("has backslashes", "Write '/' between folders.");
    }
    if (Arrays.asList(text.split("/")).contains("..")) {
      throw new Misfit("leads out of the case folder", "Move the evidence into the case folder.");
    }
    return text;
  }

  private static String network(String text) throws Misfit {
    if (Network.parse(text).isPresent()) {
      return text;
    }
    boolean bits = text.contains("/") && Network.isAddress(text.substring(0, text.indexOf('/')));
    throw new Misfit(
        bits ? "has address bits behind its prefix" : "is no network",
        bits ? "Set the bits behind the prefix to 0, or correct the prefix." : "");
  }

  private static String address(String text) throws Misfit {
    if (!Network.isAddress(text)) {
      throw new Misfit("is no IP address", "");
    }
    return text;
  }
}
