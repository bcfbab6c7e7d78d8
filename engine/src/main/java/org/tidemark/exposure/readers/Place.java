package org.tidemark.exposure.readers;

import java.nio.charset.StandardCharsets;

/**
 * Where something stands in a file: {@code key:value} joined by {@code /}, values percent-encoded
 * (CONTRACT.md 4).
 */
public final class Place {
  private static final String UNRESERVED = "-._~";
  private static final char[] HEX = "0123456789ABCDEF".toCharArray();

  private Place() {}

  /** A value with everything but {@code A-Za-z0-9-._~} as UTF-8 {@code %XX}. */
  public static String encode(String value) {
    if (value.chars().allMatch(Place::unreserved)) {
      return value;
    }
    StringBuilder text = new StringBuilder();
    for (byte b : value.getBytes(StandardCharsets.UTF_8)) {
      if (b >= 0 && unreserved(b)) {
        text.append((char) b);
      } else {
        text.append('%').append(HEX[b >> 4 & 15]).append(HEX[b & 15]);
      }
    }
    return text.toString();
  }

  /** The part {@code inner} of {@code outer}; either may be empty. */
  public static String join(String outer, String inner) {
    return outer.isEmpty() ? inner : inner.isEmpty() ? outer : outer + "/" + inner;
  }

  private static boolean unreserved(int c) {
    return (c >= 'a' && c <= 'z')
        || (c >= 'A' && c <= 'Z')
        || (c >= '0' && c <= '9')
        || (c < 0x80 && UNRESERVED.indexOf(c) >= 0);
  }
}
