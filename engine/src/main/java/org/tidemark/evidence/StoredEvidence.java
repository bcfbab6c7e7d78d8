package org.tidemark.evidence;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/**
 * What lies beside the columns in the work folder, so that evidence is opened again without reading
 * a log. A cache: no promise to other programs.
 *
 * @param key of the stage: build, the case file's part, contents
 * @param listing of the evidence when it was read: build, the case file's part, paths, sizes,
 *     times, inodes
 * @param rows by table's label
 * @param ownAddresses address → hosts
 * @param controllers host names
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record StoredEvidence(
    int schema,
    String key,
    String listing,
    SortedMap<String, Long> rows,
    List<StoredFile> files,
    List<StoredHash> hashes,
    SortedMap<String, List<String>> ownAddresses,
    List<String> controllers,
    EvidenceJson json) {
  static final String FILE = "index.json";

  /** An {@link EvidenceFile}. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record StoredFile(
      String id,
      String path,
      String member,
      String uri,
      int source,
      String content,
      long bytes,
      @Nullable String format) {}

  /** A {@link HashedFile}. */
  record StoredHash(String path, String sha256, long bytes, String modified) {}

  /** Writes and reads our JSON: snake_case, fields in the order of the record. */
  static ObjectMapper mapper() {
    return JsonMapper.builder()
        .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
        .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
        .build();
  }

  /** The same, once its columns told what clocks were off by. */
  StoredEvidence with(List<EvidenceJson.ClockOffset> clocks) {
    return new StoredEvidence(
        schema, key, listing, rows, files, hashes, ownAddresses, controllers, json.with(clocks));
  }

  void write(Path folder) throws IOException {
    Files.write(folder.resolve(FILE), mapper().writeValueAsBytes(this));
  }

  static StoredEvidence read(Path folder) throws IOException {
    return mapper().readValue(Files.readAllBytes(folder.resolve(FILE)), StoredEvidence.class);
  }
}
