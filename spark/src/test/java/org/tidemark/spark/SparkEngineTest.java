package org.tidemark.spark;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;
import org.tidemark.engine.Engine;
import org.tidemark.engine.EngineContract;
import org.tidemark.engine.EngineOptions;
import org.tidemark.engine.EngineProvider;

class SparkEngineTest extends EngineContract {
  @Override
  protected Engine open(EngineOptions options) {
    return SparkEngine.open(options);
  }

  @Test
  void theServiceLoaderFindsIt() {
    List<String> names = new ArrayList<>();
    ServiceLoader.load(EngineProvider.class).forEach(p -> names.add(p.name()));
    assertTrue(names.contains("spark"), names.toString());
  }
}
