package org.tidemark.engine.embedded;

import java.io.Serializable;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;
import org.tidemark.engine.Cancellation;
import org.tidemark.engine.Step;
import org.tidemark.engine.StepFailedException;
import org.tidemark.engine.StoppedException;
import org.tidemark.engine.UnitListener;
import org.tidemark.engine.WorkUnit;

/**
 * One run of one step. Workers take units in the order of the list and put what became of them into
 * a short queue; the calling thread empties it until every worker has said that it ended. A full
 * queue makes workers wait, so that at most {@code workers * (QUEUED_PER_WORKER + 1)} results are
 * in memory.
 *
 * <p>Units start in list order; so when one fails, every unit before it has started and will end.
 * The failure of the earliest unit is the one that is reported, the same on any number of threads.
 */
final class Run<R extends Serializable> {
  private static final int QUEUED_PER_WORKER = 2;

  private final Step<R> step;
  private final List<WorkUnit> units;
  private final Cancellation cancellation;
  private final AtomicInteger next = new AtomicInteger();
  private volatile boolean ending;

  Run(Step<R> step, List<WorkUnit> units, Cancellation cancellation) {
    this.step = step;
    this.units = units;
    this.cancellation = cancellation;
  }

  /** What a worker puts into the queue. */
  private sealed interface Report<R> {}

  private record Finished<R>(int position, R result) implements Report<R> {}

  private record Failed<R>(int position, StepFailedException failure) implements Report<R> {}

  private record WorkerEnded<R>() implements Report<R> {}

  void run(Executor executor, int workers, UnitListener<R> listener) throws StoppedException {
    if (workers == 0) {
      return;
    }
    BlockingQueue<Report<R>> reports = new ArrayBlockingQueue<>(workers * QUEUED_PER_WORKER);
    for (int i = 0; i < workers; i++) {
      executor.execute(() -> work(reports));
    }
    deliver(reports, workers, listener);
  }

  private void deliver(BlockingQueue<Report<R>> reports, int workers, UnitListener<R> listener)
      throws StoppedException {
    int running = workers;
    int finished = 0;
    Optional<Failed<R>> failed = Optional.empty();
    Optional<RuntimeException> listenerFailure = Optional.empty();
    boolean interrupted = false;
    while (running > 0) {
      Report<R> report;
      try {
        report = reports.take();
      } catch (InterruptedException e) {
        interrupted = true;
        ending = true;
        continue;
      }
      if (report instanceof WorkerEnded) {
        running--;
      } else if (report instanceof Failed<R> failure) {
        ending = true;
        failed =
            Optional.of(failed.filter(f -> f.position() < failure.position()).orElse(failure));
      } else if (report instanceof Finished<R> done && listenerFailure.isEmpty()) {
        finished++;
        try {
          listener.finished(units.get(done.position()), done.result());
        } catch (RuntimeException e) {
          // Workers wait on the queue: it is emptied to the end before the listener's failure goes
          // out.
          ending = true;
          listenerFailure = Optional.of(e);
        }
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
    if (listenerFailure.isPresent()) {
      throw listenerFailure.get();
    }
    if (failed.isPresent()) {
      throw failed.get().failure();
    }
    if (finished < units.size()) {
      throw new StoppedException();
    }
  }

  private void work(BlockingQueue<Report<R>> reports) {
    Cancellation stop = () -> ending || cancellation.requested();
    try {
      while (!stop.requested()) {
        int position = next.getAndIncrement();
        if (position >= units.size()) {
          break;
        }
        put(reports, runUnit(position, stop));
      }
    } catch (StoppedException e) {
      // The unit is left undone; `deliver` counts and says so.
    } finally {
      put(reports, new WorkerEnded<>());
    }
  }

  private Report<R> runUnit(int position, Cancellation stop) throws StoppedException {
    WorkUnit unit = units.get(position);
    try {
      return new Finished<>(position, Objects.requireNonNull(step.run(unit, stop)));
    } catch (RuntimeException | Error e) {
      return new Failed<>(position, StepFailedException.of(step, unit, e));
    }
  }

  /**
   * Waits for room whatever happens: the calling thread empties the queue until all workers have
   * ended.
   */
  private static <T> void put(BlockingQueue<T> queue, T value) {
    boolean interrupted = false;
    while (true) {
      try {
        queue.put(value);
        break;
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
