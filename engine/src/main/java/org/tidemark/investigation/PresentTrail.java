package org.tidemark.investigation;

import java.util.Optional;
import org.tidemark.casefile.CaseFile;
import org.tidemark.casefile.CaseItems;
import org.tidemark.engine.Cancellation;
import org.tidemark.engine.Engine;
import org.tidemark.engine.JsonDocument;
import org.tidemark.engine.Progress;
import org.tidemark.engine.StoppedException;
import org.tidemark.evidence.Evidence;
import org.tidemark.evidence.EvidenceStage;
import org.tidemark.trail.Trail;
import org.tidemark.trail.TrailJson;
import org.tidemark.trail.TrailStage;
import org.tidemark.trail.telling.ToldEvidence;
import org.tidemark.trail.telling.ToldResult;
import org.tidemark.trail.telling.ToldTrail;

/** Trails for questions: whether the published one is of now, and one of a case that is not. */
public final class PresentTrail {
  private PresentTrail() {}

  /**
   * Compares keys; reads evidence that is new, which later runs reuse, and writes nothing but that.
   *
   * @param build id of this build: a trail of another one is not of now
   * @throws StoppedException when the user asked to stop
   */
  public static boolean isPublished(
      CaseFile caseFile,
      CaseFolder folder,
      String build,
      boolean rehash,
      FormerResult former,
      Engine engine,
      Progress progress,
      Cancellation cancellation)
      throws StoppedException {
    EvidenceStage.Ingested ingested = EvidenceStage.ingest(
        caseFile, folder.root(), folder.work(), build, rehash, engine, progress, cancellation);
    try (Evidence evidence = ingested.evidence()) {
      return former.isTraceOf(ResultKeys.trace(caseFile, build, ingested.key()));
    }
  }

  /**
   * Traces a case that differs from its case.yaml. Writes nothing but what {@link #isPublished}
   * writes.
   *
   * @throws StoppedException when the user asked to stop
   */
  public static ToldResult supposed(
      CaseFile caseFile,
      CaseFolder folder,
      String build,
      Engine engine,
      Progress progress,
      Cancellation cancellation)
      throws StoppedException {
    EvidenceStage.Ingested ingested = EvidenceStage.ingest(
        caseFile, folder.root(), folder.work(), build, false, engine, progress, cancellation);
    try (Evidence evidence = ingested.evidence()) {
      Trail trail = TrailStage.trace(caseFile, evidence, progress, cancellation);
      return new ToldResult(
          ToldTrail.of(JsonDocument.tree(TrailJson.of(trail))),
          Optional.of(ToldEvidence.of(JsonDocument.tree(evidence.json()))),
          Optional.of(CaseItems.of(caseFile)),
          Optional.empty());
    }
  }
}
