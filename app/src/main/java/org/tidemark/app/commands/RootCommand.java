package org.tidemark.app.commands;

import org.tidemark.app.BuildIdentity;
import org.tidemark.app.Terminal;
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
    line.addSubcommand(new InitCommand(terminal));
    line.setExpandAtFiles(false);
    return line;
  }

  /** Version and commit, one line. */
  static final class Version implements IVersionProvider {
    @Override
    public String[] getVersion() {
      return new String[] {BuildIdentity.read().text()};
    }
  }
}
