package org.tidemark.app.commands;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.tidemark.app.ExitStatus;
import org.tidemark.app.Failure;
import org.tidemark.app.Terminal;
import org.tidemark.app.ask.AskList;
import org.tidemark.app.ask.Letter;
import org.tidemark.app.report.CaseNames;
import org.tidemark.casefile.CaseFile;
import org.tidemark.engine.JsonDocument;
import org.tidemark.engine.StoppedException;
import org.tidemark.engine.Tables;
import org.tidemark.investigation.ask.AskJson;
import org.tidemark.investigation.ask.Asked;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code tidemark ask CASE}: which log would settle what is open, and until when. */
@Command(
    name = "ask",
    description = "Which log would settle what is open, whose it is, and when it is destroyed.",
    footer = {"", "Where the trail is not that of the case as it is now, 'trace' runs first."})
final class AskCommand implements Callable<Integer> {
  private final Terminal terminal;

  @Parameters(index = "0", paramLabel = "CASE", description = "Folder that holds case.yaml.")
  private Path folder = Path.of(".");

  @Option(names = "--json", description = "Print the questions as JSON.")
  private boolean json;

  @Option(
      names = "--letter",
      paramLabel = "ORGANISATION",
      description = "Print a letter that asks an organisation of the case for its logs.")
  private @Nullable String letter;

  @Option(
      names = "--language",
      paramLabel = "LANGUAGE",
      description = "Language of the letter, as ja (default: that of the organisation's country).")
  private @Nullable String language;

  @Option(
      names = "--out",
      paramLabel = "FILE",
      description = "Write the letter to a new file instead.")
  private @Nullable Path out;

  @Option(
      names = "--today",
      paramLabel = "DATE",
      description = "The day as of which logs are lost, as 2023-11-02 (default: today, UTC).")
  private @Nullable LocalDate today;

  @Mixin
  private RunOptions options = new RunOptions();

  AskCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws Exception {
    OpenCase opened = OpenCase.of(folder);
    checkUsage(opened.file());
    AskJson asked = asked(opened);
    if (letter != null) {
      tellBlanks(opened.file());
      write(letter, Letter.write(asked, opened.file(), letter, Optional.ofNullable(language)));
    } else if (json) {
      terminal.out().write(JsonDocument.bytes(asked));
    } else {
      AskList.lines(asked, CaseNames.of(opened.file()), folder.toString(), terminal.columns())
          .forEach(terminal.out()::println);
    }
    return ExitStatus.ANSWER;
  }

  private void checkUsage(CaseFile caseFile) {
    if (letter == null && (language != null || out != null)) {
      throw usage("--language, --out: stand without --letter. Name the organisation to write to.");
    }
    if (letter != null && json) {
      throw usage("--letter, --json: a letter is no JSON document. Take one of them.");
    }
    List<String> ids =
        caseFile.organisations().stream().map(CaseFile.Organisation::id).toList();
    if (letter != null && !ids.contains(letter)) {
      throw usage("--letter: '" + letter + "' is no organisation of case.yaml (expected: one of "
          + String.join(", ", ids) + ").");
    }
    if (language != null && !Letter.languages().contains(language)) {
      throw usage("--language: there is no letter in '" + language + "' (expected: one of "
          + String.join(", ", Letter.languages()) + ").");
    }
    if (out != null && Files.exists(out)) {
      throw usage("--out: " + out + " is there already; it stays as it is. Name another file.");
    }
  }

  private static Failure usage(String message) {
    return new Failure(ExitStatus.WRONG_USAGE, message.replaceAll("[\\p{Cntrl}&&[^\\r\\n]]", "?"));
  }

  private AskJson asked(OpenCase opened) throws IOException, StoppedException {
    LocalDate day = today == null ? LocalDate.now(ZoneOffset.UTC) : today;
    TracedCase traced = new TracedCase(terminal, options, opened);
    Path documents = traced.documents();
    AskJson asked = traced.run((engine, progress, cancellation) -> {
      try (Tables tables = engine.openTables(opened.folder().spill())) {
        return Asked.of(opened.file(), documents, tables, day);
      }
    });
    if (!documents.equals(opened.folder().result())) {
      terminal
          .err()
          .println("Note: the trail has changed since the last 'tidemark investigate'; run that"
              + " again to have objects and people counted.");
    }
    return asked;
  }

  private void tellBlanks(CaseFile caseFile) {
    boolean known = caseFile.organisations().stream()
        .filter(o -> o.id().equals(caseFile.controller()))
        .anyMatch(o -> o.details().containsKey("contact"));
    if (!known) {
      terminal
          .err()
          .println("Note: case.yaml names no 'contact' of " + caseFile.controller()
              + "; the letter leaves it blank.");
    }
  }

  private void write(String organisation, Optional<String> text) throws IOException {
    if (text.isEmpty()) {
      terminal.out().println("Nothing to ask of " + organisation + ": no letter is needed.");
    } else if (out == null) {
      terminal.out().print(text.get());
    } else {
      try {
        Files.writeString(out, text.get(), StandardCharsets.UTF_8, StandardOpenOption.CREATE_NEW);
      } catch (FileAlreadyExistsException e) {
        throw usage("--out: " + out + " was made meanwhile. Name another file.");
      }
      terminal
          .out()
          .println("Wrote " + out + ". It is a draft: have it read, fill in the blanks, sign it.");
    }
  }
}
