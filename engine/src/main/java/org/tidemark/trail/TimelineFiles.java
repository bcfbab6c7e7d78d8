package org.tidemark.trail;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.tidemark.evidence.EvidenceFile;

/**
 * Writes the timeline of a trail as {@code timeline.csv} (RFC 4180) and {@code timeline.jsonl} (a
 * document a line), both UTF-8 without a byte order mark, as Timesketch reads them. Same trail,
 * same bytes.
 */
public final class TimelineFiles {
  /** For spreadsheets: a cell that they would take for a formula is defused. */
  public static final String CSV = "timeline.csv";

  /** For Timesketch and other programs: text is as in the logs, but for what no line may hold. */
  public static final String JSONL = "timeline.jsonl";

  private static final JsonFactory JSON = new JsonFactory();

  private TimelineFiles() {}

  /**
   * Writes both files.
   *
   * @param files the evidence, by which records' files are named
   * @param folder where; files that are there are replaced
   */
  public static void write(Trail trail, List<EvidenceFile> files, Path folder) throws IOException {
    List<Timeline.Moment> moments = new Timeline(trail, files).moments();
    try (BufferedWriter csv = Files.newBufferedWriter(folder.resolve(CSV));
        BufferedWriter jsonl = Files.newBufferedWriter(folder.resolve(JSONL))) {
      csv.write(String.join(",", TimelineEntry.COLUMNS) + "\r\n");
      for (Timeline.Moment moment : moments) {
        TimelineEntry entry = moment.entry().get();
        csv.write(row(entry));
        jsonl.write(line(entry));
      }
    }
  }

  private static String row(TimelineEntry entry) {
    return entry.values().stream()
            .map(value -> value.map(PlainText::cell).orElse(""))
            .collect(Collectors.joining(","))
        + "\r\n";
  }

  /** A column that says nothing is left out, so that a program never meets a second type. */
  private static String line(TimelineEntry entry) throws IOException {
    StringWriter line = new StringWriter();
    try (JsonGenerator json = JSON.createGenerator(line)) {
      json.writeStartObject();
      for (int i = 0; i < TimelineEntry.COLUMNS.size(); i++) {
        Optional<String> value = entry.values().get(i);
        String column = TimelineEntry.COLUMNS.get(i);
        if (value.isPresent() && column.equals("evidence_record")) {
          json.writeNumberField(column, Integer.parseInt(value.get()));
        } else if (value.isPresent()) {
          json.writeStringField(column, PlainText.oneLine(value.get()));
        }
      }
      json.writeEndObject();
    }
    return line.append('\n').toString();
  }
}
