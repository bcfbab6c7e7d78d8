package org.tidemark.app.commands;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import org.tidemark.app.BuildIdentity;
import org.tidemark.app.ExitStatus;
import org.tidemark.app.Failure;
import org.tidemark.app.telling.ToldResults;
import org.tidemark.casefile.CaseFile;
import org.tidemark.casefile.CaseItems;
import org.tidemark.engine.StoppedException;
import org.tidemark.trail.telling.Comparison;
import org.tidemark.trail.telling.ToldResult;
import org.tidemark.trail.telling.WhatIf;

/** {@code tidemark trace CASE --compare RESULT} and {@code --from EARLIER}. */
final class Comparing {
  private final OpenCase opened;
  private final TracedCase traced;

  Comparing(OpenCase opened, TracedCase traced) {
    this.opened = opened;
    this.traced = traced;
  }

  /** Compares an earlier result with the case as it is now. */
  Comparison with(Path earlier) throws IOException, StoppedException {
    // Read first: it may be the result that a new trace takes the place of.
    ToldResult before = ToldResults.read(earlier);
    return Comparison.of(before, now(), opened.file());
  }

  /**
   * What the trail would be, had every declared foothold begun earlier. Writes no result.
   *
   * @throws Failure when no foothold begins later than that
   */
  WhatIf from(Instant earlier) throws IOException, StoppedException {
    CaseFile file = opened.file();
    if (file.footholds().isEmpty()) {
      throw new Failure(
          ExitStatus.CASE_AT_FAULT,
          "--from: case.yaml declares no foothold that could begin earlier. Name one under"
              + " `footholds:`.");
    }
    if (file.footholds().stream().noneMatch(f -> earlier.isBefore(f.from()))) {
      throw new Failure(
          ExitStatus.WRONG_USAGE,
          "--from: " + earlier + " is not earlier than any declared foothold (expected: before "
              + file.footholds().stream()
                  .map(CaseFile.Foothold::from)
                  .max(Instant::compareTo)
                  .orElseThrow()
              + ").");
    }
    ToldResult now = now();
    CaseFile moved = WhatIf.moved(file, earlier);
    ToldResult then = traced.supposed(moved);
    return WhatIf.of(
        earlier,
        now,
        new ToldResult(then.trail(), then.evidence(), then.caseItems(), now.version()),
        file);
  }

  /** An instant with its zone, or the beginning of a day with one. */
  static Instant instant(String text) {
    try {
      return OffsetDateTime.parse(text.matches(".*[T ].*") ? text.replace(' ', 'T') : day(text))
          .toInstant();
    } catch (DateTimeParseException e) {
      throw new Failure(
          ExitStatus.WRONG_USAGE,
          "--from: '" + text.replaceAll("\\p{Cntrl}", "?")
              + "' is no time with a zone (expected: as"
              + " 2023-09-01T00:00:00+09:00, 2023-09-01T00:00Z or 2023-09-01+09:00).");
    }
  }

  private static String day(String text) {
    return text.length() < 10 ? text : text.substring(0, 10) + "T00:00" + text.substring(10);
  }

  private ToldResult now() throws IOException, StoppedException {
    ToldResult read = ToldResults.read(traced.documents());
    BuildIdentity build = BuildIdentity.read();
    return new ToldResult(
        read.trail(),
        read.evidence(),
        Optional.of(CaseItems.of(opened.file())),
        Optional.of(ToldResults.version(build.version(), build.commit())));
  }
}
