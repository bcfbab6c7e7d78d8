package org.tidemark.exposure;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.tidemark.exposure.readers.ReadLimits;

/** What each format hands on, and what becomes of files that are not what they say. */
class ReadersTest {
  private static final Charset MS932 = Charset.forName("windows-31j");

  @Test
  void quotedCellsHoldDelimitersAndLineEnds() {
    check("a.csv", "氏名,備考,メールアドレス\n\"山田 太郎\",\"a,\nb \"\"c\"\"\",taro@example.jp\n", """
        csv UTF-8 read
        [row:2] email,name
          row:2/col:1 name=山田 太郎 (column-header)
          row:2/col:3 email=taro@example.jp (column-header)""");
  }

  @Test
  void aQuoteThatNeverEndsIsPartlyRead() {
    check("a.csv", "email,b\na@example.com,\"x\n", """
        csv US-ASCII partly damaged-rows
        [row:2] email
          row:2/col:1 email=a@example.com (column-header)""");
  }

  @Test
  void koreanTablesInEucKrAreRead() {
    assertEquals(
        """
        csv EUC-KR read
        [row:2] age-group,country,internal-id,name,phone
          row:2/col:1 internal-id=M0001 (column-header)
          row:2/col:2 name=김철수 (column-header)
          row:2/col:3 phone=+821012345678 (column-header)
          row:2/col:4 age-group=20-29 (column-header)
          row:2/col:5 country=KR (column-header)""",
        Scanned.text(
            "a.csv",
            "회원번호,이름,휴대폰,연령대,국가\r\nM0001,김철수,010-1234-5678,20대,대한민국\r\n",
            Charset.forName("EUC-KR")));
  }

  @Test
  void aRowWithoutAKeyIsNoRecord() {
    check("a.csv", "country,gender\nJP,F\n", """
        csv US-ASCII read
        row:2/col:1 country=JP (column-header)
        row:2/col:2 gender=female (column-header)""");
  }

  @Test
  void familyAndGivenNameAreOneName() {
    check("a.csv", "姓,名,電話番号\n山田,太郎,03-1234-5678\n", """
        csv UTF-8 read
        [row:2] name,phone
          row:2/col:1 name=山田 太郎 (column-name-parts)
          row:2/col:3 phone=+81312345678 (column-header)""");
  }

  @Test
  void aProductsNameIsNoPersonsName() {
    check("a.csv", "name,price\nBlue Widget,300\nRed Widget,400\n", "csv US-ASCII read");
  }

  @Test
  void jsonLinesAreRecordsAndListsInThemAreTheirOwn() {
    check("a.jsonl", """
        {"id":1,"contact":{"email":"a@example.com"},"name":"Ann Lee"}
        {"id":2,"members":[{"email":"b@example.com"},{"email":"c@example.com"}]}
        {"id":3,"contact":{"em
        """, """
        json-lines US-ASCII partly damaged-lines
        [line:1] email
          line:1/json:contact.email email=a@example.com (column-header)
        [line:2/json:members.0] email
          line:2/json:members.0.email email=b@example.com (column-header)
        [line:2/json:members.1] email
          line:2/json:members.1.email email=c@example.com (column-header)""");
  }

  @Test
  void anArrayOfObjectsIsRows() {
    check(
        "a.json",
        "[{\"user_id\":\"u1001\",\"email\":\"a@example.com\"},\n{\"user_id\":\"u1002\"}]",
        """
        json US-ASCII read
        [row:1] email,internal-id
          row:1/json:user_id internal-id=u1001 (column-header)
          row:1/json:email email=a@example.com (column-header)
        [row:2] internal-id
          row:2/json:user_id internal-id=u1002 (column-header)""");
  }

  @Test
  void aFormInATextIsOneRecord() {
    check("a.txt", "受付\n氏名：山田 太郎\n部署：営業\n電話番号：03-1234-5678\n\n氏名: 佐藤 花子\n以上\n", """
        text UTF-8 read
        [line:2] name,phone
          line:2 name=山田 太郎 (form-label)
          line:4 phone=+81312345678 (form-label)""");
  }

  @Test
  void aMessageHasMailboxesAndABodyAndAttachments() {
    String mail = """
        From: =?ISO-2022-JP?B?GyRCOzNFRBsoQiAbJEJCQE86GyhC?= <taro@example.jp>
        To: "Lee, Ann" <ann@example.com>, team@example.com
        Subject: for cy@example.com
        MIME-Version: 1.0
        Content-Type: multipart/mixed; boundary=b1

        --b1
        Content-Type: text/html; charset=utf-8

        <p>call<br>dan&#64;example.com</p>
        --b1
        Content-Type: text/csv; name="x.csv"
        Content-Disposition: attachment; filename="x.csv"
        Content-Transfer-Encoding: base64

        ZW1haWwKZXZlQGV4YW1wbGUuY29tCg==
        --b1--
        """;
    check("a.eml", mail, """
        eml read
        [header:from/row:1] email,name
          header:from/row:1/col:1 name=山田 太郎 (mail-header)
          header:from/row:1/col:2 email=taro@example.jp (mail-header)
        [header:to/row:1] email,name
          header:to/row:1/col:1 name=lee, ann (mail-header)
          header:to/row:1/col:2 email=ann@example.com (mail-header)
        [header:to/row:2] email
          header:to/row:2/col:2 email=team@example.com (mail-header)
        [header:subject/byte:4-18] email
          header:subject/byte:4-18 email=cy@example.com (email-syntax)
        [part:1/line:2/byte:0-15] email
          part:1/line:2/byte:0-15 email=dan@example.com (email-syntax)
        x.csv csv US-ASCII read
        [row:2] email
          row:2/col:1 email=eve@example.com (column-header)""");
  }

  @Test
  void archivesInArchivesAreReadToTheFourthAndCountedBeyond() throws IOException {
    byte[] packed = "x@example.com\n".getBytes(StandardCharsets.UTF_8);
    String name = "t.txt";
    for (int i = 0; i < 5; i++) {
      packed = zip(Map.of(name, packed), StandardCharsets.UTF_8);
      name = "z" + i + ".zip";
    }
    String found = Scanned.dump(Scanned.scan("a.zip", packed, ScanSettings.NONE));
    assertEquals("""
        zip read
        z3.zip zip read
        z3.zip!z2.zip zip read
        z3.zip!z2.zip!z1.zip zip read
        z3.zip!z2.zip!z1.zip!z0.zip zip read
        z3.zip!z2.zip!z1.zip!z0.zip!t.txt unknown unread too-deep""", found);
  }

  @Test
  void namesInArchivesMayBeShiftJis() throws IOException {
    byte[] zip = zip(Map.of("名簿/会員.txt", "a@example.com".getBytes(MS932)), MS932);
    String found = Scanned.dump(Scanned.scan("a.zip", zip, ScanSettings.NONE));
    assertEquals("""
        zip read
        名簿/会員.txt text US-ASCII read
        [line:1/byte:0-13] email
          line:1/byte:0-13 email=a@example.com (email-syntax)""", found);
  }

  @Test
  void aGzipIsItsContent() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
      gzip.write("email\na@example.com\n".getBytes(StandardCharsets.UTF_8));
    }
    assertEquals(
        """
        gzip read
        a.csv csv US-ASCII read
        [row:2] email
          row:2/col:1 email=a@example.com (column-header)""", Scanned.dump(Scanned.scan("a.csv.gz", bytes.toByteArray(), ScanSettings.NONE)));
  }

  @Test
  void aBombEndsAtItsRatio() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
      gzip.write(new byte[40 << 20]);
    }
    assertEquals(
        "gzip read\na unknown unread bomb",
        Scanned.dump(Scanned.scan("a.gz", bytes.toByteArray(), ScanSettings.NONE)));
  }

  @Test
  void unpackingEndsAtItsBudget() throws IOException {
    Map<String, byte[]> files = new TreeMap<>();
    files.put("a.txt", new byte[0]);
    files.put("b.txt", "b@example.com ".repeat(100).getBytes(StandardCharsets.UTF_8));
    ReadLimits limits = new ReadLimits(4, 10, 500, 250, 1 << 20, 4096, 4096, 100, 4096);
    assertEquals(
        "zip read\na.txt empty US-ASCII read\nb.txt unknown unread too-large",
        Scanned.dump(
            Scanned.scan("a.zip", zip(files, StandardCharsets.UTF_8), ScanSettings.NONE, limits)));
  }

  @Test
  void aBrokenWorkbookIsDamaged() {
    check("a.xlsx", "PK\3\4 and nothing else", "xlsx unread damaged");
  }

  @Test
  void aDocumentGivesTablesAndParagraphs() throws IOException {
    String xml = "<w:document xmlns:w=\"w\"><w:body><w:p><w:r><w:t>to a@exam</w:t></w:r><w:r>"
        + "<w:t>ple.com</w:t></w:r></w:p><w:tbl>"
        + tableRow("氏名", "メール")
        + tableRow("山田 太郎", "taro@example.jp")
        + "</w:tbl></w:body></w:document>";
    byte[] docx = zip(
        Map.of("word/document.xml", xml.getBytes(StandardCharsets.UTF_8)), StandardCharsets.UTF_8);
    String found = Scanned.dump(Scanned.scan("a.docx", docx, ScanSettings.NONE));
    assertEquals("""
        docx read
        [para:1/byte:3-16] email
          para:1/byte:3-16 email=a@example.com (email-syntax)
        [table:1/row:2] email,name
          table:1/row:2/col:1 name=山田 太郎 (column-header)
          table:1/row:2/col:2 email=taro@example.jp (column-header)""", found);
  }

  @Test
  void aWorkbookGivesItsSheetsWithDatesAndNumbersAsPeopleSeeThem() throws IOException {
    Map<String, byte[]> parts = new TreeMap<>();
    part(
        parts,
        "[Content_Types].xml",
        "<Types xmlns='http://schemas.openxmlformats.org/package/2006/content-types'>"
            + "<Override PartName='/xl/workbook.xml' ContentType='application/vnd.openxml"
            + "formats-officedocument.spreadsheetml.sheet.main+xml'/>"
            + "<Override PartName='/xl/styles.xml' ContentType='application/vnd.openxml"
            + "formats-officedocument.spreadsheetml.styles+xml'/></Types>");
    part(
        parts,
        "_rels/.rels",
        "<Relationships xmlns='http://schemas.openxmlformats.org/package/2006/relationships'>"
            + "<Relationship Id='r1' Type='http://schemas.openxmlformats.org/officeDocument/2006/"
            + "relationships/officeDocument' Target='xl/workbook.xml'/></Relationships>");
    part(
        parts,
        "xl/workbook.xml",
        "<workbook xmlns='http://schemas.openxmlformats.org/spreadsheetml/2006/main' xmlns:r="
            + "'http://schemas.openxmlformats.org/officeDocument/2006/relationships'><sheets>"
            + "<sheet name='名簿 1' sheetId='1' r:id='rId1'/></sheets></workbook>");
    part(
        parts,
        "xl/_rels/workbook.xml.rels",
        "<Relationships xmlns='http://schemas.openxmlformats.org/package/2006/relationships'>"
            + "<Relationship Id='rId1' Type='http://schemas.openxmlformats.org/officeDocument/"
            + "2006/relationships/worksheet' Target='worksheets/sheet1.xml'/></Relationships>");
    part(
        parts,
        "xl/styles.xml",
        "<styleSheet xmlns='http://schemas.openxmlformats.org/spreadsheetml/2006/main'><cellXfs>"
            + "<xf numFmtId='0'/><xf numFmtId='14'/></cellXfs></styleSheet>");
    part(
        parts,
        "xl/worksheets/sheet1.xml",
        "<worksheet xmlns='http://schemas.openxmlformats.org/spreadsheetml/2006/main'><sheetData>"
            + "<row r='3'>" + text("A3", "会員番号") + text("B3", "生年月日") + text("C3", "email")
            + "</row><row r='5'><c r='A5'><v>1000234</v></c><c r='B5' s='1'><v>31113</v></c>"
            + text("C5", "a@example.com") + "</row></sheetData></worksheet>");
    assertEquals(
        """
        xlsx read
        [sheet:%E5%90%8D%E7%B0%BF%201/row:5] birth-date,email,internal-id
          sheet:%E5%90%8D%E7%B0%BF%201/row:5/col:1 internal-id=1000234 (column-header)
          sheet:%E5%90%8D%E7%B0%BF%201/row:5/col:2 birth-date=1985-03-07 (column-header)
          sheet:%E5%90%8D%E7%B0%BF%201/row:5/col:3 email=a@example.com (column-header)""",
        Scanned.dump(
            Scanned.scan("a.xlsx", zip(parts, StandardCharsets.UTF_8), ScanSettings.NONE)));
  }

  private static void part(Map<String, byte[]> parts, String name, String xml) {
    parts.put(name, xml.getBytes(StandardCharsets.UTF_8));
  }

  private static String text(String cell, String text) {
    return "<c r='" + cell + "' t='inlineStr'><is><t>" + text + "</t></is></c>";
  }

  private static String tableRow(String... cells) {
    StringBuilder row = new StringBuilder("<w:tr>");
    for (String cell : cells) {
      row.append("<w:tc><w:p><w:r><w:t>").append(cell).append("</w:t></w:r></w:p></w:tc>");
    }
    return row.append("</w:tr>").toString();
  }

  static byte[] zip(Map<String, byte[]> files, Charset names) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes, names)) {
      for (Map.Entry<String, byte[]> file : files.entrySet()) {
        zip.putNextEntry(new ZipEntry(file.getKey()));
        zip.write(file.getValue());
        zip.closeEntry();
      }
    }
    return bytes.toByteArray();
  }

  private static void check(String name, String content, String expected) {
    assertEquals(expected, Scanned.text(name, content));
  }
}
