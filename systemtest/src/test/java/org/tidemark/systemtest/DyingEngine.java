package org.tidemark.systemtest;

import java.io.IOException;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.tidemark.engine.Cancellation;
import org.tidemark.engine.Engine;
import org.tidemark.engine.EngineOptions;
import org.tidemark.engine.Step;
import org.tidemark.engine.StoppedException;
import org.tidemark.engine.TableSchema;
import org.tidemark.engine.Tables;
import org.tidemark.engine.UnitListener;
import org.tidemark.engine.WorkUnit;
import org.tidemark.engine.embedded.EmbeddedEngine;

/**
 * The embedded engine, at one point of whose work the process dies as by a power cut: {@code
 * UNIT step n} after the n-th unit of a step, {@code WRITE table 1} before a table is written,
 * {@code CLOSE tables n} after the n-th store of tables was closed, {@code THROW step n} a defect
 * in place of a death.
 */
final class DyingEngine implements Engine {
  static final int STATUS = 137;

  /** System property that names the point. */
  static final String PROPERTY = "tidemark.test.dies";

  private final Engine engine;
  private final String point;
  private final AtomicInteger closed = new AtomicInteger();

  DyingEngine(EngineOptions options, String point) {
    this.engine = EmbeddedEngine.open(options);
    this.point = point;
  }

  private void at(String place, String what, int number) {
    if (point.equals(place + ' ' + what + ' ' + number)) {
      Runtime.getRuntime().halt(STATUS);
    }
  }

  @Override
  public String name() {
    return DyingEngineProvider.NAME;
  }

  @Override
  public <R extends Serializable> void run(
      Step<R> step, List<WorkUnit> units, Cancellation cancellation, UnitListener<R> listener)
      throws StoppedException {
    AtomicInteger finished = new AtomicInteger();
    String name = step.getClass().getSimpleName();
    engine.run(step, units, cancellation, (unit, result) -> {
      listener.finished(unit, result);
      int number = finished.incrementAndGet();
      at("UNIT", name, number);
      if (point.equals("THROW " + name + ' ' + number)) {
        throw new IllegalStateException("a library's words: " + text(unit));
      }
    });
  }

  private static String text(WorkUnit unit) {
    try {
      return new String(Files.readAllBytes(unit.path()), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public Tables openTables(Path folder) {
    return new DyingTables(engine.openTables(folder));
  }

  @Override
  public void close() {
    engine.close();
  }

  private final class DyingTables implements Tables {
    private final Tables tables;

    DyingTables(Tables tables) {
      this.tables = tables;
    }

    @Override
    public Appender append(TableSchema schema) {
      return tables.append(schema);
    }

    @Override
    public void execute(String sql) {
      tables.execute(sql);
    }

    @Override
    public void query(String sql, RowReader reader) {
      tables.query(sql, reader);
    }

    @Override
    public void attachParquet(String name, Path file) {
      tables.attachParquet(name, file);
    }

    @Override
    public void writeParquet(TableSchema schema, String select, Path file) {
      at("WRITE", schema.name(), 1);
      tables.writeParquet(schema, select, file);
    }

    @Override
    public void close() {
      tables.close();
      at("CLOSE", "tables", closed.incrementAndGet());
    }
  }
}
