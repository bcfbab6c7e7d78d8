package org.tidemark.engine;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/**
 * Writes a record as a result document (CONTRACT.md section 5): {@code "schema": 1} first, then the
 * components in their order, in snake_case, maps by key, times in ISO 8601 with Z, an empty
 * Optional as null; two spaces, line feeds, UTF-8. Same record, same bytes. Safe from any thread.
 */
public final class JsonDocument {
  private static final JsonMapper MAPPER = JsonMapper.builder()
      .propertyNamingStrategy(new SnakeCase())
      .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
      .addModule(new SimpleModule()
          .addSerializer(Instant.class, new InstantText())
          .addSerializer(Optional.class, new OptionalValue()))
      .build();

  private JsonDocument() {}

  /** The document's bytes. */
  public static byte[] bytes(Record document) {
    DefaultIndenter indenter = new DefaultIndenter("  ", "\n");
    DefaultPrettyPrinter printer =
        new DefaultPrettyPrinter().withObjectIndenter(indenter).withArrayIndenter(indenter);
    try {
      return (MAPPER.writer(printer).writeValueAsString(tree(document)) + "\n")
          .getBytes(StandardCharsets.UTF_8);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(
          document.getClass().getSimpleName() + " cannot be written as JSON", e);
    }
  }

  /** The document as whoever reads its bytes gets it. */
  public static JsonNode tree(Record document) {
    ObjectNode whole = MAPPER.createObjectNode().put("schema", TableSchema.SCHEMA);
    JsonNode fields = MAPPER.valueToTree(document);
    whole.setAll((ObjectNode) fields);
    return whole;
  }

  /** Writes the document, replacing a file that is there. */
  public static void write(Record document, Path file) throws IOException {
    Files.write(file, bytes(document));
  }

  /** How a component is called in the document: {@code notAPerson} is {@code not_a_person}. */
  public static String fieldName(String component) {
    StringBuilder name = new StringBuilder(component.length() + 4);
    for (int i = 0; i < component.length(); i++) {
      char c = component.charAt(i);
      if (Character.isUpperCase(c)) {
        name.append('_');
      }
      name.append(c);
    }
    return name.toString().toLowerCase(Locale.ROOT);
  }

  // Jackson's own strategy would write not_aperson.
  private static final class SnakeCase extends PropertyNamingStrategies.NamingBase {
    private static final long serialVersionUID = 1L;

    @Override
    public String translate(String component) {
      return fieldName(component);
    }
  }

  private static final class InstantText extends StdSerializer<Instant> {
    private static final long serialVersionUID = 1L;

    InstantText() {
      super(Instant.class);
    }

    @Override
    public void serialize(Instant value, JsonGenerator out, SerializerProvider provider)
        throws IOException {
      out.writeString(value.toString());
    }
  }

  @SuppressWarnings("rawtypes")
  private static final class OptionalValue extends StdSerializer<Optional> {
    private static final long serialVersionUID = 1L;

    OptionalValue() {
      super(Optional.class);
    }

    @Override
    public void serialize(Optional value, JsonGenerator out, SerializerProvider provider)
        throws IOException {
      if (value.isPresent()) {
        provider.defaultSerializeValue(value.get(), out);
      } else {
        out.writeNull();
      }
    }
  }
}
