package org.tidemark.engine;

/**
 * Opens one kind of engine. Found by {@link java.util.ServiceLoader}; has a constructor without
 * arguments.
 */
public interface EngineProvider {
  /** What {@code --engine} calls it: {@code embedded}, {@code spark}. */
  String name();

  /** Opens an engine; whoever opens it closes it. */
  Engine open(EngineOptions options);
}
