package org.tidemark.app.commands;

import java.util.concurrent.Callable;
import org.tidemark.app.ExitStatus;
import org.tidemark.app.Terminal;
import org.tidemark.evidence.LogFormat;
import org.tidemark.evidence.formats.LogFormats;
import picocli.CommandLine.Command;

/** {@code tidemark formats}: which logs are read. */
@Command(name = "formats", description = "List the log formats that are read, by id.")
final class FormatsCommand implements Callable<Integer> {
  private final Terminal terminal;

  FormatsCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    for (LogFormat format : LogFormats.all()) {
      terminal.out().println(format.id() + "  " + format.title());
      format.reads().lines().forEach(line -> terminal.out().println("    " + line));
      terminal.out().println("    " + format.document());
    }
    return ExitStatus.ANSWER;
  }
}
