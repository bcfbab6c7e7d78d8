package org.tidemark.casefile;

import java.text.Normalizer;
import java.util.Locale;

/**
 * A pattern for paths or host names (CONTRACT.md section 2): {@code *} stops at {@code /}, {@code
 * **} does not, {@code ?} is one character other than {@code /}. All else stands for itself.
 * Compared in Unicode normal form C.
 *
 * <p>A {@code **}{@code /} at the start or behind a slash also matches no folder at all, so that
 * {@code **}{@code /hr/**} finds {@code hr/staff.csv}. A path pattern that ends in {@code /} means
 * everything below. Immutable; safe from any thread.
 *
 * <p>Matching is greedy from the left and takes back only the last {@code *} and the last {@code
 * **}: an earlier one can never help, because the later one could have swallowed what it would give
 * back. So a hostile name costs at most its length squared times the pattern, where a regular
 * expression could cost an exponential.
 */
public final class Glob {
  // Stand-ins for wildcards inside the pattern: private-use characters, which no case file writes.
  private static final char ONE = '\uE000';
  private static final char STAR = '\uE001';
  private static final char DEEP = '\uE002';
  private static final char FOLDERS = '\uE003';

  private final String text;
  private final String tokens;
  private final boolean hosts;

  private Glob(String text, String tokens, boolean hosts) {
    this.text = text;
    this.tokens = tokens;
    this.hosts = hosts;
  }

  /** A pattern for evidence paths and object names: case counts. */
  public static Glob ofPath(String text) {
    String whole = text.endsWith("/") ? text + "**" : text;
    return new Glob(text, tokens(Normalizer.normalize(whole, Normalizer.Form.NFC)), false);
  }

  /** A pattern for host names: case does not count. */
  public static Glob ofHost(String text) {
    return new Glob(text, tokens(foldHost(text)), true);
  }

  /** Whether the whole name matches. */
  public boolean matches(String name) {
    String normal = hosts ? foldHost(name) : Normalizer.normalize(name, Normalizer.Form.NFC);
    return matchesNormal(normal);
  }

  /**
   * How many characters of the pattern stand for themselves; where several match, the longest wins.
   */
  public int literals() {
    return (int) text.codePoints().filter(c -> c != '*' && c != '?').count();
  }

  /** The pattern as written. */
  @Override
  public String toString() {
    return text;
  }

  private static String foldHost(String name) {
    return Normalizer.normalize(name, Normalizer.Form.NFC).toLowerCase(Locale.ROOT);
  }

  private static String tokens(String glob) {
    StringBuilder tokens = new StringBuilder(glob.length());
    for (int i = 0; i < glob.length(); i++) {
      char c = glob.charAt(i);
      if (c == '?') {
        tokens.append(ONE);
      } else if (c != '*') {
        tokens.append(c);
      } else if (glob.startsWith("**/", i) && (i == 0 || glob.charAt(i - 1) == '/')) {
        tokens.append(FOLDERS);
        i += 2;
      } else if (glob.startsWith("**", i)) {
        tokens.append(DEEP);
        i++;
      } else {
        tokens.append(STAR);
      }
    }
    return tokens.toString();
  }

  private boolean matchesNormal(String name) {
    int at = 0;
    int token = 0;
    int starToken = -1;
    int starAt = 0;
    int deepToken = -1;
    int deepAt = 0;
    while (true) {
      char wanted = token < tokens.length() ? tokens.charAt(token) : 0;
      if (wanted == DEEP || wanted == FOLDERS) {
        deepToken = token++;
        deepAt = at;
        starToken = -1;
      } else if (wanted == STAR) {
        starToken = token++;
        starAt = at;
      } else if (token == tokens.length() && at == name.length()) {
        return true;
      } else if (token < tokens.length() && at < name.length() && isOne(wanted, name.charAt(at))) {
        token++;
        at++;
      } else if (starToken >= 0 && starAt < name.length() && name.charAt(starAt) != '/') {
        at = ++starAt;
        token = starToken + 1;
      } else {
        deepAt = deepToken < 0 ? -1 : nextDeep(name, deepAt, tokens.charAt(deepToken));
        if (deepAt < 0) {
          return false;
        }
        at = deepAt;
        token = deepToken + 1;
        starToken = -1;
      }
    }
  }

  private static boolean isOne(char wanted, char found) {
    return wanted == ONE ? found != '/' : wanted == found;
  }

  /** Where a {@code **} may end next; -1 where the name has no more. */
  private static int nextDeep(String name, int at, char token) {
    if (token == DEEP) {
      return at < name.length() ? at + 1 : -1;
    }
    int slash = name.indexOf('/', at);
    return slash < 0 ? -1 : slash + 1;
  }
}
