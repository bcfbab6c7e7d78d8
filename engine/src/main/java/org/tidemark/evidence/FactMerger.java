package org.tidemark.evidence;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Joins the rows of work units into column files. Units may come in any order: rows keep the unit's
 * number, and names the number of their arrival, until the last pass puts in their place the file,
 * the record's position in it and the name's place among the sorted names. So the bytes do not
 * depend on the order of arrival. What does not fit {@link #MEMORY} is spilled as ordered runs and
 * merged at the end. Used by one thread at a time.
 */
final class FactMerger {
  /** Heap for rows before they are spilled, in bytes. */
  static final long MEMORY = 64L << 20;

  private final Path folder;
  private final long memory;
  private final Map<FactTable.Dictionary, UnitNames> names =
      new EnumMap<>(FactTable.Dictionary.class);
  private final Map<FactTable, List<RowCursor>> waiting = new EnumMap<>(FactTable.class);
  private final Map<FactTable, List<Path>> runs = new EnumMap<>(FactTable.class);
  private long waitingBytes;
  private int spills;

  /** @param folder for spill files and the columns; exists and is empty */
  FactMerger(Path folder, long memory) {
    this.folder = folder;
    this.memory = memory;
  }

  /** Takes a unit's rows; they are changed. */
  void add(int unit, ReadResult result) throws IOException {
    Map<FactTable.Dictionary, int[]> numbers = new EnumMap<>(FactTable.Dictionary.class);
    numbers.put(
        FactTable.Dictionary.ENDPOINTS,
        arrivals(FactTable.Dictionary.ENDPOINTS, result.endpoints()));
    numbers.put(
        FactTable.Dictionary.ACCOUNTS, arrivals(FactTable.Dictionary.ACCOUNTS, result.accounts()));
    numbers.put(
        FactTable.Dictionary.OBJECTS, arrivals(FactTable.Dictionary.OBJECTS, result.objects()));
    for (UnitRows rows : result.rows()) {
      for (int c = FactTable.NAMES; c < rows.table.intColumns(); c++) {
        int[] to = Objects.requireNonNull(numbers.get(rows.table.dictionary(c)));
        int[] column = rows.ints[c];
        for (int i = 0; i < rows.size; i++) {
          column[i] = column[i] < 0 ? -1 : to[column[i]];
        }
      }
      if (rows.size > 0) {
        waiting(rows.table).add(new RowCursor.OfUnit(rows, unit));
      }
    }
    waitingBytes += result.heapBytes();
    if (waitingBytes > memory) {
      spill();
    }
  }

  private int[] arrivals(FactTable.Dictionary dictionary, String[] texts) {
    UnitNames all = names(dictionary);
    int[] numbers = new int[texts.length];
    for (int i = 0; i < texts.length; i++) {
      numbers[i] = all.number(texts[i]);
    }
    return numbers;
  }

  private List<RowCursor> waiting(FactTable table) {
    return waiting.computeIfAbsent(table, t -> new ArrayList<>());
  }

  private List<Path> runs(FactTable table) {
    return runs.computeIfAbsent(table, t -> new ArrayList<>());
  }

  private UnitNames names(FactTable.Dictionary dictionary) {
    return names.computeIfAbsent(dictionary, d -> new UnitNames());
  }

  private void spill() throws IOException {
    for (FactTable table : FactTable.values()) {
      List<RowCursor> parts = waiting(table);
      if (!parts.isEmpty()) {
        Path run = folder.resolve("run-" + spills + "-" + table.label());
        RunFile.write(table, new MergedRows(parts), run);
        runs(table).add(run);
        parts.clear();
      }
    }
    spills++;
    waitingBytes = 0;
  }

  /**
   * Writes dictionaries and columns.
   *
   * @param fileOf number of the evidence file, by unit
   * @param recordsBefore records of the same file in the units before, by unit
   * @return rows, by table
   */
  Map<FactTable, Long> finish(int[] fileOf, int[] recordsBefore) throws IOException {
    Map<FactTable.Dictionary, int[]> ranks = new EnumMap<>(FactTable.Dictionary.class);
    for (FactTable.Dictionary dictionary : FactTable.Dictionary.values()) {
      ranks.put(dictionary, writeNames(dictionary));
    }
    Map<FactTable, Long> sizes = new EnumMap<>(FactTable.class);
    for (FactTable table : FactTable.values()) {
      List<RowCursor> parts = new ArrayList<>(waiting(table));
      for (Path run : runs(table)) {
        parts.add(RunFile.open(table, run));
      }
      try (RowCursor rows = new MergedRows(parts)) {
        sizes.put(table, writeColumns(table, rows, ranks, fileOf, recordsBefore));
      }
      for (Path run : runs(table)) {
        Files.delete(run);
      }
    }
    return sizes;
  }

  private int[] writeNames(FactTable.Dictionary dictionary) throws IOException {
    String[] texts = names(dictionary).texts();
    Integer[] order = new Integer[texts.length];
    Arrays.setAll(order, i -> i);
    Arrays.sort(order, Comparator.comparing(i -> texts[i]));
    int[] rank = new int[texts.length];
    String[] sorted = new String[texts.length];
    for (int i = 0; i < order.length; i++) {
      rank[order[i]] = i;
      sorted[i] = texts[order[i]];
    }
    NameFile.write(sorted, NameFile.of(folder, dictionary));
    return rank;
  }

  private long writeColumns(
      FactTable table,
      RowCursor rows,
      Map<FactTable.Dictionary, int[]> ranks,
      int[] fileOf,
      int[] recordsBefore)
      throws IOException {
    ColumnFile.Writer[] longs = new ColumnFile.Writer[table.longColumns()];
    ColumnFile.Writer[] ints = new ColumnFile.Writer[table.intColumns()];
    int[][] rankOf = new int[table.intColumns()][];
    try (ColumnFile.Writer files = new ColumnFile.Writer(folder, table.fileFile())) {
      for (int c = 0; c < longs.length; c++) {
        longs[c] = new ColumnFile.Writer(folder, table.longFile(c));
      }
      for (int c = 0; c < ints.length; c++) {
        ints[c] = new ColumnFile.Writer(folder, table.intFile(c));
        rankOf[c] = c < FactTable.NAMES
            ? new int[0]
            : Objects.requireNonNull(ranks.get(table.dictionary(c)));
      }
      long count = 0;
      while (rows.next()) {
        int unit = rows.unit();
        files.add(fileOf[unit]);
        long[] rowLongs = rows.longs();
        int[] rowInts = rows.ints();
        for (int c = 0; c < longs.length; c++) {
          longs[c].add(rowLongs[c]);
        }
        ints[FactTable.RECORD].add(rowInts[FactTable.RECORD] + recordsBefore[unit]);
        ints[FactTable.PACKED].add(rowInts[FactTable.PACKED]);
        for (int c = FactTable.NAMES; c < ints.length; c++) {
          int name = rowInts[c];
          ints[c].add(name < 0 ? -1 : rankOf[c][name]);
        }
        count++;
      }
      return count;
    } finally {
      closeAll(longs);
      closeAll(ints);
    }
  }

  private static void closeAll(ColumnFile.Writer[] writers) throws IOException {
    for (ColumnFile.Writer writer : writers) {
      if (writer != null) {
        writer.close();
      }
    }
  }
}
