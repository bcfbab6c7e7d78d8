package org.tidemark.investigation.ask;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tidemark.engine.Engine;
import org.tidemark.engine.EngineOptions;
import org.tidemark.engine.Tables;
import org.tidemark.engine.embedded.EmbeddedEngineProvider;
import org.tidemark.exposure.ExposureTables;
import org.tidemark.investigation.ask.Hanging.Count;
import org.tidemark.investigation.ask.Hanging.Inventory;
import org.tidemark.investigation.ask.Hanging.Through;
import org.tidemark.people.PeopleTables;

class HangingTablesTest {
  private final Path result;
  private final Path spill;

  HangingTablesTest(@TempDir Path folder) throws Exception {
    result = Files.createDirectories(folder.resolve("result"));
    spill = Files.createDirectories(folder.resolve("spill"));
    write();
  }

  @Test
  void aHopCountsWhatItsSessionsReachedAndAPersonCountsOnce() {
    check(Set.of("H1"), Set.of(), new Count(2, Optional.of(2L)));
  }

  @Test
  void aHostCountsItsInventoryAndNotWhatSessionsShow() {
    check(Set.of(), Set.of("fs02"), new Count(1, Optional.of(1L)));
  }

  @Test
  void anObjectOfBothCountsOnce() {
    check(Set.of("H1"), Set.of("fs02"), new Count(3, Optional.of(3L)));
  }

  @Test
  void whatIsConfirmedHangsOnNoQuestion() {
    assertEquals(Map.of(), count(List.of(new Through(Set.of("H9"), Set.of("fs01")))));
  }

  @Test
  void membersOfAnArchiveBelongToIt() {
    check(Set.of("H3"), Set.of(), new Count(1, Optional.of(1L)));
  }

  @Test
  void inventoriesAreFoundByHostAndRule() {
    try (Engine engine = engine();
        Tables tables = engine.openTables(spill)) {
      assertEquals(
          Optional.of(List.of(new Inventory("fs02", "held-uncovered-inventory", 1))),
          HangingTables.of(result, tables).inventories());
    }
  }

  @Test
  void beforePeopleAreResolvedObjectsAreKnown() throws Exception {
    Files.delete(result.resolve("people.parquet"));
    assertEquals(
        Map.of(0, new Count(2, Optional.empty())),
        count(List.of(new Through(Set.of("H1"), Set.of()))));
  }

  @Test
  void beforeTheScanNothingIsCounted() throws Exception {
    Files.delete(result.resolve("exposure.parquet"));
    assertEquals(Map.of(), count(List.of(new Through(Set.of("H1"), Set.of()))));
  }

  private void check(Set<String> hops, Set<String> hosts, Count expected) {
    assertEquals(
        Map.of(1, expected),
        count(List.of(new Through(Set.of(), Set.of()), new Through(hops, hosts))));
  }

  private Map<Integer, Count> count(List<Through> questions) {
    try (Engine engine = engine();
        Tables tables = engine.openTables(spill)) {
      return HangingTables.of(result, tables).count(questions);
    }
  }

  private Engine engine() {
    return new EmbeddedEngineProvider().open(new EngineOptions(1, 256L << 20, spill));
  }

  private void write() {
    try (Engine engine = engine();
        Tables tables = engine.openTables(spill)) {
      tables.writeParquet(ExposureTables.EXPOSURE, """
          SELECT o AS object_id, h AS host, NULL::VARCHAR AS organisation, 'file' AS kind,
            o AS name, f AS file_id, g AS grade, r AS rule, 'disclosed' AS effect,
            NULL::TIMESTAMP AS "first", NULL::TIMESTAMP AS "last", 1::BIGINT AS operations,
            NULL::BIGINT AS bytes, hops, []::STRUCT(file VARCHAR, record INTEGER)[] AS evidence,
            0::BIGINT AS evidence_total
          FROM (VALUES
            ('O1', 'fs01', 'F1', 'possible', 'session-access', ['H1', 'H2']),
            ('O2', 'fs01', 'F2', 'possible', 'session-access', ['H1']),
            ('O3', 'fs01', 'F3', 'confirmed', 'session-access', ['H9']),
            ('O4', 'fs02', 'F4', 'possible', 'held-uncovered-inventory', []::VARCHAR[]),
            ('O5', 'fs03', 'F5', 'possible', 'session-access', ['H3'])) t(o, h, f, g, r, hops)
          """, result.resolve("exposure.parquet"));
      tables.writeParquet(ExposureTables.FILES, """
          SELECT f AS file_id, p AS path, m AS member, '' AS content, 1::BIGINT AS bytes,
            'csv' AS format, NULL::VARCHAR AS charset, 'read' AS state, NULL::VARCHAR AS reason,
            1::BIGINT AS bytes_read
          FROM (VALUES ('F1', 'a', NULL::VARCHAR), ('F2', 'b', NULL), ('F3', 'c', NULL),
            ('F4', 'd', NULL), ('F5', 'e.zip', NULL), ('F6', 'e.zip', 'x.csv')) t(f, p, m)
          """, result.resolve("files.parquet"));
      tables.writeParquet(ExposureTables.RECORDS, """
          SELECT 'R' || f || p AS record_id, f AS file_id, 'row:1' AS place, p AS person_id,
            'certain' AS "join", 'possible' AS grade, 'user' AS role, '' AS role_rule,
            NULL::VARCHAR AS country, 'unknown' AS country_from, NULL::VARCHAR AS controller,
            []::VARCHAR[] AS kinds
          FROM (VALUES ('F1', 'P1'), ('F2', 'P1'), ('F2', 'P2'), ('F2', 'P9'), ('F3', 'P9'),
            ('F4', 'P4'), ('F6', 'P6')) t(f, p)
          """, result.resolve("records.parquet"));
      tables.writeParquet(PeopleTables.PEOPLE, """
          SELECT p AS person_id, g AS grade, '' AS rule, 'user' AS role,
            NULL::VARCHAR AS country, 'unknown' AS country_from, NULL::VARCHAR AS language,
            []::VARCHAR[] AS controllers, []::VARCHAR[] AS categories, []::VARCHAR[] AS kinds,
            1::BIGINT AS records, 1::BIGINT AS objects, NULL::TIMESTAMP AS since,
            false AS pseudonymous, NULL::INTEGER AS weakest_join,
            []::STRUCT(channel VARCHAR, "value" BLOB, preference INTEGER)[] AS contacts
          FROM (VALUES ('P1', 'possible'), ('P2', 'possible'), ('P4', 'possible'),
            ('P6', 'possible'), ('P9', 'confirmed')) t(p, g)
          """, result.resolve("people.parquet"));
    }
  }
}
