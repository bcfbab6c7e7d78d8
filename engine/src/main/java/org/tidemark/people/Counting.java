package org.tidemark.people;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.tidemark.engine.Tables;

/** Counts persons out of {@code p_people}; whole numbers only, each person once. */
final class Counting {
  private final Tables tables;
  private final String controller;

  Counting(Tables tables, String controller) {
    this.tables = tables;
    this.controller = controller;
  }

  PeopleCounts count(boolean open, Map<String, Long> guards) {
    SortedMap<String, Long> nobody = new TreeMap<>();
    tables.query(
        "SELECT " + PersonTables.sqlNobody("guard")
            + " AS why, count(*) FROM p_nobody GROUP BY why",
        row -> nobody.put(Rows.text(row, 1), row.integer(2)));
    long expected = Rows.count(tables, "p_people");
    long confirmed = Rows.count(tables, "p_people WHERE doubt = 0");
    Long high = open ? null : Long.valueOf(expected);
    return new PeopleCounts(
        Rows.count(tables, "p_records"),
        nobody.values().stream().mapToLong(Long::longValue).sum(),
        nobody,
        new PeopleCounts.Persons(confirmed, expected - confirmed, low(), expected, high, !open),
        parts(),
        cells(),
        guards);
  }

  private PeopleCounts.Parts parts() {
    String mine = '\'' + controller.replace("'", "''") + '\'';
    return new PeopleCounts.Parts(
        Rows.count(tables, "p_people WHERE pseudonymous"),
        Rows.count(tables, "p_people WHERE secrecy"),
        Rows.count(
            tables,
            "p_people WHERE len(controllers) > 0 AND NOT list_contains(controllers, " + mine
                + ")"));
  }

  /**
   * The least number of persons that the records allow (RULES.md section 6). Whoever has an e-mail,
   * phone, My Number or identifier beside a name counts once. Whoever is known by a name or card
   * alone counts only where nobody else bears that name, once a name. Whoever is known by an
   * identifier alone may be any named person without one of that namespace, and identifiers of
   * different namespaces may be one person's.
   */
  private long low() {
    tables.execute("""
        CREATE TABLE p_keyed AS
        SELECT p.root, p.pseudonymous,
          bool_or(l.class IN ('email', 'phone', 'my-number', 'internal-id')
            AND NOT EXISTS (SELECT 1 FROM p_guards g WHERE g.key = l.key)) AS keyed,
          min(l.key) FILTER (WHERE l.class = 'name') AS name
        FROM p_people p JOIN p_nodes n ON n.root = p.root JOIN p_links l ON l.node = n.node
        GROUP BY p.root, p.pseudonymous
        """);
    long keyed = Rows.count(tables, "p_keyed WHERE keyed AND NOT pseudonymous");
    long names = Rows.number(tables, """
        SELECT count(DISTINCT name) FROM p_keyed WHERE NOT keyed AND NOT pseudonymous
          AND name IS NOT NULL AND name NOT IN (
            SELECT l.key FROM p_links l JOIN p_nodes n ON n.node = l.node
            JOIN p_keyed k ON k.root = n.root WHERE k.keyed AND l.class = 'name')
        """);
    long named = keyed + names;
    long further = Rows.number(tables, """
        SELECT coalesce(max(pseudonyms - (%d - holders)), 0) FROM (
          SELECT kind, count(DISTINCT root) FILTER (WHERE pseudonymous) AS pseudonyms,
            count(DISTINCT root) FILTER (WHERE keyed AND NOT pseudonymous) AS holders
          FROM (SELECT k.kind, p.root, p.pseudonymous, p.keyed FROM p_links l
            JOIN p_keys k ON k.key = l.key JOIN p_nodes n ON n.node = l.node
            JOIN p_keyed p ON p.root = n.root WHERE k.class = 'internal-id')
          GROUP BY kind)
        """.formatted(named));
    long people = Rows.count(tables, "p_people");
    return Math.max(named + Math.max(0, further), people > 0 ? 1 : 0);
  }

  private List<PeopleCounts.Cell> cells() {
    tables.execute("""
        CREATE TABLE p_cells AS
        SELECT (row_number() OVER (ORDER BY controller, role, country, country_from, doubt) - 1)
          ::INTEGER AS cell, *
        FROM (SELECT nullif(array_to_string(controllers, '+'), '') AS controller, role, country,
          country_from, doubt, count(*) AS persons FROM p_people GROUP BY ALL)
        """);
    Map<Integer, SortedMap<String, Long>> kinds = perCell("kinds");
    Map<Integer, SortedMap<String, Long>> categories = perCell("categories");
    List<PeopleCounts.Cell> cells = new ArrayList<>();
    tables.query(
        "SELECT cell, controller, role, country, country_from, doubt, persons FROM p_cells ORDER"
            + " BY cell",
        row -> {
          int cell = (int) row.integer(1);
          cells.add(new PeopleCounts.Cell(
              row.text(2),
              Role.ofRank(row.integer(3)).id(),
              row.text(4),
              Rows.text(row, 5),
              row.integer(6) == 0 ? "confirmed" : "possible",
              "counted",
              row.integer(7),
              kinds.getOrDefault(cell, new TreeMap<>()),
              categories.getOrDefault(cell, new TreeMap<>())));
        });
    return cells;
  }

  private Map<Integer, SortedMap<String, Long>> perCell(String list) {
    Map<Integer, SortedMap<String, Long>> counts = new HashMap<>();
    tables.query(
        """
        SELECT c.cell, p.one, count(*) FROM (
          SELECT nullif(array_to_string(controllers, '+'), '') AS controller, role, country,
            country_from, doubt, unnest(%s) AS one FROM p_people) p
        JOIN p_cells c ON c.controller IS NOT DISTINCT FROM p.controller AND c.role = p.role
          AND c.country IS NOT DISTINCT FROM p.country AND c.country_from = p.country_from
          AND c.doubt = p.doubt
        GROUP BY c.cell, p.one
        """.formatted(list),
        row -> counts
            .computeIfAbsent((int) row.integer(1), c -> new TreeMap<>())
            .put(Rows.text(row, 2), row.integer(3)));
    return counts;
  }
}
