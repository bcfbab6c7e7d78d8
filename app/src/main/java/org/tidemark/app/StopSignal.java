package org.tidemark.app;

import java.io.PrintStream;
import java.util.concurrent.atomic.AtomicBoolean;
import org.tidemark.engine.Cancellation;
import sun.misc.Signal;

/**
 * Ctrl-C: the first one asks the run to stop between two pieces of work, the second one ends the
 * process. SIGTERM does the same.
 */
public final class StopSignal implements Cancellation {
  private final AtomicBoolean requested = new AtomicBoolean();

  private StopSignal() {}

  /** Listens from here on, and tells the user on {@code err}. */
  public static StopSignal listen(PrintStream err) {
    StopSignal stop = new StopSignal();
    for (String name : new String[] {"INT", "TERM"}) {
      try {
        // A shutdown hook cannot do this: once it runs, nothing can tell a second Ctrl-C from the
        // first.
        Signal.handle(new Signal(name), signal -> stop.request(err));
      } catch (IllegalArgumentException e) {
        // This Java was told (-Xrs) to leave signals alone; the process then just ends.
      }
    }
    return stop;
  }

  @Override
  public boolean requested() {
    return requested.get();
  }

  private void request(PrintStream err) {
    if (!requested.compareAndSet(false, true)) {
      Runtime.getRuntime().halt(ExitStatus.STOPPED);
    }
    err.println();
    err.println("Stopping; finished work is kept. Ctrl-C again ends at once.");
  }
}
