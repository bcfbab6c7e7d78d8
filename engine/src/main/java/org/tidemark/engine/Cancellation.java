package org.tidemark.engine;

/**
 * Whether the user asked to stop. Looked at between units and inside long ones. Safe from any
 * thread.
 */
@FunctionalInterface
public interface Cancellation {
  /** Never asks to stop. */
  Cancellation NEVER = () -> false;

  boolean requested();

  /** Throws when the user asked to stop. */
  default void check() throws StoppedException {
    if (requested()) {
      throw new StoppedException();
    }
  }
}
