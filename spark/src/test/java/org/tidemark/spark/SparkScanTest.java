package org.tidemark.spark;

import org.tidemark.engine.Engine;
import org.tidemark.engine.EngineOptions;
import org.tidemark.exposure.ScanContract;

class SparkScanTest extends ScanContract {
  @Override
  protected Engine open(EngineOptions options) {
    return SparkEngine.open(options);
  }
}
