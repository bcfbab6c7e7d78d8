package org.tidemark.exposure.identifiers;

import java.text.Normalizer;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** An age in years where a header or label announces one. Normal form: the number. */
public final class Age implements Identifier {
  private static final int OLDEST = 125;
  private static final int CHARS_MAX = 20;
  private static final Pattern YEARS =
      Pattern.compile("(満|만)?\\s*(\\d{1,3})(\\.0)?\\s*(歳|才|세|살|years?( old)?|yrs?)?");
  private static final HeaderWords WORDS = HeaderWords.whole("나이").last("age", "年齢", "年令", "연령");

  @Override
  public String kind() {
    return "age";
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
  public int sharePerMilleWithHeader() {
    return 900;
  }

  @Override
  public Optional<String> match(String value, Hints hints) {
    if (value.length() > CHARS_MAX) {
      return Optional.empty();
    }
    Matcher m = YEARS.matcher(Normalizer.normalize(value.strip(), Normalizer.Form.NFKC));
    if (!m.matches()) {
      return Optional.empty();
    }
    int years = Integer.parseInt(m.group(2));
    return years <= OLDEST ? Optional.of(Integer.toString(years)) : Optional.empty();
  }
}
