package org.tidemark.exposure;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.tidemark.exposure.identifiers.PersonName;

/**
 * Person names need a second look at the whole table: a bare {@code name} is a person's only among
 * other personal columns, since products and hosts have names too; family and given names in two
 * columns are one name.
 */
final class PersonNameColumns {
  /** Rule that a column of family names carries until it is settled. */
  static final String FAMILY = "name-part-family";

  /** Rule that a column of given names carries until it is settled. */
  static final String GIVEN = "name-part-given";

  private static final String SETTLED_PAIR = "column-name-parts";
  private static final String SETTLED_SINGLE = "column-name-part";

  /** Kinds beside which a bare name is a person's. */
  private static final Set<String> COMPANIONS =
      Set.of("email", "phone", "card", "my-number", "birth-date", "gender", "age", "age-group");

  private PersonNameColumns() {}

  /** Settles the columns of a table. */
  static List<ColumnVerdict> settle(List<String> headers, List<ColumnVerdict> verdicts) {
    Map<String, ColumnVerdict> columns = new LinkedHashMap<>();
    Map<String, String> names = new HashMap<>();
    for (int i = 0; i < verdicts.size(); i++) {
      String column = Integer.toString(i);
      columns.put(column, verdicts.get(i));
      names.put(column, i < headers.size() ? headers.get(i) : "");
    }
    settle(columns, names);
    return List.copyOf(columns.values());
  }

  /** Settles the columns of objects: those under one parent are a table of their own. */
  static Map<String, ColumnVerdict> settleObjects(Map<String, ColumnVerdict> verdicts) {
    Map<String, Map<String, ColumnVerdict>> parents = new TreeMap<>();
    verdicts.forEach((column, verdict) -> parents
        .computeIfAbsent(column.substring(0, column.lastIndexOf('.') + 1), p -> new TreeMap<>())
        .put(column, verdict));
    Map<String, ColumnVerdict> settled = new HashMap<>();
    for (Map<String, ColumnVerdict> columns : parents.values()) {
      Map<String, String> names = new HashMap<>();
      columns.keySet().forEach(column -> names.put(column, column));
      settle(columns, names);
      settled.putAll(columns);
    }
    return settled;
  }

  private static void settle(Map<String, ColumnVerdict> columns, Map<String, String> names) {
    boolean companion = columns.values().stream()
        .anyMatch(v -> COMPANIONS.contains(v.kind()) || v.kind().startsWith("internal-id"));
    List<String> families = columnsOf(columns, FAMILY);
    List<String> givens = columnsOf(columns, GIVEN);
    List<String> order = new ArrayList<>(columns.keySet());
    int pairs = Math.min(families.size(), givens.size());
    for (int i = 0; i < pairs; i++) {
      boolean familyFirst = order.indexOf(families.get(i)) < order.indexOf(givens.get(i));
      String first = familyFirst ? families.get(i) : givens.get(i);
      String second = familyFirst ? givens.get(i) : families.get(i);
      columns.computeIfPresent(first, (c, v) -> v.with(SETTLED_PAIR, List.of(first, second)));
      columns.computeIfPresent(second, (c, v) -> v.toldElsewhere());
    }
    List<String> single = new ArrayList<>(families.subList(pairs, families.size()));
    single.addAll(givens.subList(pairs, givens.size()));
    for (String column : single) {
      columns.computeIfPresent(
          column, (c, v) -> companion ? v.with(SETTLED_SINGLE, List.of()) : ColumnVerdict.NONE);
    }
    for (String column : order) {
      boolean bare = PersonName.bareHeader(names.getOrDefault(column, ""));
      columns.computeIfPresent(
          column,
          (c, v) -> v.kind().equals("name") && bare && !companion && !v.anyValue()
              ? ColumnVerdict.NONE
              : v);
    }
  }

  private static List<String> columnsOf(Map<String, ColumnVerdict> columns, String rule) {
    List<String> found = new ArrayList<>();
    columns.forEach((column, verdict) -> {
      if (verdict.rule().equals(rule)) {
        found.add(column);
      }
    });
    return found;
  }
}
