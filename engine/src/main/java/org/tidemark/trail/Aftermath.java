package org.tidemark.trail;

import java.time.Instant;
import java.util.List;
import org.tidemark.casefile.CaseFile;
import org.tidemark.casefile.Organisations;
import org.tidemark.evidence.Evidence;

/** What a finished trail means for those who clean up: what was left, what to secure next. */
final class Aftermath {
  private final CaseFile caseFile;
  private final Evidence evidence;
  private final Logons logons;
  private final HopMaker hopMaker;
  private final Indicators indicators;
  private final Organisations organisations;

  Aftermath(
      CaseFile caseFile,
      Evidence evidence,
      Logons logons,
      HopMaker hopMaker,
      Indicators indicators,
      Organisations organisations) {
    this.caseFile = caseFile;
    this.evidence = evidence;
    this.logons = logons;
    this.hopMaker = hopMaker;
    this.indicators = indicators;
    this.organisations = organisations;
  }

  /**
   * The trail with its aftermath.
   *
   * @param earliest the earliest foothold, µs
   * @param end of the window: containment, or the last record of anything
   */
  Trail addTo(Trail trail, long earliest, Instant end) {
    HeldTimes held = new HeldTimes(trail, logons);
    List<LeftActs.Act> acts = new LeftActs(evidence, logons, indicators, held, earliest).gather();
    List<LeftBehind> left = new Remains(
            caseFile, new Undone(evidence, logons), logons, organisations, hopMaker, trail, held)
        .of(acts);
    return new Trail(
        trail.footholds(),
        trail.hosts(),
        trail.accounts(),
        trail.sessions(),
        trail.platformsFallen(),
        trail.platformsInDoubt(),
        trail.hops(),
        trail.excluded(),
        trail.unknown(),
        trail.problems(),
        left,
        new NextHosts(caseFile, trail, left, evidence.coverage(), end).list(),
        new OutgoingFlows(evidence, logons, indicators, organisations, held).of(trail, end));
  }
}
