package org.tidemark.engine.embedded;

import org.tidemark.engine.Engine;
import org.tidemark.engine.EngineOptions;
import org.tidemark.exposure.ScanContract;

class EmbeddedScanTest extends ScanContract {
  @Override
  protected Engine open(EngineOptions options) {
    return EmbeddedEngine.open(options);
  }
}
