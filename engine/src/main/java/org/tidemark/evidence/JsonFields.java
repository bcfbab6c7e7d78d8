package org.tidemark.evidence;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Fields of a flat JSON object in one line, found without a tree: only the wanted keys' values are
 * kept, as ranges of the line. Nested values are walked over. Not a validator: it refuses what is
 * not one whole object, and reads numbers and words as they stand. One instance a thread.
 */
public final class JsonFields {
  /** Deepest nesting that is walked over. */
  private static final int MAX_DEPTH = 64;

  private final byte[][] keys;
  private final int[] hashes;
  private final int[] table;
  private final int mask;
  private final int[] from;
  private final int[] to;
  private final boolean[] escaped;
  private byte[] line = new byte[0];
  private int at;
  private int stop;

  /** @param wanted keys; a field's number is its index here */
  public JsonFields(String... wanted) {
    keys = new byte[wanted.length][];
    hashes = new int[wanted.length];
    from = new int[wanted.length];
    to = new int[wanted.length];
    escaped = new boolean[wanted.length];
    int size = Integer.highestOneBit(wanted.length * 4) * 2;
    table = new int[size];
    Arrays.fill(table, -1);
    mask = size - 1;
    for (int i = 0; i < wanted.length; i++) {
      keys[i] = wanted[i].getBytes(StandardCharsets.UTF_8);
      hashes[i] = hash(keys[i], 0, keys[i].length);
      int slot = hashes[i] & mask;
      while (table[slot] >= 0) {
        slot = slot + 1 & mask;
      }
      table[slot] = i;
    }
  }

  /** Reads the object in {@code bytes[start, end)}; false where there is none, or it is cut off. */
  public boolean read(byte[] bytes, int start, int end) {
    line = bytes;
    at = start;
    stop = end;
    Arrays.fill(from, -1);
    skipSpace();
    if (at >= stop || line[at] != '{') {
      return false;
    }
    at++;
    skipSpace();
    if (at < stop && line[at] == '}') {
      return isAtEnd();
    }
    while (at < stop) {
      if (!readField()) {
        return false;
      }
      skipSpace();
      if (at >= stop) {
        return false;
      }
      byte b = line[at];
      if (b == '}') {
        return isAtEnd();
      }
      if (b != ',') {
        return false;
      }
      at++;
      skipSpace();
    }
    return false;
  }

  /** Whether the field is there and neither null nor an empty text. */
  public boolean has(int field) {
    return from[field] >= 0 && to[field] > from[field];
  }

  /** The field's text; empty where it is missing. */
  public String text(int field) {
    if (from[field] < 0) {
      return "";
    }
    return escaped[field]
        ? unescape(from[field], to[field])
        : new String(line, from[field], to[field] - from[field], StandardCharsets.UTF_8);
  }

  /** The field as a whole number, decimal or {@code 0x…}; {@code missing} where it is none. */
  public long number(int field, long missing) {
    int i = from[field];
    int end = to[field];
    if (i < 0 || i == end) {
      return missing;
    }
    boolean negative = line[i] == '-';
    if (negative) {
      i++;
    }
    int base = 10;
    if (end - i > 2 && line[i] == '0' && (line[i + 1] | 0x20) == 'x') {
      base = 16;
      i += 2;
    }
    if (i == end || end - i > (base == 16 ? 16 : 19)) {
      return missing;
    }
    long value = 0;
    for (; i < end; i++) {
      int digit = Character.digit(line[i], base);
      if (digit < 0) {
        return missing;
      }
      value = value * base + digit;
    }
    return negative ? -value : value;
  }

  /** Whether the field's text, as written, is this ASCII text in any case. */
  public boolean is(int field, String ascii) {
    if (from[field] < 0 || to[field] - from[field] != ascii.length()) {
      return false;
    }
    return matches(from[field], ascii);
  }

  /** Whether the field's text, as written, begins with this ASCII text in any case. */
  public boolean startsWith(int field, String ascii) {
    if (from[field] < 0 || to[field] - from[field] < ascii.length()) {
      return false;
    }
    return matches(from[field], ascii);
  }

  private boolean matches(int start, String ascii) {
    for (int i = 0; i < ascii.length(); i++) {
      int b = line[start + i];
      int other = ascii.charAt(i);
      int folded = b | 0x20;
      boolean letter = folded >= 'a' && folded <= 'z';
      if (b != other && (!letter || folded != (other | 0x20))) {
        return false;
      }
    }
    return true;
  }

  private boolean readField() {
    if (line[at] != '"') {
      return false;
    }
    int keyFrom = ++at;
    skipString();
    int keyTo = at - 1;
    if (at > stop || keyTo < keyFrom) {
      return false;
    }
    skipSpace();
    if (at >= stop || line[at] != ':') {
      return false;
    }
    at++;
    skipSpace();
    if (at >= stop) {
      return false;
    }
    int field = find(keyFrom, keyTo);
    if (line[at] == '"') {
      int valueFrom = ++at;
      boolean escapes = skipString();
      if (at > stop) {
        return false;
      }
      keep(field, valueFrom, at - 1, escapes);
      return true;
    }
    int valueFrom = at;
    if (!skipValue()) {
      return false;
    }
    boolean isNull = at - valueFrom == 4 && line[valueFrom] == 'n';
    if (!isNull) {
      keep(field, valueFrom, at, false);
    }
    return true;
  }

  private void keep(int field, int valueFrom, int valueTo, boolean escapes) {
    if (field >= 0) {
      from[field] = valueFrom;
      to[field] = valueTo;
      escaped[field] = escapes;
    }
  }

  /**
   * Goes past the closing quote; {@code at > stop} where there is none. Says whether it saw an
   * escape.
   */
  private boolean skipString() {
    boolean escapes = false;
    at = ByteSearch.findEither(line, at, stop, '"', '\\');
    while (at < stop && line[at] == '\\') {
      escapes = true;
      at = ByteSearch.findEither(line, at + 2, stop, '"', '\\');
    }
    at = at < stop ? at + 1 : stop + 1;
    return escapes;
  }

  private boolean skipValue() {
    int depth = 0;
    while (at < stop) {
      switch (line[at]) {
        case '{', '[' -> {
          if (++depth > MAX_DEPTH) {
            return false;
          }
          at++;
        }
        case '}', ']' -> {
          if (depth == 0) {
            return true;
          }
          at++;
          if (--depth == 0) {
            return true;
          }
        }
        case '"' -> {
          at++;
          skipString();
        }
        case ',' -> {
          if (depth == 0) {
            return true;
          }
          at++;
        }
        case ' ', '\t' -> {
          if (depth == 0) {
            return true;
          }
          at++;
        }
        default -> at++;
      }
    }
    return false;
  }

  private void skipSpace() {
    while (at < stop && (line[at] == ' ' || line[at] == '\t' || line[at] == '\r')) {
      at++;
    }
  }

  private boolean isAtEnd() {
    at++;
    skipSpace();
    return at == stop;
  }

  private int find(int keyFrom, int keyTo) {
    int hash = hash(line, keyFrom, keyTo);
    int slot = hash & mask;
    while (table[slot] >= 0) {
      int field = table[slot];
      byte[] key = keys[field];
      if (hashes[field] == hash && Arrays.equals(key, 0, key.length, line, keyFrom, keyTo)) {
        return field;
      }
      slot = slot + 1 & mask;
    }
    return -1;
  }

  /** Of the key's length and five of its bytes: keys that agree in these are told apart above. */
  private static int hash(byte[] bytes, int from, int to) {
    int length = to - from;
    if (length == 0) {
      return 0;
    }
    int h = length * 31 + bytes[from];
    h = h * 31 + bytes[from + (length >> 2)];
    h = h * 31 + bytes[from + (length >> 1)];
    h = h * 31 + bytes[from + length - 1 - (length >> 2)];
    h = (h * 31 + bytes[to - 1]) * 0x9E3779B9;
    return h ^ h >>> 15;
  }

  private String unescape(int start, int end) {
    String raw = new String(line, start, end - start, StandardCharsets.UTF_8);
    StringBuilder text = new StringBuilder(raw.length());
    for (int i = 0; i < raw.length(); i++) {
      char c = raw.charAt(i);
      if (c != '\\' || i + 1 == raw.length()) {
        text.append(c);
        continue;
      }
      char code = raw.charAt(++i);
      switch (code) {
        case 'n' -> text.append('\n');
        case 't' -> text.append('\t');
        case 'r' -> text.append('\r');
        case 'b' -> text.append('\b');
        case 'f' -> text.append('\f');
        case 'u' -> {
          int unit = i + 4 < raw.length() ? hexUnit(raw, i + 1) : -1;
          if (unit >= 0) {
            text.append((char) unit);
            i += 4;
          } else {
            text.append('\ufffd');
          }
        }
        default -> text.append(code);
      }
    }
    return text.toString();
  }

  private static int hexUnit(String text, int from) {
    int unit = 0;
    for (int i = from; i < from + 4; i++) {
      int digit = Character.digit(text.charAt(i), 16);
      if (digit < 0) {
        return -1;
      }
      unit = unit * 16 + digit;
    }
    return unit;
  }
}
