package org.tidemark.trail.telling;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.tidemark.casefile.CaseFile;
import org.tidemark.engine.Doc;

/** {@code tidemark trace CASE --from EARLIER --json}. */
@Doc("What would the trail be, had the footholds begun earlier?")
public record WhatIf(
    @Doc("where the declared footholds are taken to begin, UTC")
    Instant earlier,

    @Doc("first record of any log, UTC; null = there is none")
    Optional<Instant> logsFrom,

    @Doc("declared footholds that were moved, in the case file's order")
    List<Moved> footholds,

    @Doc("the trail of the case as it is, compared with that one")
    Comparison comparison) {
  public WhatIf {
    footholds = List.copyOf(footholds);
  }

  /** A foothold that is taken to begin earlier. */
  public record Moved(
      @Doc("host, account, session, key or address") String kind,
      @Doc("its name") String name,
      @Doc("as declared, UTC") Instant from,

      @Doc("first trusted record of a logon on that host, or of any log where it is no host, UTC;"
          + " null = no log")
      Optional<Instant> coveredFrom,

      @Doc("whether logs reach back to `earlier`; if not, nothing before covered_from is excluded")
      boolean reachesBack) {}

  /** The case with every declared foothold that begins later than {@code earlier} moved there. */
  public static CaseFile moved(CaseFile caseFile, Instant earlier) {
    List<CaseFile.Foothold> footholds = new ArrayList<>();
    for (CaseFile.Foothold f : caseFile.footholds()) {
      footholds.add(
          earlier.isBefore(f.from())
              ? new CaseFile.Foothold(
                  f.kind(),
                  f.name(),
                  earlier,
                  f.fromLatest(),
                  f.until(),
                  f.grade(),
                  f.by(),
                  f.why())
              : f);
    }
    return caseFile.withFootholds(footholds);
  }

  /**
   * The answer.
   *
   * @param now the case as it is; {@code then} the same with {@link #moved} footholds
   */
  public static WhatIf of(Instant earlier, ToldResult now, ToldResult then, CaseFile caseFile) {
    ToldEvidence evidence =
        now.evidence().orElse(new ToldEvidence(new java.util.TreeMap<>(), List.of()));
    Optional<Instant> logsFrom =
        evidence.coverage().stream().map(ToldEvidence.Span::from).min(Comparator.naturalOrder());
    List<Moved> moved = new ArrayList<>();
    for (CaseFile.Foothold f : caseFile.footholds()) {
      if (earlier.isBefore(f.from())) {
        Optional<Instant> covered = coveredFrom(f, now.trail(), evidence, logsFrom);
        moved.add(new Moved(
            f.kind().id(),
            f.name(),
            f.from(),
            covered,
            covered.filter(at -> !at.isAfter(earlier)).isPresent()));
      }
    }
    return new WhatIf(earlier, logsFrom, moved, Comparison.of(now, then, moved(caseFile, earlier)));
  }

  private static Optional<Instant> coveredFrom(
      CaseFile.Foothold foothold,
      ToldTrail trail,
      ToldEvidence evidence,
      Optional<Instant> logsFrom) {
    boolean place =
        foothold.kind() == CaseFile.Target.HOST || foothold.kind() == CaseFile.Target.ADDRESS;
    if (!place) {
      return logsFrom;
    }
    String written = NameSearch.host(foothold.name());
    String host = trail.hosts().stream()
        .filter(h -> h.name().equals(written) || h.names().contains(written))
        .map(ToldTrail.Host::name)
        .findFirst()
        .orElse(written);
    return evidence.coverage().stream()
        .filter(span -> span.host().equals(host) && span.kind().equals("logon"))
        .map(ToldEvidence.Span::from)
        .min(Comparator.naturalOrder());
  }
}
