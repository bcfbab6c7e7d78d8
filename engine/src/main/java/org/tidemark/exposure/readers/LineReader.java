package org.tidemark.exposure.readers;

import java.io.IOException;

/**
 * Cuts text into lines ({@code \n}, {@code \r\n}, {@code \r}); a longer line comes in pieces cut at
 * blanks.
 */
final class LineReader {
  /** How far back a cut looks for a blank, so that no identifier is cut in two. */
  private static final int CUT_LOOK_BACK = 512;

  private final TextSource text;
  private final char[] buffer = new char[1 << 14];
  private final StringBuilder piece = new StringBuilder();
  private final int limit;
  private int position;
  private int filled;
  private long line;
  private long base;
  private long nextBase;
  private boolean inLine;
  private boolean skipNewline;

  LineReader(TextSource text, int limit) {
    this.text = text;
    this.limit = Math.max(limit, 2 * CUT_LOOK_BACK);
  }

  /** Goes to the next piece; false at the end. */
  boolean next() throws IOException {
    if (!inLine) {
      line++;
      nextBase = 0;
      piece.setLength(0);
    }
    base = nextBase;
    boolean any = inLine;
    inLine = false;
    while (true) {
      if (position == filled) {
        filled = text.read(buffer);
        position = 0;
        if (filled <= 0) {
          filled = 0;
          return any || !piece.isEmpty();
        }
      }
      char c = buffer[position];
      if (skipNewline) {
        skipNewline = false;
        if (c == '\n') {
          position++;
          continue;
        }
      }
      position++;
      any = true;
      if (c == '\n' || c == '\r') {
        skipNewline = c == '\r';
        return true;
      }
      piece.append(c);
      if (piece.length() >= limit) {
        inLine = true;
        return true;
      }
    }
  }

  /** Number of the line, from 1. */
  long line() {
    return line;
  }

  /** Where the piece begins in its line, in bytes of UTF-8. */
  long base() {
    return base;
  }

  /** The piece's text; call once a piece. */
  String take() {
    if (!inLine) {
      return piece.toString();
    }
    int cut = piece.length();
    for (int i = cut - 1; i >= cut - CUT_LOOK_BACK; i--) {
      if (Character.isWhitespace(piece.charAt(i))) {
        cut = i + 1;
        break;
      }
    }
    if (Character.isHighSurrogate(piece.charAt(cut - 1))) {
      cut--;
    }
    String taken = piece.substring(0, cut);
    piece.delete(0, cut);
    nextBase = base + Utf8.length(taken);
    return taken;
  }
}
