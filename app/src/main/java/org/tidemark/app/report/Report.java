package org.tidemark.app.report;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.tidemark.engine.Tables;

/** Makes report.html from the other files of a result folder. */
public final class Report {
  /** Name of the page in the result folder. */
  public static final String FILE = "report.html";

  private Report() {}

  /**
   * Writes the page beside the files it is made from.
   *
   * @param result a result folder that is complete but for the page
   * @param tables an empty store; the folder's tables are attached to it
   * @throws IOException when a file cannot be read or written, or was made by a newer Tidemark
   */
  public static void write(Path result, CaseNames names, Tables tables) throws IOException {
    ResultFiles files = ResultFiles.read(result);
    ReportRows rows = TableRows.read(result, tables, files.findings(), files.trail());
    Files.write(
        result.resolve(FILE), ReportPage.html(files, names, rows).getBytes(StandardCharsets.UTF_8));
  }
}
