package org.tidemark.app.commands;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.tidemark.app.ExitStatus;
import org.tidemark.app.Terminal;
import org.tidemark.app.ask.AskList;
import org.tidemark.app.report.CaseNames;
import org.tidemark.engine.Engine;
import org.tidemark.engine.JsonDocument;
import org.tidemark.engine.Tables;
import org.tidemark.investigation.CaseFolder;
import org.tidemark.investigation.CaseLock;
import org.tidemark.investigation.Investigation;
import org.tidemark.investigation.Investigation.Stage;
import org.tidemark.investigation.ask.AskJson;
import org.tidemark.investigation.ask.Asked;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code tidemark ask CASE}: which log would settle what is open, and until when. */
@Command(
    name = "ask",
    description = "Which log would settle what is open, whose it is, and when it is destroyed.",
    footer = {"", "Runs 'trace' where there is no trail yet. Writes nothing into result/."})
final class AskCommand implements Callable<Integer> {
  private final Terminal terminal;

  @Parameters(index = "0", paramLabel = "CASE", description = "Folder that holds case.yaml.")
  private Path folder = Path.of(".");

  @Option(names = "--json", description = "Print the questions as JSON.")
  private boolean json;

  @Option(
      names = "--today",
      paramLabel = "DATE",
      description = "The day as of which logs are lost, as 2023-11-02 (default: today, UTC).")
  private @Nullable LocalDate today;

  @Mixin
  private RunOptions options = new RunOptions();

  AskCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws Exception {
    OpenCase opened = OpenCase.of(folder);
    if (!Investigation.holds(opened.folder().result(), Stage.TRACE)) {
      new CaseRun(terminal, options, opened, Stage.TRACE).run();
    } else {
      warnOfChange(opened.folder());
    }
    AskJson asked = asked(opened);
    if (json) {
      terminal.out().write(JsonDocument.bytes(asked));
    } else {
      AskList.lines(asked, CaseNames.of(opened.file()), folder.toString(), terminal.columns())
          .forEach(terminal.out()::println);
    }
    return ExitStatus.ANSWER;
  }

  private AskJson asked(OpenCase opened) throws IOException {
    LocalDate day = today == null ? LocalDate.now(ZoneOffset.UTC) : today;
    CaseFolder at = opened.folder();
    try (CaseLock lock = opened.lock(Instant.now())) {
      at.makeEmptySpill();
      try (Engine engine = options.open(at.spill());
          Tables tables = engine.openTables(at.spill())) {
        return Asked.of(opened.file(), at.result(), tables, day);
      }
    }
  }

  private void warnOfChange(CaseFolder at) throws IOException {
    Path trail = at.result().resolve("trail.json");
    if (Files.getLastModifiedTime(at.caseFile()).compareTo(Files.getLastModifiedTime(trail)) > 0) {
      terminal
          .err()
          .println("Note: case.yaml was changed after the last run. What is asked here follows the"
              + " former answer; run 'tidemark investigate " + folder + "' to renew it.");
    }
  }
}
