package org.tidemark.people;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.tidemark.engine.TableSchema;
import org.tidemark.engine.Tables;
import org.tidemark.exposure.ValueCipher;

/**
 * Finds values that several people share, by what stands beside them in their records, and writes
 * every guard that holds into {@code p_guards}. Only values beside which anything differs at all
 * are counted exactly.
 */
final class SharedKeys {
  /**
   * More ids of one namespace, e-mails or names of one script than this beside a value: several
   * people's.
   */
  private static final int OF_ONE_PERSON = 3;

  private static final TableSchema GUARDS = new TableSchema(
      "p_guards",
      "Which values join nothing?",
      List.of(
          TableSchema.Column.of("key", "INTEGER", "number of the value"),
          TableSchema.Column.of("guard", "INTEGER", "number of the guard")),
      List.of("key"));

  private record Neighbours(int key, String kind, String beside, long different) {}

  private final Tables tables;
  private final ValueCipher cipher;

  SharedKeys(Tables tables, ValueCipher cipher) {
    this.tables = tables;
    this.cipher = cipher;
  }

  /**
   * Makes {@code p_guards(key, guard)}, one row a guarded value, and {@code p_second(node, key)}.
   */
  void find() {
    tables.execute("""
        CREATE VIEW p_true AS
        SELECT l.node, l.key, l.class, l.standing FROM p_links l
        WHERE NOT EXISTS (SELECT 1 FROM p_values v WHERE v.key = l.key AND v.guard IS NOT NULL)
        """);
    PairedEmails.find(tables, cipher);
    // Two e-mails in one record tell nothing of the values beside them.
    tables.execute("""
        CREATE VIEW p_own AS SELECT t.* FROM p_true t WHERE NOT EXISTS (
          SELECT 1 FROM p_paired s WHERE s.key = t.key AND s.node = t.node)
        """);
    suspects();
    Map<Integer, KeyGuard> shared = new TreeMap<>();
    for (Neighbours beside : neighbours()) {
      if (isShared(beside)) {
        shared.put(beside.key(), guardOf(beside.kind()));
      }
    }
    byNames(shared);
    try (Tables.Appender rows = tables.append(GUARDS)) {
      shared.forEach((key, guard) -> rows.integer(key).integer(guard.number()).endRow());
    }
    tables.execute("INSERT INTO p_guards SELECT key, guard FROM p_values WHERE guard IS NOT NULL");
  }

  // Least and largest neighbour of each kind: cheap for all, and differ only where two are
  // different.
  private void suspects() {
    String kinds = "('email', 'my-number', 'internal-id', 'name')";
    tables.execute("""
        CREATE TABLE p_beside AS
        SELECT node, class, min(key) AS low, max(key) AS high
        FROM p_own WHERE class IN %s GROUP BY node, class
        """.formatted(kinds));
    tables.execute("""
        CREATE TABLE p_suspects AS
        SELECT DISTINCT key, class FROM (
          SELECT l.key, l.class FROM p_true l JOIN p_beside b ON b.node = l.node
          WHERE l.class IN ('email', 'phone', 'internal-id') AND b.class <> l.class
          GROUP BY l.key, l.class, b.class HAVING min(b.low) <> max(b.high))
        """);
    tables.execute("DROP TABLE p_beside");
  }

  private List<Neighbours> neighbours() {
    List<Neighbours> found = new ArrayList<>();
    tables.query(
        """
        SELECT s.key, s.class, k.class, count(DISTINCT o.key)
        FROM p_suspects s
        JOIN p_links l ON l.key = s.key
        JOIN p_own o ON o.node = l.node AND o.class <> s.class
        JOIN p_keys k ON k.key = o.key
        WHERE k.class IN ('email', 'my-number', 'internal-id')
        GROUP BY s.key, s.class, k.class, k.kind HAVING count(DISTINCT o.key) > 1
        ORDER BY s.key, k.class, 4
        """,
        row -> found.add(new Neighbours(
            (int) row.integer(1), Rows.text(row, 2), Rows.text(row, 3), row.integer(4))));
    return found;
  }

  private static boolean isShared(Neighbours n) {
    return n.kind().equals("phone")
        || n.beside().equals("my-number")
        || n.different() > OF_ONE_PERSON;
  }

  private static KeyGuard guardOf(String kind) {
    return switch (kind) {
      case "phone" -> KeyGuard.SHARED_PHONE;
      case "email" -> KeyGuard.SHARED_EMAIL;
      default -> KeyGuard.SHARED_ID;
    };
  }

  private void byNames(Map<Integer, KeyGuard> shared) {
    NamesBeside.count(tables, cipher, """
        SELECT DISTINCT s.key, s.class, k."match", o.key
        FROM p_suspects s
        JOIN p_links l ON l.key = s.key
        JOIN p_own o ON o.node = l.node AND o.class = 'name'
        JOIN p_keys k ON k.key = o.key
        ORDER BY s.key, o.key
        """, (key, kind, differing) -> {
      if (differing > (kind.equals("phone") ? 1 : OF_ONE_PERSON)) {
        shared.putIfAbsent(key, guardOf(kind));
      }
    });
  }

  /** Counts by guard id: values that a guard held back, in the guards' order. */
  Map<String, Long> counts() {
    Map<String, Long> counts = new TreeMap<>();
    tables.query(
        "SELECT guard, count(*) FROM p_guards WHERE key IN (SELECT key FROM p_keys WHERE class <> "
            + "'name') GROUP BY guard ORDER BY guard",
        row -> counts.put(KeyGuard.ofNumber(row.integer(1)).id(), row.integer(2)));
    long second = Rows.number(tables, "SELECT count(DISTINCT key) FROM p_second");
    if (second > 0) {
      counts.put(KeyGuard.SECOND_EMAIL.id(), second);
    }
    return counts;
  }
}
