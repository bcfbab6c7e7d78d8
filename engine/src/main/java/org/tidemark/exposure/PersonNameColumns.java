package org.tidemark.exposure;

import java.util.List;
import java.util.Map;

/** Person names need a second look at the table: a bare {@code name} is a person's only among other personal columns. */
final class PersonNameColumns {
  private PersonNameColumns() {}

  static List<ColumnVerdict> settle(List<String> headers, List<ColumnVerdict> verdicts) {
    return List.copyOf(verdicts);
  }

  static Map<String, ColumnVerdict> settleObjects(Map<String, ColumnVerdict> verdicts) {
    return verdicts;
  }
}
