package org.tidemark.app.rehearsal;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Rows of a truth file: CSV as RFC 4180 has it, UTF-8, one header row that is checked. */
final class CsvRows {
  private CsvRows() {}

  /**
   * Hands over each row after the header.
   *
   * @throws IOException when the file is missing, or its header is another one
   */
  static void read(Path file, String header, Consumer<List<String>> row) throws IOException {
    try (BufferedReader in = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
      List<String> cells = next(in);
      if (!String.join(",", cells).startsWith(header)) {
        throw new IOException(file + ": its header is not '" + header
            + "'. It was made by another version; make the drill again.");
      }
      for (cells = next(in); !cells.isEmpty(); cells = next(in)) {
        row.accept(cells);
      }
    }
  }

  /** The cells of the next row; empty at the end of the file. */
  private static List<String> next(BufferedReader in) throws IOException {
    List<String> cells = new ArrayList<>();
    StringBuilder cell = new StringBuilder();
    boolean quoted = false;
    boolean any = false;
    for (int c = in.read(); c >= 0; c = in.read()) {
      any = true;
      if (quoted) {
        if (c == '"') {
          in.mark(1);
          if (in.read() == '"') {
            cell.append('"');
          } else {
            in.reset();
            quoted = false;
          }
        } else {
          cell.append((char) c);
        }
      } else if (c == '"') {
        quoted = true;
      } else if (c == ',') {
        cells.add(cell.toString());
        cell.setLength(0);
      } else if (c == '\n') {
        cells.add(cell.toString());
        return cells;
      } else if (c != '\r') {
        cell.append((char) c);
      }
    }
    if (any) {
      cells.add(cell.toString());
    }
    return cells;
  }
}
