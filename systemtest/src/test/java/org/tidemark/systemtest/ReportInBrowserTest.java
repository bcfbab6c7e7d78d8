package org.tidemark.systemtest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tidemark.app.report.CaseNames;
import org.tidemark.app.report.CaseNames.Organisation;
import org.tidemark.app.report.ReportPage;
import org.tidemark.app.report.ReportRows;
import org.tidemark.app.report.ResultFiles;
import org.tidemark.testing.Project;

/** report.html as a reader meets it: in a browser, on a phone, on paper. */
class ReportInBrowserTest {
  private static final String WHAT = "report.html in a browser";

  private final Path folder;
  private final List<String> requests = new ArrayList<>();
  private final List<String> complaints = new ArrayList<>();

  ReportInBrowserTest(@TempDir Path folder) {
    this.folder = folder;
  }

  /** What a test does with the open page. */
  private interface Visit {
    void look(Page page);
  }

  private Path writePage() throws Exception {
    Path made = Project.root().resolve("app/src/test/resources/org/tidemark/app/report/harbour");
    ReportRows rows = new ObjectMapper()
        .readValue(Files.readAllBytes(made.resolve("rows.json")), ReportRows.class);
    CaseNames names = new CaseNames(
        "harbour-chat-2023",
        "harbour",
        Map.of("harbour", new Organisation("ハーバーチャット株式会社", Optional.of("JP"))),
        Map.of("contained", Instant.parse("2023-10-27T14:00:00Z")));
    return Files.writeString(
        folder.resolve("report.html"), ReportPage.html(ResultFiles.read(made), names, rows));
  }

  private void visit(int width, Visit visit) throws Exception {
    Optional<Chromium> started = Chromium.start(WHAT);
    if (started.isEmpty()) {
      return;
    }
    String address = writePage().toUri().toString();
    try (Chromium chromium = started.get();
        BrowserContext context = chromium
            .browser()
            .newContext(new Browser.NewContextOptions().setViewportSize(width, 900))) {
      Page page = context.newPage();
      page.onRequest(r -> requests.add(r.url()));
      page.onConsoleMessage(m -> complaints.add(m.type() + ": " + m.text()));
      page.onPageError(complaints::add);
      page.navigate(address);
      visit.look(page);
      assertEquals(List.of(address), requests, "requests");
      assertEquals(List.of(), complaints, "console");
    }
  }

  @Test
  void thePictureIsThereAndItsNumbersOpenTheEvidence() throws Exception {
    visit(1200, page -> {
      assertTrue(page.locator("svg.picture-w").isVisible());
      assertTrue(page.locator("svg.picture-w .hop.confirmed").count() >= 4);
      Locator badge = page.locator("svg.picture-w a.badge").first();
      String hop = badge.getAttribute("href").substring(1);
      Locator records = page.locator("[id='" + hop + "'] .evidence");
      assertTrue(records.isHidden(), "evidence shows before it is asked for");
      badge.click();
      records.waitFor();
      assertTrue(records.textContent().contains("record "));
    });
  }

  @Test
  void aFigureUnfoldsToMaskedPeopleAndTheirPlaces() throws Exception {
    visit(1200, page -> {
      Locator cell = page.locator(".cells details").first();
      cell.locator("summary").click();
      assertTrue(cell.locator(".mask").first().isVisible());
      assertTrue(cell.locator(".evidence li").first().isVisible());
    });
  }

  @Test
  void theContentsLeadToTheHeatStripAndItsTableUnfolds() throws Exception {
    visit(1200, page -> {
      page.locator("nav a[href='#coverage']").click();
      assertTrue(page.locator("svg.strip-cw").isVisible());
      assertTrue(page.locator("svg.strip-cw .cell.gap").count() > 0, "gaps of the log");
      Locator table = page.locator("#coverage table");
      assertTrue(table.isHidden(), "the table shows before it is asked for");
      page.locator("#coverage summary").click();
      assertTrue(table.isVisible());
      assertTrue(page.locator("#possible td.settle").first().isVisible());
    });
  }

  @Test
  void onAPhoneNothingRunsOverTheEdge() throws Exception {
    visit(390, page -> {
      assertTrue(page.locator("svg.picture-n").isVisible());
      assertTrue(page.locator("svg.picture-w").isHidden());
      assertTrue(page.locator("svg.strip-cn").isVisible());
      assertTrue(page.locator("svg.strip-cw").isHidden());
      page.locator("summary").evaluateAll("all => all.forEach(s => s.parentElement.open = true)");
      assertEquals(390, page.evaluate("document.documentElement.scrollWidth"));
    });
  }

  @Test
  void onPaperEverythingIsUnfolded() throws Exception {
    visit(1200, page -> {
      byte[] closed = page.pdf(new Page.PdfOptions().setFormat("A4"));
      page.locator("details").evaluateAll("all => all.forEach(d => d.open = true)");
      byte[] open = page.pdf(new Page.PdfOptions().setFormat("A4"));
      assertEquals(pages(open), pages(closed));
      assertTrue(pages(closed) >= 5, "pages: " + pages(closed));
    });
  }

  private static long pages(byte[] pdf) {
    String text = new String(pdf, java.nio.charset.StandardCharsets.ISO_8859_1);
    return text.lines().filter(l -> l.endsWith("/Type /Page")).count();
  }
}
