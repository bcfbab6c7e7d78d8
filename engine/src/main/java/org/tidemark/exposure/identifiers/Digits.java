package org.tidemark.exposure.identifiers;

import java.util.Optional;

/** Numbers that people write in groups. */
final class Digits {
  private Digits() {}

  /**
   * The digits of a value that is nothing but digits in groups; empty where anything else stands.
   */
  static Optional<String> grouped(String value, int min, int max) {
    StringBuilder digits = new StringBuilder();
    String text = value.strip();
    boolean gap = true;
    for (int i = 0; i < text.length(); i++) {
      char c = fold(text.charAt(i));
      if (c >= '0' && c <= '9') {
        digits.append(c);
        gap = false;
      } else if ((c == '-' || c == ' ') && !gap) {
        gap = true;
      } else {
        return Optional.empty();
      }
    }
    return !gap && digits.length() >= min && digits.length() <= max
        ? Optional.of(digits.toString())
        : Optional.empty();
  }

  /** Calls {@code run} for each run of digits in groups that stands free. */
  static void runs(String text, int charsMax, Run run) {
    int at = 0;
    while (at < text.length()) {
      if (!digit(text, at)) {
        at++;
        continue;
      }
      int end = at;
      int i = at;
      while (i < text.length() && i - at < charsMax) {
        if (digit(text, i)) {
          end = i + 1;
        } else if (!(gap(text, i) && digit(text, i + 1))) {
          break;
        }
        i++;
      }
      if (!glued(text, at - 1) && !glued(text, end)) {
        run.at(at, end);
      }
      at = end;
    }
  }

  /** Takes a run. */
  interface Run {
    void at(int from, int to);
  }

  /** Whether one of the words, in lower case, stands within so many characters before. */
  static boolean wordBefore(String text, int at, int within, String... words) {
    String before = text.substring(Math.max(0, at - within), at).toLowerCase(java.util.Locale.ROOT);
    for (String word : words) {
      if (before.contains(word)) {
        return true;
      }
    }
    return false;
  }

  private static boolean digit(String text, int at) {
    if (at < 0 || at >= text.length()) {
      return false;
    }
    char c = fold(text.charAt(at));
    return c >= '0' && c <= '9';
  }

  private static boolean gap(String text, int at) {
    char c = fold(text.charAt(at));
    return c == '-' || c == ' ';
  }

  private static boolean glued(String text, int at) {
    if (at < 0 || at >= text.length()) {
      return false;
    }
    char c = fold(text.charAt(at));
    return (c < 0x80 && Character.isLetterOrDigit(c))
        || c == '_'
        || c == '.'
        || c == '-'
        || c == '@';
  }

  private static char fold(char c) {
    return c >= 0xFF01 && c <= 0xFF5E ? (char) (c - 0xFEE0) : c == '−' || c == '‐' ? '-' : c;
  }
}
