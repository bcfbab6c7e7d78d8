package org.tidemark.app.commands;

import org.tidemark.app.BuildIdentity;
import org.tidemark.app.Terminal;
import org.tidemark.investigation.Investigation.Stage;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.ScopeType;

/** {@code tidemark}: names its commands and does nothing by itself. */
@Command(
    name = "tidemark",
    description = {
      "From logs and files of a breach to how they got in, what they reached, whose data it is.",
      ""
    },
    versionProvider = RootCommand.Version.class,
    mixinStandardHelpOptions = true,
    scope = ScopeType.INHERIT,
    synopsisSubcommandLabel = "COMMAND",
    commandListHeading = "%nCommands:%n",
    footer = {
      "",
      "'tidemark COMMAND --help' tells more. Ends with 0 an answer, 1 the case is at fault, 2"
          + " wrong usage,",
      "3 nothing usable was read, 4 the check says no, 5 a defect, 130 stopped."
    })
public final class RootCommand {
  private RootCommand() {}

  /** The whole command line, writing to {@code terminal}. */
  public static CommandLine commandLine(Terminal terminal) {
    CommandLine line = new CommandLine(new RootCommand());
    stage(
        line,
        terminal,
        "investigate",
        Stage.RESOLVE,
        "The whole answer: all stages and the" + " report.");
    line.addSubcommand(new InitCommand(terminal));
    stage(line, terminal, "ingest", Stage.INGEST, "Read the evidence and take it into custody.");
    CommandLine trace = new CommandLine(new TraceCommand(terminal));
    trace.getCommandSpec().usageMessage().description("How they got in and how far they came.");
    line.addSubcommand("trace", trace);
    stage(line, terminal, "scan", Stage.SCAN, "Which objects they reached, and what is in them.");
    stage(line, terminal, "resolve", Stage.RESOLVE, "Whose data it is, and how many people.");
    line.addSubcommand(new AskCommand(terminal));
    line.addSubcommand(new VerifyCommand(terminal));
    line.addSubcommand(new FormatsCommand(terminal));
    line.addSubcommand(new DrillCommand(terminal));
    line.addSubcommand(new DemoCommand(terminal));
    line.setExpandAtFiles(false);
    return line;
  }

  private static void stage(
      CommandLine line, Terminal terminal, String name, Stage last, String description) {
    CommandLine stage = new CommandLine(new StageCommand(terminal, last));
    stage.getCommandSpec().usageMessage().description(description);
    line.addSubcommand(name, stage);
  }

  /** Version and commit, one line. */
  static final class Version implements IVersionProvider {
    @Override
    public String[] getVersion() {
      return new String[] {BuildIdentity.read().text()};
    }
  }
}
