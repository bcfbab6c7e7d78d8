package org.tidemark.engine;

/**
 * Gets each finished unit once: one call at a time, in any order of units, on a thread of the
 * engine's choice.
 */
@FunctionalInterface
public interface UnitListener<R> {
  void finished(WorkUnit unit, R result);
}
