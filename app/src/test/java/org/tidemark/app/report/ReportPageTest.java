package org.tidemark.app.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class ReportPageTest {
  @Test
  void sameResultGivesTheSameBytes() throws Exception {
    String page =
        ReportPage.html(HarbourResult.files(), HarbourResult.names(), HarbourResult.rows());
    assertEquals(
        page, ReportPage.html(HarbourResult.files(), HarbourResult.names(), HarbourResult.rows()));
    Path target = Path.of("target");
    Files.writeString(target.resolve("harbour-report.html"), page);
  }
}
