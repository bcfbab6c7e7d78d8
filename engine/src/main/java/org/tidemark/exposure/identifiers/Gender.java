package org.tidemark.exposure.identifiers;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A gender where a header or label announces one. Normal form: {@code female}, {@code male}, {@code
 * other}.
 */
public final class Gender implements Identifier {
  private static final int CHARS_MAX = 20;

  private static final Map<String, String> WORDS_OF = Map.ofEntries(
      Map.entry("f", "female"),
      Map.entry("female", "female"),
      Map.entry("woman", "female"),
      Map.entry("女", "female"),
      Map.entry("女性", "female"),
      Map.entry("女子", "female"),
      Map.entry("여", "female"),
      Map.entry("여성", "female"),
      Map.entry("여자", "female"),
      Map.entry("m", "male"),
      Map.entry("male", "male"),
      Map.entry("man", "male"),
      Map.entry("男", "male"),
      Map.entry("男性", "male"),
      Map.entry("男子", "male"),
      Map.entry("남", "male"),
      Map.entry("남성", "male"),
      Map.entry("남자", "male"),
      Map.entry("x", "other"),
      Map.entry("other", "other"),
      Map.entry("non-binary", "other"),
      Map.entry("nonbinary", "other"),
      Map.entry("その他", "other"),
      Map.entry("기타", "other"));

  private static final HeaderWords WORDS = HeaderWords.whole("sex", "性").last("gender", "性別", "성별");

  @Override
  public String kind() {
    return "gender";
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
    String text = Normalizer.normalize(value, Normalizer.Form.NFKC);
    return Optional.ofNullable(WORDS_OF.get(text.strip().toLowerCase(Locale.ROOT)));
  }
}
