package org.tidemark.investigation;

import org.tidemark.casefile.CaseFile;
import org.tidemark.engine.Cancellation;
import org.tidemark.engine.Engine;
import org.tidemark.engine.Progress;
import org.tidemark.engine.StoppedException;
import org.tidemark.evidence.Evidence;
import org.tidemark.evidence.EvidenceStage;

/**
 * Whether the published trail is that of the case as it is now, so that a question can be answered
 * from it.
 */
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
}
