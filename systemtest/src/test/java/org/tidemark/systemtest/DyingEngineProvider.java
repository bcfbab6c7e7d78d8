package org.tidemark.systemtest;

import org.tidemark.engine.Engine;
import org.tidemark.engine.EngineOptions;
import org.tidemark.engine.EngineProvider;

/** {@code --engine dying}, in tests alone; a system property says where it dies. */
public final class DyingEngineProvider implements EngineProvider {
  static final String NAME = "dying";

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Engine open(EngineOptions options) {
    return new DyingEngine(options, System.getProperty(DyingEngine.PROPERTY, ""));
  }
}
