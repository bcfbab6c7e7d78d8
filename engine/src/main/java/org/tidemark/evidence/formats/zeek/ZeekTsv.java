package org.tidemark.evidence.formats.zeek;

import java.nio.charset.StandardCharsets;
import org.tidemark.evidence.FactSink;
import org.tidemark.evidence.LineFormat;
import org.tidemark.evidence.ReadSettings;

/**
 * Logs of the network monitor Zeek as it writes them by itself: a heading, then rows of columns.
 */
public final class ZeekTsv extends LineFormat {
  @Override
  public String id() {
    return "zeek-tsv";
  }

  @Override
  public String title() {
    return "Zeek logs between tabs, as Zeek writes them by itself (conn.log with #fields)";
  }

  @Override
  public String reads() {
    return """
        the same as zeek-json. Which sensor wrote them does not stand in them.""";
  }

  @Override
  public String document() {
    return "https://docs.zeek.org/en/master/log-formats.html";
  }

  @Override
  public boolean splits() {
    return false; // the columns stand in the heading alone
  }

  @Override
  public boolean recognises(byte[] head, int length) {
    String text = new String(head, 0, length, StandardCharsets.ISO_8859_1);
    int fields = text.startsWith("#fields") ? 0 : text.indexOf("\n#fields") + 1;
    boolean named = text.startsWith("#separator ") || text.contains("#path");
    return named && (fields > 0 || text.startsWith("#fields")) && text.startsWith("#");
  }

  @Override
  protected Lines open(ReadSettings settings) {
    return new Reader();
  }

  private static final class Reader implements Lines {
    private final ZeekStreams streams = new ZeekStreams();
    private final ZeekColumns columns = new ZeekColumns();

    @Override
    public void line(byte[] bytes, int start, int stop, FactSink sink) {
      int end = stop > start && bytes[stop - 1] == '\r' ? stop - 1 : stop;
      if (bytes[start] == '#') {
        columns.heading(new String(bytes, start, end - start, StandardCharsets.UTF_8));
        sink.ignored("heading");
      } else if (columns.read(bytes, start, end)) {
        streams.row(columns, sink);
      } else {
        sink.unparsed();
      }
    }

    @Override
    public void end(FactSink sink) {
      streams.end(sink);
    }
  }
}
