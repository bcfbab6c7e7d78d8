package org.tidemark.app.commands;

import java.nio.file.Path;
import org.tidemark.app.ExitStatus;
import org.tidemark.app.Failure;
import org.tidemark.app.StopSignal;
import org.tidemark.app.Terminal;
import org.tidemark.app.TerminalProgress;
import org.tidemark.engine.Progress;
import org.tidemark.evidence.EvidenceStage;
import org.tidemark.investigation.Custody;
import org.tidemark.investigation.CustodyCheck;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code tidemark verify evidence CASE}. */
@Command(name = "verify", description = "Check that evidence is still what was taken.")
final class VerifyCommand {
  private final Terminal terminal;

  VerifyCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Command(
      name = "evidence",
      description = "Read every file of the evidence again and compare it with the custody record.")
  Integer evidence(
      @Parameters(index = "0", paramLabel = "CASE", description = "Folder that holds case.yaml.")
          Path folder,
      @Option(names = "--quiet", description = "Show no progress.") boolean quiet)
      throws Exception {
    OpenCase opened = OpenCase.of(folder);
    Custody custody = Custody.open(opened.folder());
    if (custody.lines() == 0) {
      throw new Failure(
          ExitStatus.NOTHING_READ,
          folder + ": nothing is in custody yet. Run 'tidemark ingest " + folder + "' first.");
    }
    CustodyCheck check = CustodyCheck.run(
        custody,
        EvidenceStage.files(opened.file(), opened.folder().root()),
        quiet ? Progress.NONE : new TerminalProgress(terminal),
        StopSignal.listen(terminal.err()));
    check.differences().forEach(terminal.out()::println);
    terminal
        .out()
        .println(check.files() + " files in custody, " + check.differences().size()
            + " differences. Last line " + custody.lines() + ", SHA-256 " + custody.head() + ".");
    return check.isClean() ? ExitStatus.ANSWER : ExitStatus.CHECK_SAYS_NO;
  }
}
