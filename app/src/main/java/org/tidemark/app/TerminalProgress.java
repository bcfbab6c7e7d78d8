package org.tidemark.app;

import java.time.Duration;
import java.util.Locale;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.jspecify.annotations.Nullable;
import org.tidemark.engine.Progress;

/**
 * Shows how far a step is: on a terminal one line that moves, with rate and time left; elsewhere
 * one line a step once it is done. Safe from any thread.
 */
public final class TerminalProgress implements Progress {
  private static final int REDRAW_MILLIS = 250;
  private static final long MEGABYTE = 1_000_000;

  private final Terminal terminal;
  private @Nullable ProgressBar bar;
  private String step = "";
  private String unit = "";
  private long done;
  private long startedNanos;

  public TerminalProgress(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public synchronized void begin(String step, long total, String unit) {
    close();
    this.step = step;
    this.unit = unit;
    done = 0;
    startedNanos = System.nanoTime();
    if (terminal.errIsTerminal()) {
      boolean bytes = unit.equals("bytes");
      bar = new ProgressBarBuilder()
          .setTaskName(step)
          .setInitialMax(total)
          .setStyle(ProgressBarStyle.ASCII)
          .setUnit(bytes ? " MB" : " " + unit, bytes ? MEGABYTE : 1)
          .setUpdateIntervalMillis(REDRAW_MILLIS)
          .showSpeed()
          .clearDisplayOnFinish()
          .setConsumer(new ConsoleProgressBarConsumer(terminal.err(), terminal.columns() - 1))
          .build();
    }
  }

  @Override
  public synchronized void advance(long more) {
    done += more;
    if (bar != null) {
      bar.stepBy(more);
    }
  }

  @Override
  public synchronized void end() {
    if (step.isEmpty()) {
      return;
    }
    close();
    terminal.err().println(line(step, done, unit, System.nanoTime() - startedNanos));
    step = "";
  }

  /** Takes the moving line away, where a step did not come to its end. */
  public synchronized void close() {
    if (bar != null) {
      bar.close();
      bar = null;
    }
  }

  /** {@code reading logs: 1,234 MB in 4.2 s (294 MB/s)}. */
  static String line(String step, long done, String unit, long nanos) {
    double seconds = Math.max(1, Duration.ofNanos(nanos).toMillis()) / 1000.0;
    boolean bytes = unit.equals("bytes");
    double amount = bytes ? (double) done / MEGABYTE : done;
    String name = bytes ? "MB" : unit;
    String pattern = bytes && amount < 10
        ? "%s: %,.1f %s in %,.1f s (%,.0f %s/s)"
        : "%s: %,.0f %s in %,.1f s (%,.0f %s/s)";
    return String.format(Locale.ROOT, pattern, step, amount, name, seconds, amount / seconds, name);
  }
}
