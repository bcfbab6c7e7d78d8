package org.tidemark.app.report;

import java.util.List;
import java.util.Locale;

/**
 * A piece of finished HTML or SVG. Whatever enters as text or attribute is escaped here and
 * nowhere else, so a host
 * name with markup in it stays a host name.
 */
final class Html {
  static final Html NOTHING = new Html("");

  private static final char REPLACEMENT = '\uFFFD';

  private final String markup;

  private Html(String markup) {
    this.markup = markup;
  }

  /** An attribute of the element it is handed to. */
  record Attribute(String name, String value) {}

  static Attribute at(String name, String value) {
    return new Attribute(name, value);
  }

  /** A coordinate or length: one decimal, always with a point. */
  static Attribute at(String name, double value) {
    return new Attribute(name, number(value));
  }

  static Attribute at(String name, long value) {
    return new Attribute(name, Long.toString(value));
  }

  /** {@code class="…"}. */
  static Attribute cls(String value) {
    return new Attribute("class", value);
  }

  /**
   * An element.
   *
   * @param parts attributes, texts (escaped), other pieces, or lists of these; attributes first
   */
  static Html el(String tag, Object... parts) {
    StringBuilder open = new StringBuilder(64).append('<').append(tag);
    StringBuilder body = new StringBuilder();
    for (Object part : parts) {
      if (part instanceof Attribute a) {
        open.append(' ').append(a.name()).append("=\"");
        escape(a.value(), open);
        open.append('"');
      } else {
        append(part, body);
      }
    }
    open.append('>').append(body);
    return new Html(
        isVoid(tag) ? open.toString() : open.append("</" + tag + ">").toString());
  }

  static Html text(String text) {
    StringBuilder out = new StringBuilder(text.length() + 16);
    escape(text, out);
    return new Html(out.toString());
  }

  static Html join(Object... parts) {
    StringBuilder out = new StringBuilder();
    for (Object part : parts) {
      append(part, out);
    }
    return new Html(out.toString());
  }

  /** Our own style sheet or script, taken as it is: never for anything that comes from a case. */
  static Html own(String resource) {
    return new Html(resource);
  }

  /** A number as SVG wants it: one decimal at most, no exponent, no locale. */
  static String number(double value) {
    String text = String.format(Locale.ROOT, "%.1f", value);
    return text.endsWith(".0") ? text.substring(0, text.length() - 2) : text;
  }

  private static void append(Object part, StringBuilder out) {
    if (part instanceof Html html) {
      out.append(html.markup);
    } else if (part instanceof List<?> list) {
      list.forEach(p -> append(p, out));
    } else if (part instanceof String text) {
      escape(text, out);
    } else if (part instanceof Long || part instanceof Integer) {
      out.append(part);
    } else {
      throw new IllegalArgumentException("part: " + part.getClass().getName()
          + " (expected: Html, String, a whole number or a list of these)");
    }
  }

  private static boolean isVoid(String tag) {
    return tag.equals("meta") || tag.equals("br") || tag.equals("col");
  }

  /**
   * Markup characters become references. Control characters, lone surrogates, marks that turn the
   * reading direction and characters without any shape become a visible replacement: they would
   * hide what a name really is.
   */
  private static void escape(String text, StringBuilder out) {
    for (int i = 0; i < text.length(); i++) {
      int c = text.codePointAt(i);
      switch (c) {
        case '&' -> out.append("&amp;");
        case '<' -> out.append("&lt;");
        case '>' -> out.append("&gt;");
        case '"' -> out.append("&quot;");
        case '\'' -> out.append("&#39;");
        default -> {
          out.appendCodePoint(isHidden(c) ? REPLACEMENT : c);
          i += Character.charCount(c) - 1;
        }
      }
    }
  }

  /** The text as it will be seen: what {@link #text} would replace is replaced. */
  static String seen(String text) {
    StringBuilder out = new StringBuilder(text.length());
    text.codePoints().forEach(c -> out.appendCodePoint(isHidden(c) ? REPLACEMENT : c));
    return out.toString();
  }

  private static boolean isHidden(int c) {
    return (c < 0x20 && c != '\n' && c != '\t')
        || (c >= 0x7F && c < 0xA0)
        || (c >= 0xD800 && c <= 0xDFFF)
        || c == 0x061C
        || c == 0x200B
        || c == 0x200E
        || c == 0x200F
        || (c >= 0x2028 && c <= 0x202E)
        || (c >= 0x2060 && c <= 0x206F)
        || c == 0xFEFF
        || (c >= 0xFFF9 && c <= 0xFFFB)
        || (c >= 0xE0000 && c <= 0xE007F)
        || (c & 0xFFFE) == 0xFFFE;
  }

  @Override
  public String toString() {
    return markup;
  }
}
