package org.tidemark.app.commands;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.tidemark.app.ExitStatus;
import org.tidemark.app.Terminal;
import org.tidemark.app.report.CaseNames;
import org.tidemark.app.report.Report;
import org.tidemark.app.report.ResultFiles;
import org.tidemark.app.report.Summary;
import org.tidemark.engine.JsonDocument;
import org.tidemark.investigation.Findings;
import org.tidemark.investigation.Investigation.Stage;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * The commands that run stages: {@code investigate}, {@code ingest}, {@code trace}, {@code scan},
 * {@code resolve}.
 */
@Command
class StageCommand implements Callable<Integer> {
  private final Terminal terminal;
  private final Stage last;

  @Parameters(index = "0", paramLabel = "CASE", description = "Folder that holds case.yaml.")
  private Path folder = Path.of(".");

  @Option(names = "--json", description = "Print the answer as JSON on standard output.")
  private boolean json;

  @Mixin
  private RunOptions options = new RunOptions();

  /** @param last the stage after which the command ends */
  StageCommand(Terminal terminal, Stage last) {
    this.terminal = terminal;
    this.last = last;
  }

  Terminal terminal() {
    return terminal;
  }

  RunOptions options() {
    return options;
  }

  Path folder() {
    return folder;
  }

  boolean isJson() {
    return json;
  }

  @Override
  public Integer call() throws Exception {
    OpenCase opened = OpenCase.of(folder);
    CaseRun.Ended ended = new CaseRun(terminal, options, opened, last).run();
    if (json) {
      printJson(opened, ended);
    } else if (last == Stage.RESOLVE) {
      printSummary(terminal, opened);
    } else {
      printCounts(ended);
    }
    if (!ended.published()) {
      terminal
          .err()
          .println("result/ stays the answer of the last 'tidemark investigate'; run that"
              + " again to renew it.");
    }
    return ExitStatus.ANSWER;
  }

  private void printJson(OpenCase opened, CaseRun.Ended ended) throws IOException {
    if (ended.published()) {
      Files.copy(opened.folder().result().resolve("findings.json"), terminal.out());
    } else {
      Path file = opened.folder().spill().resolve("findings.json");
      JsonDocument.write(ended.outcome().findings().orElseThrow(), file);
      Files.copy(file, terminal.out());
      Files.delete(file);
    }
  }

  /** Prints the answer in a dozen lines. */
  static void printSummary(Terminal terminal, OpenCase opened) throws IOException {
    Path result = opened.folder().result();
    Summary.lines(
            ResultFiles.read(result),
            CaseNames.of(opened.file()),
            opened.given().resolve("result").resolve(Report.FILE).toString(),
            terminal.columns(),
            terminal.isColoured())
        .forEach(terminal.out()::println);
  }

  private void printCounts(CaseRun.Ended ended) {
    Findings found = ended.outcome().findings().orElseThrow();
    print(
        "Evidence  %,d files; %,d log records: %,d used, %,d ignored, %,d unparsed; %,d files"
            + " new in"
            + " custody%n",
        found.evidence().files(),
        found.evidence().recordsRead(),
        found.evidence().recordsUsed(),
        found.evidence().recordsIgnored(),
        found.evidence().recordsUnparsed(),
        ended.newInCustody());
    if (last.compareTo(Stage.TRACE) >= 0) {
      print(
          "Trail     %,d confirmed and %,d possible hops; %,d hosts held, %,d reached%n",
          found.trail().hops().confirmed(),
          found.trail().hops().possible(),
          found.trail().hosts().held(),
          found.trail().hosts().reached());
    }
    if (last.compareTo(Stage.SCAN) >= 0) {
      print(
          "Exposure  %,d confirmed and %,d possible objects%n",
          found.exposure().objects().confirmed(), found.exposure().objects().possible());
    }
  }

  private void print(String pattern, Object... values) {
    terminal.out().printf(Locale.ROOT, pattern, values);
  }
}
