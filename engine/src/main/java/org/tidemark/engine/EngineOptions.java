package org.tidemark.engine;

import java.nio.file.Path;

/**
 * What an engine may use.
 *
 * @param threads units that run at the same time, at least 1
 * @param memoryBytes what {@link Tables} may hold in memory beside the Java heap; more goes to disk
 * @param workFolder a folder of mode 0700 for spill and scratch files; the engine leaves nothing in
 *     it
 */
public record EngineOptions(int threads, long memoryBytes, Path workFolder) {
  /** Below this the row store cannot sort at all. */
  public static final long LEAST_MEMORY_BYTES = 64L << 20;

  public EngineOptions {
    if (threads < 1) {
      throw new IllegalArgumentException("threads: " + threads + " (expected: >= 1)");
    }
    if (memoryBytes < LEAST_MEMORY_BYTES) {
      throw new IllegalArgumentException(
          "memoryBytes: " + memoryBytes + " (expected: >= " + LEAST_MEMORY_BYTES + ")");
    }
  }
}
