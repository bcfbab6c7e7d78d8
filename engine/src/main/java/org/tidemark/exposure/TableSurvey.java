package org.tidemark.exposure;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tidemark.exposure.identifiers.Identifier;
import org.tidemark.exposure.identifiers.Identifiers;
import org.tidemark.exposure.readers.ContentSink;
import org.tidemark.exposure.readers.Source;

/**
 * The first pass over a file with columns: finds the header of each table and counts over its
 * columns. One thread.
 *
 * <p>The header is the first of the first ten rows that holds the most announcing words and nothing
 * that is itself an identifier. A table without such a row has no header; its columns are judged by
 * their values.
 */
final class TableSurvey implements ContentSink {
  private static final int HEADER_ROWS = 10;

  /**
   * Columns of the objects of one JSON file; the keys of a hostile file are not counted without
   * end.
   */
  private static final int OBJECT_COLUMNS = 10_000;

  private final ScanSettings settings;
  private final Identifier.Hints hints;
  private final Map<String, TableVerdicts> tables = new HashMap<>();
  private final Map<String, ColumnSurvey> objectColumns = new LinkedHashMap<>();
  private final List<List<String>> first = new ArrayList<>();
  private final List<Long> firstNumbers = new ArrayList<>();
  private final List<ColumnSurvey> columns = new ArrayList<>();
  private List<String> headers = List.of();
  private long headerRow;
  private boolean headerKnown;
  private String table = "";

  TableSurvey(ScanSettings settings) {
    this.settings = settings;
    this.hints = new Identifier.Hints(settings.region());
  }

  /** The verdicts of each table by its place; call once, at the end. */
  Map<String, TableVerdicts> tables() {
    endTable();
    return tables;
  }

  /** The verdicts of the columns of objects by path. */
  Map<String, ColumnVerdict> objects() {
    Map<String, ColumnVerdict> verdicts = new HashMap<>();
    objectColumns.forEach((column, survey) -> verdicts.put(column, survey.verdict()));
    return PersonNameColumns.settleObjects(verdicts);
  }

  @Override
  public void table(String place) {
    endTable();
    table = place;
  }

  @Override
  public void row(long number, List<String> cells) {
    if (headerKnown) {
      count(number, cells);
      return;
    }
    first.add(List.copyOf(cells));
    firstNumbers.add(number);
    if (first.size() == HEADER_ROWS) {
      findHeader();
    }
  }

  @Override
  public void object(String place, List<NamedValue> values) {
    for (NamedValue value : values) {
      ColumnSurvey survey = objectColumns.get(value.column());
      if (survey == null && objectColumns.size() < OBJECT_COLUMNS) {
        survey = new ColumnSurvey(value.column(), settings);
        objectColumns.put(value.column(), survey);
      }
      if (survey != null) {
        survey.add(value.value(), hints);
      }
    }
  }

  private void findHeader() {
    headerKnown = true;
    int best = 0;
    for (int i = 0; i < first.size(); i++) {
      int announced = announced(first.get(i), best);
      if (announced > best && !holdsIdentifier(first.get(i))) {
        best = announced;
        headerRow = firstNumbers.get(i);
        headers = first.get(i);
      }
    }
    for (int i = 0; i < first.size(); i++) {
      count(firstNumbers.get(i), first.get(i));
    }
    first.clear();
    firstNumbers.clear();
  }

  /** How many cells announce a kind; counted no further once it cannot exceed {@code best}. */
  private int announced(List<String> row, int best) {
    int count = 0;
    for (int i = 0; i < row.size() && count + row.size() - i > best; i++) {
      String cell = row.get(i);
      boolean named =
          settings.given(cell).isPresent() || settings.namespace(cell).isPresent();
      if (named || Identifiers.announcedBy(cell).isPresent()) {
        count++;
      }
    }
    return count;
  }

  private boolean holdsIdentifier(List<String> row) {
    for (String cell : row) {
      for (Identifier identifier : Identifiers.ALL) {
        if (identifier.provesItself() && identifier.match(cell, hints).isPresent()) {
          return true;
        }
      }
    }
    return false;
  }

  private void count(long number, List<String> cells) {
    if (number <= headerRow) {
      return;
    }
    for (int i = 0; i < cells.size(); i++) {
      if (i == columns.size()) {
        columns.add(new ColumnSurvey(i < headers.size() ? headers.get(i) : "", settings));
      }
      columns.get(i).add(cells.get(i), hints);
    }
  }

  private void endTable() {
    if (!headerKnown) {
      findHeader();
    }
    List<ColumnVerdict> verdicts = new ArrayList<>();
    columns.forEach(column -> verdicts.add(column.verdict()));
    tables.put(table, new TableVerdicts(headerRow, PersonNameColumns.settle(headers, verdicts)));
    columns.clear();
    headers = List.of();
    headerRow = 0;
    headerKnown = false;
  }

  /**
   * What the second pass needs of one table: its header's row (0 = none) and a verdict a column.
   */
  record TableVerdicts(long headerRow, List<ColumnVerdict> columns) {
    static final TableVerdicts NONE = new TableVerdicts(0, List.of());

    ColumnVerdict column(int index) {
      return index < columns.size() ? columns.get(index) : ColumnVerdict.NONE;
    }

    Optional<Integer> columnOf(String kind) {
      for (int i = 0; i < columns.size(); i++) {
        if (columns.get(i).kind().equals(kind) && !columns.get(i).somebodyElse()) {
          return Optional.of(i);
        }
      }
      return Optional.empty();
    }
  }

  @Override
  public void line(String place, String text, long byteBase) {}

  @Override
  public void mailbox(String header, int number, String displayName, String address) {}

  @Override
  public void member(String name, Source source) {}

  @Override
  public void unreadMember(String name, long bytes, String reason) {}
}
