package org.tidemark.app.report;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.Map;
import org.tidemark.casefile.ContentId;

/**
 * Paths of logs by file id: results name a record by {@code {file, record}}, readers want the path.
 *
 * @param paths path, and member after {@code !}, by file id
 */
record LogNames(Map<String, String> paths) {

  static LogNames of(JsonNode evidence) {
    Map<String, String> paths = new HashMap<>();
    for (JsonNode log : evidence.path("logs")) {
      String path = log.path("path").asText("");
      String member = log.path("member").asText("");
      paths.put(ContentId.of('F', path, member), member.isEmpty() ? path : path + " ! " + member);
    }
    return new LogNames(paths);
  }

  /** The path; the id itself where evidence.json does not name the file. */
  String path(String file) {
    return paths.getOrDefault(file, file);
  }
}
