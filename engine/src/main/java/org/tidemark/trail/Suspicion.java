package org.tidemark.trail;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tidemark.casefile.CaseFile;
import org.tidemark.casefile.Grade;
import org.tidemark.evidence.LogonType;

/**
 * Why a logon may be the intruder's (RULES.md sections 1 and 4): a known sign stands in its record
 * or its session, it was made in a session that is the intruder's, it came from something held, a
 * held account made it from a place that nobody can vouch for, or the platform that vouches for the
 * account has fallen.
 */
final class Suspicion {
  /**
   * The reason.
   *
   * @param pathGrade of the way to it, its own grade left out
   * @param after the hop that made its source the intruder's; empty = a foothold
   * @param derived a confirmed act that no path explains
   */
  record Basis(Rule rule, Grade grade, Grade pathGrade, Optional<String> after, boolean derived) {}

  private final CaseFile caseFile;
  private final Logons logons;
  private final Indicators indicators;
  private final Usual usual;
  private final Reach reach;

  Suspicion(CaseFile caseFile, Logons logons, Indicators indicators, Usual usual, Reach reach) {
    this.caseFile = caseFile;
    this.logons = logons;
    this.indicators = indicators;
    this.usual = usual;
    this.reach = reach;
  }

  /** Whether a session may hold a sign by itself: then every logon's has to be looked at. */
  boolean needsSessions() {
    return indicators.anyExecution();
  }

  /** The strongest reason, or null: nothing held opened the logon. */
  @Nullable
  Basis of(long row, long at, SessionFacts.@Nullable Session facts) {
    Basis found = fromSomethingHeld(row, at);
    Indicators.Match sign = indicators.logon(logons.columns(), row, at).orElse(null);
    if (facts != null
        && facts.sign != null
        && (sign == null || facts.sign.grade().compareTo(sign.grade()) < 0)) {
      sign = facts.sign;
    }
    if (sign == null
        || found != null && (sign.grade() != Grade.CONFIRMED || found.grade == Grade.CONFIRMED)) {
      return found;
    }
    return found == null
        ? new Basis(
            sign.rule(),
            sign.grade(),
            sign.grade(),
            Optional.empty(),
            sign.grade() == Grade.CONFIRMED)
        : new Basis(sign.rule(), sign.grade(), found.pathGrade, found.after, false);
  }

  private @Nullable Basis fromSomethingHeld(long row, long at) {
    int place = logons.place(row);
    int source = logons.source(row);
    Basis inSession = place >= 0 ? inSession(row, at, place, source) : null;
    if (inSession != null) {
      return inSession;
    }
    if (place >= 0) {
      Optional<Holds.Hold> hold = reach.hosts().at(place, at);
      if (hold.isPresent()) {
        return possible(usual(row) ? Rule.OWNER_LIKE : Rule.HELD_SOURCE, hold.get());
      }
      hold = reach.hosts().perhapsAt(place, at, logons.error(row));
      if (hold.isPresent()) {
        return possible(Rule.ORDER_UNSURE, hold.get());
      }
    }
    int account = logons.account(row);
    Optional<Holds.Hold> held =
        reach.accounts().at(account, at).filter(hold -> !givenAwayBy(row, at, hold));
    if (held.isPresent()) {
      return byHeldAccount(row, at, source, held.get());
    }
    Optional<Holds.Hold> fallen =
        source >= 0 ? Optional.empty() : reach.platforms().vouchingFor(account, at);
    return fallen.map(hold -> possible(Rule.FALLEN_PLATFORM, hold)).orElse(null);
  }

  /** Made in a session of the intruder's on the source: as sure as that session. */
  private @Nullable Basis inSession(long row, long at, int place, int source) {
    long session = logons.others().session(row);
    Optional<Trail.Hop> hop = reach.inSession(place, session, at);
    if (hop.isPresent()) {
      Grade grade = hop.get().grade();
      if (source == Endpoints.SHARED || grade == Grade.CONFIRMED) {
        Rule rule = source == Endpoints.SHARED ? Rule.JUMP_HOST_SESSION : Rule.INTRUDERS_SESSION;
        Optional<String> after = Optional.of(hop.get().id());
        return new Basis(rule, grade, hop.get().pathGrade(), after, false);
      }
    } else if (source == Endpoints.SHARED) {
      return reach
          .beside(place, logons.account(row), at)
          .map(beside -> new Basis(
              Rule.JUMP_HOST_OVERLAP,
              Grade.POSSIBLE,
              beside.pathGrade(),
              Optional.of(beside.id()),
              false))
          .orElse(null);
    }
    return null;
  }

  private boolean usual(long row) {
    return usual.usual(row);
  }

  /**
   * Whether the logon itself left the account's credentials on a held host: nobody had them yet.
   */
  private boolean givenAwayBy(long row, long at, Holds.Hold hold) {
    return hold.rule() == Rule.EXPOSED_ON_HELD_HOST
        && hold.from() == at
        && logons.exposes(row)
        && reach.hosts().at(logons.to(row), at).isPresent();
  }

  private @Nullable Basis byHeldAccount(long row, long at, int source, Holds.Hold held) {
    int from = logons.from(row);
    if (from < 0) {
      return possible(Rule.HELD_ACCOUNT_NO_SOURCE, held);
    }
    if (source < 0) {
      boolean shared = source == Endpoints.SHARED;
      return possible(
          usual(row)
              ? Rule.OWNER_LIKE
              : shared ? Rule.HELD_ACCOUNT_SHARED_SOURCE : Rule.HELD_ACCOUNT_UNRESOLVED_SOURCE,
          held);
    }
    int account = logons.account(row);
    if (usual(row) && reach.coveredSince(source, at)) {
      reach.excluded("account", logons.accounts().text(account), Rule.OWNER_ELSEWHERE);
    } else {
      reach.unsettled(account, source, usual.known(account));
    }
    return null;
  }

  private Basis possible(Rule rule, Holds.Hold hold) {
    boolean atBestPossible = rule == Rule.ORDER_UNSURE || rule == Rule.HELD_ACCOUNT_SHARED_SOURCE;
    Grade grade =
        !atBestPossible && caseFile.proof().contains(rule.id()) ? Grade.CONFIRMED : Grade.POSSIBLE;
    return new Basis(rule, grade, hold.pathGrade(), hold.hop(), false);
  }

  /**
   * Whether a session on a controller administers it from outside; tickets, LDAP and policy are its
   * daily work.
   */
  static boolean administers(LogonType type, SessionFacts.@Nullable Session facts) {
    return Logons.shell(type)
        || facts != null
            && (facts.remoteAdminAt < Long.MAX_VALUE
                || facts.adminShareAt < Long.MAX_VALUE
                || facts.codeAt < Long.MAX_VALUE);
  }
}
