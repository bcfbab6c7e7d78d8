package org.tidemark.spark;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tidemark.casefile.CaseFile;
import org.tidemark.casefile.CaseFileReader;
import org.tidemark.casefile.CaseReading;
import org.tidemark.drill.Drill;
import org.tidemark.drill.DrillSettings;
import org.tidemark.engine.Cancellation;
import org.tidemark.engine.Engine;
import org.tidemark.engine.EngineOptions;
import org.tidemark.engine.Progress;
import org.tidemark.engine.TableSchema;
import org.tidemark.engine.Tables;
import org.tidemark.engine.embedded.Database;
import org.tidemark.engine.embedded.EmbeddedEngine;
import org.tidemark.exposure.ValueCipher;
import org.tidemark.investigation.CaseFolder;
import org.tidemark.investigation.FormerResult;
import org.tidemark.investigation.Investigation;
import org.tidemark.investigation.Investigation.Stage;
import org.tidemark.investigation.ResultFormats;

/** A whole drill on Spark gives the rows and the documents that the embedded engine gives. */
class SparkInvestigationTest {
  private static final Investigation.StageListener UNTIMED = new Investigation.StageListener() {
    @Override
    public void began(Stage stage) {}

    @Override
    public void ended(Stage stage, String key, boolean reused, long units, long bytes) {}
  };

  private final Path folder;

  SparkInvestigationTest(@TempDir Path folder) {
    this.folder = folder;
  }

  /** Opens the engine under test. */
  private interface Opening {
    Engine open(EngineOptions options);
  }

  private Path investigate(String name, Opening opening) throws Exception {
    Path out = folder.resolve(name);
    Drill.make(new DrillSettings(300, 80, 7_000, 45, 1, out), text -> {});
    CaseFolder caseFolder = new CaseFolder(out.resolve("case"));
    caseFolder.makeOurFolders();
    caseFolder.makeEmptySpill();
    byte[] text = Files.readAllBytes(caseFolder.caseFile());
    CaseFile caseFile = assertInstanceOf(
            CaseReading.Whole.class, CaseFileReader.read(text, java.util.List.of()))
        .file();
    Path result = Files.createDirectories(out.resolve("result"));
    Path scratch = Files.createDirectories(out.resolve("scratch"));
    try (Engine engine = opening.open(new EngineOptions(2, 256L << 20, scratch))) {
      Investigation.run(
          new Investigation.Request(
              caseFile,
              caseFolder,
              new ValueCipher(new byte[ValueCipher.KEY_BYTES]),
              "a build",
              Stage.RESOLVE,
              false,
              FormerResult.in(caseFolder.result())),
          engine,
          result,
          Progress.NONE,
          Cancellation.NEVER,
          UNTIMED);
    }
    return result;
  }

  @Test
  void aWholeDrillHasEqualRowsAndDocuments() throws Exception {
    Path embedded = investigate("embedded", EmbeddedEngine::open);
    Path spark = investigate("spark", SparkEngine::open);
    Path scratch = Files.createDirectories(folder.resolve("compare"));
    try (Tables tables = Database.open(scratch, 1, 128L << 20)) {
      for (TableSchema schema : ResultFormats.tables()) {
        String name = schema.name();
        tables.attachParquet("e", embedded.resolve(name + ".parquet"));
        tables.attachParquet("s", spark.resolve(name + ".parquet"));
        tables.query(
            "SELECT (SELECT count(*) FROM (FROM e EXCEPT ALL FROM s)),"
                + " (SELECT count(*) FROM (FROM s EXCEPT ALL FROM e)), (SELECT count(*) FROM e)",
            row -> {
              assertEquals(0, row.integer(1), name + ": rows that Spark lacks");
              assertEquals(0, row.integer(2), name + ": rows that Spark alone has");
              assertTrue(row.integer(3) > 0 || name.equals("lineage"), name + " is empty");
            });
      }
    }
    for (String document : new String[] {"evidence.json", "trail.json", "findings.json"}) {
      assertArrayEquals(
          Files.readAllBytes(embedded.resolve(document)),
          Files.readAllBytes(spark.resolve(document)),
          document);
    }
  }
}
