package org.tidemark.exposure.readers;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Tables as text: comma, semicolon, tab or bar between cells, cells in double quotes where they
 * hold delimiters or line ends (RFC 4180 and what programs write instead of it).
 *
 * <p>Rows are counted as records, not as lines. A quote that never ends would swallow the file:
 * past {@link #QUOTE_LINES} line ends the row is taken as it stands and the file is partly read.
 */
public final class DelimitedReader implements ContentReader {
  /** Line ends that one quoted cell may hold. */
  private static final int QUOTE_LINES = 1000;

  private final char delimiter;

  public DelimitedReader(char delimiter) {
    this.delimiter = delimiter;
  }

  @Override
  public boolean tabular() {
    return true;
  }

  @Override
  public ReadOutcome read(
      Source source, Encoding.Verdict encoding, ReadLimits limits, ContentSink sink)
      throws IOException {
    try (TextSource text = new TextSource(source, encoding)) {
      sink.table("");
      Rows rows = new Rows(delimiter, limits, sink);
      char[] buffer = new char[1 << 14];
      int n = text.read(buffer);
      while (n > 0) {
        for (int i = 0; i < n; i++) {
          rows.take(buffer[i]);
        }
        n = text.read(buffer);
      }
      rows.end();
      if (!rows.damage.isEmpty()) {
        return ReadOutcome.partly(rows.damage, text.bytesRead());
      }
      return text.outcome(encoding);
    }
  }

  /** The state between characters. */
  private static final class Rows {
    private final char delimiter;
    private final ReadLimits limits;
    private final ContentSink sink;
    private final List<String> cells = new ArrayList<>();
    private final StringBuilder cell = new StringBuilder();
    private String damage = "";
    private long row;
    private int quoteLines;
    private boolean quoted;
    private boolean quoteSeen;
    private boolean begun;
    private boolean skipNewline;

    Rows(char delimiter, ReadLimits limits, ContentSink sink) {
      this.delimiter = delimiter;
      this.limits = limits;
      this.sink = sink;
    }

    void take(char c) throws IOException {
      boolean newline = c == '\n' && skipNewline;
      skipNewline = false;
      if (newline) {
        return;
      }
      if (quoted && !quoteSeen) {
        inQuotes(c);
        return;
      }
      if (quoted && c == '"') {
        quoteSeen = false;
        keep('"');
        return;
      }
      quoted = false;
      quoteSeen = false;
      if (c == delimiter) {
        endCell();
        begun = true;
      } else if (c == '\n' || c == '\r') {
        skipNewline = c == '\r';
        endRow();
      } else if (c == '"' && cell.isEmpty()) {
        quoted = true;
        begun = true;
        quoteLines = 0;
      } else {
        begun = true;
        keep(c);
      }
    }

    private void inQuotes(char c) throws IOException {
      if (c == '"') {
        quoteSeen = true;
      } else {
        keep(c);
        if (c == '\n' && ++quoteLines > QUOTE_LINES) {
          damage = "damaged-rows";
          quoted = false;
          endRow();
        }
      }
    }

    private void keep(char c) {
      if (cell.length() < limits.cellChars()) {
        cell.append(c);
      } else {
        damage = "long-cell";
      }
    }

    private void endCell() {
      if (cells.size() < limits.rowCells()) {
        cells.add(cell.toString());
      } else {
        damage = "many-cells";
      }
      cell.setLength(0);
    }

    private void endRow() throws IOException {
      if (!begun) {
        return;
      }
      endCell();
      row++;
      sink.row(row, cells);
      cells.clear();
      begun = false;
    }

    void end() throws IOException {
      if (quoted && !quoteSeen) {
        damage = "damaged-rows";
      }
      endRow();
    }
  }
}
