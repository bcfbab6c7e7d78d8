package org.tidemark.app.commands;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.tidemark.app.ExitStatus;
import org.tidemark.app.Failure;
import org.tidemark.app.StopSignal;
import org.tidemark.app.Terminal;
import org.tidemark.app.TerminalProgress;
import org.tidemark.app.rehearsal.TruthCheck;
import org.tidemark.app.rehearsal.Verdict;
import org.tidemark.engine.Engine;
import org.tidemark.engine.EngineOptions;
import org.tidemark.engine.Progress;
import org.tidemark.engine.Tables;
import org.tidemark.engine.embedded.EmbeddedEngine;
import org.tidemark.evidence.EvidenceStage;
import org.tidemark.investigation.Custody;
import org.tidemark.investigation.CustodyCheck;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code tidemark verify evidence CASE}. */
@Command(
    name = "verify",
    description = "Check that evidence is still what was taken, or a drill's answer against truth.")
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

  @Command(
      name = "drill",
      description = "Compare the result of a drill's case with the truth beside it.")
  Integer drill(
      @Parameters(index = "0", paramLabel = "OUT", description = "Folder that 'drill' made.")
          Path folder)
      throws IOException {
    Verdict verdict = compare(terminal, folder);
    terminal.out().println("Hops:");
    verdict.hops().forEach(terminal.out()::println);
    return verdict.exact() ? ExitStatus.ANSWER : ExitStatus.CHECK_SAYS_NO;
  }

  /** Compares and shows; {@code folder} holds {@code case} and {@code truth}. */
  static Verdict compare(Terminal terminal, Path folder) throws IOException {
    Path result = folder.resolve("case").resolve("result");
    Path truth = folder.resolve("truth");
    for (Path file : List.of(result.resolve("people.parquet"), truth.resolve("people.csv"))) {
      if (!Files.exists(file)) {
        throw new Failure(
            ExitStatus.NOTHING_READ,
            file + " is missing (expected: a folder that 'tidemark drill' made, investigated by"
                + " 'tidemark investigate " + folder.resolve("case") + "').");
      }
    }
    Path work = Files.createTempDirectory("tidemark-truth-");
    EngineOptions options = new EngineOptions(1, 512L << 20, work);
    try (Engine engine = EmbeddedEngine.open(options);
        Tables tables = engine.openTables(work.resolve("tables"))) {
      Verdict verdict = TruthCheck.compare(truth, result, tables);
      terminal.out().println(verdict.exact() ? "The answer is the truth:" : "Differs from truth:");
      verdict.text().forEach(terminal.out()::println);
      return verdict;
    } finally {
      deleteEmptied(work);
    }
  }

  /** The engine empties what it made; the folders themselves go too. */
  private static void deleteEmptied(Path work) throws IOException {
    Files.deleteIfExists(work.resolve("tables"));
    Files.deleteIfExists(work);
  }
}
