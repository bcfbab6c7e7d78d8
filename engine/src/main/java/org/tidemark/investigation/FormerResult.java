package org.tidemark.investigation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.tidemark.engine.TableSchema;
import org.tidemark.investigation.Investigation.Stage;

/**
 * The answer of the run before. Where nothing that it stands on has changed, and none of its files
 * was altered, it is the answer of this run too, its lineage included: what became of a person is
 * told once for each change, not again for each look.
 */
public final class FormerResult {
  /** How the run went; the one file that differs from run to run. */
  public static final String RUN = "run.json";

  private static final List<String> TRACED = List.of("evidence.json", "trail.json");
  private static final String RECORDS = "records.parquet";

  private final Path folder;
  private final Optional<JsonNode> run;

  private FormerResult(Path folder, Optional<JsonNode> run) {
    this.folder = folder;
    this.run = run;
  }

  /**
   * Looks at a result folder, which may be missing.
   *
   * @throws NewerSchemaException when a newer Tidemark made it
   */
  public static FormerResult in(Path folder) throws NewerSchemaException {
    Path file = folder.resolve(RUN);
    Optional<JsonNode> run = Optional.empty();
    try {
      if (Files.exists(file)) {
        run = Optional.of(new ObjectMapper().readTree(Files.readAllBytes(file)));
      }
    } catch (IOException e) {
      // A damaged run.json vouches for nothing; everything is made anew.
    }
    int schema = run.map(tree -> tree.path("schema").asInt(0)).orElse(0);
    if (schema > TableSchema.SCHEMA) {
      throw new NewerSchemaException(file, schema);
    }
    return new FormerResult(folder, run);
  }

  /** Table of the records that were persons' before; empty where there was no run. */
  Optional<Path> records() {
    return Optional.of(folder.resolve(RECORDS)).filter(Files::exists);
  }

  /** Whether it is what a run under this key made, byte for byte. */
  boolean isOf(String resolveKey) {
    JsonNode stages = stages();
    if (stages.isEmpty()) {
      return false;
    }
    JsonNode last = stages.get(stages.size() - 1);
    return last.path("stage").asText().equals(Stage.RESOLVE.id())
        && last.path("key").asText().equals(resolveKey)
        && isUnaltered();
  }

  private JsonNode stages() {
    return run.map(tree -> tree.path("stages")).orElse(MissingNode.getInstance());
  }

  /** Whether its evidence.json and trail.json are what a run under this key made, byte for byte. */
  boolean isTraceOf(String traceKey) {
    for (JsonNode stage : stages()) {
      if (stage.path("stage").asText().equals(Stage.TRACE.id())) {
        return stage.path("key").asText().equals(traceKey)
            && TRACED.stream().allMatch(this::isUnaltered);
      }
    }
    return false;
  }

  private boolean isUnaltered(String name) {
    String written = run.orElseThrow().path("files").path(name).asText("");
    return !written.isEmpty() && written.equals(ResultKeys.content(folder.resolve(name)));
  }

  private boolean isUnaltered() {
    SortedMap<String, String> written = new TreeMap<>();
    run.orElseThrow()
        .path("files")
        .properties()
        .forEach(entry -> written.put(entry.getKey(), entry.getValue().asText()));
    try {
      return !written.isEmpty() && written.equals(hashes(folder));
    } catch (IOException e) {
      return false;
    }
  }

  /** What was noted for the responder. */
  List<String> notes() {
    List<String> notes = new ArrayList<>();
    run.ifPresent(tree -> tree.path("notes").forEach(note -> notes.add(note.asText())));
    return notes;
  }

  /** Puts its files, but for {@link #RUN}, into another folder of the same case. */
  public void copyTo(Path target) throws IOException {
    for (String name : hashes(folder).keySet()) {
      try {
        Files.createLink(target.resolve(name), folder.resolve(name));
      } catch (IOException | UnsupportedOperationException e) {
        // A file system without hard links.
        Files.copy(folder.resolve(name), target.resolve(name));
      }
    }
  }

  /** SHA-256 of every file of a result folder, by name, but for {@link #RUN}. */
  public static SortedMap<String, String> hashes(Path folder) throws IOException {
    SortedMap<String, String> hashes = new TreeMap<>();
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.toList()) {
        String name = file.getFileName().toString();
        if (!name.equals(RUN)) {
          hashes.put(name, ResultKeys.content(file));
        }
      }
    }
    return hashes;
  }
}
