package org.tidemark.investigation.ask;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import org.tidemark.casefile.CaseFile;
import org.tidemark.engine.TableSchema;
import org.tidemark.engine.Tables;

/** Asks a result folder what is still open. Reads the folder, writes nothing. */
public final class Asked {
  private static final ObjectMapper JSON = new ObjectMapper();

  private Asked() {}

  /**
   * The questions of a case.
   *
   * @param result a result folder that holds trail.json at least; without the later tables people
   *     are not counted
   * @param today decides what is lost already; UTC
   * @throws IOException when a file cannot be read, or was made by a newer Tidemark
   */
  public static AskJson of(CaseFile caseFile, Path result, Tables tables, LocalDate today)
      throws IOException {
    JsonNode trail = read(result, "trail.json");
    JsonNode evidence = read(result, "evidence.json");
    String counted = Files.exists(result.resolve("people.parquet"))
        ? "resolve"
        : Files.exists(result.resolve("exposure.parquet")) ? "scan" : "trace";
    Hanging hanging = HangingTables.of(result, tables);
    return new Asking(caseFile, trail, evidence, hanging, today).ask(counted);
  }

  private static JsonNode read(Path result, String name) throws IOException {
    Path file = result.resolve(name);
    if (!Files.exists(file)) {
      return MissingNode.getInstance();
    }
    JsonNode tree = JSON.readTree(Files.readAllBytes(file));
    int schema = tree.path("schema").asInt(0);
    if (schema < 1 || schema > TableSchema.SCHEMA) {
      throw new IOException(name + ": schema " + schema + " (expected: " + TableSchema.SCHEMA
          + "). It was made by another Tidemark; make the result again with this one.");
    }
    return tree;
  }
}
