package org.tidemark.people;

import java.nio.file.Path;
import java.util.Optional;
import org.tidemark.engine.Tables;
import org.tidemark.exposure.ExposureTables;

/**
 * Says of each record and each person what the result tables hold, and writes records.parquet,
 * people.parquet and items.parquet.
 */
final class PersonTables {
  private static final String GRADE = "CASE %s WHEN 0 THEN 'confirmed' ELSE 'possible' END";

  private final Tables tables;
  private final String defaultCountry;

  PersonTables(Tables tables, Optional<String> defaultCountry) {
    this.tables = tables;
    this.defaultCountry =
        defaultCountry.map(c -> '\'' + c.replace("'", "''") + '\'').orElse("NULL::VARCHAR");
  }

  /** Makes {@code p_facts} (a row an exposed record) and {@code p_people} (a row a person). */
  void gather() {
    countries();
    tables.execute("""
        CREATE TABLE p_file AS
        SELECT e.file_id, min(e.doubt) AS doubt, min(e.doubt::VARCHAR || e.rule) AS ruled,
          min(e."first") AS "first", any_value(f.role) AS role, any_value(f.role_rule) AS role_rule,
          any_value(f.controller) AS controller, any_value(f.secrecy) AS secrecy
        FROM p_exposed e JOIN p_file_facts f ON f.file_id = e.file_id GROUP BY e.file_id
        """);
    tables.execute("""
        CREATE TABLE p_facts AS
        SELECT r.node, n.root, i.person_id, o.guard AS nobody, r.record_id, r.file_id, r.place,
          r.kinds, f.doubt, f.ruled, f."first", f.role, f.role_rule, f.controller, f.secrecy
        FROM p_records r JOIN p_nodes n ON n.node = r.node JOIN p_file f ON f.file_id = r.file_id
        LEFT JOIN p_nobody o ON o.node = r.node
        LEFT JOIN p_ids i ON i.root = n.root AND o.node IS NULL
        """);
    people();
  }

  // Least and largest country that a record states, and that its phones imply: two that differ
  // cancel.
  private void countries() {
    tables.execute("""
        CREATE TABLE p_signs AS
        SELECT l.node, n.root,
          min(v.country) FILTER (WHERE l.class = 'country') AS stated_low,
          max(v.country) FILTER (WHERE l.class = 'country') AS stated_high,
          min(v.country) FILTER (WHERE l.class = 'phone') AS phone_low,
          max(v.country) FILTER (WHERE l.class = 'phone') AS phone_high
        FROM p_links l JOIN p_values v ON v.key = l.key JOIN p_nodes n ON n.node = l.node
        WHERE v.country IS NOT NULL GROUP BY l.node, n.root
        """);
  }

  private String country(String signs) {
    return """
        CASE WHEN %1$s.stated_low IS NOT NULL THEN nullif(%1$s.stated_low, CASE WHEN
            %1$s.stated_low <> %1$s.stated_high THEN %1$s.stated_low END)
          WHEN %1$s.phone_low IS NOT NULL THEN nullif(%1$s.phone_low, CASE WHEN
            %1$s.phone_low <> %1$s.phone_high THEN %1$s.phone_low END)
          ELSE %2$s END""".formatted(signs, defaultCountry);
  }

  private String countryFrom(String signs) {
    return """
        CASE WHEN %1$s.stated_low IS NOT NULL THEN
            CASE WHEN %1$s.stated_low = %1$s.stated_high THEN 'stated' ELSE 'unknown' END
          WHEN %1$s.phone_low IS NOT NULL THEN
            CASE WHEN %1$s.phone_low = %1$s.phone_high THEN 'inferred' ELSE 'unknown' END
          WHEN %2$s IS NOT NULL THEN 'default'
          ELSE 'unknown' END""".formatted(signs, defaultCountry);
  }

  private void people() {
    tables.execute("""
        CREATE TABLE p_named AS
        SELECT n.root, bool_or(l.class IN ('email', 'phone', 'my-number', 'name', 'card')
            AND (g.guard IS NULL OR g.guard NOT IN %s)) AS named
        FROM p_links l JOIN p_nodes n ON n.node = l.node LEFT JOIN p_guards g ON g.key = l.key
        GROUP BY n.root
        """.formatted(KeyGuard.sqlNamesNobody()));
    tables.execute("""
        CREATE TABLE p_sums AS
        SELECT f.root, f.person_id, min(f.doubt) AS doubt, substr(min(f.ruled), 2) AS rule,
          min(f.role) AS role, min(f."first") AS since, count(*) AS records,
          bool_or(f.secrecy) AS secrecy,
          coalesce(list_sort(list(DISTINCT f.controller) FILTER (WHERE f.controller IS NOT NULL)),
            []::VARCHAR[]) AS controllers
        FROM p_facts f WHERE f.person_id IS NOT NULL GROUP BY f.root, f.person_id
        """);
    tables.execute("""
        CREATE TABLE p_kinds AS
        SELECT DISTINCT p.root, p.file_id, f.kind, f.category
        FROM findings f JOIN p_facts p ON p.record_id = f.record_id WHERE p.person_id IS NOT NULL
        """);
    tables.execute("""
        CREATE TABLE p_people AS
        SELECT s.* EXCLUDE (role), least(s.role, coalesce(d.role, %3$d)) AS role, o.objects,
          k.kinds, k.categories, NOT w.named AS pseudonymous, %1$s AS country,
          %2$s AS country_from
        FROM p_sums s
        JOIN (SELECT f.root, count(DISTINCT e.object_id) AS objects
          FROM (SELECT DISTINCT root, file_id FROM p_facts) f
          JOIN p_exposed e ON e.file_id = f.file_id GROUP BY f.root) o ON o.root = s.root
        JOIN (SELECT root, list_sort(list(DISTINCT kind)) AS kinds,
            list_sort(list(DISTINCT category)) AS categories
          FROM p_kinds GROUP BY root) k ON k.root = s.root
        JOIN p_named w ON w.root = s.root
        LEFT JOIN (SELECT n.root, min(x.role) AS role FROM p_directory y
          JOIN p_nodes n ON n.node = y.node JOIN p_directory_roles x ON x.file_id = y.file_id
          GROUP BY n.root) d ON d.root = s.root
        LEFT JOIN (SELECT root, min(stated_low) AS stated_low, max(stated_high) AS stated_high,
            min(phone_low) AS phone_low, max(phone_high) AS phone_high
          FROM p_signs GROUP BY root) c ON c.root = s.root
        """.formatted(country("c"), countryFrom("c"), Role.OTHER.rank()));
  }

  void writeRecords(Path file) {
    tables.writeParquet(
        ExposureTables.RECORDS,
        """
        SELECT f.record_id, f.file_id, f.place, f.person_id, 'certain' AS "join", %s AS grade,
          %s AS role, CASE WHEN f.nobody IS NULL THEN f.role_rule ELSE %s END AS role_rule,
          %s AS country, %s AS country_from, f.controller, f.kinds
        FROM p_facts f LEFT JOIN p_signs c ON c.node = f.node
        """.formatted(
                GRADE.formatted("f.doubt"),
                Role.sqlId("f.role"),
                sqlNobody("f.nobody"),
                country("c"),
                countryFrom("c")),
        file);
  }

  /** SQL that turns the number of the guard of a record that is no person into the reason's id. */
  static String sqlNobody(String guard) {
    StringBuilder sql = new StringBuilder("CASE ").append(guard);
    for (KeyGuard reason : KeyGuard.values()) {
      if (reason.namesNobody()) {
        sql.append(" WHEN ").append(reason.number()).append(" THEN '").append(reason.id());
        sql.append('\'');
      }
    }
    return sql.append(" ELSE 'no-identifier' END").toString();
  }

  void writePeople(Path file) {
    tables.execute("""
        CREATE TABLE p_contacts AS
        SELECT root, list(struct_pack(channel := class, "value" := contact,
          preference := preference::INTEGER) ORDER BY preference) AS contacts
        FROM (
          SELECT n.root, j.class, v.contact, row_number() OVER (PARTITION BY n.root
            ORDER BY j.class, count(*) DESC, v.contact) AS preference
          FROM p_joining x JOIN p_keys j ON j.key = x.key JOIN p_nodes n ON n.node = x.node
          JOIN p_values v ON v.key = x.key WHERE v.contact IS NOT NULL
          GROUP BY n.root, j.class, v.contact)
        GROUP BY root
        """);
    tables.writeParquet(
        PeopleTables.PEOPLE, """
        SELECT p.person_id, %s AS grade, p.rule, %s AS role, p.country, p.country_from,
          CASE p.country WHEN 'JP' THEN 'ja' WHEN 'KR' THEN 'ko' WHEN 'US' THEN 'en'
            WHEN 'GB' THEN 'en' END AS language,
          p.controllers, p.categories, p.kinds, p.records, p.objects, p.since, p.pseudonymous,
          NULL AS weakest_join, coalesce(c.contacts, []) AS contacts
        FROM p_people p LEFT JOIN p_contacts c ON c.root = p.root
        """.formatted(GRADE.formatted("p.doubt"), Role.sqlId("p.role")), file);
  }

  void writeItems(Path file) {
    tables.writeParquet(PeopleTables.ITEMS, """
        SELECT i.person_id, k.category, k.kind, f.controller, %s AS grade,
          substr(min(e.doubt::VARCHAR || e.rule), 2) AS rule, 'certain' AS "join", e.effect,
          min(e."first") AS "first", max(e."last") AS "last", bool_or(f.secrecy) AS secrecy,
          list_slice(list_sort(list(DISTINCT e.object_id)), 1, 20) AS objects
        FROM p_kinds k JOIN p_exposed e ON e.file_id = k.file_id
        JOIN p_file_facts f ON f.file_id = k.file_id JOIN p_ids i ON i.root = k.root
        GROUP BY i.person_id, k.category, k.kind, f.controller, e.effect
        """.formatted(GRADE.formatted("min(e.doubt)")), file);
  }
}
