package org.tidemark.app.commands;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.tidemark.app.ExitStatus;
import org.tidemark.app.Failure;
import org.tidemark.app.Terminal;
import org.tidemark.drill.Drill;
import org.tidemark.drill.DrillRefusedException;
import org.tidemark.drill.DrillSettings;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code tidemark drill}: a case with known truth. */
@Command(
    name = "drill",
    description = "Make a case with known truth, to rehearse with and to check Tidemark.",
    footer = {"", "OUT/case is what a responder would have, OUT/truth the answers."})
final class DrillCommand implements Callable<Integer> {
  private static final DrillSettings DEFAULTS = DrillSettings.defaults(Path.of("drill"));

  private final Terminal terminal;

  @Option(
      names = "--people",
      paramLabel = "N",
      description = "People who exist, 200 to 5000000 (default: ${DEFAULT-VALUE}).")
  private int people = DEFAULTS.people();

  @Option(
      names = "--files",
      paramLabel = "N",
      description = "Files, 60 to 5000000 (default: ${DEFAULT-VALUE}).")
  private int files = DEFAULTS.files();

  @Option(
      names = "--logons",
      paramLabel = "N",
      description = "Logons in the logs, about (default: ${DEFAULT-VALUE}).")
  private int logons = DEFAULTS.logons();

  @Option(
      names = "--days",
      paramLabel = "N",
      description = "Days that the logs span, 45 to 300 (default: ${DEFAULT-VALUE}).")
  private int days = DEFAULTS.days();

  @Option(
      names = "--seed",
      paramLabel = "N",
      description = "Same seed and sizes, same bytes (default: ${DEFAULT-VALUE}).")
  private long seed = DEFAULTS.seed();

  @Option(
      names = "--background",
      paramLabel = "plain|hard",
      description =
          "hard: ordinary work is also that which looks like an intruder's (default: plain).")
  private String background = "plain";

  @Option(
      names = "--out",
      paramLabel = "OUT",
      required = true,
      description = "Folder to make it in; missing or empty.")
  private Path out = Path.of("drill");

  @Option(names = "--quiet", description = "Show no progress.")
  private boolean quiet;

  DrillCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws IOException {
    if (!List.of("plain", "hard").contains(background)) {
      throw new Failure(
          ExitStatus.WRONG_USAGE,
          "--background: '" + background + "' is not known (expected: plain or hard).");
    }
    DrillSettings settings =
        new DrillSettings(people, files, logons, days, seed, out, background.equals("hard"));
    make(settings, terminal, quiet);
    terminal
        .out()
        .println("Made " + out.resolve("case") + "; the answers are in " + out.resolve("truth")
            + ". Next: tidemark investigate " + out.resolve("case"));
    return ExitStatus.ANSWER;
  }

  /** Makes a drill, or says all that is wrong with its settings. */
  static void make(DrillSettings settings, Terminal terminal, boolean quiet) throws IOException {
    try {
      Drill.make(settings, text -> {
        if (!quiet && terminal.errIsTerminal()) {
          terminal.err().print("\r" + text + "\u001b[K");
        }
      });
    } catch (DrillRefusedException e) {
      throw new Failure(ExitStatus.WRONG_USAGE, String.join("\n", e.problems()));
    } finally {
      if (!quiet && terminal.errIsTerminal()) {
        terminal.err().print("\r\u001b[K");
      }
    }
  }
}
