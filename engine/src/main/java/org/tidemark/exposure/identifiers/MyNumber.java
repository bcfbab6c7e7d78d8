package org.tidemark.exposure.identifiers;

import java.util.Optional;

/**
 * Japan's individual number (個人番号): eleven digits and a check digit by article 5 of the ordinance
 * of the Ministry of Internal Affairs No. 85 of 2014. One number in eleven passes the check, so a
 * header, a label or a word before it is needed. Normal form: the digits.
 */
public final class MyNumber implements Identifier {
  private static final int DIGITS = 12;
  private static final int CHARS_MAX = 14;
  private static final int CONTEXT_CHARS = 24;
  private static final int[] WEIGHTS = {6, 5, 4, 3, 2, 7, 6, 5, 4, 3, 2};

  private static final HeaderWords WORDS = HeaderWords.whole("個人番号", "ﾏｲﾅﾝﾊﾞｰ")
      .last("my number", "mynumber", "individual number", "マイナンバー", "個人番号", "마이넘버", "개인번호");

  @Override
  public String kind() {
    return "my-number";
  }

  @Override
  public Category category() {
    return Category.GOVERNMENT;
  }

  @Override
  public HeaderWords words() {
    return WORDS;
  }

  @Override
  public boolean key() {
    return true;
  }

  @Override
  public boolean provesItself() {
    return true;
  }

  @Override
  public Optional<String> match(String value, Hints hints) {
    return Digits.grouped(value, DIGITS, DIGITS).filter(MyNumber::checks);
  }

  @Override
  public void find(String text, Hints hints, Found found) {
    Digits.runs(text, CHARS_MAX, (from, to) -> {
      if (Digits.wordBefore(
          text, from, CONTEXT_CHARS, "マイナンバー", "個人番号", "my number", "mynumber", "마이넘버")) {
        match(text.substring(from, to), hints)
            .ifPresent(match -> found.at(from, to, match, "check-digit-announced"));
      }
    });
  }

  private static boolean checks(String digits) {
    int sum = 0;
    for (int i = 0; i < WEIGHTS.length; i++) {
      sum += (digits.charAt(i) - '0') * WEIGHTS[i];
    }
    int rest = sum % 11;
    int check = rest <= 1 ? 0 : 11 - rest;
    return digits.charAt(DIGITS - 1) - '0' == check && digits.chars().distinct().count() > 1;
  }
}
