package org.tidemark.engine.embedded;

import java.io.Serializable;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.tidemark.engine.Cancellation;
import org.tidemark.engine.Engine;
import org.tidemark.engine.EngineOptions;
import org.tidemark.engine.Step;
import org.tidemark.engine.StoppedException;
import org.tidemark.engine.Tables;
import org.tidemark.engine.UnitListener;
import org.tidemark.engine.WorkUnit;

/**
 * Runs steps on threads of this process and keeps rows in DuckDB.
 *
 * <p>The listener is called on the thread that called {@link #run}. Several threads may call {@code
 * run} at a time; they then share the worker threads.
 */
public final class EmbeddedEngine implements Engine {
  private final ExecutorService executor;
  private final boolean ownsExecutor;
  private final EngineOptions options;

  private EmbeddedEngine(ExecutorService executor, boolean ownsExecutor, EngineOptions options) {
    this.executor = executor;
    this.ownsExecutor = ownsExecutor;
    this.options = options;
  }

  /** An engine with {@code options.threads()} threads of its own, which end when it is closed. */
  public static EmbeddedEngine open(EngineOptions options) {
    AtomicInteger number = new AtomicInteger();
    ExecutorService threads = Executors.newFixedThreadPool(options.threads(), task -> {
      Thread thread = new Thread(task, "tidemark-worker-" + number.incrementAndGet());
      thread.setDaemon(true);
      return thread;
    });
    return new EmbeddedEngine(threads, true, options);
  }

  /** An engine on the threads of {@code executor}, which stays open when the engine is closed. */
  public static EmbeddedEngine on(ExecutorService executor, EngineOptions options) {
    return new EmbeddedEngine(executor, false, options);
  }

  @Override
  public String name() {
    return "embedded";
  }

  @Override
  public <R extends Serializable> void run(
      Step<R> step, List<WorkUnit> units, Cancellation cancellation, UnitListener<R> listener)
      throws StoppedException {
    if (executor.isShutdown()) {
      throw new IllegalStateException("engine: closed (expected: open)");
    }
    int workers = Math.min(options.threads(), units.size());
    new Run<>(step, List.copyOf(units), cancellation).run(executor, workers, listener);
  }

  @Override
  public Tables openTables(Path folder) {
    return Database.open(folder, options.threads(), options.memoryBytes());
  }

  @Override
  public void close() {
    if (ownsExecutor) {
      executor.shutdownNow();
    }
  }
}
