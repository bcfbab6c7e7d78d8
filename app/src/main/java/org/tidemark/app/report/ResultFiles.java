package org.tidemark.app.report;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The JSON files of a result folder (CONTRACT.md section 5). A file that is not there is a missing
 * node: a case of
 * exposed files alone has no trail.
 */
public record ResultFiles(JsonNode findings, JsonNode trail, JsonNode evidence) {
  private static final int SCHEMA = 1;
  private static final ObjectMapper JSON = new ObjectMapper();

  /**
   * Reads the folder.
   *
   * @throws IOException when a file cannot be read, or was made by a newer Tidemark
   */
  public static ResultFiles read(Path result) throws IOException {
    return new ResultFiles(
        read(result, "findings.json"), read(result, "trail.json"), read(result, "evidence.json"));
  }

  private static JsonNode read(Path result, String name) throws IOException {
    Path file = result.resolve(name);
    if (!Files.exists(file)) {
      return MissingNode.getInstance();
    }
    JsonNode tree = JSON.readTree(Files.readAllBytes(file));
    int schema = tree.path("schema").asInt(0);
    if (schema < 1 || schema > SCHEMA) {
      throw new IOException(name + ": schema " + schema + " (expected: " + SCHEMA
          + "). It was made by another Tidemark; make the result again with this one.");
    }
    return tree;
  }
}
