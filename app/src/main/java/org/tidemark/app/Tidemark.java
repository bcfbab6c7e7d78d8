package org.tidemark.app;

import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import org.tidemark.app.commands.RootCommand;
import org.tidemark.engine.StoppedException;
import org.tidemark.engine.StoreRefusedException;
import org.tidemark.evidence.EvidenceException;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.ParseResult;

/** The command line: from arguments to an exit status. */
public final class Tidemark {
  private Tidemark() {}

  public static void main(String[] arguments) {
    Terminal terminal = Terminal.ofProcess();
    int status = run(arguments, terminal);
    terminal.out().flush();
    // Stray threads of libraries must not keep a finished command alive.
    System.exit(status);
  }

  /** Runs one command in this process; writes to the terminal given and to no other. */
  public static int run(String[] arguments, Terminal terminal) {
    CommandLine line = RootCommand.commandLine(terminal);
    line.setOut(new PrintWriter(terminal.out(), true, StandardCharsets.UTF_8));
    line.setErr(new PrintWriter(terminal.err(), true, StandardCharsets.UTF_8));
    line.setColorScheme(
        CommandLine.Help.defaultColorScheme(terminal.isColoured() ? Ansi.ON : Ansi.OFF));
    line.setUsageHelpWidth(Math.min(100, Math.max(60, terminal.columns())));
    line.setParameterExceptionHandler(Tidemark::wrongUsage);
    line.setExecutionExceptionHandler((failure, at, parsed) -> status(failure, parsed, terminal));
    return line.execute(arguments);
  }

  private static int wrongUsage(CommandLine.ParameterException failure, String[] arguments) {
    CommandLine line = failure.getCommandLine();
    line.getErr().println("tidemark: " + failure.getMessage());
    if (!CommandLine.UnmatchedArgumentException.printSuggestions(failure, line.getErr())) {
      String command = line.getCommandSpec().qualifiedName();
      line.getErr().println("See '" + command + " --help'.");
    }
    return ExitStatus.WRONG_USAGE;
  }

  private static int status(Exception failure, ParseResult parsed, Terminal terminal) {
    if (failure instanceof Failure known) {
      terminal.err().println(known.message());
      return known.status();
    }
    if (failure instanceof StoppedException) {
      terminal
          .err()
          .println("Stopped. Finished work is kept: the same command goes on from there.");
      return ExitStatus.STOPPED;
    }
    if (failure instanceof EvidenceException || failure instanceof StoreRefusedException) {
      terminal.err().println(failure.getMessage());
      return ExitStatus.CASE_AT_FAULT;
    }
    if (failure instanceof UncheckedIOException unchecked) {
      terminal.err().println(unchecked.getMessage());
      return ExitStatus.CASE_AT_FAULT;
    }
    if (failure instanceof FileSystemException files) {
      terminal.err().println(fileProblem(files));
      return ExitStatus.CASE_AT_FAULT;
    }
    Instant at = Instant.now();
    String text = DefectReport.text(failure, BuildIdentity.read(), at);
    Path folder = caseFolder(parsed).map(f -> f.resolve("work")).orElse(Path.of("."));
    Optional<Path> report = DefectReport.write(text, folder, at);
    terminal
        .err()
        .println("This is a defect in Tidemark ("
            + failure.getClass().getSimpleName()
            + "). "
            + report
                .map(r -> "The report for its makers is " + r + "; it holds no evidence.")
                .orElse("The report could not be written:\n" + text));
    return ExitStatus.DEFECT;
  }

  private static String fileProblem(FileSystemException failure) {
    String why = failure instanceof AccessDeniedException
        ? "this user may not open or write it"
        : Optional.ofNullable(failure.getReason()).orElse("it cannot be read or written");
    return failure.getFile() + ": " + why + ". See to its rights and to the room on the disk, then"
        + " run again.";
  }

  private static Optional<Path> caseFolder(ParseResult parsed) {
    ParseResult last = parsed;
    while (last.hasSubcommand()) {
      last = last.subcommand();
    }
    return last.matchedPositionals().stream()
        .filter(p -> p.type() == Path.class && p.getValue() != null)
        .map(p -> p.<Path>getValue())
        .findFirst();
  }
}
