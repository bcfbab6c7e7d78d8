package org.tidemark.evidence;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import org.tidemark.casefile.CaseFile;
import org.tidemark.evidence.formats.LogFormats;

/**
 * What the case file says of a file before anybody looked into it; travels as {@link
 * org.tidemark.engine.WorkUnit#settings()}.
 *
 * @param what {@code data} = never a log, {@code log} = recognise, else the id of the format
 * @param columns field → name of its column
 */
record InspectSettings(String what, Map<String, String> columns) {
  static final String DATA = "data";
  static final String LOG = "log";

  /** What a file is. */
  record Recognised(String format, LogLayout layout) {
    static final Recognised NOTHING = new Recognised("", LogLayout.NONE);

    /** Why a log cannot be read; empty where it can, or where it is none. */
    String reason() {
      return layout.reason();
    }

    /** The format's id where the file can be read as one. */
    String readable() {
      return reason().isEmpty() ? format : "";
    }
  }

  static InspectSettings of(CaseFile.EvidenceSource source) {
    boolean copies = source.of().isPresent() || source.as().isPresent();
    return new InspectSettings(copies ? DATA : source.format().orElse(LOG), source.columns());
  }

  /** What the file with this head is; {@link #DATA} is nobody's format. */
  Recognised recognise(byte[] head) {
    LogFormat format = (what.equals(LOG)
            ? LogFormats.recognise(head, head.length)
            : LogFormats.of(what))
        .or(() -> LogFormats.all().stream()
            .filter(f -> !columns.isEmpty() && f.takesColumns())
            .findFirst())
        .orElse(null);
    return format == null
        ? new Recognised(what.equals(LOG) ? "" : what, LogLayout.NONE)
        : new Recognised(format.id(), format.layout(head, head.length, columns));
  }

  String encode() {
    StringBuilder text = new StringBuilder(what);
    new TreeMap<>(columns)
        .forEach((field, column) -> text.append('&')
            .append(URLEncoder.encode(field, StandardCharsets.UTF_8))
            .append('=')
            .append(URLEncoder.encode(column, StandardCharsets.UTF_8)));
    return text.toString();
  }

  static InspectSettings decode(String text) {
    String[] parts = text.split("&", -1);
    Map<String, String> columns = new TreeMap<>();
    for (int i = 1; i < parts.length; i++) {
      int equals = parts[i].indexOf('=');
      columns.put(
          URLDecoder.decode(parts[i].substring(0, equals), StandardCharsets.UTF_8),
          URLDecoder.decode(parts[i].substring(equals + 1), StandardCharsets.UTF_8));
    }
    return new InspectSettings(parts[0], columns);
  }
}
