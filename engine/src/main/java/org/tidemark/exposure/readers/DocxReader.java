package org.tidemark.exposure.readers;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.regex.Pattern;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;

/**
 * A text document (ISO/IEC 29500, WordprocessingML): tables as rows, paragraphs as text, also of
 * headers, footers, notes and comments; deleted text is still in the file and counts. A table in a
 * cell is text of that cell.
 */
public final class DocxReader implements ContentReader {
  private static final String MAIN = "word/document.xml";
  private static final Pattern SIDE =
      Pattern.compile("word/(header\\d*|footer\\d*|footnotes|endnotes|comments)\\.xml");

  /** Looking for an implementation reads every jar's services: once is enough. */
  private static final XMLInputFactory XML = factory();

  /** Elements that may nest; deeper ones are a trap. */
  private static final int NESTING = 2000;

  @Override
  public boolean tabular() {
    return true;
  }

  @Override
  public ReadOutcome read(
      Source source, Encoding.Verdict encoding, ReadLimits limits, ContentSink sink)
      throws IOException {
    try (ZipFile zip = ZipSource.open(source, limits)) {
      ZipArchiveEntry main = zip.getEntry(MAIN);
      if (main == null) {
        throw new DamagedContentException("damaged");
      }
      part(zip, main, "", limits, sink);
      List<ZipArchiveEntry> side = Collections.list(zip.getEntries());
      side.removeIf(entry -> !SIDE.matcher(entry.getName()).matches());
      side.sort(java.util.Comparator.comparing(ZipArchiveEntry::getName));
      for (ZipArchiveEntry entry : side) {
        String name = entry.getName();
        String part = name.substring("word/".length(), name.length() - ".xml".length());
        part(zip, entry, "part:" + Place.encode(part), limits, sink);
      }
    }
    return ReadOutcome.read(Long.MAX_VALUE);
  }

  private static XMLInputFactory factory() {
    XMLInputFactory factory = XMLInputFactory.newFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    return factory;
  }

  private static void part(
      ZipFile zip, ZipArchiveEntry entry, String place, ReadLimits limits, ContentSink sink)
      throws IOException {
    try (InputStream raw = zip.getInputStream(entry);
        InputStream in = new RatioStream(raw, entry::getCompressedSize, limits)) {
      XMLStreamReader xml = XML.createXMLStreamReader(in);
      Body body = new Body(place, limits, sink);
      int depth = 0;
      while (xml.hasNext()) {
        int event = xml.next();
        if (event == XMLStreamConstants.START_ELEMENT) {
          if (++depth > NESTING) {
            throw new DamagedContentException("too-deep");
          }
          body.start(xml.getLocalName());
        } else if (event == XMLStreamConstants.END_ELEMENT) {
          depth--;
          body.end(xml.getLocalName());
        } else if (event == XMLStreamConstants.CHARACTERS || event == XMLStreamConstants.CDATA) {
          body.text(xml.getText());
        }
      }
    } catch (XMLStreamException e) {
      if (e.getNestedException() instanceof IOException nested) {
        throw nested;
      }
      throw new IOException("document part is no XML", e);
    }
  }

  /** Where the reader stands in a part. */
  private static final class Body {
    private final String place;
    private final ReadLimits limits;
    private final ContentSink sink;
    private final StringBuilder text = new StringBuilder();
    private final List<String> cells = new ArrayList<>();
    private int tables;
    private int tableDepth;
    private long row;
    private long paragraph;
    private boolean inText;

    Body(String place, ReadLimits limits, ContentSink sink) {
      this.place = place;
      this.limits = limits;
      this.sink = sink;
    }

    void start(String name) throws IOException {
      switch (name) {
        case "tbl" -> {
          tableDepth++;
          if (tableDepth == 1) {
            tables++;
            row = 0;
            sink.table(Place.join(place, "table:" + tables));
          }
        }
        case "tr" -> {
          if (tableDepth == 1) {
            cells.clear();
          }
        }
        case "tc" -> {
          if (tableDepth == 1) {
            text.setLength(0);
          }
        }
        case "t", "delText" -> inText = true;
        case "tab" -> keep("\t");
        case "br", "cr" -> keep("\n");
        default -> {}
      }
    }

    void end(String name) throws IOException {
      switch (name) {
        case "tbl" -> tableDepth--;
        case "tr" -> {
          if (tableDepth == 1) {
            row++;
            sink.row(row, cells);
          }
        }
        case "tc" -> {
          if (tableDepth == 1 && cells.size() < limits.rowCells()) {
            cells.add(text.toString().strip());
            text.setLength(0);
          }
        }
        case "t", "delText" -> inText = false;
        case "p" -> paragraph();
        default -> {}
      }
    }

    private void paragraph() throws IOException {
      if (tableDepth > 0) {
        keep("\n");
        return;
      }
      paragraph++;
      if (!text.isEmpty()) {
        sink.line(Place.join(place, "para:" + paragraph), text.toString(), 0);
        text.setLength(0);
      }
    }

    void text(String characters) {
      if (inText) {
        keep(characters);
      }
    }

    private void keep(String characters) {
      if (text.length() < limits.lineChars()) {
        text.append(characters);
      }
    }
  }
}
