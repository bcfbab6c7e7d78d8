package org.tidemark.evidence.formats.logoncsv;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.Charset;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.tidemark.evidence.LogLayout;
import org.tidemark.evidence.ReadFacts;
import org.tidemark.evidence.ReadSettings;

class LogonCsvTest {
  private static final LogonCsv FORMAT = new LogonCsv();

  private static String facts(byte[] bytes, Map<String, String> columns) {
    LogLayout layout = FORMAT.layout(bytes, bytes.length, columns);
    assertEquals(List.of(), layout.lacks());
    ReadSettings settings = new ReadSettings(
        "logon-csv",
        "",
        Optional.of(ZoneId.of("Asia/Tokyo")),
        Optional.empty(),
        Optional.empty(),
        false,
        layout.text());
    return ReadFacts.of(FORMAT, settings, bytes);
  }

  /** The facts of a header and one line. */
  private static void check(String header, String line, String expected) {
    String found = facts((header + "\n" + line + "\n").getBytes(UTF_8), Map.of());
    assertEquals(expected, found.lines().findFirst().orElseThrow());
  }

  private static boolean recognised(String header) {
    byte[] head = (header + "\n2023-10-02T00:00:00Z,a,b,c,d\n").getBytes(UTF_8);
    return FORMAT.recognises(head, head.length);
  }

  @Test
  void theSampleGivesItsFacts() {
    byte[] sample = ReadFacts.sample(LogonCsvTest.class, "logon-csv.csv");
    assertTrue(FORMAT.recognises(sample, sample.length));
    assertEquals("""
        2 2023-10-01T17:11:09.250Z NETWORK harbour\\mori 10.10.4.17 hb-fs01 - #3ed
        3 2023-10-01T17:11:10Z REMOTE_INTERACTIVE refused harbour\\kato 10.10.4.18 hb-app02 - #0
        7 2023-10-02T00:05:00Z INTERACTIVE tidal\\svc hb-app02 hb-app02 - #2dff5e40ea058d72
        4 2023-10-02T02:11:11Z REMOTE_INTERACTIVE harbour\\kato 10.10.4.18 hb-app02 - #fee
        5 2023-10-02T02:11:12.250Z NETWORK harbour\\kato - hb-app02 - #0
        read 14: used 5 ignored {comment=1, header=2, no-account=1, no-target=1} unparsed 4\
         {column-count=1, outcome=1, quote-not-closed=1, time=1}""", facts(sample, Map.of()));
  }

  @Test
  void headersOfThreeLanguagesAreRecognised() {
    String line = "2023-10-02 00:00:00,kim,10.0.0.5,fs1";
    String expected = "2 2023-10-01T15:00:00Z NETWORK kim 10.0.0.5 fs1 - #0";
    check("time,user,src,dst", line, expected);
    check("DateTime,Account_Name,Source IP,Host Name", line, expected);
    check("日時,ユーザー名,接続元IPアドレス,サーバー名", line, expected);
    check("ログイン日時,ユーザID,端末名,接続先", line, expected);
    check("접속일시,사용자 ID,접속 IP,서버명", line, expected);
    check("일시,계정,출발지IP,목적지", line, expected);
  }

  @Test
  void aTabTheOtherEncodingsAndAMarkAreSeen() {
    String text = "時刻\tユーザー\t接続元\tホスト\n2023-10-02 00:00:00\t森\t10.0.0.5\tfs1\n";
    String expected = "2 2023-10-01T15:00:00Z NETWORK 森 10.0.0.5 fs1 - #0";
    for (byte[] bytes :
        List.of(text.getBytes(Charset.forName("windows-31j")), ("\ufeff" + text).getBytes(UTF_8))) {
      assertTrue(FORMAT.recognises(bytes, bytes.length));
      assertEquals(expected, facts(bytes, Map.of()).lines().findFirst().orElseThrow());
    }
    byte[] korean = "시간,사용자,출발지,서버\n2023-10-02 00:00:00,김,10.0.0.5,fs1\n"
        .getBytes(Charset.forName("x-windows-949"));
    assertEquals(
        "2 2023-10-01T15:00:00Z NETWORK 김 10.0.0.5 fs1 - #0",
        facts(korean, Map.of()).lines().findFirst().orElseThrow());
  }

  @Test
  void whatTheCaseFileSaysGoesBeforeTheWords() {
    byte[] table =
        "time,seen,user,who,from,to\n1,2023-10-02T00:00:00Z,x,kim,h1,h2\n".getBytes(UTF_8);
    assertEquals(
        "2 2023-10-02T00:00:00Z NETWORK kim h1 h2 - #0",
        facts(table, Map.of("time", "seen", "account", "WHO"))
            .lines()
            .findFirst()
            .orElseThrow());
    LogLayout layout = FORMAT.layout(table, table.length, Map.of("time", "gone"));
    assertEquals(List.of("time"), layout.lacks());
  }

  @Test
  void aTableOfSomethingElseIsNotTakenForLogons() {
    assertTrue(recognised("time,user,from,to,result"));
    assertFalse(recognised("time,user,client,host,url"));
    assertFalse(recognised("time,user,host,command,result"));
    assertFalse(recognised("date,user,host,remark,mail"));
    assertFalse(recognised("name,mail,phone,city,country"));
    assertFalse(recognised("time,from,to,bytes,result"));
  }

  @Test
  void whatAHeaderLacksIsNamed() {
    byte[] table = "when,who,where\n1,2,3\n".getBytes(UTF_8);
    assertEquals(
        List.of("account", "to"), FORMAT.layout(table, table.length, Map.of()).lacks());
    byte[] nothing = new byte[300];
    assertEquals(
        List.of("time", "account", "to"),
        FORMAT.layout(nothing, nothing.length, Map.of()).lacks());
  }

  @Test
  void quotesAndDelimitersInsideAreRead() {
    check(
        "to,time,\"user\",src,note",
        "fs1,2023-10-02T00:00:00Z,\"k\"\"im, j\",10.0.0.5,\"a,b\"",
        "2 2023-10-02T00:00:00Z NETWORK k\"im, j 10.0.0.5 fs1 - #0");
  }

  @Test
  void aLayoutSurvivesItsJourney() {
    byte[] table = "\"ti,me &=%\";user;src;to\n".getBytes(UTF_8);
    LogLayout layout = FORMAT.layout(table, table.length, Map.of("time", "ti,me &=%"));
    assertEquals(layout.text(), LogonLayout.decode(layout.text()).encode());
    assertEquals("ti,me &=%", LogonLayout.decode(layout.text()).timeWord());
  }
}
