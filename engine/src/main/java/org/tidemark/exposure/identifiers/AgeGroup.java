package org.tidemark.exposure.identifiers;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A range of ages where a header or label announces one: 20代, 20대, 20s, 20-29, 20歳未満, 80歳以上, 60+.
 * Normal form: {@code 20-29}; open ends {@code 80-} and {@code -19}.
 */
public final class AgeGroup implements Identifier {
  private static final int CHARS_MAX = 24;
  private static final int OLDEST = 125;
  private static final Pattern DECADE =
      Pattern.compile("(\\d{1,2}0|0)\\s*(代|대|s|歳代|才代|세대)(前半|後半|초반|후반)?");
  private static final Pattern RANGE = Pattern.compile(
      "(\\d{1,3})\\s*(歳|才|세)?\\s*(-|~|〜|～|to|から|_)\\s*(\\d{1,3})\\s*(歳|才|세)?(未満|以下)?");
  private static final Pattern FROM =
      Pattern.compile("(\\d{1,3})\\s*(\\+|(歳|才|代)?以上|(세|대)?\\s*이상|(歳|才)?~|and over|or older)");
  private static final Pattern UNDER =
      Pattern.compile("(<|under )?\\s*(\\d{1,3})\\s*((歳|才)?未満|(세)?\\s*미만)?");

  private static final HeaderWords WORDS = HeaderWords.whole("年代", "나이대")
      .last(
          "age group",
          "agegroup",
          "age range",
          "agerange",
          "age band",
          "ageband",
          "年齢層",
          "年齢区分",
          "年代",
          "연령대",
          "연령층");

  @Override
  public String kind() {
    return "age-group";
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
    String text =
        Normalizer.normalize(value.strip(), Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
    Matcher m = DECADE.matcher(text);
    if (m.matches()) {
      int from = Integer.parseInt(m.group(1));
      return range(from, from + 9);
    }
    m = RANGE.matcher(text);
    if (m.matches()) {
      int to = Integer.parseInt(m.group(4));
      return range(Integer.parseInt(m.group(1)), "未満".equals(m.group(6)) ? to - 1 : to);
    }
    m = FROM.matcher(text);
    if (m.matches()) {
      return Optional.of(Integer.parseInt(m.group(1)) + "-");
    }
    m = UNDER.matcher(text);
    if (m.matches() && (m.group(1) != null || m.group(3) != null)) {
      return Optional.of("-" + (Integer.parseInt(m.group(2)) - 1));
    }
    return Optional.empty();
  }

  private static Optional<String> range(int from, int to) {
    return from <= to && to <= OLDEST ? Optional.of(from + "-" + to) : Optional.empty();
  }
}
