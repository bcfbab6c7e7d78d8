package org.tidemark.app.commands;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.tidemark.app.BuildIdentity;
import org.tidemark.app.CaseKeys;
import org.tidemark.app.ExitStatus;
import org.tidemark.app.Failure;
import org.tidemark.app.StopSignal;
import org.tidemark.app.Terminal;
import org.tidemark.app.TerminalProgress;
import org.tidemark.app.report.CaseNames;
import org.tidemark.app.report.Report;
import org.tidemark.casefile.CaseItems;
import org.tidemark.engine.Engine;
import org.tidemark.engine.JsonDocument;
import org.tidemark.engine.Progress;
import org.tidemark.engine.StoppedException;
import org.tidemark.engine.Tables;
import org.tidemark.evidence.HashedFile;
import org.tidemark.exposure.ValueCipher;
import org.tidemark.investigation.CaseFolder;
import org.tidemark.investigation.CaseLock;
import org.tidemark.investigation.Custody;
import org.tidemark.investigation.Findings;
import org.tidemark.investigation.FormerResult;
import org.tidemark.investigation.Investigation;
import org.tidemark.investigation.Investigation.Outcome;
import org.tidemark.investigation.Investigation.Stage;
import org.tidemark.investigation.NewerSchemaException;
import org.tidemark.investigation.ResultPublication;
import org.tidemark.investigation.RunReport;

/**
 * One run of the stages on a case: takes the lock, opens the engine, shows progress, listens for
 * Ctrl-C, keeps custody, writes run.json and the page, and puts the answer in its place.
 */
final class CaseRun {
  private final Terminal terminal;
  private final RunOptions options;
  private final OpenCase opened;
  private final Stage last;
  private final BuildIdentity build = BuildIdentity.read();
  private final Instant started = Instant.now();

  CaseRun(Terminal terminal, RunOptions options, OpenCase opened, Stage last) {
    this.terminal = terminal;
    this.options = options;
    this.opened = opened;
    this.last = last;
  }

  /**
   * What a run leaves.
   *
   * @param published whether result/ holds the answer of this run
   * @param newInCustody files that custody did not know in this state
   * @param documents where its JSON documents lie until the next run
   */
  record Ended(Outcome outcome, boolean published, int newInCustody, Path documents) {}

  /**
   * Runs the stages.
   *
   * @throws Failure when nothing usable was read; the former answer stands
   */
  Ended run() throws IOException, StoppedException {
    CaseFolder folder = opened.folder();
    warnOfReaders(folder);
    try (CaseLock lock = opened.lock(started)) {
      byte[] key = new CaseKeys(terminal.environment()).keyOf(opened.file().id(), folder);
      folder.makeEmptySpill();
      TerminalProgress shown = new TerminalProgress(terminal);
      try (Engine engine = options.open(folder.spill())) {
        return run(engine, new ValueCipher(key), options.quiet() ? Progress.NONE : shown);
      } finally {
        shown.close();
      }
    }
  }

  private Ended run(Engine engine, ValueCipher cipher, Progress progress)
      throws IOException, StoppedException {
    CaseFolder folder = opened.folder();
    ResultPublication publication = ResultPublication.begin(folder);
    StageTimes times = new StageTimes();
    FormerResult former = former(folder);
    Outcome outcome = Investigation.run(
        new Investigation.Request(
            opened.file(), folder, cipher, build.stamp(), last, options.rehash(), former),
        engine,
        publication.target(),
        progress,
        StopSignal.listen(terminal.err()),
        times);
    int taken = Custody.open(folder).append(custody(outcome.files()));
    outcome.problems().forEach(problem -> terminal.err().println("Note: " + problem));
    if (outcome.nothing()) {
      throw new Failure(ExitStatus.NOTHING_READ, nothing(outcome));
    }
    boolean publish = last == Stage.RESOLVE
        || !Investigation.holds(folder.result(), Stage.values()[last.ordinal() + 1]);
    if (publish) {
      Path target = publication.target();
      if (outcome.findings().isEmpty()) {
        former.copyTo(target);
        terminal.err().println("Nothing has changed since the last run: its answer stands.");
      } else if (last == Stage.RESOLVE) {
        try (Tables tables = engine.openTables(folder.spill())) {
          Report.write(target, CaseNames.of(opened.file()), tables);
        }
      }
      RunReport report = runReport(engine, times, outcome, FormerResult.hashes(target));
      JsonDocument.write(report, target.resolve(FormerResult.RUN));
      publication.publish();
    }
    Path documents = publish ? folder.result() : publication.target();
    return new Ended(outcome, publish, taken, documents);
  }

  private List<Custody.Entry> custody(List<HashedFile> files) {
    String user = System.getProperty("user.name", "unknown");
    Instant now = Instant.now();
    List<Custody.Entry> entries = new ArrayList<>();
    for (HashedFile file : files) {
      if (!file.sha256().isEmpty()) {
        entries.add(new Custody.Entry(
            file.path(), file.sha256(), file.bytes(), file.modified(), build.text(), user, now));
      }
    }
    return entries;
  }

  static FormerResult former(CaseFolder folder) {
    try {
      return FormerResult.in(folder.result());
    } catch (NewerSchemaException e) {
      throw new Failure(ExitStatus.CASE_AT_FAULT, String.valueOf(e.getMessage()));
    }
  }

  private RunReport runReport(
      Engine engine, StageTimes times, Outcome outcome, Map<String, String> files) {
    return new RunReport(
        build.version(),
        build.commit(),
        System.getProperty("java.runtime.version", "unknown"),
        engine.name(),
        options.threads(),
        started,
        Instant.now(),
        PeakMemory.bytes(),
        times.runs(),
        outcome.problems(),
        files,
        CaseItems.of(opened.file()));
  }

  private String nothing(Outcome outcome) {
    Findings found = outcome.findings().orElseThrow();
    if (found.evidence().recordsUsed() > 0) {
      return opened.folder().root() + ": " + found.evidence().recordsUsed()
          + " log records were read, but nothing of the intruder's stands in them. Name at least"
          + " one foothold (what they hold, and from when), indicator or exposed folder in"
          + " case.yaml, or check those that are there. A former answer stands.";
    }
    return opened.folder().root() + ": nothing usable was read: "
        + found.evidence().files()
        + " files, none of them a log with a record that we use, and no copy that the case names as"
        + " exposed. 'tidemark formats' lists the logs that are read; 'format:' in case.yaml"
        + " overrules recognition. A former answer stands.";
  }

  private void warnOfReaders(CaseFolder folder) throws IOException {
    if (folder.isReadableByOthers()) {
      terminal
          .err()
          .println("Warning: other users of this machine may open " + folder.root()
              + ", which holds what leaked. Run 'chmod 700' on it.");
    }
  }
}
