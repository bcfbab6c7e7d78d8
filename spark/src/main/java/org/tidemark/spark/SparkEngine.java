package org.tidemark.spark;

import java.io.Serializable;
import java.nio.file.Path;
import java.util.List;
import org.apache.spark.SparkConf;
import org.apache.spark.api.java.JavaSparkContext;
import org.tidemark.engine.Cancellation;
import org.tidemark.engine.Engine;
import org.tidemark.engine.EngineOptions;
import org.tidemark.engine.Step;
import org.tidemark.engine.StoppedException;
import org.tidemark.engine.Tables;
import org.tidemark.engine.UnitListener;
import org.tidemark.engine.WorkUnit;
import org.tidemark.engine.embedded.Database;

/**
 * Runs steps on Apache Spark. Workers open the files of their units by themselves, so evidence must
 * lie at the same path on all of them; the driver gets results only. Rows are kept in the driver's
 * DuckDB, as with the embedded engine.
 *
 * <p>One engine a process at a time, as Spark allows one context. {@link #run} is called by one
 * thread at a time.
 *
 * <p>Without {@code spark.master} among the system properties it is a local session that listens on
 * loopback only; every other {@code spark.*} property is taken as Spark takes it.
 */
public final class SparkEngine implements Engine {
  private final JavaSparkContext context;
  private final EngineOptions options;

  private SparkEngine(JavaSparkContext context, EngineOptions options) {
    this.context = context;
    this.options = options;
  }

  /** Opens a session; closing the engine stops it. */
  public static SparkEngine open(EngineOptions options) {
    SparkConf conf = new SparkConf()
        .setAppName("tidemark")
        .setIfMissing("spark.master", "local[" + options.threads() + "]")
        .setIfMissing("spark.ui.enabled", "false")
        .setIfMissing("spark.local.dir", options.workFolder().toAbsolutePath().toString())
        // Waves bound what is on its way to the driver; a limit of Spark's would fail the run.
        .setIfMissing("spark.driver.maxResultSize", "0");
    if (conf.get("spark.master").startsWith("local")) {
      conf.set("spark.driver.bindAddress", "127.0.0.1").set("spark.driver.host", "127.0.0.1");
    }
    return new SparkEngine(new JavaSparkContext(conf), options);
  }

  @Override
  public String name() {
    return "spark";
  }

  @Override
  public <R extends Serializable> void run(
      Step<R> step, List<WorkUnit> units, Cancellation cancellation, UnitListener<R> listener)
      throws StoppedException {
    if (context.sc().isStopped()) {
      throw new IllegalStateException("engine: closed (expected: open)");
    }
    int inFlight = Math.max(options.threads(), context.defaultParallelism());
    Wave<R> wave = new Wave<>(context, step, cancellation, listener);
    int size = inFlight * Wave.UNITS_PER_TASK * Wave.TASKS_PER_WORKER;
    for (int from = 0; from < units.size(); from += size) {
      wave.run(units.subList(from, Math.min(units.size(), from + size)));
    }
  }

  @Override
  public Tables openTables(Path folder) {
    return Database.open(folder, options.threads(), options.memoryBytes());
  }

  @Override
  public void close() {
    context.stop();
  }
}
