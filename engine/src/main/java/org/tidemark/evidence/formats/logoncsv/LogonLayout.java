package org.tidemark.evidence.formats.logoncsv;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * How the lines of a table of logons lie: what a byte range without the header must know.
 *
 * @param columns number of columns of the header
 * @param places column of each {@link LogonColumn}, by its ordinal, from 0; -1 = none
 * @param timeWord the header of the time's column: by it a header is known again
 */
@SuppressWarnings({"ArrayRecordComponent", "EnumOrdinal"}) // never compared; a cache of this build
record LogonLayout(char delimiter, Charset charset, int columns, int[] places, String timeWord) {
  private static final int HEADER_WITHIN_LINES = 20;

  /** The columns of a header, and what the case file says of them. */
  private record Fit(HeaderLine line, Map<LogonColumn, Integer> places) {
    List<LogonColumn> missing() {
      return LogonColumn.REQUIRED.stream().filter(c -> !places.containsKey(c)).toList();
    }

    LogonLayout layout() {
      int[] found = new int[LogonColumn.values().length];
      Arrays.fill(found, -1);
      places.forEach((column, place) -> found[column.ordinal()] = place);
      String time = line.cells().get(Objects.requireNonNull(places.get(LogonColumn.TIME)));
      return new LogonLayout(line.delimiter(), line.charset(), line.cells().size(), found, time);
    }
  }

  /** A layout, or the columns that the header lacks. */
  record Found(List<LogonLayout> layout, List<LogonColumn> missing) {}

  /**
   * Looks for the header among the first lines.
   *
   * @param told column → header word, as the case file says; goes before what is recognised
   * @param declared whether the case file says that this is a table of logons: then the header
   *     need not show it
   */
  static Found find(byte[] head, int length, Map<String, String> told, boolean declared) {
    Fit best = null;
    int start = startsWithMark(head, length) ? 3 : 0;
    for (int line = 0; line < HEADER_WITHIN_LINES && start < length; line++) {
      int stop = start;
      while (stop < length && head[stop] != '\n') {
        stop++;
      }
      int end = stop > start && head[stop - 1] == '\r' ? stop - 1 : stop;
      for (HeaderLine reading : HeaderLine.readings(head, start, end)) {
        Fit fit = new Fit(reading, places(reading, told));
        if (best == null || better(fit, best)) {
          best = fit;
        }
      }
      start = stop + 1;
    }
    if (best == null) {
      return new Found(List.of(), LogonColumn.REQUIRED);
    }
    if (!best.missing().isEmpty() || !declared && !tells(best)) {
      return new Found(List.of(), best.missing());
    }
    return new Found(List.of(best.layout()), List.of());
  }

  private static boolean better(Fit fit, Fit best) {
    int missing = fit.missing().size();
    int least = best.missing().size();
    return missing < least || missing == least && fit.places.size() > best.places.size();
  }

  private static Map<LogonColumn, Integer> places(HeaderLine line, Map<String, String> told) {
    Map<LogonColumn, Integer> places = new EnumMap<>(LogonColumn.class);
    List<String> words = line.cells().stream().map(HeaderLine::plain).toList();
    for (LogonColumn column : LogonColumn.values()) {
      String name = told.get(column.id());
      int place = name == null ? recognised(words, column) : named(line.cells(), words, name);
      if (place >= 0) {
        places.put(column, place);
      }
    }
    return places;
  }

  private static int named(List<String> cells, List<String> words, String name) {
    int exact = cells.indexOf(name.strip());
    return exact >= 0 ? exact : words.indexOf(HeaderLine.plain(name));
  }

  private static int recognised(List<String> words, LogonColumn column) {
    int best = -1;
    for (int i = 0; i < words.size(); i++) {
      int rank = column.rank(words.get(i));
      if (rank >= 0 && (best < 0 || rank < column.rank(words.get(best)))) {
        best = i;
      }
    }
    return best;
  }

  /** Whether the header shows a table of logons and of nothing else. */
  private static boolean tells(Fit fit) {
    return LogonColumn.TELLING.stream().anyMatch(fit.places::containsKey)
        && fit.line.cells().stream()
            .map(HeaderLine::plain)
            .noneMatch(LogonColumn.OTHER_TABLES::contains);
  }

  private static boolean startsWithMark(byte[] head, int length) {
    return length > 2 && head[0] == (byte) 0xef && head[1] == (byte) 0xbb && head[2] == (byte) 0xbf;
  }

  /** Column of what is asked for, from 0; -1 = the table has none. */
  int place(LogonColumn column) {
    return places[column.ordinal()];
  }

  String encode() {
    List<String> parts = new ArrayList<>();
    parts.add(Integer.toString(delimiter));
    parts.add(charset.name());
    parts.add(Integer.toString(columns));
    parts.add(URLEncoder.encode(timeWord, StandardCharsets.UTF_8));
    Arrays.stream(places).mapToObj(Integer::toString).forEach(parts::add);
    return String.join(",", parts);
  }

  static LogonLayout decode(String text) {
    String[] parts = text.split(",", -1);
    if (parts.length != 4 + LogonColumn.values().length) {
      throw new IllegalArgumentException("layout: " + parts.length + " parts (expected: "
          + (4 + LogonColumn.values().length) + ", joined by commas)");
    }
    int[] places = Arrays.stream(parts).skip(4).mapToInt(Integer::parseInt).toArray();
    return new LogonLayout(
        (char) Integer.parseInt(parts[0]),
        Charset.forName(parts[1]),
        Integer.parseInt(parts[2]),
        places,
        URLDecoder.decode(parts[3], StandardCharsets.UTF_8));
  }
}
