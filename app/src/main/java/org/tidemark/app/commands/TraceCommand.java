package org.tidemark.app.commands;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.tidemark.app.ExitStatus;
import org.tidemark.app.Terminal;
import org.tidemark.app.report.CaseNames;
import org.tidemark.app.telling.ComparisonLines;
import org.tidemark.app.telling.ExplanationLines;
import org.tidemark.engine.JsonDocument;
import org.tidemark.engine.StoppedException;
import org.tidemark.investigation.Investigation.Stage;
import org.tidemark.trail.telling.Comparison;
import org.tidemark.trail.telling.Explanation;
import org.tidemark.trail.telling.WhatIf;
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

    @Option(
        names = "--compare",
        paramLabel = "RESULT",
        description = "Show what changed since an earlier result folder (or trail.json), and why.")
    private Optional<Path> compare = Optional.empty();

    @Option(
        names = "--from",
        paramLabel = "EARLIER",
        description = "Show what the trail would be, had every declared foothold begun at this time"
            + " (as 2023-09-01T00:00:00+09:00); writes no result.")
    private Optional<String> from = Optional.empty();
  }

  @ArgGroup
  private Question question = new Question();

  TraceCommand(Terminal terminal) {
    super(terminal, Stage.TRACE);
  }

  @Override
  public Integer call() throws Exception {
    if (question.explain.isPresent()) {
      explain(question.explain.get());
    } else if (question.compare.isPresent()) {
      Comparison told = comparing().with(question.compare.get());
      print(told, (columns, colour) -> ComparisonLines.of(told, columns, colour));
    } else if (question.from.isPresent()) {
      WhatIf told = comparing().from(Comparing.instant(question.from.get()));
      print(told, (columns, colour) -> ComparisonLines.of(told, columns, colour));
    } else if (question.timeline.isPresent()) {
      OpenCase opened = OpenCase.of(folder());
      TimelineExport export = new TimelineExport(opened, question.timeline.get());
      export.write(new TracedCase(terminal(), options(), opened));
      terminal().err().println(export.done());
    } else {
      return super.call();
    }
    return ExitStatus.ANSWER;
  }

  private Comparing comparing() throws IOException {
    OpenCase opened = OpenCase.of(folder());
    return new Comparing(opened, new TracedCase(terminal(), options(), opened));
  }

  private void explain(String asked) throws IOException, StoppedException {
    OpenCase opened = OpenCase.of(folder());
    TracedCase traced = new TracedCase(terminal(), options(), opened);
    Explanation told = new Explaining(terminal(), opened, traced).of(asked);
    print(
        told,
        (columns, colour) ->
            ExplanationLines.of(told, CaseNames.of(opened.file()), columns, colour));
  }

  /** Words an answer for a terminal of some columns, coloured or not. */
  private interface Wording {
    List<String> lines(int columns, boolean colour);
  }

  private void print(Record answer, Wording wording) throws IOException {
    if (isJson()) {
      terminal().out().write(JsonDocument.bytes(answer));
      terminal().out().flush();
    } else {
      wording
          .lines(terminal().columns(), terminal().isColoured())
          .forEach(terminal().out()::println);
    }
  }
}
