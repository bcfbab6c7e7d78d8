package org.tidemark.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tidemark.casefile.CaseFile;
import org.tidemark.casefile.CaseFileReader;
import org.tidemark.casefile.CaseReading;

class TidemarkTest {
  private final Path folder;

  TidemarkTest(@TempDir Path folder) {
    this.folder = folder;
  }

  @Test
  void helpAndVersionGoToStandardOutput() {
    check(ExitStatus.ANSWER, "Usage: tidemark", "", "--help");
    check(ExitStatus.ANSWER, "tidemark ", "", "--version");
    check(ExitStatus.ANSWER, "Usage: tidemark init", "", "init", "--help");
  }

  @Test
  void wrongUsageSaysWhatWasMeant() {
    check(ExitStatus.WRONG_USAGE, "", "Missing required subcommand");
    check(ExitStatus.WRONG_USAGE, "", "Did you mean: tidemark init", "initt");
    check(ExitStatus.WRONG_USAGE, "", "Missing required parameter: 'FOLDER'", "init");
    check(ExitStatus.WRONG_USAGE, "", "Unknown option: '--nonsense'", "init", "x", "--nonsense");
  }

  @Test
  void nothingIsColouredWithoutATerminal() {
    assertFalse(run("--help").out().contains("\u001b"));
  }

  @Test
  void initWritesACaseFileThatIsReadWithoutAProblem() throws IOException {
    touch(
        "logs/hb-fs01-security.json.gz",
        "logs/td-jump01.log",
        "files/hb-fs02/hr/社員.csv",
        "directory/accounts.csv",
        "odd \"name.bin",
        "a\\b");
    CommandRun run = run("init", folder.toString());
    assertEquals(ExitStatus.ANSWER, run.status(), run.err());
    String text = Files.readString(folder.resolve("case.yaml"));
    CaseReading reading = CaseFileReader.read(text);
    CaseFile file = assertInstanceOf(CaseReading.Whole.class, reading, text).file();
    assertEquals(
        List.of("directory/", "files/hb-fs02/", "logs/", "odd \"name.bin"),
        file.evidence().stream().map(CaseFile.EvidenceSource::path).toList());
    assertEquals(
        List.of("hb-fs01", "hb-fs02", "td-jump01"), file.organisations().get(0).hosts());
    assertEquals("hb-fs02", file.evidence().get(1).of().orElse(""));
  }

  @Test
  void theExamplesThatInitWritesAreThemselvesRight() throws IOException {
    touch("logs/hb-fs01-security.json.gz", "directory/accounts.csv");
    run("init", folder.toString());
    String text = Files.readString(folder.resolve("case.yaml"))
        .replaceAll("(?m)^([a-z]+): [\\[{][\\]}]$", "$1:")
        .replace("moments:\n", "")
        .replaceAll("(?m)^# (- |moments:)", "$1")
        .replaceAll("(?m)^- ", "  - ");
    assertInstanceOf(
        CaseReading.Whole.class,
        CaseFileReader.read(text),
        () -> CaseFileReader.read(text) + "\n" + text);
  }

  @Test
  void initNeverOverwrites() throws IOException {
    touch("logs/a.log");
    Files.writeString(folder.resolve("case.yaml"), "mine");
    check(ExitStatus.CASE_AT_FAULT, "", "is already there", "init", folder.toString());
    assertEquals("mine", Files.readString(folder.resolve("case.yaml")));
  }

  @Test
  void initOfNothingIsNoSuccess() {
    check(ExitStatus.NOTHING_READ, "", "holds no files", "init", folder.toString());
    check(ExitStatus.CASE_AT_FAULT, "", "is no folder", "init", folder + "/none");
  }

  @Test
  void theReportOfADefectHoldsNoMessageOfALibrary() {
    Exception cause = new NumberFormatException("For input string: \"secret\"");
    Exception defect = new Failure(ExitStatus.DEFECT, "unit 7");
    defect.initCause(cause);
    String text = DefectReport.text(
        defect, new BuildIdentity("1", "c", "s"), Instant.parse("2023-10-27T00:00:00Z"));
    assertTrue(text.contains("unit 7") && text.contains("java.lang.NumberFormatException\n"), text);
    assertFalse(text.contains("secret"), text);
  }

  @Test
  void aStepsLastLineTellsItsRate() {
    assertEquals(
        "reading logs: 1,500 MB in 3.0 s (500 MB/s)",
        TerminalProgress.line("reading logs", 1_500_000_000L, "bytes", 3_000_000_000L));
    assertEquals(
        "reading logs: 0.3 MB in 0.5 s (1 MB/s)",
        TerminalProgress.line("reading logs", 300_000L, "bytes", 500_000_000L));
    assertEquals(
        "joining records: 12 people in 0.0 s (12,000 people/s)",
        TerminalProgress.line("joining records", 12, "people", 0));
  }

  private void touch(String... paths) throws IOException {
    for (String path : paths) {
      Path file = folder.resolve(path);
      Files.createDirectories(file.getParent());
      Files.writeString(file, "x");
    }
  }

  private void check(int status, String out, String err, String... arguments) {
    CommandRun run = run(arguments);
    assertEquals(status, run.status(), run.err());
    assertTrue(run.out().contains(out), run.out());
    assertTrue(run.err().contains(err), run.err());
    assertTrue(!out.isEmpty() || run.out().isEmpty(), run.out());
  }

  private CommandRun run(String... arguments) {
    return CommandRun.of(folder, arguments);
  }
}
