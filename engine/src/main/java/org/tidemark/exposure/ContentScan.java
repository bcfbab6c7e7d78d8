package org.tidemark.exposure;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.tidemark.engine.Cancellation;
import org.tidemark.engine.Engine;
import org.tidemark.engine.Progress;
import org.tidemark.engine.StoppedException;
import org.tidemark.engine.WorkUnit;

/**
 * Scans what the cache does not hold yet; each finished content is on disk before the next one is
 * counted.
 */
final class ContentScan implements AutoCloseable {
  /** {@code bytes}: read in this run. */
  record Counts(long scanned, long cached, long bytes) {}

  private final ScanCache cache;
  private final ScanStep step;
  private final Engine engine;
  private final Progress progress;
  private final Cancellation cancellation;

  ContentScan(
      Path folder,
      ValueCipher cipher,
      Engine engine,
      Progress progress,
      Cancellation cancellation) {
    try {
      this.cache = ScanCache.open(folder);
    } catch (IOException e) {
      throw new UncheckedIOException(
          folder + ": results cannot be kept. Make room on the disk or"
              + " see to the folder's rights, then run again.",
          e);
    }
    this.step = new ScanStep(cipher);
    this.engine = engine;
    this.progress = progress;
    this.cancellation = cancellation;
  }

  /** Scans each content once, in an order of which any prefix is a fair sample. */
  Counts run(List<ScanPlan.Scan> evidence, List<ScanPlan.Scan> directory) throws StoppedException {
    Set<String> planned = new HashSet<>();
    List<ScanPlan.Scan> missing = new ArrayList<>();
    long cached = 0;
    for (List<ScanPlan.Scan> scans : List.of(directory, evidence)) {
      for (ScanPlan.Scan scan : scans) {
        if (held(scan.key())) {
          cached++;
        } else if (planned.add(scan.key())) {
          missing.add(scan);
        }
      }
    }
    List<WorkUnit> units = new ArrayList<>();
    long bytes = 0;
    List<ScanPlan.Scan> ordered = ScanOrder.of(missing);
    for (ScanPlan.Scan scan : ordered) {
      units.add(new WorkUnit(units.size(), scan.file(), 0, -1, scan.content(), scan.settings()));
      bytes += scan.bytes();
    }
    progress.begin("scanning files", bytes, "bytes");
    engine.run(step, units, cancellation, (unit, result) -> {
      ScanPlan.Scan scan = ordered.get(unit.index());
      try {
        cache.put(scan.key(), result.toBytes());
      } catch (IOException e) {
        throw new UncheckedIOException("a result cannot be kept: no room on the disk?", e);
      }
      progress.advance(scan.bytes());
    });
    progress.end();
    return new Counts(missing.size(), cached, bytes);
  }

  private boolean held(String key) {
    try {
      return cache.contains(key);
    } catch (IOException e) {
      throw new UncheckedIOException("a kept result cannot be read; delete work/scan", e);
    }
  }

  /** Adds the rows of every file, in the order given. */
  void forEach(List<ScanPlan.Scan> scans, ScanTables rows) throws StoppedException {
    progress.begin("collecting findings", scans.size(), "files");
    for (ScanPlan.Scan scan : scans) {
      cancellation.check();
      try {
        rows.append(scan.path(), ScanResult.ofBytes(cache.get(scan.key()).orElseThrow()));
      } catch (IOException e) {
        throw new UncheckedIOException("a kept result cannot be read; delete work/scan", e);
      }
      progress.advance(1);
    }
    progress.end();
  }

  @Override
  public void close() {
    try {
      cache.close();
    } catch (IOException e) {
      throw new UncheckedIOException("the scan cache cannot be closed", e);
    }
  }
}
