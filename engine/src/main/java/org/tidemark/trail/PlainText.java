package org.tidemark.trail;

/**
 * Text from evidence as one line that neither a terminal nor a spreadsheet acts on. Nothing is left
 * out: what cannot be shown becomes U+FFFD.
 *
 * @see <a href="https://owasp.org/www-community/attacks/CSV_Injection">OWASP, CSV injection</a>
 */
final class PlainText {
  private static final char REPLACEMENT = '\uFFFD';

  private PlainText() {}

  /**
   * The text without control characters, line and paragraph separators, marks that turn the writing
   * direction, and halves of surrogate pairs.
   */
  static String oneLine(String text) {
    StringBuilder plain = null;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean pair = Character.isHighSurrogate(c)
          && i + 1 < text.length()
          && Character.isLowSurrogate(text.charAt(i + 1));
      if (pair) {
        i++;
      } else if (acts(c)) {
        plain = plain == null ? new StringBuilder(text) : plain;
        plain.setCharAt(i, REPLACEMENT);
      }
    }
    return plain == null ? text : plain.toString();
  }

  private static boolean acts(char c) {
    return Character.isISOControl(c)
        || Character.isSurrogate(c)
        || c >= '\u2028' && c <= '\u202E'
        || c >= '\u2066' && c <= '\u2069'
        || c == '\u200E'
        || c == '\u200F'
        || c == '\u061C'
        || c == '\uFEFF';
  }

  /**
   * A cell of a CSV file (RFC 4180). One that a spreadsheet would take for a formula, by its first
   * character or behind a semicolon (the separator of half of Europe's spreadsheets), gets an
   * apostrophe there.
   */
  static String cell(String text) {
    String plain = oneLine(text);
    StringBuilder cell = new StringBuilder(plain.length() + 4);
    boolean begins = true;
    boolean quoted = false;
    for (int i = 0; i < plain.length(); i++) {
      char c = plain.charAt(i);
      if (begins && formula(c)) {
        cell.append('\'');
      }
      begins = c == ';' || begins && c == ' ';
      quoted |= c == ',' || c == '"' || c == ';';
      cell.append(c == '"' ? "\"\"" : String.valueOf(c));
    }
    return quoted ? "\"" + cell + "\"" : cell.toString();
  }

  /** ASCII and full width, which spreadsheets take for the same. */
  private static boolean formula(char c) {
    return "=+-@\uFF1D\uFF0B\uFF0D\uFF20".indexOf(c) >= 0;
  }
}
