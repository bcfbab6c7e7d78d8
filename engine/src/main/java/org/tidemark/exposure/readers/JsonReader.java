package org.tidemark.exposure.readers;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import java.io.IOException;
import java.util.List;

/**
 * JSON values: an array of objects, or objects one behind the other. Objects are records {@code
 * row:N}; where one object holds everything, lists inside it hold the records.
 */
public final class JsonReader implements ContentReader {
  /** Objects and arrays that may nest; deeper ones are a trap, not data. */
  private static final int NESTING = 100;

  private static final int NAME_CHARS = 10_000;

  static JsonFactory factory(ReadLimits limits) {
    return JsonFactory.builder()
        .streamReadConstraints(StreamReadConstraints.builder()
            .maxNestingDepth(NESTING)
            .maxNameLength(NAME_CHARS)
            .maxNumberLength(1000)
            .maxStringLength(Math.max(limits.memoryBytes(), 1 << 20))
            .build())
        .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
        .build();
  }

  @Override
  public boolean tabular() {
    return true;
  }

  @Override
  public ReadOutcome read(
      Source source, Encoding.Verdict encoding, ReadLimits limits, ContentSink sink)
      throws IOException {
    try (TextSource text = new TextSource(source, encoding);
        JsonParser parser = factory(limits).createParser(text.reader())) {
      try {
        long row = 0;
        JsonToken root = parser.nextToken();
        while (root != null) {
          if (root == JsonToken.START_ARRAY) {
            JsonToken token = parser.nextToken();
            while (token != null && token != JsonToken.END_ARRAY) {
              row++;
              element(parser, "row:" + row, limits, sink);
              token = parser.nextToken();
            }
          } else {
            row++;
            element(parser, "row:" + row, limits, sink);
          }
          root = parser.nextToken();
        }
        return text.outcome(encoding);
      } catch (StreamConstraintsException e) {
        return ReadOutcome.partly("too-deep", text.bytesRead());
      } catch (JsonParseException e) {
        return ReadOutcome.partly("damaged", text.bytesRead());
      }
    }
  }

  private static void element(JsonParser parser, String place, ReadLimits limits, ContentSink sink)
      throws IOException {
    JsonValues values = new JsonValues(limits);
    try {
      values.read(parser);
    } finally {
      // What was read of an element that is cut off is content as well.
      List<ContentSink.NamedValue> all = values.all();
      if (!all.isEmpty()) {
        sink.object(place, all);
      }
    }
  }
}
