package org.tidemark.engine.embedded;

import org.tidemark.engine.Engine;
import org.tidemark.engine.EngineOptions;
import org.tidemark.engine.EngineProvider;

/** Opens the {@link EmbeddedEngine}. */
public final class EmbeddedEngineProvider implements EngineProvider {
  @Override
  public String name() {
    return "embedded";
  }

  @Override
  public Engine open(EngineOptions options) {
    return EmbeddedEngine.open(options);
  }
}
