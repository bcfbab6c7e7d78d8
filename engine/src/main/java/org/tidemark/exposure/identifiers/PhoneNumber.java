package org.tidemark.exposure.identifiers;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.Phonenumber;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A phone number (ITU-T E.164). Candidates are found by a scan of our own and only they are
 * validated against the numbering plans of libphonenumber, whose own text scanner is a hundred
 * times slower. Normal form: E.164.
 */
public final class PhoneNumber implements Identifier {
  private static final int DIGITS_MIN = 7;
  private static final int DIGITS_MAX = 15;
  private static final int CHARS_MAX = 32;

  /**
   * National numbers in running text have three groups; two groups are document and tax numbers.
   */
  private static final int GAPS_MIN = 2;

  private static final int MOBILE_DIGITS = 11;
  private static final int NATIONAL_DIGITS_MIN = 10;

  /** Notations that are tried after the region that was named. */
  private static final List<String> OTHER_REGIONS = List.of("JP", "KR");

  private static final Pattern DATE =
      Pattern.compile("(19|20)[0-9]{2}[-./][0-9]{1,2}[-./][0-9]{1,2}");

  private static final Pattern DOTTED = Pattern.compile("[0-9]{1,3}(\\.[0-9]{1,3}){3}");

  private static final HeaderWords WORDS = HeaderWords.whole(
          "연락처", "連絡先", "ＴＥＬ", "mobile", "cell", "contact", "msisdn")
      .last(
          "phone",
          "telephone",
          "tel",
          "cellphone",
          "mobile phone",
          "cell phone",
          "phone number",
          "phonenumber",
          "telephone number",
          "mobile number",
          "mobile no",
          "contact number",
          "tel no",
          "phone no",
          "fax",
          "fax number",
          "電話",
          "電話番号",
          "携帯",
          "携帯電話",
          "携帯番号",
          "ファックス",
          "fax番号",
          "tel番号",
          "전화",
          "전화번호",
          "휴대폰",
          "휴대전화",
          "휴대폰번호",
          "휴대폰 번호",
          "전화 번호",
          "핸드폰",
          "핸드폰번호");

  @Override
  public String kind() {
    return "phone";
  }

  @Override
  public Category category() {
    return Category.CONTACT;
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
    return 800;
  }

  @Override
  public Optional<String> match(String value, Hints hints) {
    String text = value.strip();
    if (text.length() > CHARS_MAX) {
      return Optional.empty();
    }
    StringBuilder folded = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = fold(text.charAt(i));
      if (c != '+' && !digit(c) && !separator(c)) {
        return Optional.empty();
      }
      folded.append(c);
    }
    return valid(folded.toString(), hints.region());
  }

  @Override
  public void find(String text, Hints hints, Found found) {
    int at = 0;
    while (at < text.length()) {
      char c = fold(text.charAt(at));
      boolean begins = (c == '+' || digit(c) || c == '(') && !glued(text, at - 1);
      if (!begins) {
        at++;
        continue;
      }
      int end = end(text, at);
      if (!glued(text, end)) {
        candidate(text, at, end, hints, found);
      }
      at = Math.max(end, at + 1);
    }
  }

  private static void candidate(String text, int from, int to, Hints hints, Found found) {
    StringBuilder folded = new StringBuilder(to - from);
    int separators = 0;
    for (int i = from; i < to; i++) {
      char c = fold(text.charAt(i));
      folded.append(c);
      separators += separator(c) ? 1 : 0;
    }
    String number = folded.toString();
    // Bare digits are order numbers, amounts and serials far more often than phone numbers; a
    // Japanese or Korean mobile number has a shape of its own.
    boolean mobile = separators == 0 && number.length() == MOBILE_DIGITS;
    boolean shaped = number.startsWith("+")
        || national(number, separators)
        || (mobile
            && (number.startsWith("090")
                || number.startsWith("080")
                || number.startsWith("070")
                || number.startsWith("010")));
    if (shaped) {
      valid(number, hints.region()).ifPresent(match -> found.at(from, to, match, "phone-plan"));
    }
  }

  /**
   * Three groups from the trunk zero on; nine digits are Seoul's numbers and document numbers of
   * many countries.
   */
  private static boolean national(String number, int separators) {
    int digits = digits(number);
    boolean zero = number.startsWith("0") || number.startsWith("(0");
    boolean seoul =
        number.startsWith("02-") || number.startsWith("02)") || number.startsWith("(02)");
    return separators >= GAPS_MIN && zero && (digits >= NATIONAL_DIGITS_MIN || seoul);
  }

  /** Where a run of digits with single separators ends. */
  private static int end(String text, int from) {
    int last = from;
    int digits = 0;
    int gap = 0;
    for (int i = from; i < text.length() && i - from < CHARS_MAX; i++) {
      char c = fold(text.charAt(i));
      if (digit(c)) {
        digits++;
        last = i + 1;
        gap = 0;
      } else if (c == '+' && i == from) {
        continue;
      } else if (separator(c) && gap < 2) {
        gap++;
      } else {
        break;
      }
      if (digits > DIGITS_MAX) {
        break;
      }
    }
    return last;
  }

  private static Optional<String> valid(String number, String region) {
    int digits = digits(number);
    if (digits < DIGITS_MIN || digits > DIGITS_MAX || dateLike(number)) {
      return Optional.empty();
    }
    Optional<String> found = parse(number, region);
    for (String other : OTHER_REGIONS) {
      if (found.isEmpty() && number.startsWith("0") && !other.equals(region)) {
        found = parse(number, other);
      }
    }
    return found;
  }

  private static Optional<String> parse(String number, String region) {
    PhoneNumberUtil plans = PhoneNumberUtil.getInstance();
    try {
      Phonenumber.PhoneNumber parsed = plans.parse(number, region);
      return plans.isValidNumber(parsed)
          ? Optional.of(plans.format(parsed, PhoneNumberFormat.E164))
          : Optional.empty();
    } catch (NumberParseException e) {
      return Optional.empty();
    }
  }

  /**
   * {@code 2023-10-27}, {@code 2023.10.27}: never a phone number though some plans would take it.
   */
  private static boolean dateLike(String number) {
    return DATE.matcher(number).matches() || DOTTED.matcher(number).matches();
  }

  /** Letters, digits and signs that make what stands beside them a part of something longer. */
  private static boolean glued(String text, int at) {
    if (at < 0 || at >= text.length()) {
      return false;
    }
    char c = fold(text.charAt(at));
    return (c < 0x80 && Character.isLetterOrDigit(c))
        || c == '_'
        || c == '@'
        || c == '='
        || c == '%';
  }

  private static int digits(String number) {
    int digits = 0;
    for (int i = 0; i < number.length(); i++) {
      digits += digit(number.charAt(i)) ? 1 : 0;
    }
    return digits;
  }

  private static boolean digit(char c) {
    return c >= '0' && c <= '9';
  }

  private static boolean separator(char c) {
    return c == '-' || c == ' ' || c == '(' || c == ')' || c == '.' || c == '/';
  }

  /** Full-width digits and the many dashes that East Asian keyboards give. */
  private static char fold(char c) {
    if (c >= 0xFF01 && c <= 0xFF5E) {
      return (char) (c - 0xFEE0);
    }
    return switch (c) {
      case '‐', '‑', '‒', '–', '—', '―', '−', 'ー', 'ｰ' -> '-';
      case '　', '\u00A0' -> ' ';
      default -> c;
    };
  }
}
