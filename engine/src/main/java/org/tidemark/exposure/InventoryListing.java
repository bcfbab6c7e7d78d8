package org.tidemark.exposure;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import org.tidemark.casefile.CaseFile;

/**
 * A listing of what a host held, where no copies exist: CSV with a column {@code path} or {@code
 * name}, and {@code bytes} or {@code size} if known. Values that hold commas stand in double quotes
 * (RFC 4180, one line a row).
 */
final class InventoryListing {
  /** One object of the listing; {@code bytes} -1 = not said. */
  record Entry(String name, long bytes) {}

  private InventoryListing() {}

  /** The objects that the case file lists for a host; what cannot be read is told. */
  static List<Entry> of(
      CaseFile caseFile, Path caseFolder, String host, Consumer<String> problems) {
    List<Entry> entries = new ArrayList<>();
    for (CaseFile.InventorySource source : caseFile.inventory()) {
      if (HeldSessions.hostName(source.of()).equals(host)) {
        try {
          entries.addAll(read(caseFolder.resolve(source.path())));
        } catch (IOException e) {
          problems.accept("inventory: '" + source.path() + "' cannot be read to its end ("
              + e.getClass().getSimpleName()
              + "; expected: CSV in UTF-8 with a column `path`). What it lists is not counted.");
        }
      }
    }
    return entries;
  }

  private static List<Entry> read(Path file) throws IOException {
    var decoder = StandardCharsets.UTF_8
        .newDecoder()
        .onMalformedInput(CodingErrorAction.REPORT)
        .onUnmappableCharacter(CodingErrorAction.REPORT);
    List<Entry> entries = new ArrayList<>();
    try (BufferedReader lines =
        new BufferedReader(new java.io.InputStreamReader(Files.newInputStream(file), decoder))) {
      String header = lines.readLine();
      List<String> columns =
          header == null ? List.of() : cells(header.replace("\uFEFF", "").toLowerCase(Locale.ROOT));
      int name = column(columns, "path", "name");
      int bytes = column(columns, "bytes", "size");
      if (name < 0) {
        throw new IOException("no column path");
      }
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        List<String> cells = cells(line);
        if (cells.size() > name && !cells.get(name).isBlank()) {
          entries.add(new Entry(cells.get(name), size(cells, bytes)));
        }
      }
    }
    return entries;
  }

  /** The first of two names that the header has; -1 = neither. */
  private static int column(List<String> columns, String name, String other) {
    return columns.contains(name) ? columns.indexOf(name) : columns.indexOf(other);
  }

  private static long size(List<String> cells, int column) {
    String text = column < 0 || column >= cells.size() ? "" : cells.get(column).strip();
    boolean number =
        !text.isEmpty() && text.length() <= 18 && text.chars().allMatch(c -> c >= '0' && c <= '9');
    return number ? Long.parseLong(text) : -1;
  }

  private static List<String> cells(String line) {
    List<String> cells = new ArrayList<>();
    StringBuilder cell = new StringBuilder();
    boolean quoted = false;
    for (int i = 0; i < line.length(); i++) {
      char c = line.charAt(i);
      if (c == '"' && quoted && i + 1 < line.length() && line.charAt(i + 1) == '"') {
        cell.append('"');
        i++;
      } else if (c == '"') {
        quoted = !quoted;
      } else if (c == ',' && !quoted) {
        cells.add(cell.toString().strip());
        cell.setLength(0);
      } else {
        cell.append(c);
      }
    }
    cells.add(cell.toString().strip());
    return cells;
  }
}
