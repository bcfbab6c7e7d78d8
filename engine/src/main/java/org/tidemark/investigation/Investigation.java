package org.tidemark.investigation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tidemark.casefile.CaseFile;
import org.tidemark.engine.Cancellation;
import org.tidemark.engine.Engine;
import org.tidemark.engine.JsonDocument;
import org.tidemark.engine.Progress;
import org.tidemark.engine.StoppedException;
import org.tidemark.engine.Tables;
import org.tidemark.evidence.Evidence;
import org.tidemark.evidence.EvidenceStage;
import org.tidemark.evidence.HashedFile;
import org.tidemark.exposure.ExposureStage;
import org.tidemark.exposure.ValueCipher;
import org.tidemark.people.People;
import org.tidemark.people.PeopleCounts;
import org.tidemark.people.PeopleInput;
import org.tidemark.trail.TimelineFiles;
import org.tidemark.trail.Trail;
import org.tidemark.trail.TrailJson;
import org.tidemark.trail.TrailStage;

/**
 * The stages in their order, up to the one asked for. What an earlier run kept is taken where
 * nothing that a stage reads has changed. Writes the result files into a folder; whoever calls
 * publishes it, keeps custody and the clock.
 */
public final class Investigation {
  /** The stages; each needs those before it. */
  public enum Stage {
    INGEST,
    TRACE,
    SCAN,
    RESOLVE;

    /** As commands and run.json name it. */
    public String id() {
      return name().toLowerCase(java.util.Locale.ROOT);
    }
  }

  /**
   * What to do.
   *
   * @param build id of this build: results of another one are not reused
   * @param last the last stage to run
   * @param former the former result: taken again where nothing changed, else what the lineage is
   *     drawn from
   */
  public record Request(
      CaseFile caseFile,
      CaseFolder folder,
      ValueCipher cipher,
      String build,
      Stage last,
      boolean rehash,
      FormerResult former) {}

  /** Is told when a stage begins and ends, so that whoever has a clock can time it. */
  public interface StageListener {
    void began(Stage stage);

    void ended(Stage stage, String key, boolean reused, long units, long bytes);
  }

  /**
   * What came out.
   *
   * @param findings empty where nothing had changed: the former result is the answer, and nothing
   *     was written
   * @param files every evidence file with its hash, for custody
   * @param problems what the responder should mend; the answer stands without it
   * @param nothing nothing usable was read: zero results never look like success
   */
  public record Outcome(
      Optional<Findings> findings, List<HashedFile> files, List<String> problems, boolean nothing) {
    public Outcome {
      files = List.copyOf(files);
      problems = List.copyOf(problems);
    }
  }

  private final Request request;
  private final Engine engine;
  private final Path target;
  private final Progress progress;
  private final Cancellation cancellation;
  private final StageListener stages;
  private final List<String> problems = new ArrayList<>();

  private Investigation(
      Request request,
      Engine engine,
      Path target,
      Progress progress,
      Cancellation cancellation,
      StageListener stages) {
    this.request = request;
    this.engine = engine;
    this.target = target;
    this.progress = progress;
    this.cancellation = cancellation;
    this.stages = stages;
  }

  /**
   * Runs the stages.
   *
   * @param target empty folder for the result files
   * @throws StoppedException when the user asked to stop; finished units are kept
   */
  public static Outcome run(
      Request request,
      Engine engine,
      Path target,
      Progress progress,
      Cancellation cancellation,
      StageListener stages)
      throws StoppedException {
    return new Investigation(request, engine, target, progress, cancellation, stages).run();
  }

  private Outcome run() throws StoppedException {
    stages.began(Stage.INGEST);
    EvidenceStage.Ingested ingested = EvidenceStage.ingest(
        request.caseFile(),
        request.folder().root(),
        request.folder().work(),
        request.build(),
        request.rehash(),
        engine,
        progress,
        cancellation);
    try (Evidence evidence = ingested.evidence()) {
      long bytes = ingested.hashed().stream().mapToLong(HashedFile::bytes).sum();
      stages.ended(
          Stage.INGEST, ingested.key(), ingested.reused(), ingested.hashed().size(), bytes);
      ResultKeys keys = ResultKeys.of(
          request.caseFile(), request.folder(), request.cipher(), request.build(), ingested.key());
      FormerResult former = request.former();
      if (request.last() == Stage.RESOLVE && former.isOf(keys.resolve())) {
        for (Stage stage : List.of(Stage.TRACE, Stage.SCAN, Stage.RESOLVE)) {
          stages.began(stage);
          stages.ended(stage, keys.of(stage), true, 0, 0);
        }
        return new Outcome(Optional.empty(), ingested.hashed(), former.notes(), false);
      }
      write(evidence.json(), "evidence.json");
      problems.addAll(evidence.json().problems());
      FindingsMaker findings = new FindingsMaker(request.caseFile(), evidence);
      if (request.last().compareTo(Stage.TRACE) >= 0) {
        trace(evidence, keys, findings);
      }
      Findings made = findings.make();
      write(made, "findings.json");
      boolean nothing = findings.nothing(request.last());
      return new Outcome(Optional.of(made), ingested.hashed(), problems, nothing);
    }
  }

  private void trace(Evidence evidence, ResultKeys keys, FindingsMaker findings)
      throws StoppedException {
    stages.began(Stage.TRACE);
    CaseFile c = request.caseFile();
    Trail trail = TrailStage.trace(c, evidence, progress, cancellation);
    write(TrailJson.of(trail), "trail.json");
    writeTimeline(trail, evidence);
    findings.trail(trail);
    problems.addAll(trail.problems());
    stages.ended(Stage.TRACE, keys.trace(), false, evidence.logons().size(), 0);
    if (request.last().compareTo(Stage.SCAN) >= 0) {
      scan(evidence, trail, keys, findings);
    }
  }

  private void scan(Evidence evidence, Trail trail, ResultKeys keys, FindingsMaker findings)
      throws StoppedException {
    stages.began(Stage.SCAN);
    CaseFile c = request.caseFile();
    Path spill = request.folder().spill();
    try {
      CaseFolder.makeOwnerOnly(spill);
    } catch (IOException e) {
      throw new UncheckedIOException(spill + ": cannot be made. See to the folder's rights.", e);
    }
    try (Tables tables = engine.openTables(spill)) {
      ExposureStage.Outcome exposure = ExposureStage.run(
          c,
          request.folder().root(),
          evidence,
          trail,
          request.cipher(),
          request.build(),
          request.folder().work().resolve("scan"),
          target,
          engine,
          tables,
          progress,
          cancellation);
      findings.exposure(exposure);
      problems.addAll(exposure.problems());
      stages.ended(
          Stage.SCAN,
          keys.scan(),
          exposure.unitsScanned() == 0,
          exposure.unitsScanned(),
          exposure.bytes());
      if (request.last() == Stage.RESOLVE) {
        stages.began(Stage.RESOLVE);
        PeopleCounts people = People.resolve(
            new PeopleInput(c, exposure.open(), request.former().records()),
            tables,
            request.cipher(),
            target,
            progress,
            cancellation);
        findings.people(people);
        stages.ended(Stage.RESOLVE, keys.resolve(), false, people.records(), 0);
      }
    }
  }

  private void write(Record document, String name) {
    try {
      JsonDocument.write(document, target.resolve(name));
    } catch (IOException e) {
      throw unwritten(name, e);
    }
  }

  private void writeTimeline(Trail trail, Evidence evidence) {
    try {
      TimelineFiles.write(trail, evidence.files(), target);
    } catch (IOException e) {
      throw unwritten(TimelineFiles.CSV, e);
    }
  }

  private UncheckedIOException unwritten(String name, IOException e) {
    return new UncheckedIOException(
        target.resolve(name) + ": cannot be written. Make room on the disk, then run again.", e);
  }

  /** Whether a result folder already holds everything that a run up to {@code last} would write. */
  public static boolean holds(Path result, Stage last) {
    List<String> names = switch (last) {
      case INGEST -> List.of("evidence.json");
      case TRACE -> List.of("evidence.json", "trail.json");
      case SCAN -> List.of("evidence.json", "trail.json", "findings.parquet");
      case RESOLVE -> List.of("evidence.json", "trail.json", "people.parquet");
    };
    return names.stream().allMatch(name -> Files.exists(result.resolve(name)));
  }
}
