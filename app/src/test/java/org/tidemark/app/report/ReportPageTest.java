package org.tidemark.app.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class ReportPageTest {
  private static final MissingNode NONE = MissingNode.getInstance();

  private static String page() {
    return ReportPage.html(HarbourResult.files(), HarbourResult.names(), HarbourResult.rows());
  }

  @Test
  void sameResultGivesTheSameBytesInAnyLocale() {
    String page = page();
    Locale before = Locale.getDefault();
    try {
      Locale.setDefault(Locale.forLanguageTag("ar-EG"));
      assertEquals(page, page());
    } finally {
      Locale.setDefault(before);
    }
  }

  @Test
  void theHeadlineAnswersTheQuestion() {
    assertEquals(
        "The intruder got in at mr-pc-0417 (Mooring Security) on 14 September 2023, crossed into"
            + " 타이달클라우드 and ハーバーチャット株式会社, and reached data of at least 1,463 people",
        first(page(), "<h1>(.*?)</h1>"));
  }

  @Test
  void nothingIsLoadedAndOnlyTheOwnStyleAndScriptRun() throws Exception {
    String page = page();
    assertFalse(page.matches("(?s).*(https?:|@import|url\\((?!#)).*"), "an outside address");
    assertFalse(page.matches("(?s).*<(link|img|iframe|object|embed|form)\\b.*"));
    assertFalse(page.matches("(?s).*<[a-z]+ [^>]* (style|on[a-z]+)=.*"), "inline style or event");
    String policy = first(page, "Content-Security-Policy\" content=\"(.*?)\"");
    assertTrue(policy.startsWith("default-src &#39;none&#39;; "), policy);
    assertTrue(policy.contains(hash(first(page, "(?s)<style>(.*?)</style>"))), policy);
    assertTrue(policy.contains(hash(first(page, "(?s)<script>(.*?)</script>"))), policy);
  }

  @Test
  void eachHopOfThePictureLeadsToItsEvidence() {
    String page = page();
    Matcher links = Pattern.compile("href=\"#([^\"]+)\"").matcher(page);
    int n = 0;
    while (links.find()) {
      assertTrue(page.contains("id=\"" + links.group(1) + "\""), links.group(1));
      n++;
    }
    assertTrue(n > 20, "links: " + n);
  }

  @Test
  void idsAreUniqueThoughThePictureIsDrawnTwice() {
    Matcher ids = Pattern.compile(" id=\"([^\"]+)\"").matcher(page());
    java.util.Set<String> seen = new java.util.HashSet<>();
    while (ids.find()) {
      assertTrue(seen.add(ids.group(1)), ids.group(1));
    }
  }

  @Test
  void markupInNamesOfHostsAccountsAndFilesStaysText() throws Exception {
    String evil = "</script><img src=x onerror=alert(1)>\u202e\"'";
    String json = new ObjectMapper().writeValueAsString(evil);
    String inner = json.substring(1, json.length() - 1);
    ResultFiles files = HarbourResult.files();
    JsonNode trail = new ObjectMapper()
        .readTree(
            files.trail().toString().replace("td-jump01", inner).replace("svc-deploy", inner));
    JsonNode evidence =
        new ObjectMapper().readTree(files.evidence().toString().replace("td-jump01", inner));
    String page = ReportPage.html(
        new ResultFiles(files.findings(), trail, evidence),
        HarbourResult.names(),
        HarbourResult.rows());
    assertFalse(page.contains("<img"), "a host name became markup");
    assertFalse(page.contains("\u202e"), "a name turns the reading direction");
    assertTrue(page.contains("&lt;/script&gt;&lt;img src=x"));
  }

  @Test
  void aRecordIsNamedByThePathOfItsLog() {
    String page = page();
    assertTrue(page.contains("logs/hb-fs02/auth.log</span> record 12,972"), "path of a log");
  }

  @Test
  void aStoppedRunSaysSoFirst() {
    ObjectNode findings = HarbourResult.files().findings().deepCopy();
    findings.put("state", "stopped");
    String page = ReportPage.html(
        new ResultFiles(findings, NONE, NONE), HarbourResult.names(), ReportRows.NONE);
    assertTrue(page.contains("The run was stopped before its end."));
  }

  @Test
  void anEmptyResultGivesAPageThatSaysNothingWasFound() {
    String page =
        ReportPage.html(new ResultFiles(NONE, NONE, NONE), HarbourResult.names(), ReportRows.NONE);
    assertTrue(page.contains("Nothing was found that the intruder reached"));
    assertFalse(page.contains("<figure"), "an empty picture");
  }

  @Test
  void recordsThatDoNotAddUpAreShownAsSuch() throws Exception {
    JsonNode evidence = new ObjectMapper().readTree("""
        {"schema":1,"logs":[{"path":"a.log","format":"x",
          "records":{"read":9,"used":5,"ignored":{"why":1},"unparsed":1}}]}""");
    assertTrue(RecordsSection.of(evidence).toString().contains("✗"));
    assertFalse(RecordsSection.of(HarbourResult.files().evidence()).toString().contains("✗"));
  }

  private static String first(String text, String regex) {
    Matcher m = Pattern.compile(regex).matcher(text);
    assertTrue(m.find(), regex);
    return m.group(1);
  }

  private static String hash(String text) throws Exception {
    byte[] digest =
        MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
    return "sha256-" + Base64.getEncoder().encodeToString(digest);
  }
}
