package org.tidemark.evidence.formats.keycloak;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.Map;

/**
 * An event as JSON: exported by the REST interface ({@code time} in ms, {@code details} or {@code
 * authDetails} nested), or a console line whose {@code message} is the event as text.
 *
 * @see <a href="https://www.keycloak.org/docs-api/latest/rest-api/index.html">EventRepresentation,
 *     AdminEventRepresentation</a>
 */
final class KeycloakDocument {
  private KeycloakDocument() {}

  /** The event's fields, nested ones beside the others; empty where the document is no event. */
  static Map<String, String> of(JsonNode node) {
    String logger = node.path("loggerName").asText(node.path("log.logger").asText(""));
    if (logger.equals("org.keycloak.events")) {
      Map<String, String> fields = KeycloakText.fields(node.path("message").asText(""), 0);
      fields.put(
          KeycloakText.TIME,
          node.path("timestamp").asText(node.path("@timestamp").asText("")));
      return fields;
    }
    if (!node.path("type").isTextual() && !node.path("operationType").isTextual()) {
      return Map.of();
    }
    Map<String, String> fields = new HashMap<>();
    add(node.path("details"), fields);
    add(node.path("authDetails"), fields);
    JsonNode realm = node.path("authDetails").path("realmId");
    fields.put("adminRealm", realm.asText(""));
    fields.remove("realmId");
    fields.remove("type");
    fields.remove("operationType");
    node.fields().forEachRemaining(field -> {
      if (field.getValue().isValueNode() && !field.getValue().isNull()) {
        fields.put(field.getKey(), field.getValue().asText());
      }
    });
    fields.put(KeycloakText.TIME, fields.getOrDefault("time", ""));
    return fields;
  }

  private static void add(JsonNode nested, Map<String, String> fields) {
    nested.fields().forEachRemaining(field -> {
      if (field.getValue().isTextual()) {
        fields.put(field.getKey(), field.getValue().textValue());
      }
    });
  }
}
