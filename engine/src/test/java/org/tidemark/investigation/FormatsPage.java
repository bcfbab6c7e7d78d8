package org.tidemark.investigation;

import java.lang.reflect.AnnotatedParameterizedType;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.RecordComponent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tidemark.engine.Doc;
import org.tidemark.engine.JsonDocument;
import org.tidemark.engine.TableSchema;

/** Makes docs/reference/formats.md from the schema classes. */
final class FormatsPage {
  private static final String HEAD = """
      # Result formats

      What stands in `CASE/result/`. Other programs may read it: a new field keeps the schema
      number, any other change raises it, and a reader refuses a newer schema by name.

      This page is made from the schema classes (`ResultFormats` names them) and a test holds it
      equal to them. To write it anew:
      `./mvnw -pl engine test -Dtest=FormatsPageTest -Dtidemark.rewrite=true`.

      `?` may be null, all else is not. *secret* is a BLOB that only the case's key opens
      (AES256-SIV over the UTF-8 value; associated data: column, `:`, kind). Times in tables are
      µs since 1970 UTC, in documents ISO 8601 with Z.
      """;

  private static final String LINES = """

      ## Lines

      The same lines as CSV (RFC 4180: a header, CR LF, cells in quotes where they must be) and as
      JSON lines (LF; what is null is left out); UTF-8 without a byte order mark. Control
      characters, line separators and marks that turn the writing direction stand as U+FFFD. In the
      CSV a cell that a spreadsheet would take for a formula (`=`, `+`, `-`, `@`, also in full
      width, at its start or behind `;`) has an apostrophe before that character; the JSON lines
      have none.
      """;

  private final StringBuilder page = new StringBuilder(HEAD);

  String make() {
    page.append("\n## Tables\n\nParquet; the metadata holds `tidemark.schema = ");
    page.append(TableSchema.SCHEMA).append("`. Rows are ordered by the columns named below.\n");
    ResultFormats.tables().forEach(this::table);
    page.append("\n## Documents\n\nJSON, UTF-8; every one begins `\"schema\": ");
    page.append(TableSchema.SCHEMA).append("`.\n");
    ResultFormats.documents().forEach(this::document);
    page.append("\n## Answers\n\nWhat commands print with `--json`; not kept in the result.\n");
    ResultFormats.answers().forEach(this::document);
    page.append(LINES);
    ResultFormats.lines().forEach(this::document);
    return page.toString();
  }

  private void table(TableSchema table) {
    page.append("\n### ").append(table.name()).append(".parquet\n\n").append(table.question());
    page.append(" Ordered by ").append(String.join(", ", table.orderBy())).append(".\n\n");
    page.append("| column | type | what it holds |\n|---|---|---|\n");
    for (TableSchema.Column column : table.columns()) {
      String type = column.secret() ? "secret" : column.type().replace("\"", "");
      row(column.name() + (column.nullable() ? "?" : ""), type, column.doc());
    }
  }

  private void document(String name, Class<? extends Record> type) {
    page.append("\n### ").append(name).append("\n\n").append(doc(type)).append('\n');
    Set<Class<?>> parts = new LinkedHashSet<>();
    fields(type, parts);
    Set<Class<?>> done = new LinkedHashSet<>();
    while (!done.containsAll(parts)) {
      for (Class<?> part : new ArrayList<>(parts)) {
        if (done.add(part)) {
          page.append("\n*").append(part.getSimpleName()).append("*\n");
          fields(part, parts);
        }
      }
    }
  }

  private void fields(Class<?> type, Set<Class<?>> parts) {
    page.append("\n| field | type | what it holds |\n|---|---|---|\n");
    for (RecordComponent component : type.getRecordComponents()) {
      AnnotatedType of = component.getAnnotatedType();
      boolean absent =
          of.isAnnotationPresent(Nullable.class) || component.getType().equals(Optional.class);
      Doc doc = component.getAnnotation(Doc.class);
      if (doc == null) {
        throw new AssertionError(type.getSimpleName() + "." + component.getName() + " has no @Doc");
      }
      row(
          JsonDocument.fieldName(component.getName()) + (absent ? "?" : ""),
          name(of, parts),
          doc.value());
    }
  }

  private void row(String name, String type, String doc) {
    page.append("| `").append(name).append("` | ").append(type).append(" | ");
    page.append(doc.replace("|", "\\|")).append(" |\n");
  }

  private static String doc(Class<?> type) {
    Doc doc = type.getAnnotation(Doc.class);
    if (doc == null) {
      throw new AssertionError(type.getSimpleName() + " has no @Doc");
    }
    return doc.value();
  }

  private static String name(AnnotatedType of, Set<Class<?>> parts) {
    if (of instanceof AnnotatedParameterizedType several) {
      List<String> inside = new ArrayList<>();
      for (AnnotatedType one : several.getAnnotatedActualTypeArguments()) {
        inside.add(name(one, parts));
      }
      Class<?> outer = (Class<?>) ((java.lang.reflect.ParameterizedType) of.getType()).getRawType();
      if (outer.equals(Optional.class)) {
        return inside.get(0);
      }
      return outer.equals(Map.class)
          ? "{" + inside.get(0) + ": " + inside.get(1) + "}"
          : "[" + inside.get(0) + "]";
    }
    Class<?> plain = (Class<?>) of.getType();
    if (plain.isRecord()) {
      parts.add(plain);
      return "*" + plain.getSimpleName() + "*";
    }
    return plainName(plain);
  }

  private static String plainName(Class<?> type) {
    if (type.equals(String.class) || type.isEnum()) {
      return "text";
    }
    if (type.equals(Instant.class)) {
      return "time";
    }
    if (type.equals(boolean.class) || type.equals(Boolean.class)) {
      return "true or false";
    }
    return type.equals(double.class) || type.equals(Double.class) ? "number" : "whole number";
  }
}
