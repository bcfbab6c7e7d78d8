package org.tidemark.evidence;

import java.util.List;

/**
 * How the records of one file lie, as far as its head or the case file must say it: ranges of the
 * file without its head are read by it.
 *
 * @param text in the format's own notation; empty where records say all themselves
 * @param lacks columns that the format needs and the head does not have, by their names in {@code
 *     columns:}; empty: it can be read
 */
public record LogLayout(String text, List<String> lacks) {
  /** Records say all themselves. */
  public static final LogLayout NONE = new LogLayout("", List.of());

  private static final String REASON = "columns-missing: ";

  public LogLayout {
    lacks = List.copyOf(lacks);
  }

  public static LogLayout of(String text) {
    return new LogLayout(text, List.of());
  }

  public static LogLayout lacks(List<String> columns) {
    return new LogLayout("", columns);
  }

  /** Why the file cannot be read, as evidence.json says it; empty where it can. */
  String reason() {
    return lacks.isEmpty() ? "" : REASON + String.join(", ", lacks);
  }

  /** Whether a reason is that of a layout: then `columns:` can mend it. */
  public static boolean isReason(String reason) {
    return reason.startsWith(REASON);
  }
}
