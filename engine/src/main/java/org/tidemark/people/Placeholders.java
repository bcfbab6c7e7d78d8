package org.tidemark.people;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Values that stand for no person: what forms are filled with when there is nothing to fill in, and
 * addresses that an office reads. Words in Japanese, Korean and English; compared as the scan
 * normalised them, in lower case.
 */
final class Placeholders {
  private static final Set<String> ROLE_MAILBOXES = Set.of(
      "abuse",
      "accounting",
      "admin",
      "administrator",
      "billing",
      "contact",
      "customer",
      "customerservice",
      "do-not-reply",
      "donotreply",
      "enquiries",
      "feedback",
      "finance",
      "hello",
      "help",
      "helpdesk",
      "hostmaster",
      "hr",
      "info",
      "information",
      "inquiry",
      "jinji",
      "kanri",
      "keiri",
      "legal",
      "mail",
      "mailer-daemon",
      "marketing",
      "news",
      "newsletter",
      "no-reply",
      "noreply",
      "notification",
      "notifications",
      "office",
      "order",
      "orders",
      "postmaster",
      "pr",
      "press",
      "privacy",
      "recruit",
      "recruiting",
      "root",
      "saiyo",
      "sales",
      "security",
      "service",
      "shop",
      "soumu",
      "staff",
      "support",
      "system",
      "team",
      "toiawase",
      "webmaster");

  private static final Set<String> FILLERS = Set.of(
      "-",
      "--",
      "0",
      "anonymous",
      "dummy",
      "empty",
      "example",
      "foo",
      "guest",
      "n/a",
      "na",
      "nan",
      "nil",
      "nobody",
      "noemail",
      "nomail",
      "none",
      "null",
      "sample",
      "tbd",
      "test",
      "test user",
      "tester",
      "testtest",
      "testuser",
      "undefined",
      "unknown",
      "user",
      "username",
      "xxx",
      "xxxx",
      "なし",
      "テスト",
      "ダミー",
      "不明",
      "名無し",
      "未登録",
      "該当なし",
      "없음",
      "미상",
      "테스트",
      "해당없음");

  private static final int LEAST_DIGITS = 4;
  private static final int ZEROS_AT_THE_END = 7;

  private Placeholders() {}

  /**
   * Whether the value names nobody, and why.
   *
   * @param kind kind of identifier without its namespace
   * @param match the value as normalised by the scan
   */
  static Optional<KeyGuard> guardOf(String kind, String match) {
    String text = match.toLowerCase(Locale.ROOT).strip();
    return switch (kind) {
      case "email" -> ofEmail(text);
      case "phone" -> when(isFillerNumber(text, ZEROS_AT_THE_END));
      case "my-number" -> when(isOneDigitRepeated(digits(text)));
      case "internal-id" -> when(FILLERS.contains(text) || isFillerId(text));
      default -> when(FILLERS.contains(text));
    };
  }

  private static Optional<KeyGuard> ofEmail(String address) {
    int at = address.indexOf('@');
    String local = at < 0 ? address : address.substring(0, at);
    int tag = local.indexOf('+');
    String mailbox = tag > 0 ? local.substring(0, tag) : local;
    if (FILLERS.contains(mailbox)) {
      return Optional.of(KeyGuard.PLACEHOLDER);
    }
    return ROLE_MAILBOXES.contains(mailbox) ? Optional.of(KeyGuard.ROLE_ADDRESS) : Optional.empty();
  }

  private static boolean isFillerNumber(String text, int zeros) {
    String digits = digits(text);
    return digits.endsWith("0".repeat(zeros))
        || digits.contains("123456789")
        || endsInOneDigit(digits);
  }

  // +81 90 1111 1111 is somebody's; eight and more of one digit at the end are nobody's.
  private static boolean endsInOneDigit(String digits) {
    return digits.length() > 8 && isOneDigitRepeated(digits.substring(digits.length() - 9));
  }

  private static boolean isFillerId(String text) {
    String digits = digits(text);
    boolean allDigits = digits.length() == text.length() && !digits.isEmpty();
    return allDigits
        && (digits.chars().allMatch(c -> c == '0')
            || (digits.length() >= LEAST_DIGITS && digits.chars().allMatch(c -> c == '9')));
  }

  private static boolean isOneDigitRepeated(String digits) {
    return digits.chars().distinct().count() == 1;
  }

  private static String digits(String text) {
    StringBuilder digits = new StringBuilder(text.length());
    text.chars().filter(c -> c >= '0' && c <= '9').forEach(c -> digits.append((char) c));
    return digits.toString();
  }

  private static Optional<KeyGuard> when(boolean filler) {
    return filler ? Optional.of(KeyGuard.PLACEHOLDER) : Optional.empty();
  }
}
