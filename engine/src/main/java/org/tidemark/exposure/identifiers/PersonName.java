package org.tidemark.exposure.identifiers;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A person's name where a header, a form label or a mail header announces one; names in running
 * text are a later capability. Normal form: NFKC, blanks folded to one, lower case. Blanks between
 * ideographs stay, since they part family from given name.
 */
public final class PersonName implements Identifier {
  private static final int CHARS_MAX = 80;
  private static final int WORDS_MAX = 8;
  private static final String SIGNS = " .'’‘-‐・,·´`ー－()（）=＝";

  private static final Pattern WITHOUT_WIDTH = Pattern.compile("\\p{Cf}+");
  private static final Pattern BLANKS = Pattern.compile("[\\s\\u3000]+");
  private static final Pattern QUOTES = Pattern.compile("^[\"']+|[\"']+$");

  private static final HeaderWords WORDS = HeaderWords.whole(
          "name",
          "display name",
          "displayname",
          "名前",
          "お名前",
          "이름",
          "성명",
          "フリガナ",
          "ふりがな",
          "カナ",
          "名前カナ",
          "セイメイ",
          "姓名",
          "担当者",
          "担当",
          "담당자",
          "cn",
          "기관명 이름",
          "氏名カナ",
          "氏名フリガナ",
          "カナ氏名",
          "漢字氏名",
          "person",
          "real name",
          "user full name",
          "user name kanji")
      .last(
          "full name",
          "fullname",
          "customer name",
          "member name",
          "employee name",
          "staff name",
          "contact name",
          "person name",
          "patient name",
          "client name",
          "student name",
          "guest name",
          "subscriber name",
          "holder name",
          "cardholder",
          "cardholder name",
          "applicant name",
          "氏名",
          "会員名",
          "顧客名",
          "お客様名",
          "担当者名",
          "社員名",
          "従業員名",
          "利用者名",
          "契約者名",
          "申込者名",
          "名義人",
          "宛名",
          "様名",
          "성명",
          "고객명",
          "회원명",
          "담당자명",
          "직원명",
          "사원명",
          "고객이름",
          "회원이름",
          "예금주",
          "수신자명");

  /** Headers of a part of a name; the parts of a row stand together. */
  private static final HeaderWords FAMILY = HeaderWords.whole(
          "姓", "성", "セイ", "名字", "苗字", "surname", "姓カナ", "sei", "성씨")
      .last("last name", "lastname", "family name", "familyname", "surname");

  private static final HeaderWords GIVEN = HeaderWords.whole(
          "名", "メイ", "名カナ", "mei", "given", "forename")
      .last("first name", "firstname", "given name", "givenname");

  @Override
  public String kind() {
    return "name";
  }

  @Override
  public Category category() {
    return Category.IDENTITY;
  }

  @Override
  public HeaderWords words() {
    return WORDS;
  }

  /** Whether the header announces a family name. */
  public static boolean familyAnnouncedBy(String header) {
    return FAMILY.announcedBy(header);
  }

  /** Whether the header announces a given name. */
  public static boolean givenAnnouncedBy(String header) {
    return GIVEN.announcedBy(header);
  }

  /** Whether the header is so bare that things are named by it too: {@code name}. */
  public static boolean bareHeader(String header) {
    String normal = HeaderWords.normal(header.substring(header.lastIndexOf('.') + 1));
    return normal.equals("name")
        || normal.equals("이름")
        || normal.equals("名前")
        || normal.equals("display name")
        || normal.equals("displayname")
        || normal.equals("cn");
  }

  @Override
  public boolean key() {
    return true;
  }

  @Override
  public int sharePerMilleWithHeader() {
    return 700;
  }

  @Override
  public Optional<String> match(String value, Hints hints) {
    String text = Normalizer.normalize(value.strip(), Normalizer.Form.NFKC);
    if (text.length() > CHARS_MAX) {
      return Optional.empty();
    }
    // Marks without width come with copied text and would make two names of one.
    text = WITHOUT_WIDTH.matcher(text).replaceAll("");
    text = BLANKS.matcher(text).replaceAll(" ").strip();
    text = QUOTES.matcher(text).replaceAll("").strip();
    int letters = 0;
    int words = 1;
    for (int i = 0; i < text.length(); ) {
      int c = text.codePointAt(i);
      if (Character.isLetter(c)) {
        letters++;
      } else if (c == ' ') {
        words++;
      } else if (SIGNS.indexOf(c) < 0 && Character.getType(c) != Character.NON_SPACING_MARK) {
        return Optional.empty();
      }
      i += Character.charCount(c);
    }
    return letters >= 1 && words <= WORDS_MAX && (letters >= 2 || text.charAt(0) > 0x2E80)
        ? Optional.of(text.toLowerCase(Locale.ROOT))
        : Optional.empty();
  }
}
