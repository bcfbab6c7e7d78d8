package org.tidemark.exposure.identifiers;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The words of headers and labels that announce one kind. A header is compared as whole words:
 * {@code email_verified} does not announce an e-mail, {@code customer_email} does, since the last
 * word says what the column holds.
 */
public final class HeaderWords {
  private static final Pattern BRACKETS = Pattern.compile("[(\\[{（【][^)\\]}）】]*[)\\]}）】]");
  private static final Pattern CAMEL =
      Pattern.compile("(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])");
  private static final Pattern NUMBER_AT_END = Pattern.compile("(?<=\\p{L}) ?[0-9]{1,2}$");
  private static final int HEADER_CHARS = 80;

  /** Words by which a column speaks of somebody else than its row. */
  private static final Set<String> SOMEBODY_ELSE = Set.of(
      "manager",
      "supervisor",
      "boss",
      "approver",
      "referrer",
      "referred",
      "inviter",
      "invited",
      "parent",
      "guardian",
      "emergency",
      "spouse",
      "sender",
      "recipient",
      "assignee",
      "assigned",
      "owner",
      "created",
      "updated",
      "modified",
      "handled",
      "agent",
      "上司",
      "承認者",
      "紹介者",
      "保護者",
      "緊急連絡先",
      "緊急",
      "配偶者",
      "更新者",
      "作成者",
      "관리자",
      "승인자",
      "추천인",
      "보호자",
      "비상연락처",
      "작성자",
      "수정자");

  private final Set<String> whole;
  private final List<String> last;

  private HeaderWords(Set<String> whole, List<String> last) {
    this.whole = whole;
    this.last = last;
  }

  /** Headers that announce the kind only when nothing else stands there. */
  public static HeaderWords whole(String... words) {
    return new HeaderWords(normal(words).collect(Collectors.toUnmodifiableSet()), List.of());
  }

  /** Adds headers that announce the kind also behind other words. */
  public HeaderWords last(String... words) {
    return new HeaderWords(whole, normal(words).distinct().toList());
  }

  /** Whether the header announces the kind. */
  public boolean announcedBy(String header) {
    return announcedByNormal(normal(header));
  }

  /** The same for a header in its {@link #normal} form, which costs more than the comparison. */
  public boolean announcedByNormal(String text) {
    if (text.isEmpty()) {
      return false;
    }
    if (whole.contains(text)) {
      return true;
    }
    for (String word : last) {
      if (text.endsWith(word) && begins(text, text.length() - word.length())) {
        return true;
      }
    }
    return false;
  }

  /** Whether a word begins there; East Asian words begin anywhere. */
  private static boolean begins(String text, int at) {
    return at == 0 || text.charAt(at) > 0x7F || text.charAt(at - 1) == ' ';
  }

  /** Whether the header speaks of somebody else than the row: the manager's e-mail. */
  public static boolean speaksOfSomebodyElse(String header) {
    String text = normal(header);
    for (String word : SOMEBODY_ELSE) {
      if (word.charAt(0) > 0x7F
          ? text.contains(word)
          : (" " + text + " ").contains(" " + word + " ")) {
        return true;
      }
    }
    return false;
  }

  /**
   * Lower case, NFKC, words parted by one blank, brackets and a counting number at the end left
   * out.
   */
  public static String normal(String header) {
    if (header.length() > HEADER_CHARS) {
      return "";
    }
    String text = Normalizer.normalize(header, Normalizer.Form.NFKC);
    String outside = BRACKETS.matcher(text).replaceAll(" ");
    text = outside.isBlank() ? text : outside;
    text = words(CAMEL.matcher(text).replaceAll(" ").toLowerCase(Locale.ROOT));
    return NUMBER_AT_END.matcher(text).replaceAll("");
  }

  /** Words parted by one blank; what is no letter, number or mark parts them. */
  private static String words(String text) {
    StringBuilder words = new StringBuilder(text.length());
    boolean gap = false;
    for (int i = 0; i < text.length(); ) {
      int c = text.codePointAt(i);
      i += Character.charCount(c);
      if (!inWord(c)) {
        gap = !words.isEmpty();
        continue;
      }
      if (gap) {
        words.append(' ');
        gap = false;
      }
      words.appendCodePoint(c);
    }
    return words.toString();
  }

  private static boolean inWord(int c) {
    return switch (Character.getType(c)) {
      case Character.LETTER_NUMBER,
          Character.OTHER_NUMBER,
          Character.NON_SPACING_MARK,
          Character.ENCLOSING_MARK,
          Character.COMBINING_SPACING_MARK -> true;
      default -> Character.isLetterOrDigit(c);
    };
  }

  private static Stream<String> normal(String... words) {
    return Arrays.stream(words).map(HeaderWords::normal);
  }
}
