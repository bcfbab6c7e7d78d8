package org.tidemark.app.ask;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The words of a letter in one language, from {@code letters/xx.md}. To add a language, add a file:
 * three lines of what it is, the words between {@code [words]} and {@code [letter]}, then the
 * letter. {@code {{name}}} stands for a value; a line whose value is empty is left out; the lines
 * between {@code {{#request}}} and {@code {{/request}}} come once for each log. Immutable.
 *
 * @param language ISO 639, two letters
 * @param countries ISO 3166 codes whose organisations are written to in it
 * @param date how a day is written, {@code instant}: how a day and a time are
 * @param words by key
 * @param letter the letter's lines
 */
record LetterText(
    String language,
    List<String> countries,
    DateTimeFormatter date,
    DateTimeFormatter instant,
    Map<String, String> words,
    List<String> letter) {
  /** Written to whom no other language fits. */
  static final String DEFAULT = "en";

  private static final String WORDS = "[words]";
  private static final String LETTER = "[letter]";

  /** The text of a language; empty where there is no file of it. */
  static Optional<LetterText> of(String language) {
    if (!language.matches("[a-z]{2,3}")) {
      return Optional.empty();
    }
    String file = "letters/" + language + ".md";
    try (InputStream in = LetterText.class.getResourceAsStream(file)) {
      return in == null
          ? Optional.empty()
          : Optional.of(parse(file, new String(in.readAllBytes(), StandardCharsets.UTF_8)));
    } catch (IOException e) {
      throw new UncheckedIOException(file, e);
    }
  }

  /** Every language of which there is a file, by its code. */
  static List<LetterText> all() {
    return Arrays.stream(Locale.getISOLanguages())
        .sorted()
        .flatMap(language -> of(language).stream())
        .toList();
  }

  /** The language of a country's organisations; English where no file names the country. */
  static LetterText forCountry(Optional<String> country) {
    return country
        .flatMap(c -> all().stream().filter(t -> t.countries.contains(c)).findFirst())
        .or(() -> of(DEFAULT))
        .orElseThrow();
  }

  static LetterText parse(String file, String text) {
    List<String> lines = text.lines().toList();
    int words = lines.indexOf(WORDS);
    int letter = lines.indexOf(LETTER);
    if (words < 0 || letter < words) {
      throw new IllegalArgumentException(
          file + ": lacks " + WORDS + " or " + LETTER + " (expected: both, in this order)");
    }
    Map<String, String> head = pairs(file, lines.subList(0, words));
    String language = value(file, head, "language");
    Locale locale = Locale.forLanguageTag(language);
    List<String> countries = new ArrayList<>();
    Arrays.stream(value(file, head, "countries").split(" ", -1))
        .filter(country -> !country.isEmpty())
        .forEach(countries::add);
    return new LetterText(
        language,
        List.copyOf(countries),
        DateTimeFormatter.ofPattern(value(file, head, "date"), locale),
        DateTimeFormatter.ofPattern(value(file, head, "instant"), locale),
        Map.copyOf(pairs(file, lines.subList(words + 1, letter))),
        List.copyOf(lines.subList(letter + 1, lines.size())));
  }

  private static Map<String, String> pairs(String file, List<String> lines) {
    Map<String, String> pairs = new HashMap<>();
    for (String line : lines) {
      int colon = line.indexOf(':');
      if (colon > 0) {
        String value = line.substring(colon + 1).strip();
        boolean quoted = value.length() > 1 && value.startsWith("\"") && value.endsWith("\"");
        pairs.put(
            line.substring(0, colon), quoted ? value.substring(1, value.length() - 1) : value);
      } else if (!line.isEmpty()) {
        throw new IllegalArgumentException(file + ": '" + line + "' (expected: key: words)");
      }
    }
    return pairs;
  }

  private static String value(String file, Map<String, String> pairs, String key) {
    String value = pairs.get(key);
    if (value == null) {
      throw new IllegalArgumentException(file + ": lacks '" + key + ":'");
    }
    return value;
  }

  /** The words of a key, with {@code {name}} replaced by each value given. */
  String words(String key, Map<String, String> values) {
    String text = words.get(key);
    if (text == null) {
      throw new IllegalArgumentException(
          "letters/" + language + ".md: lacks '" + key + "' between " + WORDS + " and " + LETTER);
    }
    for (Map.Entry<String, String> value : values.entrySet()) {
      text = text.replace("{" + value.getKey() + "}", value.getValue());
    }
    return text;
  }

  String words(String key) {
    return words(key, Map.of());
  }
}
