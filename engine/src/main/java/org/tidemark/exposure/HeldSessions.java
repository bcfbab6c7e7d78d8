package org.tidemark.exposure;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.tidemark.casefile.CaseFile;
import org.tidemark.casefile.Grade;
import org.tidemark.evidence.Evidence;
import org.tidemark.evidence.Facts;
import org.tidemark.trail.Trail;
import org.tidemark.trail.TrueTime;

/** Which accesses were made in a session that a hop opened. */
final class HeldSessions {
  /** An access in the intruder's session. {@code at}: true time, µs. */
  record Match(String host, long at, Grade grade, String hop) {}

  private final Evidence evidence;
  private final TrueTime time;
  private final Map<Integer, Map<Long, List<Trail.Session>>> byHost = new HashMap<>();

  HeldSessions(CaseFile caseFile, Evidence evidence, Trail trail) {
    this.evidence = evidence;
    this.time = new TrueTime(caseFile, evidence);
    for (Trail.Session session : trail.sessions()) {
      int host = time.host(session.host());
      if (host >= 0 && session.number() != 0) {
        byHost
            .computeIfAbsent(host, key -> new HashMap<>())
            .computeIfAbsent(session.number(), key -> new ArrayList<>())
            .add(session);
      }
    }
  }

  /** The surest session that the access belongs to. */
  Optional<Match> of(Facts.AccessColumns accesses, long row) {
    int host = time.host(accesses.host(row), accesses.atMicros(row));
    Map<Long, List<Trail.Session>> sessions = byHost.get(host);
    List<Trail.Session> candidates =
        sessions == null ? List.of() : sessions.getOrDefault(accesses.session(row), List.of());
    if (candidates.isEmpty()) {
      return Optional.empty();
    }
    long micros = time.micros(accesses.host(row), accesses.atMicros(row));
    Instant at = TrueTime.instant(micros);
    Trail.Session best = null;
    for (Trail.Session session : candidates) {
      boolean open = !at.plusSeconds(1).isBefore(session.from())
          && session.to().map(to -> !at.minusSeconds(1).isAfter(to)).orElse(true);
      boolean mine = session.source().isEmpty()
          || accesses.from(row) >= 0
              && evidence
                  .endpoints()
                  .text(accesses.from(row))
                  .equals(session.source().get());
      if (open && mine && (best == null || session.grade().compareTo(best.grade()) < 0)) {
        best = session;
      }
    }
    return Optional.ofNullable(best)
        .map(session -> new Match(session.host(), micros, session.grade(), session.hop()));
  }

  /**
   * A host's name as the evidence dictionary has it: short, lower case; places of clouds as
   * written.
   */
  static String hostName(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    int dot = lower.indexOf('.');
    return lower.indexOf('/') < 0 && dot > 0 && !Character.isDigit(lower.charAt(0))
        ? lower.substring(0, dot)
        : lower;
  }
}
