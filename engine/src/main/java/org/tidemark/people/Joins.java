package org.tidemark.people;

import java.util.ArrayList;
import java.util.List;
import org.tidemark.casefile.ContentId;
import org.tidemark.engine.TableSchema;
import org.tidemark.engine.Tables;

/**
 * Joins what certainly belongs together: records that hold the same e-mail, phone, My Number or
 * internal identifier of one namespace, where no {@link KeyGuard} holds, directly or by way of a
 * directory entry. Also says which records are no person at all.
 */
final class Joins {
  private static final TableSchema NODES = new TableSchema(
      "p_nodes",
      "Which record belongs to whom?",
      List.of(
          TableSchema.Column.of("node", "INTEGER", "number of the record"),
          TableSchema.Column.of("root", "INTEGER", "least number of the same person")),
      List.of("node"));

  private static final TableSchema IDS = new TableSchema(
      "p_ids",
      "What is this person's id?",
      List.of(
          TableSchema.Column.of("root", "INTEGER", "least record's number"),
          TableSchema.Column.of(
              "person_id", "VARCHAR", "P + 16 base-32 characters over the least record id")),
      List.of("root"));

  private final Tables tables;

  Joins(Tables tables) {
    this.tables = tables;
  }

  /** Makes {@code p_nodes}, {@code p_nobody} and {@code p_ids}. */
  void join(int exposed) {
    Components components =
        new Components(exposed + Math.toIntExact(Rows.count(tables, "p_directory")));
    tables.execute("""
        CREATE VIEW p_joining AS
        SELECT l.node, l.key FROM p_links l
        WHERE l.class IN ('email', 'phone', 'my-number', 'internal-id')
          AND NOT EXISTS (SELECT 1 FROM p_guards g WHERE g.key = l.key)
          AND NOT EXISTS (SELECT 1 FROM p_second s WHERE s.key = l.key AND s.node = l.node)
        """);
    tables.query("""
        SELECT j.node, m.low FROM p_joining j
        JOIN (SELECT key, min(node) AS low FROM p_joining GROUP BY key HAVING count(*) > 1) m
          ON m.key = j.key
        WHERE j.node <> m.low
        """, row -> components.join((int) row.integer(1), (int) row.integer(2)));
    try (Tables.Appender rows = tables.append(NODES)) {
      for (int node = 0; node < components.size(); node++) {
        rows.integer(node).integer(components.root(node)).endRow();
      }
    }
    nobody();
    ids();
  }

  /**
   * Records that speak of no person: nothing in them names anybody. A name in a mail header beside
   * an office's address is the office's; a name in a table is a person's.
   */
  private void nobody() {
    tables.execute("""
        CREATE TABLE p_nobody AS
        SELECT r.node, coalesce(w.guard, -1) AS guard
        FROM p_records r LEFT JOIN (
          SELECT l.node,
            bool_or(l.class IN ('email', 'phone', 'my-number', 'internal-id', 'card')
              AND (g.guard IS NULL OR g.guard NOT IN %1$s)) AS keyed,
            bool_or(l.class = 'name' AND g.guard IS NULL) AS named,
            min(g.guard) FILTER (WHERE g.guard IN %1$s) AS guard
          FROM p_links l LEFT JOIN p_guards g ON g.key = l.key
          GROUP BY l.node) w ON w.node = r.node
        WHERE NOT coalesce(w.keyed, false)
          AND NOT (coalesce(w.named, false)
            AND NOT (starts_with(r.place, 'header:') AND w.guard IS NOT NULL))
        """.formatted(KeyGuard.sqlNamesNobody()));
  }

  private void ids() {
    record Root(int node, String record) {}
    List<Root> roots = new ArrayList<>();
    tables.query("""
        SELECT r.node, r.record_id FROM p_records r JOIN p_nodes n ON n.node = r.node
        WHERE n.root = n.node AND r.node NOT IN (SELECT node FROM p_nobody) ORDER BY r.node
        """, row -> roots.add(new Root((int) row.integer(1), Rows.text(row, 2))));
    try (Tables.Appender rows = tables.append(IDS)) {
      for (Root root : roots) {
        rows.integer(root.node()).text(ContentId.of('P', root.record())).endRow();
      }
    }
  }
}
