package org.tidemark.exposure.identifiers;

import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A date of birth where a header or label announces one: year first (ISO 8601, slashes, Korean and
 * Japanese signs), Japanese eras (Meiji to Reiwa), eight digits, or the month or day first. Month
 * before day where both are possible. Normal form: ISO 8601.
 */
public final class BirthDate implements Identifier {
  private static final int FIRST_YEAR = 1880;
  private static final int LAST_YEAR = 2099;
  private static final int CHARS_MAX = 40;

  private static final Pattern YEAR_FIRST =
      Pattern.compile("(\\d{4})\\s*[-/.年년]\\s*(\\d{1,2})\\s*[-/.月월]\\s*(\\d{1,2})\\s*[日일.]?([ "
          + "T]0{1,2}:00(:00(\\.0+)?)?Z?)?");
  private static final Pattern EIGHT = Pattern.compile("(\\d{4})(\\d{2})(\\d{2})");
  private static final Pattern YEAR_LAST =
      Pattern.compile("(\\d{1,2})[-/.](\\d{1,2})[-/.](\\d{4})");
  private static final Pattern ERA = Pattern.compile(
      "(明治|大正|昭和|平成|令和|[MTSHR])\\s*(\\d{1,2}|元)\\s*[-/.年]\\s*(\\d{1,2})\\s*[-/.月]"
          + "\\s*(\\d{1,2})\\s*日?",
      Pattern.CASE_INSENSITIVE);

  /** The year before each era's first. */
  private static final Map<String, Integer> ERAS = Map.of(
      "明治", 1867, "大正", 1911, "昭和", 1925, "平成", 1988, "令和", 2018, "M", 1867, "T", 1911, "S", 1925,
      "H", 1988, "R", 2018);

  private static final HeaderWords WORDS = HeaderWords.whole("born", "生日", "birth")
      .last(
          "birth date",
          "birthdate",
          "birthday",
          "date of birth",
          "dob",
          "birth day",
          "生年月日",
          "誕生日",
          "생년월일",
          "생일",
          "출생일");

  @Override
  public String kind() {
    return "birth-date";
  }

  @Override
  public Category category() {
    return Category.DEMOGRAPHIC;
  }

  @Override
  public HeaderWords words() {
    return WORDS;
  }

  @Override
  public Optional<String> match(String value, Hints hints) {
    if (value.length() > CHARS_MAX) {
      return Optional.empty();
    }
    String text = Normalizer.normalize(value.strip(), Normalizer.Form.NFKC);
    Matcher m = YEAR_FIRST.matcher(text);
    if (m.matches()) {
      return date(m.group(1), m.group(2), m.group(3));
    }
    m = EIGHT.matcher(text);
    if (m.matches()) {
      return date(m.group(1), m.group(2), m.group(3));
    }
    m = YEAR_LAST.matcher(text);
    if (m.matches()) {
      Optional<String> monthFirst = date(m.group(3), m.group(1), m.group(2));
      return monthFirst.isPresent() ? monthFirst : date(m.group(3), m.group(2), m.group(1));
    }
    m = ERA.matcher(text);
    if (m.matches()) {
      Integer before = ERAS.get(m.group(1).toUpperCase(java.util.Locale.ROOT));
      int year = m.group(2).equals("元") ? 1 : Integer.parseInt(m.group(2));
      return before == null
          ? Optional.empty()
          : date(Integer.toString(before + year), m.group(3), m.group(4));
    }
    return Optional.empty();
  }

  private static Optional<String> date(String year, String month, String day) {
    try {
      LocalDate date =
          LocalDate.of(Integer.parseInt(year), Integer.parseInt(month), Integer.parseInt(day));
      return date.getYear() >= FIRST_YEAR && date.getYear() <= LAST_YEAR
          ? Optional.of(date.toString())
          : Optional.empty();
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }
}
