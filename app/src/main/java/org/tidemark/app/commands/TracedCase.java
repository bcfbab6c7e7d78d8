package org.tidemark.app.commands;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import org.tidemark.app.BuildIdentity;
import org.tidemark.app.StopSignal;
import org.tidemark.app.Terminal;
import org.tidemark.app.TerminalProgress;
import org.tidemark.casefile.CaseFile;
import org.tidemark.engine.Cancellation;
import org.tidemark.engine.Engine;
import org.tidemark.engine.Progress;
import org.tidemark.engine.StoppedException;
import org.tidemark.investigation.CaseFolder;
import org.tidemark.investigation.CaseLock;
import org.tidemark.investigation.FormerResult;
import org.tidemark.investigation.Investigation.Stage;
import org.tidemark.investigation.PresentTrail;
import org.tidemark.trail.telling.ToldResult;

/** The trail of a case as it is now, for questions about it. */
final class TracedCase {
  private final Terminal terminal;
  private final RunOptions options;
  private final OpenCase opened;

  TracedCase(Terminal terminal, RunOptions options, OpenCase opened) {
    this.terminal = terminal;
    this.options = options;
    this.opened = opened;
  }

  /**
   * The folder that holds evidence.json and trail.json as they are now: the published result where
   * nothing has changed, else what {@code tidemark trace} makes anew.
   */
  Path documents() throws IOException, StoppedException {
    if (isPublished()) {
      return opened.folder().result();
    }
    return new CaseRun(terminal, options, opened, Stage.TRACE).run().documents();
  }

  private boolean isPublished() throws IOException, StoppedException {
    CaseFolder folder = opened.folder();
    FormerResult former = CaseRun.former(folder);
    return run((engine, progress, cancellation) -> PresentTrail.isPublished(
        opened.file(),
        folder,
        BuildIdentity.read().stamp(),
        options.rehash(),
        former,
        engine,
        progress,
        cancellation));
  }

  /** The trail of a case that differs from case.yaml; no result is written. */
  ToldResult supposed(CaseFile file) throws IOException, StoppedException {
    return run((engine, progress, cancellation) -> PresentTrail.supposed(
        file, opened.folder(), BuildIdentity.read().stamp(), engine, progress, cancellation));
  }

  /** Work that needs an engine. */
  interface Work<T> {
    T run(Engine engine, Progress progress, Cancellation cancellation)
        throws IOException, StoppedException;
  }

  /** Runs work with an engine, the case locked, progress shown. */
  <T> T run(Work<T> work) throws IOException, StoppedException {
    CaseFolder folder = opened.folder();
    TerminalProgress shown = new TerminalProgress(terminal);
    try (CaseLock lock = opened.lock(Instant.now())) {
      folder.makeEmptySpill();
      try (Engine engine = options.open(folder.spill())) {
        return work.run(
            engine, options.quiet() ? Progress.NONE : shown, StopSignal.listen(terminal.err()));
      }
    } finally {
      shown.close();
    }
  }
}
