package org.tidemark.drill.files;

import java.io.IOException;
import java.io.Writer;
import java.util.List;
import org.tidemark.drill.files.FileTruth.CountryShown;
import org.tidemark.drill.people.Person;

/** Writes a table of people as CSV, TSV, JSON lines or a JSON array. */
final class TableText {
  private final PeopleTable table;
  private final FileSpec spec;
  private final FileTruth truth;

  TableText(PeopleTable table, FileSpec spec, FileTruth truth) {
    this.table = table;
    this.spec = spec;
    this.truth = truth;
  }

  /** Writes {@code rows} people as delimited text under a header and says how many stand in it. */
  int delimited(Writer out, char delimiter, String member, int part, int rows) throws IOException {
    out.write(String.join(String.valueOf(delimiter), table.headers()));
    out.write("\r\n");
    for (int row = 0; row < rows; row++) {
      Person person = table.person(part, row);
      for (int c = 0; c < table.columns().size(); c++) {
        if (c > 0) {
          out.write(delimiter);
        }
        String cell = table.cell(table.columns().get(c), person);
        out.write(delimiter == ',' ? quoted(cell) : cell.replace('\n', ' ').replace('"', '\''));
      }
      out.write("\r\n");
      tell(member, "row:" + (row + 2), person);
    }
    return rows;
  }

  private static String quoted(String cell) {
    boolean plain = cell.indexOf(',') < 0 && cell.indexOf('"') < 0 && cell.indexOf('\n') < 0;
    return plain ? cell : "\"" + cell.replace("\"", "\"\"") + "\"";
  }

  /** One object a line; how to reach the person stands one level deeper. */
  int jsonLines(Writer out, String member) throws IOException {
    for (int row = 0; row < spec.rows(); row++) {
      Person person = table.person(0, row);
      out.write(nested(person));
      out.write('\n');
      tell(member, "line:" + (row + 1), person);
    }
    return spec.rows();
  }

  /** One array of flat objects. */
  int jsonArray(Writer out, String member) throws IOException {
    out.write("[\n");
    for (int row = 0; row < spec.rows(); row++) {
      Person person = table.person(0, row);
      StringBuilder object = new StringBuilder("{");
      for (Column column : table.columns()) {
        field(object, column, person);
      }
      out.write(object.append(row + 1 < spec.rows() ? "},\n" : "}\n").toString());
      tell(member, "row:" + (row + 1), person);
    }
    out.write("]\n");
    return spec.rows();
  }

  private String nested(Person person) {
    StringBuilder object = new StringBuilder();
    StringBuilder contact = new StringBuilder();
    for (Column column : table.columns()) {
      field(column == Column.EMAIL || column == Column.PHONE ? contact : object, column, person);
    }
    return contact.isEmpty()
        ? "{" + object + "}"
        : "{\"contact\":{" + contact + "}" + (object.isEmpty() ? "" : ",") + object + "}";
  }

  private void field(StringBuilder out, Column column, Person person) {
    if (out.length() > 0 && out.charAt(out.length() - 1) != '{') {
      out.append(',');
    }
    out.append('"').append(column.header(spec.language())).append("\":\"");
    out.append(table.cell(column, person).replace("\"", "\\\"").replace("\n", "\\n"))
        .append('"');
  }

  void tell(String member, String place, Person person) throws IOException {
    CountryShown country = table.has(Column.COUNTRY)
        ? CountryShown.STATED
        : table.showsCountryByPhone(person) ? CountryShown.BY_PHONE : CountryShown.NOT;
    truth.record(spec, member, place, person, country, spec.topic() != Topic.USAGE);
  }

  List<String> cells(Person person) {
    return table.columns().stream()
        .map(c -> table.cell(c, person).replace('\n', ' '))
        .toList();
  }
}
