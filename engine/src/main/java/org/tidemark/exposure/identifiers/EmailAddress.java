package org.tidemark.exposure.identifiers;

import java.net.IDN;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;

/**
 * An e-mail address (RFC 5321 with the local parts that mail providers give out; RFC 5890 for names
 * of hosts). Normal form: full-width characters folded, lower case, the host in ASCII. Providers
 * treat the local part without case; the one that did not would put two people on one address, and
 * none is known.
 */
public final class EmailAddress implements Identifier {
  private static final int LOCAL_MAX = 64;
  private static final int HOST_MAX = 253;
  private static final int LABEL_MAX = 63;
  private static final String LOCAL_SIGNS = "!#$%&'*+-/=?^_`{|}~.";

  /** Ends of file names that look like the end of a host name. */
  private static final java.util.Set<String> NO_DOMAIN =
      java.util.Set.of("png", "jpg", "jpeg", "gif", "svg", "webp", "css", "js", "html", "local");

  private static final HeaderWords WORDS = HeaderWords.whole("e mail")
      .last(
          "email",
          "e mail",
          "mail",
          "mail address",
          "email address",
          "e mail address",
          "mailaddress",
          "emailaddress",
          "email addr",
          "mail addr",
          "メール",
          "メールアドレス",
          "eメール",
          "電子メール",
          "電子メールアドレス",
          "メアド",
          "이메일",
          "이메일 주소",
          "이메일주소",
          "전자우편",
          "메일",
          "메일 주소",
          "메일주소");

  @Override
  public String kind() {
    return "email";
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
  public boolean provesItself() {
    return true;
  }

  @Override
  public boolean key() {
    return true;
  }

  @Override
  public int sharePerMilleWithoutHeader() {
    return 500;
  }

  @Override
  public Optional<String> match(String value, Hints hints) {
    String text = folded(value.strip());
    if (text.startsWith("mailto:")) {
      text = text.substring("mailto:".length());
    }
    if (text.startsWith("<") && text.endsWith(">")) {
      text = text.substring(1, text.length() - 1);
    }
    int at = text.indexOf('@');
    if (at < 1 || at != text.lastIndexOf('@') || text.length() > LOCAL_MAX + 1 + HOST_MAX) {
      return Optional.empty();
    }
    String local = text.substring(0, at);
    for (int i = 0; i < local.length(); i++) {
      if (!local(local.charAt(i))) {
        return Optional.empty();
      }
    }
    if (local.length() > LOCAL_MAX || local.startsWith(".")) {
      return Optional.empty();
    }
    return host(text.substring(at + 1)).map(host -> local.toLowerCase(Locale.ROOT) + "@" + host);
  }

  @Override
  public void find(String text, Hints hints, Found found) {
    int from = 0;
    int at = nextAt(text, 0);
    while (at >= 0) {
      int start = at;
      while (start > from && local(fold(text.charAt(start - 1)))) {
        start--;
      }
      while (start < at && LOCAL_SIGNS.indexOf(fold(text.charAt(start))) >= 0) {
        start++;
      }
      int end = at + 1;
      while (end < text.length() && inHost(fold(text.charAt(end)))) {
        end++;
      }
      while (end > at + 1 && !Character.isLetterOrDigit(text.charAt(end - 1))) {
        end--;
      }
      from = at + 1;
      if (start < at && end > at + 1) {
        Optional<String> match = match(text.substring(start, end), hints);
        if (match.isPresent()) {
          found.at(start, end, match.get(), "email-syntax");
          from = end;
        }
      }
      at = nextAt(text, from);
    }
  }

  private static int nextAt(String text, int from) {
    int plain = text.indexOf('@', from);
    int wide = text.indexOf('＠', from);
    return plain < 0 ? wide : wide < 0 ? plain : Math.min(plain, wide);
  }

  /** A name of a host with at least two labels and a top level of letters, in ASCII. */
  private static Optional<String> host(String name) {
    String ascii = name;
    if (!name.chars().allMatch(c -> c < 0x80)) {
      try {
        ascii = IDN.toASCII(name, IDN.USE_STD3_ASCII_RULES);
      } catch (IllegalArgumentException e) {
        return Optional.empty();
      }
    }
    ascii = ascii.toLowerCase(Locale.ROOT);
    String[] labels = ascii.split("\\.", -1);
    if (labels.length < 2 || ascii.length() > HOST_MAX) {
      return Optional.empty();
    }
    for (String label : labels) {
      boolean good = !label.isEmpty()
          && label.length() <= LABEL_MAX
          && label.charAt(0) != '-'
          && label.charAt(label.length() - 1) != '-'
          && label.chars().allMatch(c -> c == '-' || (c < 0x80 && Character.isLetterOrDigit(c)));
      if (!good) {
        return Optional.empty();
      }
    }
    String top = labels[labels.length - 1];
    boolean letters = top.chars().allMatch(c -> c >= 'a' && c <= 'z') || top.startsWith("xn--");
    return letters && top.length() >= 2 && !NO_DOMAIN.contains(top)
        ? Optional.of(ascii)
        : Optional.empty();
  }

  private static boolean local(char c) {
    return (c >= 'a' && c <= 'z')
        || (c >= 'A' && c <= 'Z')
        || (c >= '0' && c <= '9')
        || LOCAL_SIGNS.indexOf(c) >= 0;
  }

  /** Ideographs and kana may be part of a host, but in running text they end it far more often. */
  private static boolean inHost(char c) {
    return (c >= 'a' && c <= 'z')
        || (c >= 'A' && c <= 'Z')
        || (c >= '0' && c <= '9')
        || c == '-'
        || c == '.'
        || (c >= 0xC0 && c < 0x250);
  }

  private static char fold(char c) {
    return c >= 0xFF01 && c <= 0xFF5E ? (char) (c - 0xFEE0) : c;
  }

  private static String folded(String text) {
    return text.chars().allMatch(c -> c < 0x80)
        ? text
        : Normalizer.normalize(text, Normalizer.Form.NFKC);
  }
}
