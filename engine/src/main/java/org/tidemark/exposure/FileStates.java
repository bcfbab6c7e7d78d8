package org.tidemark.exposure;

import java.util.SortedMap;
import java.util.TreeMap;
import org.tidemark.engine.Tables;

/**
 * How far the exposed files and their members could be read; asked before other files are added.
 */
record FileStates(SortedMap<String, Long> byState, SortedMap<String, Long> unread) {

  static FileStates of(Tables tables) {
    SortedMap<String, Long> byState = new TreeMap<>();
    SortedMap<String, Long> unread = new TreeMap<>();
    tables.query(
        "SELECT state, reason, count(*) FROM files GROUP BY state, reason ORDER BY state, reason",
        row -> {
          byState.merge(String.valueOf(row.text(1)), row.integer(3), Long::sum);
          if (!row.isNull(2)) {
            unread.merge(String.valueOf(row.text(2)), row.integer(3), Long::sum);
          }
        });
    return new FileStates(byState, unread);
  }
}
