package org.tidemark.evidence.formats.logoncsv;

import java.util.Arrays;
import org.tidemark.evidence.ByteSearch;

/**
 * Takes one line apart: where the fields that are used lie. A line without a quote is not copied;
 * of one with quotes the fields lie, unquoted, in a buffer of its own. One thread at a time.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc4180">RFC 4180</a>
 */
@SuppressWarnings("EnumOrdinal") // places by column, within one unit
final class LogonFields {
  private final char delimiter;

  /** Which field a column holds, by column from 0; -1 = none that is used. */
  private final int[] fieldOf;

  private final int[] starts = new int[LogonColumn.values().length];
  private final int[] stops = new int[LogonColumn.values().length];
  private byte[] bytes = {};
  private byte[] unquoted = new byte[256];

  LogonFields(LogonLayout layout) {
    delimiter = layout.delimiter();
    fieldOf = new int[layout.columns()];
    Arrays.fill(fieldOf, -1);
    for (LogonColumn column : LogonColumn.values()) {
      if (layout.place(column) >= 0) {
        fieldOf[layout.place(column)] = column.ordinal();
      }
    }
  }

  /** Takes {@code line[start, stop)} apart; why it cannot be, an id, or the empty text. */
  String split(byte[] line, int start, int stop) {
    bytes = line;
    int column = 0;
    int from = start;
    int i = start;
    for (; i <= stop - Long.BYTES; i += Long.BYTES) {
      long hits = ByteSearch.eitherOfEight(line, i, delimiter, '"');
      while (hits != 0) {
        int hit = i + Long.numberOfTrailingZeros(hits) / Byte.SIZE;
        if (line[hit] == delimiter) {
          field(column++, from, hit);
          from = hit + 1;
        } else if (hit == from) {
          return splitQuoted(line, start, stop);
        }
        hits &= hits - 1;
      }
    }
    for (; i < stop; i++) {
      if (line[i] == delimiter) {
        field(column++, from, i);
        from = i + 1;
      } else if (line[i] == '"' && i == from) {
        return splitQuoted(line, start, stop);
      }
    }
    field(column++, from, stop);
    return column == fieldOf.length ? "" : "column-count";
  }

  private String splitQuoted(byte[] line, int start, int stop) {
    if (unquoted.length < stop - start) {
      unquoted = new byte[stop - start];
    }
    bytes = unquoted;
    int used = 0;
    int column = 0;
    int i = start;
    while (true) {
      int from = used;
      boolean quotes = i < stop && line[i] == '"';
      boolean open = quotes;
      i += quotes ? 1 : 0;
      while (i < stop && (open || line[i] != delimiter)) {
        boolean quote = quotes && line[i] == '"';
        if (quote && i + 1 < stop && line[i + 1] == '"' && open) {
          i++;
        } else if (quote) {
          open = !open;
          i++;
          continue;
        }
        unquoted[used++] = line[i++];
      }
      if (open) {
        return "quote-not-closed";
      }
      field(column++, from, used);
      if (i >= stop) {
        return column == fieldOf.length ? "" : "column-count";
      }
      i++;
    }
  }

  private void field(int column, int from, int to) {
    if (column >= fieldOf.length || fieldOf[column] < 0) {
      return;
    }
    int start = from;
    int stop = to;
    while (start < stop && bytes[start] == ' ') {
      start++;
    }
    while (stop > start && bytes[stop - 1] == ' ') {
      stop--;
    }
    starts[fieldOf[column]] = start;
    stops[fieldOf[column]] = stop;
  }

  /** Holds the fields of the line. */
  byte[] bytes() {
    return bytes;
  }

  int start(LogonColumn field) {
    return starts[field.ordinal()];
  }

  /** Index after the field's last byte; that of its start where the table has no such column. */
  int stop(LogonColumn field) {
    return stops[field.ordinal()];
  }

  /** Whether the field is empty or a lone dash. */
  boolean isEmpty(LogonColumn field) {
    int length = stop(field) - start(field);
    return length == 0 || length == 1 && bytes[start(field)] == '-';
  }
}
