package org.tidemark.app.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tidemark.app.report.ReportRows.FilePlace;
import org.tidemark.app.report.ReportRows.LogPlace;
import org.tidemark.app.report.ReportRows.ObjectGroup;
import org.tidemark.app.report.ReportRows.SamplePerson;
import org.tidemark.app.report.ReportRows.TideStep;
import org.tidemark.app.report.ReportRows.UnreadFile;
import org.tidemark.engine.TableSchema;
import org.tidemark.engine.Tables;
import org.tidemark.engine.embedded.Database;
import org.tidemark.exposure.ExposureTables;
import org.tidemark.people.PeopleTables;

class TableRowsTest {
  private final Path folder;
  private final Path result;

  TableRowsTest(@TempDir Path folder) throws Exception {
    this.folder = folder;
    result = Files.createDirectories(folder.resolve("result"));
    try (Tables tables = open("made")) {
      write(
          tables,
          ExposureTables.FILES,
          "('F1','files/a.csv',NULL,'00',9,'csv','UTF-8','read',NULL,9),"
              + "('F2','files/z.zip',NULL,'00',9,'zip',NULL,'read',NULL,9),"
              + "('F3','files/z.zip','in/b.pdf','00',7,'unknown',NULL,'unread','unknown-format',0),"
              + "('F4','files/spared.bin',NULL,'00',7,'unknown',NULL,'unread','unknown-format',0)");
      write(
          tables,
          ExposureTables.EXPOSURE,
          "('O1','hb-fs01','harbour','file','\\\\hb-fs01\\share\\a.csv','F1','confirmed','session',"
              + "'disclosed',TIMESTAMP '2023-09-24 18:10:00',NULL,2,NULL,['H1'],"
              + "[{'file':'logs/x.json','record':7}],2),"
              + "('O2','hb-fs02','harbour','file','\\\\hb-fs02\\z','F2','possible','held',"
              + "'disclosed',NULL,NULL,0,NULL,['H2','H3','H4'],[],0),"
              + "('O3','hb-fs03','harbour','file','\\\\hb-fs03\\c',NULL,'excluded','covered',"
              + "'disclosed',NULL,NULL,0,NULL,[],[],0)");
      write(
          tables,
          ExposureTables.RECORDS,
          "('R1','F1','row:2','P1','certain','confirmed','user','path-glob','JP',"
              + "'stated','harbour',['email'])");
      write(
          tables,
          PeopleTables.PEOPLE,
          person("P1", "confirmed", "'JP'", "TIMESTAMP '2023-09-24 18:10:00'") + ","
              + person("P2", "possible", "NULL", "TIMESTAMP '2023-09-24 18:50:00'") + ","
              + person("P3", "possible", "NULL", "NULL"));
    }
  }

  private static String person(String id, String grade, String country, String since) {
    return "('" + id + "','" + grade + "','session','user'," + country
        + ",'stated',NULL,['harbour']," + "['contact'],['email'],1,1," + since + ",false,NULL,[])";
  }

  private Tables open(String name) throws Exception {
    return Database.open(Files.createDirectories(folder.resolve(name)), 1, 256L << 20);
  }

  private void write(Tables tables, TableSchema schema, String values) {
    StringBuilder casts = new StringBuilder();
    for (int i = 0; i < schema.columns().size(); i++) {
      TableSchema.Column column = schema.columns().get(i);
      casts
          .append(i == 0 ? "" : ", ")
          .append("col")
          .append(i)
          .append("::")
          .append(column.type())
          .append(" AS \"")
          .append(column.name())
          .append('"');
    }
    tables.writeParquet(
        schema,
        "SELECT " + casts + " FROM (VALUES " + values + ")",
        result.resolve(schema.name() + ".parquet"));
  }

  private ReportRows read() throws Exception {
    try (Tables tables = open("read")) {
      ObjectMapper json = new ObjectMapper();
      String findings = """
          {"people":{"by":[{"controller":"harbour","role":"user","country":"JP",
            "country_from":"stated","grade":"confirmed","basis":"counted","persons":1}]}}""";
      String trail = """
          {"hops":[{"id":"H1","rule":"indicator-address"},{"id":"H2","rule":"held-source"},
            {"id":"H3","rule":"held-source"},{"id":"H4","rule":"owner-like"}]}""";
      return TableRows.read(result, tables, json.readTree(findings), json.readTree(trail));
    }
  }

  @Test
  void aPossibleObjectCountsOnceUnderEachRuleOfItsHops() throws Exception {
    assertEquals(Map.of("held-source", 1L, "owner-like", 1L), read().possibleByHopRule());
  }

  @Test
  void objectsComeWithTheirEvidenceAndWithoutTheExcluded() throws Exception {
    ReportRows rows = read();
    assertEquals(List.of("O1", "O2"), rows.objects().stream().map(o -> o.id()).toList());
    assertEquals(List.of(new LogPlace("logs/x.json", 7)), rows.objects().get(0).evidence());
    assertEquals("files/a.csv", rows.objects().get(0).path());
    assertEquals("2023-09-24T18:10:00Z", rows.objects().get(0).first());
    assertEquals(2, rows.objectsTotal());
    assertEquals(
        List.of(
            new ObjectGroup("confirmed", "hb-fs01", "session", 1),
            new ObjectGroup("possible", "hb-fs02", "held", 1)),
        rows.groups());
  }

  @Test
  void theTideCountsEachPersonInTheHourOfFirstExposure() throws Exception {
    assertEquals(List.of(new TideStep("2023-09-24T18:00:00Z", 1, 1)), read().tide());
    assertEquals(1, read().undated());
  }

  @Test
  void aSamplePersonStandsInItsCellWithThePlacesOfItsRecords() throws Exception {
    assertEquals(
        List.of(new SamplePerson(
            0,
            "P1",
            List.of("email"),
            1,
            1,
            "2023-09-24T18:10:00Z",
            List.of(new FilePlace("files/a.csv", "row:2")))),
        read().persons());
  }

  @Test
  void onlyWhatWasExposedIsListedAsUnread() throws Exception {
    assertEquals(
        List.of(new UnreadFile("files/z.zip", "in/b.pdf", "unknown-format", 7)),
        read().unread());
  }

  @Test
  void aMissingTableLeavesThePageWithCountsAlone() throws Exception {
    Files.delete(result.resolve("people.parquet"));
    assertEquals(ReportRows.NONE, read());
  }

  @Test
  void thePageIsWrittenBesideItsFiles() throws Exception {
    Files.writeString(
        result.resolve("findings.json"), HarbourResult.json("findings.json").toString());
    try (Tables tables = open("page")) {
      Report.write(result, HarbourResult.names(), tables);
    }
    String page = Files.readString(result.resolve(Report.FILE));
    assertTrue(page.contains("1,463"));
    assertFalse(page.contains("null"), "a missing value shows as the word null");
  }

  @Test
  void aResultOfANewerTidemarkIsRefusedByName() throws Exception {
    Files.writeString(result.resolve("trail.json"), "{\"schema\":2}");
    try (Tables tables = open("newer")) {
      java.io.IOException refused = org.junit.jupiter.api.Assertions.assertThrows(
          java.io.IOException.class, () -> Report.write(result, HarbourResult.names(), tables));
      assertTrue(refused.toString().contains("trail.json: schema 2"), refused.toString());
    }
  }
}
