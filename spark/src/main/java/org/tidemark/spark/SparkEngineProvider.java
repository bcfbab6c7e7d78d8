package org.tidemark.spark;

import org.tidemark.engine.Engine;
import org.tidemark.engine.EngineOptions;
import org.tidemark.engine.EngineProvider;

/** Opens the {@link SparkEngine}. */
public final class SparkEngineProvider implements EngineProvider {
  @Override
  public String name() {
    return "spark";
  }

  @Override
  public Engine open(EngineOptions options) {
    return SparkEngine.open(options);
  }
}
