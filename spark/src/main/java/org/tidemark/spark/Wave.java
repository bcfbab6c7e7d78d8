package org.tidemark.spark;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.apache.spark.SimpleFutureAction;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.rdd.RDD;
import org.jspecify.annotations.Nullable;
import org.tidemark.engine.Cancellation;
import org.tidemark.engine.Step;
import org.tidemark.engine.StepFailedException;
import org.tidemark.engine.StoppedException;
import org.tidemark.engine.UnitListener;
import org.tidemark.engine.WorkUnit;
import scala.Function1;
import scala.collection.Iterator;
import scala.collection.immutable.Seq;
import scala.jdk.javaapi.CollectionConverters;
import scala.runtime.AbstractFunction0;
import scala.runtime.AbstractFunction1;
import scala.runtime.AbstractFunction2;
import scala.runtime.BoxedUnit;

/**
 * Runs units as one Spark job after the other. Spark hands a task's results to its scheduler's
 * thread as soon as the task ends; they go through a queue to the calling thread, which calls the
 * listener. A job holds so few units that what waits in the queue fits memory: a run is a sequence
 * of such waves.
 */
final class Wave<R extends Serializable> {
  /**
   * Units that one task does one after the other; fewer cost scheduling, more delay the first
   * result.
   */
  static final int UNITS_PER_TASK = 4;

  /**
   * Tasks of one wave for each worker thread: workers wait for the slowest one at most once a wave.
   */
  static final int TASKS_PER_WORKER = 16;

  private static final long LOOK_MILLIS = 50;

  private final JavaSparkContext context;
  private final Step<R> step;
  private final Cancellation cancellation;
  private final UnitListener<R> listener;

  Wave(
      JavaSparkContext context, Step<R> step, Cancellation cancellation, UnitListener<R> listener) {
    this.context = context;
    this.step = step;
    this.cancellation = cancellation;
    this.listener = listener;
  }

  /** What a task does on a worker. */
  private static final class Task<R extends Serializable>
      extends AbstractFunction1<Iterator<WorkUnit>, ArrayList<Outcome<R>>> implements Serializable {
    private static final long serialVersionUID = 1L;
    private final Step<R> step;

    Task(Step<R> step) {
      this.step = step;
    }

    @Override
    public ArrayList<Outcome<R>> apply(Iterator<WorkUnit> units) {
      ArrayList<Outcome<R>> outcomes = new ArrayList<>(UNITS_PER_TASK);
      while (units.hasNext()) {
        outcomes.add(Outcome.of(step, units.next()));
      }
      return outcomes;
    }
  }

  void run(List<WorkUnit> units) throws StoppedException {
    cancellation.check();
    int tasks = (units.size() + UNITS_PER_TASK - 1) / UNITS_PER_TASK;
    BlockingQueue<List<Outcome<R>>> done = new LinkedBlockingQueue<>();
    SimpleFutureAction<BoxedUnit> job = submit(units, tasks, done);
    Optional<StepFailedException> failure = Optional.empty();
    try {
      for (int seen = 0; seen < tasks; ) {
        List<Outcome<R>> outcomes = done.poll(LOOK_MILLIS, TimeUnit.MILLISECONDS);
        if (cancellation.requested()) {
          deliver(outcomes, failure);
          throw new StoppedException();
        }
        if (outcomes != null) {
          failure = deliver(outcomes, failure);
          seen++;
        } else if (job.isCompleted() && done.isEmpty()) {
          throw new IllegalStateException("Spark ended a job before its tasks were done ("
              + job.value().get().failed().get().getClass().getName()
              + "). Look into Spark's own log, then run the same command again.");
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new StoppedException();
    } finally {
      job.cancel();
    }
    if (failure.isPresent()) {
      throw failure.get();
    }
  }

  /** Hands on what is finished; returns the failure of the earliest unit so far. */
  private Optional<StepFailedException> deliver(
      @Nullable List<Outcome<R>> outcomes, Optional<StepFailedException> before)
      throws StoppedException {
    Optional<StepFailedException> earliest = before;
    for (Outcome<R> outcome : outcomes == null ? List.<Outcome<R>>of() : outcomes) {
      if (outcome instanceof Outcome.Finished<R> finished) {
        listener.finished(finished.unit(), finished.result());
      } else if (outcome instanceof Outcome.Failed<R> failed) {
        StepFailedException failure = failed.failure();
        earliest = Optional.of(
            earliest.filter(e -> e.unitIndex() < failure.unitIndex()).orElse(failure));
      } else {
        throw new StoppedException();
      }
    }
    return earliest;
  }

  private SimpleFutureAction<BoxedUnit> submit(
      List<WorkUnit> units, int tasks, BlockingQueue<List<Outcome<R>>> done) {
    RDD<WorkUnit> rdd = context.parallelize(new ArrayList<>(units), tasks).rdd();
    List<Object> partitions = new ArrayList<>();
    for (int i = 0; i < tasks; i++) {
      partitions.add(i);
    }
    Seq<Object> all = CollectionConverters.asScala(partitions).toSeq();
    Function1<Iterator<WorkUnit>, ArrayList<Outcome<R>>> task = new Task<>(step);
    return context
        .sc()
        .submitJob(
            rdd,
            task,
            all,
            new AbstractFunction2<Object, ArrayList<Outcome<R>>, BoxedUnit>() {
              @Override
              public BoxedUnit apply(Object partition, ArrayList<Outcome<R>> outcomes) {
                done.add(outcomes);
                return BoxedUnit.UNIT;
              }
            },
            new AbstractFunction0<BoxedUnit>() {
              @Override
              public BoxedUnit apply() {
                return BoxedUnit.UNIT;
              }
            });
  }
}
