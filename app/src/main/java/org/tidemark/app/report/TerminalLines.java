package org.tidemark.app.report;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UProperty;
import java.util.ArrayList;
import java.util.List;

/**
 * Lines of "label, text" that keep within a terminal's width. Wide and full-width characters
 * (Unicode Standard Annex
 * 11) take two columns, combining marks none. Control characters never reach the terminal: a host
 * name may hold an
 * escape sequence.
 */
public final class TerminalLines {
  private static final int LABEL = 10;
  private static final String INDENT = "  ";
  private static final String BLUE = "\u001b[1;34m";
  private static final String WARM = "\u001b[1;31m";
  private static final String PLAIN = "\u001b[0m";

  private final int columns;
  private final boolean colour;
  private final List<String> lines = new ArrayList<>();

  public TerminalLines(int columns, boolean colour) {
    this.columns = columns;
    this.colour = colour;
  }

  public List<String> lines() {
    return List.copyOf(lines);
  }

  public void add(String label, String text) {
    add(label, List.of(text));
  }

  /** An empty line. */
  public void gap() {
    lines.add("");
  }

  /** The label stands on the first line only; what is too long goes on below, indented. */
  public void add(String label, List<String> texts) {
    String head = label;
    for (String text : texts) {
      for (String part : wrap(shown(text), columns - INDENT.length() - LABEL)) {
        String padded = head + " ".repeat(Math.max(1, LABEL - head.length()));
        lines.add(INDENT
            + (colour && !head.isEmpty() ? BLUE + padded + PLAIN : padded)
            + (colour ? part.replaceAll("([0-9][0-9,]* )?confirmed", WARM + "$0" + PLAIN) : part));
        head = "";
      }
    }
  }

  /** Columns that a text takes. */
  public static int width(String text) {
    return text.codePoints().map(TerminalLines::width).sum();
  }

  private static int width(int c) {
    int type = Character.getType(c);
    if (type == Character.NON_SPACING_MARK
        || type == Character.ENCLOSING_MARK
        || type == Character.FORMAT) {
      return 0;
    }
    int wide = UCharacter.getIntPropertyValue(c, UProperty.EAST_ASIAN_WIDTH);
    return wide == UCharacter.EastAsianWidth.WIDE || wide == UCharacter.EastAsianWidth.FULLWIDTH
        ? 2
        : 1;
  }

  /** The text with every control character replaced. */
  public static String shown(String text) {
    StringBuilder out = new StringBuilder(text.length());
    text.codePoints()
        .forEach(c -> out.appendCodePoint(
            Character.isISOControl(c) || Character.getType(c) == Character.FORMAT ? 0xFFFD : c));
    return out.toString();
  }

  /** Breaks at spaces; a word longer than the line is broken where it must. */
  public static List<String> wrap(String text, int max) {
    List<String> out = new ArrayList<>();
    StringBuilder line = new StringBuilder();
    int used = 0;
    for (String word : text.split(" ", -1)) {
      int wide = width(word);
      if (used > 0 && used + 1 + wide > max) {
        out.add(line.toString());
        line.setLength(0);
        used = 0;
      } else if (used > 0) {
        line.append(' ');
        used++;
      }
      for (int i = 0; i < word.length(); i += Character.charCount(word.codePointAt(i))) {
        int c = word.codePointAt(i);
        if (used + width(c) > max) {
          out.add(line.toString());
          line.setLength(0);
          used = 0;
        }
        line.appendCodePoint(c);
        used += width(c);
      }
    }
    out.add(line.toString());
    return out;
  }
}
