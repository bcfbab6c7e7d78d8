package org.tidemark.engine.embedded;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.ServiceLoader;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.tidemark.engine.Cancellation;
import org.tidemark.engine.Engine;
import org.tidemark.engine.EngineContract;
import org.tidemark.engine.EngineOptions;
import org.tidemark.engine.EngineProvider;
import org.tidemark.engine.Step;
import org.tidemark.engine.StoppedException;
import org.tidemark.engine.WorkUnit;

class EmbeddedEngineTest extends EngineContract {
  @Override
  protected Engine open(EngineOptions options) {
    return EmbeddedEngine.open(options);
  }

  /** Counts how many results exist that the listener has not seen. */
  private static final class CountsStarted implements Step<Integer> {
    private static final long serialVersionUID = 1L;
    private final AtomicInteger started;

    CountsStarted(AtomicInteger started) {
      this.started = started;
    }

    @Override
    public String id() {
      return "counts-started";
    }

    @Override
    public Integer run(WorkUnit unit, Cancellation cancellation) {
      return started.incrementAndGet();
    }
  }

  @Test
  void theServiceLoaderFindsIt() {
    List<String> names = new ArrayList<>();
    ServiceLoader.load(EngineProvider.class).forEach(p -> names.add(p.name()));
    assertTrue(names.contains("embedded"), names.toString());
  }

  @Test
  void aSlowListenerHoldsTheWorkersBack() throws StoppedException {
    AtomicInteger started = new AtomicInteger();
    AtomicInteger seen = new AtomicInteger();
    AtomicInteger most = new AtomicInteger();
    try (Engine engine = open(2)) {
      engine.run(new CountsStarted(started), units(400), Cancellation.NEVER, (unit, result) -> {
        Thread.onSpinWait();
        most.accumulateAndGet(started.get() - seen.getAndIncrement(), Math::max);
      });
    }
    assertEquals(400, seen.get());
    assertTrue(most.get() <= 2 * 3 + 1, most + " results in memory with two workers");
  }

  @Test
  void anExecutorThatIsHandedInStaysOpen() throws StoppedException {
    ExecutorService executor = Executors.newSingleThreadExecutor();
    try {
      AtomicInteger seen = new AtomicInteger();
      try (Engine engine = EmbeddedEngine.on(executor, new EngineOptions(2, 256L << 20, folder))) {
        engine.run(
            new CountsStarted(new AtomicInteger()),
            units(100),
            Cancellation.NEVER,
            (unit, result) -> seen.incrementAndGet());
      }
      assertEquals(100, seen.get());
      assertTrue(!executor.isShutdown());
    } finally {
      executor.shutdown();
    }
  }

  @Test
  void aClosedEngineSaysSo() {
    Engine engine = open(1);
    engine.close();
    assertThrows(
        IllegalStateException.class,
        () -> engine.run(
            new CountsStarted(new AtomicInteger()), units(1), Cancellation.NEVER, (u, r) -> {}));
  }
}
