package org.tidemark.exposure.readers;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;
import org.jspecify.annotations.Nullable;

/**
 * A workbook (ISO/IEC 29500, SpreadsheetML). Hidden sheets and rows are content too. The package is
 * unpacked once with bytes counted before the library sees it, since the library keeps all shared
 * texts in memory.
 */
public final class XlsxReader implements ContentReader {
  /** Unpacked bytes of the texts that cells share; they lie in memory as objects. */
  private static final long SHARED_TEXT_BYTES = 128L << 20;

  @Override
  public boolean tabular() {
    return true;
  }

  @Override
  public ReadOutcome read(
      Source source, Encoding.Verdict encoding, ReadLimits limits, ContentSink sink)
      throws IOException {
    PackageCheck.check(source, limits, "xl/sharedStrings.xml", SHARED_TEXT_BYTES);
    byte[] bytes = ZipSource.bytes(source, limits);
    try (ReadableWorkbook workbook = open(bytes)) {
      for (Sheet sheet : sheets(workbook)) {
        sink.table("sheet:" + Place.encode(sheet.getName()));
        try (Stream<Row> rows = rows(sheet)) {
          Iterator<Row> all = rows.iterator();
          Row row = next(all);
          while (row != null) {
            sink.row(row.getRowNum(), cells(row, workbook.isDate1904(), limits));
            row = next(all);
          }
        }
      }
    }
    return ReadOutcome.read(Long.MAX_VALUE);
  }

  private static ReadableWorkbook open(byte[] bytes) throws IOException {
    try {
      return open(bytes, true);
    } catch (IOException | RuntimeException e) {
      try {
        // A workbook may lack the part that tells dates from numbers.
        return open(bytes, false);
      } catch (IOException | RuntimeException again) {
        throw damaged(again);
      }
    }
  }

  private static ReadableWorkbook open(byte[] bytes, boolean formats) throws IOException {
    return new ReadableWorkbook(new ByteArrayInputStream(bytes), new ReadingOptions(formats, true));
  }

  private static List<Sheet> sheets(ReadableWorkbook workbook) throws IOException {
    try (Stream<Sheet> sheets = workbook.getSheets()) {
      return sheets.toList();
    } catch (RuntimeException e) {
      throw damaged(e);
    }
  }

  private static Stream<Row> rows(Sheet sheet) throws IOException {
    try {
      return sheet.openStream();
    } catch (IOException | RuntimeException e) {
      throw damaged(e);
    }
  }

  private static @Nullable Row next(Iterator<Row> rows) throws IOException {
    try {
      return rows.hasNext() ? rows.next() : null;
    } catch (RuntimeException e) {
      throw damaged(e);
    }
  }

  private static List<String> cells(Row row, boolean from1904, ReadLimits limits) {
    List<String> cells = new ArrayList<>();
    int count = Math.min(row.getCellCount(), limits.rowCells());
    for (int i = 0; i < count; i++) {
      String text = row.getOptionalCell(i).map(cell -> text(cell, from1904)).orElse("");
      cells.add(text.length() > limits.cellChars() ? text.substring(0, limits.cellChars()) : text);
    }
    return cells;
  }

  /** A cell as its reader sees it: dates as ISO 8601, numbers without an exponent. */
  private static String text(Cell cell, boolean from1904) {
    if (cell.getType() != CellType.NUMBER && !(cell.getValue() instanceof BigDecimal)) {
      String text = cell.getText();
      return text == null ? "" : text;
    }
    if (!(cell.getValue() instanceof BigDecimal number)) {
      return "";
    }
    return dated(cell.getDataFormatId(), cell.getDataFormatString())
        ? SpreadsheetDate.text(number, from1904)
        : number.abs().precision() > 30
            ? number.toString()
            : number.stripTrailingZeros().toPlainString();
  }

  /**
   * Whether a number format shows a date: it names a year or a day outside quoted text and colours.
   */
  private static boolean dated(@Nullable Integer id, @Nullable String format) {
    if (format == null) {
      // East Asian editions keep dates under numbers that have no text in the file (18.8.30).
      return id != null && ((id >= 27 && id <= 36) || (id >= 50 && id <= 58));
    }
    String plain = format.replaceAll("\"[^\"]*\"|\\\\.|\\[[^\\]]*\\]", "").toLowerCase(Locale.ROOT);
    return !plain.contains("general")
        && (plain.contains("y") || plain.contains("d") || plain.contains("e年"));
  }

  private static DamagedContentException damaged(Exception cause) {
    if (cause instanceof DamagedContentException damaged) {
      return damaged;
    }
    DamagedContentException damaged = new DamagedContentException("damaged");
    damaged.initCause(cause);
    return damaged;
  }
}
