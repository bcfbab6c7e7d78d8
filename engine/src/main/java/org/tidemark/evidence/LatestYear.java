package org.tidemark.evidence;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;
import org.tidemark.casefile.CaseFile;

/**
 * The instant after which a source's records cannot lie, from which years that logs leave out are
 * found. Never a file's own time: copying changes it.
 */
final class LatestYear {
  /** Zones may be unknown. */
  private static final Duration AFTER_COLLECTION = Duration.ofDays(1);

  /**
   * Without a time of collection: logs reach at most so far beyond the case's latest known instant.
   */
  private static final Duration AFTER_CASE = Duration.ofDays(183);

  private LatestYear() {}

  /** Empty where the case file names no instant at all. */
  static Optional<Instant> of(CaseFile caseFile, CaseFile.EvidenceSource source) {
    if (source.collectedAt().isPresent()) {
      return source.collectedAt().map(at -> at.plus(AFTER_COLLECTION));
    }
    Stream<Instant> collected =
        caseFile.evidence().stream().flatMap(other -> other.collectedAt().stream());
    Stream<Instant> moments =
        caseFile.moments().moments().values().stream().map(CaseFile.Moment::at);
    Stream<Instant> footholds = caseFile.footholds().stream().map(CaseFile.Foothold::from);
    return Stream.of(collected, moments, footholds)
        .flatMap(all -> all)
        .max(Comparator.naturalOrder())
        .map(at -> at.plus(AFTER_CASE));
  }
}
