package org.tidemark.house.samples.engine;

import java.time.Instant;

/** Reads the clock, the environment and the terminal, and keeps state in a static field. */
public final class Impure {
  private static int calls;

  private Impure() {}

  /** Does all that the engine must not do. */
  public static Instant now() {
    calls++;
    System.out.println(System.getenv("HOME") + calls);
    return Instant.now();
  }
}
