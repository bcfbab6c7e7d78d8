package org.tidemark.engine;

import java.io.Serializable;

/**
 * A pure function from one unit to its result: no clock, no randomness, no state. Runs on any
 * thread of any machine, so the step and its result travel by Java serialization. Bad input is part
 * of the result; whatever a step throws is a defect of Tidemark and ends the run.
 */
public interface Step<R extends Serializable> extends Serializable {
  /** Name of the step as progress and run.json show it: {@code read}, {@code scan}. */
  String id();

  /** Does one unit. Long units look at {@code cancellation} now and then. */
  R run(WorkUnit unit, Cancellation cancellation) throws StoppedException;
}
