package org.tidemark.exposure.identifiers;

import java.util.Optional;

/**
 * The number of a payment card (ISO/IEC 7812): length and first digits of an issuer, Luhn check
 * digit. In running text a run of bare digits needs a word before it, since one serial in ten
 * passes the check. Normal form: the digits.
 */
public final class PaymentCard implements Identifier {
  private static final int DIGITS_MIN = 14;
  private static final int DIGITS_MAX = 19;
  private static final int CHARS_MAX = 24;
  private static final int CONTEXT_CHARS = 40;

  private static final HeaderWords WORDS = HeaderWords.whole("pan", "クレジット", "신용카드", "card")
      .last(
          "card number",
          "cardnumber",
          "credit card",
          "creditcard",
          "card no",
          "cc number",
          "cc num",
          "cc no",
          "cc",
          "クレジットカード",
          "カード番号",
          "クレカ番号",
          "카드번호",
          "카드 번호",
          "신용카드번호");

  @Override
  public String kind() {
    return "card";
  }

  @Override
  public Category category() {
    return Category.FINANCIAL;
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
  public int sharePerMilleWithoutHeader() {
    return 950;
  }

  @Override
  public Optional<String> match(String value, Hints hints) {
    return Digits.grouped(value, DIGITS_MIN, DIGITS_MAX).filter(PaymentCard::issued);
  }

  @Override
  public void find(String text, Hints hints, Found found) {
    Digits.runs(text, CHARS_MAX, (from, to) -> {
      boolean grouped = to - from > DIGITS_MAX
          || text.substring(from, to).chars().anyMatch(c -> c == '-' || c == ' ');
      boolean announced = Digits.wordBefore(
          text, from, CONTEXT_CHARS, "card", "カード", "카드", "visa", "master", "jcb", "amex");
      if (grouped || announced) {
        match(text.substring(from, to), hints)
            .ifPresent(
                match -> found.at(from, to, match, announced ? "luhn-announced" : "luhn-grouped"));
      }
    });
  }

  private static boolean issued(String digits) {
    int length = digits.length();
    int two = Integer.parseInt(digits.substring(0, 2));
    int four = Integer.parseInt(digits.substring(0, 4));
    boolean issuer = (digits.charAt(0) == '4' && (length == 16 || length == 19))
        || (((two >= 51 && two <= 55) || (four >= 2221 && four <= 2720)) && length == 16)
        || ((two == 34 || two == 37) && length == 15)
        || (four >= 3528 && four <= 3589 && length == 16)
        || ((two == 36 || two == 38 || (four >= 3000 && four <= 3059)) && length == 14)
        || ((two == 60 || two == 62 || two == 64 || two == 65 || two == 94) && length >= 16);
    boolean several = digits.chars().distinct().count() > 1;
    return issuer && several && Luhn.holds(digits);
  }
}
