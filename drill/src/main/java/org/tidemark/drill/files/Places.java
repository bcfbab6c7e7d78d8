package org.tidemark.drill.files;

import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** Writes values of places: everything but RFC 3986's unreserved characters percent-encoded. */
final class Places {
  private Places() {}

  static String encode(String value) {
    StringBuilder out = new StringBuilder();
    for (byte b : value.getBytes(StandardCharsets.UTF_8)) {
      char c = (char) (b & 0xff);
      boolean letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
      if (letter || c == '-' || c == '.' || c == '_' || c == '~') {
        out.append(c);
      } else {
        out.append(String.format(Locale.ROOT, "%%%02X", (int) c));
      }
    }
    return out.toString();
  }

  /** Place of a stretch of a line, in bytes of UTF-8. */
  static String bytes(int line, String lineText, String value) {
    int from =
        lineText.substring(0, lineText.indexOf(value)).getBytes(StandardCharsets.UTF_8).length;
    return "line:" + line + "/byte:" + from + "-"
        + (from + value.getBytes(StandardCharsets.UTF_8).length);
  }
}
