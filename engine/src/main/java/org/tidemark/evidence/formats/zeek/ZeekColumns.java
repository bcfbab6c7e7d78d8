package org.tidemark.evidence.formats.zeek;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.tidemark.evidence.formats.zeek.ZeekLine.Field;

/**
 * A Zeek log between tabs: the heading names the columns, the log and what stands for nothing; then
 * each line is a row. A file may hold several logs after each other, each with its heading. Keeps
 * the last row read; one instance a thread.
 *
 * @see <a href="https://docs.zeek.org/en/master/log-formats.html">Zeek TSV format logs</a>
 */
final class ZeekColumns {
  private static final int MAX_COLUMNS = 512;

  private final int[] columnOf = new int[Field.values().length];
  private String separator = "\t";
  private String unset = "-";
  private String empty = "(empty)";
  private String path = "";
  private int columns;
  private String[] cells = new String[0];

  ZeekColumns() {
    Arrays.fill(columnOf, -1);
  }

  /** Reads a line that begins with {@code #}. */
  void heading(String line) {
    if (line.startsWith("#separator ")) {
      separator = unescape(line.substring("#separator ".length()));
      separator = separator.length() == 1 ? separator : "\t";
      return;
    }
    String[] words = line.split(java.util.regex.Pattern.quote(separator), MAX_COLUMNS);
    String word = words.length > 1 ? words[1] : "";
    switch (words[0]) {
      case "#path" -> path = word;
      case "#unset_field" -> unset = word;
      case "#empty_field" -> empty = word;
      case "#fields" -> {
        Arrays.fill(columnOf, -1);
        columns = words.length - 1;
        for (int i = 1; i < words.length; i++) {
          int column = i - 1;
          ZeekLine.field(words[i]).ifPresent(field -> columnOf[field.ordinal()] = column);
        }
      }
      default -> {} // types, open and close times
    }
  }

  /** Reads a row; false where it has other columns than the heading. */
  boolean read(byte[] bytes, int start, int stop) {
    String line = new String(bytes, start, stop - start, StandardCharsets.UTF_8);
    cells = line.split(java.util.regex.Pattern.quote(separator), MAX_COLUMNS);
    return columns > 0 && cells.length == columns;
  }

  /** Name of the log; empty where the heading gives none. */
  String path() {
    return path;
  }

  /** The field's text; empty where the log has no such column, or nothing stands in it. */
  String text(Field field) {
    int column = columnOf[field.ordinal()];
    if (column < 0 || cells[column].equals(unset) || cells[column].equals(empty)) {
      return "";
    }
    return unescape(cells[column]);
  }

  /** {@code \x09} stands for a byte, {@code \\} for one backslash. */
  private static String unescape(String text) {
    if (text.indexOf('\\') < 0) {
      return text;
    }
    byte[] raw = text.getBytes(StandardCharsets.UTF_8);
    byte[] bytes = new byte[raw.length];
    int length = 0;
    for (int i = 0; i < raw.length; i++) {
      int high = i + 3 < raw.length && raw[i] == '\\' && raw[i + 1] == 'x'
          ? Character.digit(raw[i + 2], 16)
          : -1;
      int low = high < 0 ? -1 : Character.digit(raw[i + 3], 16);
      if (low >= 0) {
        bytes[length++] = (byte) (high << 4 | low);
        i += 3;
      } else {
        bytes[length++] = raw[i];
        i += i + 1 < raw.length && raw[i] == '\\' && raw[i + 1] == '\\' ? 1 : 0;
      }
    }
    return new String(bytes, 0, length, StandardCharsets.UTF_8);
  }
}
