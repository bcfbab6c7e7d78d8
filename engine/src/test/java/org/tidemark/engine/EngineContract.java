package org.tidemark.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a stage may count on. Each engine's test extends this class and opens its engine. */
public abstract class EngineContract {
  @TempDir
  protected Path folder;

  /** A new engine; the test closes it. */
  protected abstract Engine open(EngineOptions options);

  protected Engine open(int threads) {
    return open(new EngineOptions(threads, 256L << 20, folder));
  }

  /** Units whose settings are their index; there is no file behind them. */
  protected static List<WorkUnit> units(int count) {
    return IntStream.range(0, count)
        .mapToObj(
            i -> new WorkUnit(i, Path.of("/none", "f" + i).toUri(), 0, -1, "", Integer.toString(i)))
        .toList();
  }

  /** Squares the number in the unit's settings. */
  static final class Square implements Step<Long> {
    private static final long serialVersionUID = 1L;

    @Override
    public String id() {
      return "square";
    }

    @Override
    public Long run(WorkUnit unit, Cancellation cancellation) {
      long n = Long.parseLong(unit.settings());
      return n * n;
    }
  }

  /** Throws, with a value of the evidence in its message, on units 40 and 41. */
  static final class FailsTwice implements Step<Long> {
    private static final long serialVersionUID = 1L;

    @Override
    public String id() {
      return "fails";
    }

    @Override
    public Long run(WorkUnit unit, Cancellation cancellation) {
      if (unit.index() == 40 || unit.index() == 41) {
        throw new IllegalStateException("seed@leak.example", new NumberFormatException("4111"));
      }
      return 1L;
    }
  }

  private static Map<Integer, Long> squares(Engine engine, List<WorkUnit> units)
      throws StoppedException {
    Map<Integer, Long> results = new TreeMap<>();
    AtomicInteger inside = new AtomicInteger();
    engine.run(new Square(), units, Cancellation.NEVER, (unit, result) -> {
      assertEquals(1, inside.incrementAndGet(), "one call of the listener at a time");
      assertTrue(results.put(unit.index(), result) == null, "each unit once");
      inside.decrementAndGet();
    });
    return results;
  }

  @Test
  void everyUnitIsDeliveredOnceAndWithItsOwnResult() throws StoppedException {
    Map<Integer, Long> expected = new TreeMap<>();
    units(500).forEach(u -> expected.put(u.index(), (long) u.index() * u.index()));
    for (int threads = 1; threads <= 2; threads++) {
      try (Engine engine = open(threads)) {
        assertEquals(expected, squares(engine, units(500)), threads + " threads");
      }
    }
  }

  @Test
  void anEmptyListEndsAtOnce() throws StoppedException {
    try (Engine engine = open(2)) {
      assertTrue(squares(engine, List.of()).isEmpty());
    }
  }

  @Test
  void aSecondStepRunsOnTheSameEngine() throws StoppedException {
    try (Engine engine = open(2)) {
      squares(engine, units(3));
      assertEquals(3, squares(engine, units(3)).size());
    }
  }

  @Test
  void aFailingStepEndsTheRunAndNamesTheEarliestUnitButNoValue() {
    try (Engine engine = open(2)) {
      StepFailedException failure = assertThrows(
          StepFailedException.class,
          () -> engine.run(new FailsTwice(), units(80), Cancellation.NEVER, (u, r) -> {}));
      assertEquals(40, failure.unitIndex());
      String said = String.valueOf(failure.getMessage());
      assertTrue(said.contains("`fails` failed on unit 40"), said);
      assertTrue(said.contains("NumberFormatException"), said);
      for (Throwable t = failure; t != null; t = t.getCause()) {
        assertFalse(t.toString().contains("leak.example"), "a value of the evidence got out");
        assertFalse(t.toString().contains("4111"), "a value of the evidence got out");
      }
    }
  }

  @Test
  void afterAFailureTheEngineStillRuns() throws StoppedException {
    try (Engine engine = open(2)) {
      assertThrows(
          StepFailedException.class,
          () -> engine.run(new FailsTwice(), units(80), Cancellation.NEVER, (u, r) -> {}));
      assertEquals(9, squares(engine, units(9)).size());
    }
  }

  @Test
  void aStopBeforeTheFirstUnitDeliversNothing() {
    List<Integer> delivered = new ArrayList<>();
    try (Engine engine = open(2)) {
      assertThrows(
          StoppedException.class,
          () ->
              engine.run(new Square(), units(50), () -> true, (u, r) -> delivered.add(u.index())));
    }
    assertEquals(List.of(), delivered);
  }

  @Test
  void aStopInTheMiddleKeepsWhatTheListenerGot() {
    AtomicBoolean stop = new AtomicBoolean();
    List<Integer> delivered = new ArrayList<>();
    try (Engine engine = open(2)) {
      assertThrows(
          StoppedException.class,
          () -> engine.run(new Square(), units(5000), stop::get, (unit, result) -> {
            assertEquals((long) unit.index() * unit.index(), result);
            delivered.add(unit.index());
            stop.set(delivered.size() >= 10);
          }));
    }
    assertTrue(delivered.size() >= 10 && delivered.size() < 5000, delivered.size() + " delivered");
    assertEquals(delivered.size(), delivered.stream().distinct().count());
  }

  @Test
  void aFailureOfTheListenerGoesOutAsItIs() {
    try (Engine engine = open(2)) {
      IllegalStateException failure = assertThrows(
          IllegalStateException.class,
          () -> engine.run(new Square(), units(300), Cancellation.NEVER, (u, r) -> {
            throw new IllegalStateException("listener");
          }));
      assertEquals("listener", failure.getMessage());
    }
  }
}
