package org.tidemark.app.commands;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.tidemark.app.ExitStatus;
import org.tidemark.app.Terminal;
import org.tidemark.app.rehearsal.Verdict;
import org.tidemark.drill.DrillSettings;
import org.tidemark.engine.StoppedException;
import org.tidemark.investigation.Investigation.Stage;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code tidemark demo}: an invented breach, investigated before your eyes. */
@Command(
    name = "demo",
    description = "Make an invented breach in a temporary folder and investigate it.",
    footer = {"", "The folder stays, so that its report can be opened; delete it when you like."})
final class DemoCommand implements Callable<Integer> {
  private final Terminal terminal;

  @Mixin
  private RunOptions options = new RunOptions();

  DemoCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws IOException, StoppedException {
    // A folder of its own for each demo: two may run at once, and only their owner may look in.
    Path folder = Files.createTempDirectory("tidemark-demo-");
    terminal.err().println("Making an invented breach in " + folder);
    DrillCommand.make(DrillSettings.defaults(folder), terminal, options.quiet());
    OpenCase opened = OpenCase.of(folder.resolve("case"));
    new CaseRun(terminal, options, opened, Stage.RESOLVE).run();
    StageCommand.printSummary(terminal, opened);
    terminal.out().println();
    Verdict verdict = VerifyCommand.compare(terminal, folder);
    return verdict.exact() ? ExitStatus.ANSWER : ExitStatus.CHECK_SAYS_NO;
  }
}
