package org.tidemark.exposure.readers;

/** Lengths of text in bytes of UTF-8 without encoding it. */
public final class Utf8 {
  private Utf8() {}

  /** Bytes of the whole text. */
  public static int length(CharSequence text) {
    return length(text, 0, text.length());
  }

  /** Bytes of {@code text[from, to)}; a lone surrogate counts as three. */
  public static int length(CharSequence text, int from, int to) {
    int bytes = 0;
    for (int i = from; i < to; i++) {
      char c = text.charAt(i);
      if (c < 0x80) {
        bytes++;
      } else if (c < 0x800) {
        bytes += 2;
      } else if (Character.isHighSurrogate(c)
          && i + 1 < to
          && Character.isLowSurrogate(text.charAt(i + 1))) {
        bytes += 4;
        i++;
      } else {
        bytes += 3;
      }
    }
    return bytes;
  }
}
