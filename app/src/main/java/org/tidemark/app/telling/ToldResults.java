package org.tidemark.app.telling;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.tidemark.app.ExitStatus;
import org.tidemark.app.Failure;
import org.tidemark.trail.telling.ToldEvidence;
import org.tidemark.trail.telling.ToldResult;
import org.tidemark.trail.telling.ToldTrail;

/** Reads results that are to be compared: a result folder, or a trail.json that was kept. */
public final class ToldResults {
  private static final int SCHEMA = 1;
  private static final String TRAIL = "trail.json";
  private static final ObjectMapper JSON = new ObjectMapper();

  private ToldResults() {}

  /**
   * Reads a result. What else than trail.json is not beside it stays empty.
   *
   * @param given folder that holds trail.json, or that file under whatever name
   * @throws Failure when there is no trail, or it cannot be read
   */
  public static ToldResult read(Path given) throws IOException {
    Path trail = Files.isDirectory(given) ? given.resolve(TRAIL) : given;
    if (!Files.isRegularFile(trail)) {
      throw fault(given + ": holds no trail.json (expected: a result folder, or a trail.json). Name"
          + " the folder that an earlier 'tidemark trace' or 'investigate' wrote.");
    }
    JsonNode tree = json(trail)
        .filter(t -> t.path("hops").isArray())
        .orElseThrow(() -> fault(trail + ": is no trail.json (expected: JSON with \"hops\"). Name a"
            + " result folder, or its trail.json."));
    boolean kept = trail.endsWith(TRAIL);
    Optional<JsonNode> evidence =
        kept ? json(trail.resolveSibling("evidence.json")) : Optional.empty();
    Optional<JsonNode> run = kept ? json(trail.resolveSibling("run.json")) : Optional.empty();
    return new ToldResult(
        ToldTrail.of(tree),
        evidence.map(ToldEvidence::of),
        run.map(r -> r.path("case_items")).filter(JsonNode::isObject).map(ToldResults::items),
        run.map(r -> version(r.path("version").asText(""), r.path("commit").asText(""))));
  }

  /** As results name the Tidemark that made them. */
  public static String version(String version, String commit) {
    return version + " (commit " + commit + ")";
  }

  private static Map<String, List<String>> items(JsonNode blocks) {
    Map<String, List<String>> items = new TreeMap<>();
    blocks.properties().forEach(block -> {
      List<String> marks = new ArrayList<>();
      block.getValue().forEach(mark -> marks.add(mark.asText("")));
      items.put(block.getKey(), marks);
    });
    return items;
  }

  /** Empty where there is no such file, or it is no JSON. */
  private static Optional<JsonNode> json(Path file) throws IOException {
    if (!Files.isRegularFile(file)) {
      return Optional.empty();
    }
    JsonNode tree;
    try {
      tree = JSON.readTree(Files.readAllBytes(file));
    } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
      return Optional.empty();
    }
    int schema = tree.path("schema").asInt(0);
    if (schema > SCHEMA) {
      throw fault(file + ": schema " + schema + " (expected: " + SCHEMA
          + "). A newer Tidemark made it; compare with that one.");
    }
    return Optional.of(tree);
  }

  private static Failure fault(String message) {
    return new Failure(ExitStatus.CASE_AT_FAULT, message);
  }
}
