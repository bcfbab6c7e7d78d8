package org.tidemark.app.commands;

import java.nio.file.Path;
import java.util.Optional;
import org.tidemark.app.ExitStatus;
import org.tidemark.app.Terminal;
import org.tidemark.engine.JsonDocument;
import org.tidemark.investigation.Investigation.Stage;
import org.tidemark.trail.telling.Explanation;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code tidemark trace}: traces, or answers one question about the trail. */
@Command
final class TraceCommand extends StageCommand {
  /** Questions about a trail; one at a time. */
  static final class Question {
    @Option(
        names = "--explain",
        paramLabel = "X",
        description = "Show the way from the foothold to a hop, host, account or object, by id or"
            + " name, with what each step stands on.")
    private Optional<String> explain = Optional.empty();

    @Option(
        names = "--timeline",
        paramLabel = "FILE",
        description =
            "Write the trail in the order of time to FILE.csv (spreadsheets) or FILE.jsonl"
                + " (Timesketch).")
    private Optional<Path> timeline = Optional.empty();
  }

  @ArgGroup
  private Question question = new Question();

  TraceCommand(Terminal terminal) {
    super(terminal, Stage.TRACE);
  }

  @Override
  public Integer call() throws Exception {
    if (question.explain.isPresent()) {
      OpenCase opened = OpenCase.of(folder());
      TracedCase traced = new TracedCase(terminal(), options(), opened);
      print(new Explaining(terminal(), opened, traced), question.explain.get());
      return ExitStatus.ANSWER;
    }
    if (question.timeline.isPresent()) {
      OpenCase opened = OpenCase.of(folder());
      TimelineExport export = new TimelineExport(opened, question.timeline.get());
      export.write(new TracedCase(terminal(), options(), opened));
      terminal().err().println(export.done());
      return ExitStatus.ANSWER;
    }
    return super.call();
  }

  private void print(Explaining explaining, String asked) throws Exception {
    Explanation told = explaining.of(asked);
    if (isJson()) {
      terminal().out().write(JsonDocument.bytes(told));
      terminal().out().flush();
    } else {
      explaining.lines(told).forEach(terminal().out()::println);
    }
  }
}
