package org.tidemark.engine;

import java.io.Serializable;
import java.nio.file.Path;
import java.util.List;

/**
 * Runs the heavy steps: the embedded one on threads of this process, Spark on a cluster. The rows
 * of every table are equal on all of them; one contract suite holds them to that.
 */
public interface Engine extends AutoCloseable {
  /** {@code embedded}, {@code spark}. */
  String name();

  /**
   * Runs the step on every unit, in the order of the list as far as parallelism allows.
   *
   * @throws StoppedException when the user asked to stop; results that the listener got are whole
   */
  <R extends Serializable> void run(
      Step<R> step, List<WorkUnit> units, Cancellation cancellation, UnitListener<R> listener)
      throws StoppedException;

  /**
   * Opens a store for rows that do not fit memory.
   *
   * @param folder an empty folder of mode 0700 for spill files; emptied when the store is closed
   */
  Tables openTables(Path folder);

  @Override
  void close();
}
