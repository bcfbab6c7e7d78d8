package org.tidemark.spark;

import java.io.Serializable;
import java.util.Objects;
import org.apache.spark.TaskContext;
import org.tidemark.engine.Cancellation;
import org.tidemark.engine.Step;
import org.tidemark.engine.StepFailedException;
import org.tidemark.engine.StoppedException;
import org.tidemark.engine.WorkUnit;

/**
 * What became of one unit on a worker. A failure travels as a value: thrown, Spark would run the
 * unit again and write the message, which may hold a value of the evidence, into its own log.
 */
sealed interface Outcome<R extends Serializable> extends Serializable {
  /** The unit is done. */
  record Finished<R extends Serializable>(WorkUnit unit, R result) implements Outcome<R> {}

  /** The step threw. */
  record Failed<R extends Serializable>(WorkUnit unit, StepFailedException failure)
      implements Outcome<R> {}

  /** The unit was left undone, since the run ends. */
  record Stopped<R extends Serializable>() implements Outcome<R> {}

  /** Runs a unit on the worker that this is called on. */
  static <R extends Serializable> Outcome<R> of(Step<R> step, WorkUnit unit) {
    TaskContext task = TaskContext.get();
    Cancellation stop = () -> task != null && task.isInterrupted();
    if (stop.requested()) {
      return new Stopped<>();
    }
    try {
      return new Finished<>(unit, Objects.requireNonNull(step.run(unit, stop)));
    } catch (StoppedException e) {
      return new Stopped<>();
    } catch (RuntimeException | Error e) {
      return new Failed<>(unit, StepFailedException.of(step, unit, e));
    }
  }
}
