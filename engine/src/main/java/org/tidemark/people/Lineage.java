package org.tidemark.people;

import java.nio.file.Path;
import java.util.Optional;
import org.tidemark.engine.Tables;

/**
 * What became of each person since the run before, told by the records that both runs know. Without
 * a run before the table is empty: there is nothing that anybody could have been.
 */
final class Lineage {
  private Lineage() {}

  static void write(Tables tables, Optional<Path> formerRecords, Path file) {
    if (formerRecords.isEmpty()) {
      tables.writeParquet(PeopleTables.LINEAGE, """
          SELECT NULL::VARCHAR AS person_id, NULL::VARCHAR AS before_id, NULL::VARCHAR AS what,
            NULL::VARCHAR AS why WHERE false
          """, file);
      return;
    }
    tables.attachParquet("p_former_file", formerRecords.get());
    tables.execute("""
        CREATE TABLE p_former AS SELECT record_id, person_id FROM p_former_file
        WHERE person_id IS NOT NULL
        """);
    tables.execute("""
        CREATE TABLE p_shared AS
        SELECT n.person_id, b.person_id AS before_id, count(*) AS records
        FROM p_facts n JOIN p_former b ON b.record_id = n.record_id
        WHERE n.person_id IS NOT NULL GROUP BY n.person_id, b.person_id
        """);
    tables.writeParquet(PeopleTables.LINEAGE, """
        SELECT s.person_id, s.before_id,
          CASE WHEN m.befores > 1 THEN 'merged' WHEN d.nows > 1 THEN 'split'
            ELSE 'kept' END AS what,
          CASE WHEN m.befores > 1 THEN 'joins records of ' || m.befores || ' persons before; '
            WHEN d.nows > 1 THEN 'records went to ' || d.nows || ' persons; ' ELSE '' END
            || s.records || ' records in common' AS why
        FROM p_shared s
        JOIN (SELECT person_id, count(*) AS befores FROM p_shared GROUP BY person_id) m
          ON m.person_id = s.person_id
        JOIN (SELECT before_id, count(*) AS nows FROM p_shared GROUP BY before_id) d
          ON d.before_id = s.before_id
        UNION ALL
        SELECT person_id, NULL, 'new', 'none of its records was a person''s before'
        FROM p_ids WHERE person_id NOT IN (SELECT person_id FROM p_shared)
        UNION ALL
        SELECT DISTINCT person_id, person_id, 'gone', 'none of its records is a person''s any more'
        FROM p_former WHERE person_id NOT IN (SELECT before_id FROM p_shared)
        """, file);
  }
}
