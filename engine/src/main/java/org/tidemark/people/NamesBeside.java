package org.tidemark.people;

import java.util.ArrayList;
import java.util.List;
import org.tidemark.engine.Tables;
import org.tidemark.exposure.ValueCipher;

/** Counts how many different people the names beside a value must be, one value after the other. */
final class NamesBeside {
  /** Gets each value that has a name beside it, with the number of different names. */
  @FunctionalInterface
  interface Reader {
    void value(int key, String kind, int differing);
  }

  private final Reader reader;
  private final List<String> names = new ArrayList<>();
  private int key = -1;
  private String kind = "";

  private NamesBeside(Reader reader) {
    this.reader = reader;
  }

  /**
   * Opens the names, in memory, one value's at a time.
   *
   * @param sql rows of key, class, name as the findings hide it; ordered by key
   */
  static void count(Tables tables, ValueCipher cipher, String sql, Reader reader) {
    NamesBeside beside = new NamesBeside(reader);
    tables.query(
        sql,
        row -> beside.add(
            (int) row.integer(1),
            Rows.text(row, 2),
            cipher.decrypt("match", "name", Rows.bytes(row, 3))));
    beside.finish();
  }

  private void add(int next, String nextKind, String name) {
    if (next != key) {
      finish();
      key = next;
      kind = nextKind;
    }
    names.add(name);
  }

  private void finish() {
    if (!names.isEmpty()) {
      reader.value(key, kind, NameVariants.differing(names));
    }
    names.clear();
  }
}
