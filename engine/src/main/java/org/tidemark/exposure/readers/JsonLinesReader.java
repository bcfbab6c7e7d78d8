package org.tidemark.exposure.readers;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.List;

/**
 * One JSON object a line. A line that is none is read as text, and the file counts as partly read.
 */
public final class JsonLinesReader implements ContentReader {
  @Override
  public boolean tabular() {
    return true;
  }

  @Override
  public ReadOutcome read(
      Source source, Encoding.Verdict encoding, ReadLimits limits, ContentSink sink)
      throws IOException {
    JsonFactory factory = JsonReader.factory(limits);
    try (TextSource text = new TextSource(source, encoding)) {
      // A record is one piece: only a line beyond the memory limit is cut, and then it is no JSON.
      LineReader lines = new LineReader(text, limits.memoryBytes() / 4);
      boolean damaged = false;
      while (lines.next()) {
        String line = lines.take();
        String place = "line:" + lines.line();
        if (line.isBlank()) {
          continue;
        }
        JsonValues values = new JsonValues(limits);
        if (lines.base() == 0 && parse(factory, line, values)) {
          sink.object(place, values.all());
        } else {
          damaged = true;
          sink.line(place, line, lines.base());
        }
      }
      return damaged
          ? ReadOutcome.partly("damaged-lines", text.bytesRead())
          : text.outcome(encoding);
    }
  }

  /** Whether the line is one whole JSON object. */
  static boolean parse(JsonFactory factory, String line, JsonValues values) throws IOException {
    try (JsonParser parser = factory.createParser(line)) {
      if (parser.nextToken() != JsonToken.START_OBJECT) {
        return false;
      }
      values.read(parser);
      return parser.nextToken() == null;
    } catch (JsonProcessingException e) {
      return false;
    }
  }

  /** Whether a line is one whole JSON object. */
  static boolean parses(String line) {
    try {
      JsonValues values = new JsonValues(ReadLimits.DEFAULT);
      List<ContentSink.NamedValue> all = values.all();
      return parse(JsonReader.factory(ReadLimits.DEFAULT), line, values) && !all.isEmpty();
    } catch (IOException e) {
      return false;
    }
  }
}
