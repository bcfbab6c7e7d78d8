package org.tidemark.exposure.readers;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.tidemark.exposure.readers.ContentSink.NamedValue;

/**
 * The values of one JSON object with their paths. Elements of a list of several objects are groups
 * of their own, since each may speak of somebody else. One use an object.
 */
final class JsonValues {
  private final ReadLimits limits;
  private final List<NamedValue> values = new ArrayList<>();

  /**
   * Position in {@link #values} from which a list's elements are to be regrouped, and each
   * element's path.
   */
  private record Element(int from, int to, String path) {}

  JsonValues(ReadLimits limits) {
    this.limits = limits;
  }

  List<NamedValue> all() {
    return values;
  }

  /** Reads the value at which the parser stands, to its end. */
  void read(JsonParser parser) throws IOException {
    read(parser, "", "");
  }

  private void read(JsonParser parser, String path, String column) throws IOException {
    JsonToken token = parser.currentToken();
    if (token == JsonToken.START_OBJECT) {
      object(parser, path, column);
    } else if (token == JsonToken.START_ARRAY) {
      array(parser, path, column);
    } else if (token != null && token.isScalarValue() && token != JsonToken.VALUE_NULL) {
      String value = parser.getText();
      if (value.length() > limits.cellChars()) {
        value = value.substring(0, limits.cellChars());
      }
      if (values.size() < limits.rowCells()) {
        values.add(new NamedValue(path, column, "", value));
      }
    }
  }

  private void object(JsonParser parser, String path, String column) throws IOException {
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      String name = parser.currentName();
      parser.nextToken();
      read(parser, join(path, name), join(column, name));
    }
  }

  private void array(JsonParser parser, String path, String column) throws IOException {
    List<Element> elements = new ArrayList<>();
    int index = 0;
    JsonToken token = parser.nextToken();
    while (token != null && token != JsonToken.END_ARRAY) {
      String elementPath = join(path, Integer.toString(index));
      int from = values.size();
      read(parser, elementPath, column);
      if (token == JsonToken.START_OBJECT) {
        elements.add(new Element(from, values.size(), elementPath));
      }
      index++;
      token = parser.nextToken();
    }
    if (elements.size() > 1) {
      elements.forEach(this::group);
    }
  }

  /** Inner groups keep theirs: the nearest list decides. */
  private void group(Element element) {
    for (int i = element.from(); i < element.to(); i++) {
      NamedValue value = values.get(i);
      if (value.group().isEmpty()) {
        values.set(i, new NamedValue(value.path(), value.column(), element.path(), value.value()));
      }
    }
  }

  private static String join(String path, String name) {
    return path.isEmpty() ? name : path + "." + name;
  }
}
