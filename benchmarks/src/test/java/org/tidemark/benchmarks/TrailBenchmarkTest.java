package org.tidemark.benchmarks;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the benchmark measures is the trail that it planted. */
class TrailBenchmarkTest {
  private static final int LOGONS = 20_000;

  @TempDir
  Path folder;

  @Test
  void everyPlantedHopIsFoundAndNoOtherIsConfirmed() throws Exception {
    TrailBenchmark benchmark = new TrailBenchmark(folder, LOGONS, 200, 150);
    benchmark.write();
    TrailBenchmark.Found found = benchmark.trace();
    assertEquals(6, found.planted());
    assertEquals(6, found.confirmed());
    assertEquals(7, found.held());
  }

  @Test
  void madeLogonsAreInOrderOfTime() {
    Estate estate = new Estate(200, 150);
    MadeLogons logons = new MadeLogons(estate, new Intrusion(estate), LOGONS);
    long before = Long.MIN_VALUE;
    long outOfOrder = 0;
    long count = 0;
    while (logons.next()) {
      outOfOrder += logons.at < before ? 1 : 0;
      before = logons.at;
      count++;
    }
    assertEquals(0, outOfOrder);
    assertEquals(logons.size(), count);
  }
}
