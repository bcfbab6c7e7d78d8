package org.tidemark.trail.telling;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Fields of a result document, read so that an older or a newer one of the same schema is read too:
 * what is missing, null or of another type is empty.
 */
final class Fields {
  private Fields() {}

  /** The text; empty where there is none. */
  static String text(JsonNode node, String field) {
    return node.path(field).asText("");
  }

  static Optional<String> optional(JsonNode node, String field) {
    return node.hasNonNull(field) ? Optional.of(text(node, field)) : Optional.empty();
  }

  /** An ISO 8601 instant with Z. */
  static Optional<Instant> instant(JsonNode node, String field) {
    try {
      return node.hasNonNull(field)
          ? Optional.of(Instant.parse(text(node, field)))
          : Optional.empty();
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }

  /** A list of texts; a text alone is a list of one. */
  static List<String> texts(JsonNode node, String field) {
    JsonNode list = node.path(field);
    if (list.isTextual()) {
      return List.of(list.asText());
    }
    List<String> texts = new ArrayList<>();
    list.forEach(item -> texts.add(item.asText("")));
    return List.copyOf(texts);
  }
}
