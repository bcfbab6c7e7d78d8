package org.tidemark.evidence;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.tidemark.casefile.CaseFile;
import org.tidemark.casefile.CaseFileReader;
import org.tidemark.casefile.CaseReading;
import org.tidemark.engine.Cancellation;
import org.tidemark.engine.Engine;
import org.tidemark.engine.EngineOptions;
import org.tidemark.engine.Progress;
import org.tidemark.engine.StoppedException;
import org.tidemark.engine.embedded.EmbeddedEngine;

/** A case folder with evidence, and the stage run on it. */
public final class Ingest {
  private final Path folder;
  private final Path work;
  private String sources = "  - {path: logs/}\n";
  private int threads = 2;

  /** @param folder an empty folder; the case lies in {@code case} below it */
  public Ingest(Path folder) {
    this.folder = folder.resolve("case");
    this.work = folder.resolve("work");
  }

  /** Puts a file into the case. */
  public Ingest file(String path, byte[] content) {
    try {
      Path file = folder.resolve(path);
      Files.createDirectories(file.getParent());
      Files.write(file, content);
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public Ingest file(String path, String content) {
    return file(path, content.getBytes(java.nio.charset.StandardCharsets.UTF_8));
  }

  /** The items of the case file's evidence, one a line, in flow style. */
  public Ingest sources(String... items) {
    sources = "  - " + String.join("\n  - ", items) + "\n";
    return this;
  }

  public Ingest threads(int count) {
    threads = count;
    return this;
  }

  public Path folder() {
    return folder;
  }

  public Path work() {
    return work;
  }

  public Evidence evidence() {
    return run().evidence();
  }

  public EvidenceStage.Ingested run() {
    return run(Progress.NONE, Cancellation.NEVER);
  }

  public EvidenceStage.Ingested run(Progress progress, Cancellation cancellation) {
    try {
      Files.createDirectories(work);
      EngineOptions options = new EngineOptions(threads, EngineOptions.LEAST_MEMORY_BYTES, work);
      try (Engine engine = EmbeddedEngine.open(options)) {
        return EvidenceStage.ingest(
            caseFile(), folder, work, "test", false, engine, progress, cancellation);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (StoppedException e) {
      throw new IllegalStateException(e);
    }
  }

  private CaseFile caseFile() {
    String yaml = "tidemark: 1\ncase: test\ncontroller: harbour\norganisations:\n"
        + "  - {id: harbour, name: Harbour, country: JP, capacities: [controller]}\n"
        + "evidence:\n" + sources;
    if (CaseFileReader.read(yaml) instanceof CaseReading.Whole whole) {
      return whole.file();
    }
    throw new AssertionError(CaseFileReader.read(yaml));
  }
}
