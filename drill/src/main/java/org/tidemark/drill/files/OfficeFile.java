package org.tidemark.drill.files;

import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.tidemark.drill.people.Person;

/**
 * Writes a table of people as a workbook or a document of Office Open XML (ECMA-376): the few parts
 * that every reader asks for, texts inline.
 */
final class OfficeFile {
  private static final LocalDateTime STAMP = LocalDateTime.of(2023, 8, 1, 9, 0);
  private static final String HEAD =
      "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
  private static final String OPEN_XML = "http://schemas.openxmlformats.org/";
  private static final String RELATIONS = OPEN_XML + "package/2006/relationships";
  private static final String OFFICE = OPEN_XML + "officeDocument/2006/relationships";
  private static final String CONTENT = "application/vnd.openxmlformats-officedocument.";

  /** One font, one fill, one border: what a cell without a style of its own refers to. */
  private static final String STYLES = HEAD + "<styleSheet xmlns=\"" + OPEN_XML
      + "spreadsheetml/2006/main\"><fonts count=\"1\"><font><sz val=\"11\"/><name val=\"Calibri\"/>"
      + "</font></fonts><fills count=\"1\"><fill><patternFill patternType=\"none\"/></fill></fills>"
      + "<borders count=\"1\"><border/></borders><cellStyleXfs count=\"1\"><xf/></cellStyleXfs>"
      + "<cellXfs count=\"1\"><xf numFmtId=\"0\" xfId=\"0\"/></cellXfs></styleSheet>";

  private final PeopleTable table;
  private final FileSpec spec;
  private final TableText text;

  OfficeFile(PeopleTable table, FileSpec spec, TableText text) {
    this.table = table;
    this.spec = spec;
    this.text = text;
  }

  /** One sheet, header in row 1. */
  int workbook(OutputStream out) throws IOException {
    String sheet = spec.contentKey() % 2 == 0 ? "Sheet1" : "名簿 1";
    try (ZipOutputStream zip = new ZipOutputStream(out)) {
      part(
          zip,
          "[Content_Types].xml",
          types(
              override("/xl/workbook.xml", "spreadsheetml.sheet.main+xml"),
              override("/xl/worksheets/sheet1.xml", "spreadsheetml.worksheet+xml"),
              override("/xl/styles.xml", "spreadsheetml.styles+xml")));
      part(zip, "_rels/.rels", relations(relation(1, "officeDocument", "xl/workbook.xml")));
      part(
          zip,
          "xl/workbook.xml",
          HEAD + "<workbook xmlns=\"" + OPEN_XML
              + "spreadsheetml/2006/main\" xmlns:r=\"" + OFFICE + "\"><sheets><sheet name=\""
              + sheet
              + "\" sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>");
      part(
          zip,
          "xl/_rels/workbook.xml.rels",
          relations(
              relation(1, "worksheet", "worksheets/sheet1.xml"),
              relation(2, "styles", "styles.xml")));
      part(zip, "xl/styles.xml", STYLES);
      begin(zip, "xl/worksheets/sheet1.xml");
      Writer xml = new OutputStreamWriter(zip, StandardCharsets.UTF_8);
      xml.write(HEAD + "<worksheet xmlns=\"" + OPEN_XML + "spreadsheetml/2006/main\"><sheetData>");
      sheetRow(xml, 1, table.headers());
      for (int row = 0; row < spec.rows(); row++) {
        Person person = table.person(0, row);
        sheetRow(xml, row + 2, text.cells(person));
        text.tell("", "sheet:" + Places.encode(sheet) + "/row:" + (row + 2), person);
      }
      xml.write("</sheetData></worksheet>");
      xml.flush();
      zip.closeEntry();
    }
    return spec.rows();
  }

  private static void sheetRow(Writer xml, int number, List<String> cells) throws IOException {
    xml.write("<row r=\"" + number + "\">");
    for (int c = 0; c < cells.size(); c++) {
      if (!cells.get(c).isEmpty()) {
        xml.write("<c r=\"" + (char) ('A' + c) + number
            + "\" t=\"inlineStr\"><is><t xml:space=\"preserve\">" + escape(cells.get(c))
            + "</t></is></c>");
      }
    }
    xml.write("</row>");
  }

  /** A heading and one table, header in row 1. */
  int document(OutputStream out) throws IOException {
    try (ZipOutputStream zip = new ZipOutputStream(out)) {
      part(
          zip,
          "[Content_Types].xml",
          types(override("/word/document.xml", "wordprocessingml.document.main+xml")));
      part(zip, "_rels/.rels", relations(relation(1, "officeDocument", "word/document.xml")));
      begin(zip, "word/document.xml");
      Writer xml = new OutputStreamWriter(zip, StandardCharsets.UTF_8);
      xml.write(
          HEAD + "<w:document xmlns:w=\"" + OPEN_XML + "wordprocessingml/2006/main\"><w:body>");
      xml.write("<w:p><w:r><w:t>" + spec.topic().folder() + "</w:t></w:r></w:p><w:tbl><w:tblPr/>");
      documentRow(xml, table.headers());
      for (int row = 0; row < spec.rows(); row++) {
        Person person = table.person(0, row);
        documentRow(xml, text.cells(person));
        text.tell("", "table:1/row:" + (row + 2), person);
      }
      xml.write("</w:tbl><w:sectPr/></w:body></w:document>");
      xml.flush();
      zip.closeEntry();
    }
    return spec.rows();
  }

  private static void documentRow(Writer xml, List<String> cells) throws IOException {
    xml.write("<w:tr>");
    for (String cell : cells) {
      xml.write("<w:tc><w:tcPr/><w:p><w:r><w:t xml:space=\"preserve\">" + escape(cell)
          + "</w:t></w:r></w:p></w:tc>");
    }
    xml.write("</w:tr>");
  }

  private static String types(String... overrides) {
    return HEAD + "<Types xmlns=\"" + OPEN_XML
        + "package/2006/content-types\"><Default Extension=\"rels\""
        + " ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
        + "<Default Extension=\"xml\" ContentType=\"application/xml\"/>"
        + String.join("", overrides) + "</Types>";
  }

  private static String override(String name, String type) {
    return "<Override PartName=\"" + name + "\" ContentType=\"" + CONTENT + type + "\"/>";
  }

  private static String relations(String... relations) {
    return HEAD + "<Relationships xmlns=\"" + RELATIONS + "\">" + String.join("", relations)
        + "</Relationships>";
  }

  private static String relation(int id, String kind, String target) {
    return "<Relationship Id=\"rId" + id + "\" Type=\"" + OFFICE + "/" + kind + "\" Target=\""
        + target + "\"/>";
  }

  private static void part(ZipOutputStream zip, String name, String content) throws IOException {
    begin(zip, name);
    zip.write(content.getBytes(StandardCharsets.UTF_8));
    zip.closeEntry();
  }

  /** Starts an entry under a fixed time, so that bytes depend on the content alone. */
  static void begin(ZipOutputStream zip, String name) throws IOException {
    ZipEntry entry = new ZipEntry(name);
    entry.setTimeLocal(STAMP);
    zip.putNextEntry(entry);
  }

  private static String escape(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }
}
