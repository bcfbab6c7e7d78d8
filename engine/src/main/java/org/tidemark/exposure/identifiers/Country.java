package org.tidemark.exposure.identifiers;

import com.ibm.icu.util.ULocale;
import java.text.Normalizer;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A country where a header or label announces one: ISO 3166 codes and the names that ICU knows in
 * English, Japanese and Korean, with everyday names beside them. Normal form: ISO 3166-1 alpha-2.
 */
public final class Country implements Identifier {
  private static final int CHARS_MAX = 60;
  private static final Pattern GAP = Pattern.compile("[^\\p{L}\\p{N}\\p{M}ー]+");
  private static final Map<String, String> CODES = codes();

  private static final HeaderWords WORDS = HeaderWords.whole("国", "국가", "나라")
      .last(
          "country",
          "country code",
          "country name",
          "nationality",
          "citizenship",
          "country full",
          "country of residence",
          "国名",
          "国籍",
          "居住国",
          "国コード",
          "在住国",
          "국적",
          "거주국가",
          "거주국",
          "국가코드",
          "국가명");

  @Override
  public String kind() {
    return "country";
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
    return value.length() > CHARS_MAX
        ? Optional.empty()
        : Optional.ofNullable(CODES.get(normal(value)));
  }

  private static Map<String, String> codes() {
    Map<String, String> codes = new HashMap<>();
    for (String code : ULocale.getISOCountries()) {
      ULocale country = new ULocale("und_" + code);
      codes.put(normal(code), code);
      codes.put(normal(country.getISO3Country()), code);
    }
    for (String code : ULocale.getISOCountries()) {
      for (ULocale language : List.of(ULocale.ENGLISH, ULocale.JAPANESE, ULocale.KOREAN)) {
        codes.putIfAbsent(normal(ULocale.getDisplayCountry("und_" + code, language)), code);
      }
    }
    codes.remove("");
    everyday(codes, "JP", "日本国", "にほん", "nippon", "japanese", "jpn");
    everyday(
        codes,
        "KR",
        "韓国",
        "大韓民国",
        "한국",
        "대한민국",
        "korea",
        "south korea",
        "republic of korea",
        "korea republic of",
        "korean",
        "rok");
    everyday(
        codes,
        "US",
        "アメリカ",
        "米国",
        "アメリカ合衆国",
        "미국",
        "usa",
        "united states of america",
        "america",
        "american");
    everyday(codes, "GB", "イギリス", "英国", "영국", "uk", "great britain", "england");
    everyday(codes, "CN", "中国", "中華人民共和国", "중국", "mainland china", "prc");
    everyday(codes, "TW", "台湾", "대만", "中華民国", "taiwan");
    everyday(codes, "TH", "タイ", "タイ王国", "태국");
    everyday(codes, "HK", "香港", "홍콩", "hong kong");
    everyday(codes, "VN", "ベトナム", "베트남", "vietnam", "viet nam");
    everyday(codes, "DE", "ドイツ", "독일", "germany");
    everyday(codes, "FR", "フランス", "프랑스", "france");
    return Map.copyOf(codes);
  }

  private static void everyday(Map<String, String> codes, String code, String... names) {
    for (String name : names) {
      codes.put(normal(name), code);
    }
  }

  private static String normal(String name) {
    String folded = Normalizer.normalize(name, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
    return GAP.matcher(folded).replaceAll(" ").strip();
  }
}
