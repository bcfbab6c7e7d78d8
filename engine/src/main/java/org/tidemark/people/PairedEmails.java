package org.tidemark.people;

import java.util.List;
import java.util.TreeSet;
import org.tidemark.engine.TableSchema;
import org.tidemark.engine.Tables;
import org.tidemark.exposure.ValueCipher;

/**
 * Decides which of several e-mails in one record are the person's own. Two addresses of one person
 * always stand beside each other and beside one name; a superior's, or that of whoever referred
 * them, stands beside many. So an address that is anywhere beside two further addresses, two names
 * of one script, two ids of one namespace or two My Numbers joins no record in which it has
 * company; where that leaves none, the first of the record stays. Limit: a superior with a single
 * subordinate, in records without names and ids, cannot be told from a second address.
 */
final class PairedEmails {
  private static final TableSchema FOREIGN = new TableSchema(
      "p_foreign",
      "Which e-mails may be somebody else's than the record's?",
      List.of(TableSchema.Column.of("key", "INTEGER", "number of the value")),
      List.of("key"));

  private PairedEmails() {}

  /** Makes {@code p_paired} and {@code p_second}, both of node and key. */
  static void find(Tables tables, ValueCipher cipher) {
    tables.execute("""
        CREATE TABLE p_paired AS
        SELECT l.node, l.key, l.standing FROM p_true l JOIN (
          SELECT node FROM p_true WHERE class = 'email' GROUP BY node HAVING count(*) > 1) f
        ON f.node = l.node WHERE l.class = 'email'
        """);
    TreeSet<Integer> foreign = new TreeSet<>();
    tables.query("""
        SELECT a.key FROM p_paired a JOIN p_paired b ON b.node = a.node AND b.key <> a.key
        GROUP BY a.key HAVING min(b.key) <> max(b.key)
        UNION
        SELECT p.key FROM (SELECT DISTINCT key FROM p_paired) p
        JOIN p_true l ON l.key = p.key JOIN p_true o ON o.node = l.node
        JOIN p_keys k ON k.key = o.key AND k.class IN ('internal-id', 'my-number')
        GROUP BY p.key, k.kind HAVING min(o.key) <> max(o.key)
        """, row -> foreign.add((int) row.integer(1)));
    NamesBeside.count(tables, cipher, """
        SELECT DISTINCT p.key, 'email', k."match", k.key FROM (SELECT DISTINCT key FROM p_paired) p
        JOIN p_true l ON l.key = p.key JOIN p_true o ON o.node = l.node AND o.class = 'name'
        JOIN p_keys k ON k.key = o.key ORDER BY p.key, k.key
        """, (key, kind, differing) -> {
      if (differing > 1) {
        foreign.add(key);
      }
    });
    try (Tables.Appender rows = tables.append(FOREIGN)) {
      foreign.forEach(key -> rows.integer(key).endRow());
    }
    tables.execute("""
        CREATE TABLE p_second AS
        SELECT p.node, p.key FROM p_paired p JOIN p_foreign f ON f.key = p.key
        JOIN (SELECT q.node, arg_min(q.key, q.standing) AS first_key,
            bool_and(g.key IS NOT NULL) AS all_foreign
          FROM p_paired q LEFT JOIN p_foreign g ON g.key = q.key GROUP BY q.node) r
          ON r.node = p.node
        WHERE NOT (r.all_foreign AND p.key = r.first_key)
        """);
  }
}
