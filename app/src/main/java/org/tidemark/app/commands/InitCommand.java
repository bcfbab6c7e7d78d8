package org.tidemark.app.commands;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.concurrent.Callable;
import org.tidemark.app.ExitStatus;
import org.tidemark.app.Failure;
import org.tidemark.app.Terminal;
import org.tidemark.casefile.CaseSketch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code tidemark init FOLDER}: a first case.yaml from what lies in the folder. */
@Command(
    name = "init",
    description = "Write a first case.yaml from what lies in a folder of evidence.",
    footer = {"", "Never overwrites a case.yaml that is there; writes nothing else."})
final class InitCommand implements Callable<Integer> {
  private final Terminal terminal;

  @Parameters(index = "0", paramLabel = "FOLDER", description = "Folder with logs and files.")
  private Path folder = Path.of(".");

  InitCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws IOException {
    if (!Files.isDirectory(folder)) {
      throw new Failure(
          ExitStatus.CASE_AT_FAULT,
          folder + ": is no folder. Name the folder that holds the logs and files.");
    }
    Path file = folder.resolve("case.yaml");
    List<CaseSketch.Seen> seen = FolderSurvey.of(folder);
    if (seen.isEmpty()) {
      throw new Failure(
          ExitStatus.NOTHING_READ,
          folder
              + ": holds no files. Copy the logs and files there, each host in a folder of its"
              + " own.");
    }
    String name = folder.toAbsolutePath().normalize().getFileName().toString();
    try {
      Files.writeString(file, CaseSketch.yaml(name, seen), StandardOpenOption.CREATE_NEW);
    } catch (FileAlreadyExistsException e) {
      throw new Failure(
          ExitStatus.CASE_AT_FAULT,
          file + ": is already there; it stays as it is. Edit it, or move it away.");
    }
    terminal
        .out()
        .println(
            "Wrote " + file + ". Next: name the organisations and at least one foothold in it,");
    terminal.out().println("then run 'tidemark investigate " + folder + "'.");
    return ExitStatus.ANSWER;
  }
}
