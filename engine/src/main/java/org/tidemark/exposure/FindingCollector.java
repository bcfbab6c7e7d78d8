package org.tidemark.exposure;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.StringJoiner;
import java.util.function.UnaryOperator;
import org.tidemark.exposure.FindingBlock.Finding;
import org.tidemark.exposure.TableSurvey.TableVerdicts;
import org.tidemark.exposure.identifiers.Identifier;
import org.tidemark.exposure.identifiers.Identifiers;
import org.tidemark.exposure.readers.ContentSink;
import org.tidemark.exposure.readers.DamagedContentException;
import org.tidemark.exposure.readers.Place;
import org.tidemark.exposure.readers.Source;

/**
 * The second pass: turns what a reader sees into findings and records, by the verdicts of the
 * first. One thread.
 */
final class FindingCollector implements ContentSink {
  /** Takes members while their container is being read. */
  interface Members {
    void member(String name, Source source) throws IOException;

    void unread(String name, long bytes, String reason);
  }

  private final FindingBlock.Builder block;
  private final Map<String, TableVerdicts> tables;
  private final Map<String, ColumnVerdict> objects;
  private final Members members;
  private final Identifier.Hints hints;
  private final FormLines forms;
  private final FreeText freeText;
  private TableVerdicts table = TableVerdicts.NONE;
  private String tablePlace = "";
  private boolean any;

  FindingCollector(
      FindingBlock.Builder block,
      Map<String, TableVerdicts> tables,
      Map<String, ColumnVerdict> objects,
      ScanSettings settings,
      Members members) {
    this.block = block;
    this.tables = tables;
    this.objects = objects;
    this.members = members;
    this.hints = new Identifier.Hints(settings.region());
    this.freeText = new FreeText(block, hints);
    this.forms = new FormLines(block, freeText, hints);
  }

  /** Whether the reader handed on anything at all. */
  boolean any() {
    return any;
  }

  /** Settles what waits for a next line. */
  void end() {
    forms.end();
  }

  @Override
  public void table(String place) {
    forms.end();
    tablePlace = place;
    table = tables.getOrDefault(place, TableVerdicts.NONE);
  }

  @Override
  public void row(long number, List<String> cells) throws IOException {
    begin();
    String place = Place.join(tablePlace, "row:" + number);
    boolean data = number > table.headerRow();
    Identifier.Hints rowHints = data ? hintsOf(cells) : hints;
    RowFindings row = new RowFindings(place);
    for (int i = 0; i < cells.size(); i++) {
      String cellPlace = place + "/col:" + (i + 1);
      ColumnVerdict verdict = data ? table.column(i) : ColumnVerdict.NONE;
      String value = verdict.parts().isEmpty()
          ? cells.get(i)
          : joined(verdict.parts(), part -> {
            int column = Integer.parseInt(part);
            return column < cells.size() ? cells.get(column) : "";
          });
      value(row, verdict, cellPlace, value, rowHints);
    }
    row.emit();
  }

  /** A row's country says how its phone numbers are written. */
  private Identifier.Hints hintsOf(List<String> cells) {
    Optional<Integer> column = table.columnOf("country");
    if (column.isEmpty() || column.get() >= cells.size()) {
      return hints;
    }
    return table
        .column(column.get())
        .identifier()
        .flatMap(country -> country.match(cells.get(column.get()), hints))
        .map(Identifier.Hints::new)
        .orElse(hints);
  }

  @Override
  public void object(String place, List<NamedValue> values) throws IOException {
    begin();
    Map<String, RowFindings> groups = new LinkedHashMap<>();
    for (NamedValue value : values) {
      String group =
          value.group().isEmpty() ? place : place + "/json:" + Place.encode(value.group());
      RowFindings row = groups.computeIfAbsent(group, RowFindings::new);
      String valuePlace = place + "/json:" + Place.encode(value.path());
      ColumnVerdict verdict = objects.getOrDefault(value.column(), ColumnVerdict.NONE);
      String text = verdict.parts().isEmpty()
          ? value.value()
          : joined(verdict.parts(), part -> sibling(values, value, part));
      value(row, verdict, valuePlace, text, hints);
    }
    groups.values().forEach(RowFindings::emit);
  }

  /** The values of several columns as one text. */
  private static String joined(List<String> parts, UnaryOperator<String> valueOf) {
    StringJoiner text = new StringJoiner(" ");
    for (String part : parts) {
      String value = valueOf.apply(part).strip();
      if (!value.isEmpty()) {
        text.add(value);
      }
    }
    return text.toString();
  }

  /** The value of another column beside this one, under the same parent. */
  private static String sibling(List<NamedValue> values, NamedValue value, String column) {
    String parent = value.path().substring(0, value.path().lastIndexOf('.') + 1);
    String path = parent + column.substring(column.lastIndexOf('.') + 1);
    return values.stream()
        .filter(v -> v.path().equals(path))
        .findFirst()
        .map(NamedValue::value)
        .orElse("");
  }

  private void value(
      RowFindings row,
      ColumnVerdict verdict,
      String place,
      String value,
      Identifier.Hints valueHints) {
    if (verdict.spent() || ColumnSurvey.nothing(value)) {
      return;
    }
    if (verdict.identifier().isPresent()) {
      Identifier identifier = verdict.identifier().get();
      Optional<String> match = identifier.match(value, valueHints);
      if (match.isEmpty() && verdict.anyValue() && identifier.kind().equals("internal-id")) {
        match = Optional.of(value.strip());
      }
      if (match.isPresent()) {
        row.add(identifier, verdict, place, value.strip(), match.get());
        return;
      }
    }
    freeText.scan(place, value, 0);
  }

  @Override
  public void line(String place, String text, long byteBase) throws IOException {
    begin();
    forms.line(place, text, byteBase);
  }

  @Override
  public void mailbox(String header, int number, String displayName, String address)
      throws IOException {
    begin();
    String place = "header:" + header + "/row:" + number;
    List<Finding> found = new ArrayList<>();
    mailboxPart(found, "name", place + "/col:1", displayName);
    mailboxPart(found, "email", place + "/col:2", address);
    if (!found.isEmpty()) {
      block.record(place, found);
    }
  }

  private void mailboxPart(List<Finding> found, String kind, String place, String text) {
    Identifiers.of(kind)
        .ifPresent(identifier -> identifier
            .match(text, hints)
            .ifPresent(match -> found.add(new Finding(
                place, kind, identifier.category().id(), text.strip(), match, "mail-header"))));
  }

  @Override
  public void member(String name, Source source) throws IOException {
    any = true;
    members.member(name, source);
  }

  @Override
  public void unreadMember(String name, long bytes, String reason) {
    any = true;
    members.unread(name, bytes, reason);
  }

  private void begin() throws IOException {
    any = true;
    if (block.full()) {
      throw new DamagedContentException("many-findings");
    }
  }

  /** The findings of one row; a record when one of them points at a person. */
  private final class RowFindings {
    private final String place;
    private final List<Finding> found = new ArrayList<>();
    private boolean key;

    RowFindings(String place) {
      this.place = place;
    }

    void add(
        Identifier identifier,
        ColumnVerdict verdict,
        String valuePlace,
        String value,
        String match) {
      Finding finding = new Finding(
          valuePlace, verdict.kind(), identifier.category().id(), value, match, verdict.rule());
      if (verdict.somebodyElse() && identifier.key()) {
        block.record(valuePlace, List.of(finding));
      } else {
        key |= identifier.key();
        found.add(finding);
      }
    }

    void emit() {
      if (key) {
        block.record(place, found);
      } else {
        found.forEach(block::alone);
      }
    }
  }
}
