package org.tidemark.trail;

import java.util.Optional;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;
import org.tidemark.casefile.CaseFile;
import org.tidemark.casefile.Grade;
import org.tidemark.evidence.Evidence;
import org.tidemark.evidence.Facts;
import org.tidemark.evidence.LogonType;

/**
 * Follows what is held through time: one pass over the logons in true time (RULES.md sections 1, 3
 * and 4).
 *
 * <p>At each logon the question is whether something held opened it: a known sign in its record, a
 * source host that is held, a held account from nowhere, or an account whose platform fell. If so
 * the target is reached; it is held once code ran there, a shell was opened or the account is
 * administrator there, and only then does it carry the trail on. Cost: one look at two arrays a
 * row; objects are made for hops alone.
 */
final class Tracer {
  private record Pending(long at, int host, Holds.Hold hold, boolean code) {}

  private record Basis(
      Rule rule, Grade grade, Grade pathGrade, Optional<String> after, boolean derived) {}

  private final CaseFile caseFile;
  private final Evidence evidence;
  private final Facts.LogonColumns logons;
  private final Endpoints endpoints;
  private final HostClocks clocks;
  private final Indicators indicators;
  private final SessionFacts sessions;
  private final Usual usual;
  private final Routines routines;
  private final Reach reach;
  private final IdentityChanges changes;
  private final RecentLogons recent;
  private final PriorityQueue<Pending> pending =
      new PriorityQueue<>(java.util.Comparator.comparingLong(Pending::at));

  Tracer(
      CaseFile caseFile,
      Evidence evidence,
      Endpoints endpoints,
      HostClocks clocks,
      Indicators indicators,
      SessionFacts sessions,
      Usual usual,
      Reach reach) {
    this.caseFile = caseFile;
    this.evidence = evidence;
    this.logons = evidence.logons();
    this.endpoints = endpoints;
    this.clocks = clocks;
    this.indicators = indicators;
    this.sessions = sessions;
    this.usual = usual;
    this.routines = new Routines(caseFile);
    this.reach = reach;
    this.changes = new IdentityChanges(evidence, endpoints, clocks);
    this.recent = new RecentLogons(logons, endpoints);
  }

  /** A host that is held before any logon is looked at: a foothold. */
  void begin(int host, Holds.Hold hold) {
    hold(host, hold, true);
  }

  void run() {
    new LogonOrder(logons, endpoints, clocks).forEach(this::visit);
    settle(Long.MAX_VALUE);
    recent.revisit(this::look);
    settle(Long.MAX_VALUE);
  }

  /** Holds whose proof stands by {@code at} begin, what changed before does its work. */
  private void settle(long at) {
    while (true) {
      long proof = pending.isEmpty() ? Long.MAX_VALUE : pending.peek().at;
      if (!pending.isEmpty() && proof <= at && proof <= changes.nextAt()) {
        Pending next = pending.poll();
        hold(next.host, next.hold, next.code);
      } else if (changes.nextAt() < at) {
        change(changes.take());
      } else {
        return;
      }
    }
  }

  /**
   * A key issued to a held credential is held. A password that somebody else set ends a hold,
   * unless who set it, the host or the platform is the intruder's.
   */
  private void change(IdentityChanges.Change change) {
    Optional<Holds.Hold> by = reach.accounts().at(change.by(), change.at());
    if (change.issued() >= 0) {
      by.ifPresent(
          hold -> take(change.issued(), held(hold, change.at(), Rule.ISSUED_TO_HELD, hold.hop())));
    } else if (by.isEmpty()
        && reach.hosts().at(change.host(), change.at()).isEmpty()
        && reach.fallen(change.target(), change.at()).isEmpty()) {
      reach.accounts().end(change.target(), change.at());
    }
  }

  private void visit(long row, long at) {
    settle(at);
    recent.revisit(this::look);
    look(row, at);
    recent.add(row, at);
    recent.revisit(this::look);
  }

  private void look(long row, long at) {
    int account = logons.account(row);
    int to = endpoints.host(logons.to(row));
    if (account < 0 || to < 0 || !logons.succeeded(row)) {
      return;
    }
    LogonType type = logons.type(row);
    if (type == LogonType.EXPLICIT || type == LogonType.TICKET) {
      contact(row, at, account, to, type);
      return;
    }
    if (LooseReach.exposes(type)) {
      reach.hosts().at(to, at).ifPresent(hold -> exposed(account, at, hold));
    }
    if (opensFromElsewhere(type) && endpoints.host(logons.from(row)) != to) {
      move(row, at, account, to);
    }
  }

  /** Types that open a session for somebody who sits at another host. */
  private static boolean opensFromElsewhere(LogonType type) {
    return switch (type) {
      case NETWORK, NETWORK_CLEARTEXT, REMOTE_INTERACTIVE, SHELL, SHARE, CLOUD -> true;
      default -> false;
    };
  }

  /** Another host's record names the target: no hop by itself, but contact. */
  private void contact(long row, long at, int account, int to, LogonType type) {
    int source = endpoints.host(logons.from(row));
    Optional<Holds.Hold> host =
        source >= 0 ? reach.hosts().at(source, at) : Optional.<Holds.Hold>empty();
    if (host.isPresent() && type == LogonType.EXPLICIT && !reach.machine(account)) {
      take(account, held(host.get(), at, Rule.ENTERED_ON_HELD_HOST, host.get().hop()));
    }
    boolean byHeldAccount = source < 0 && reach.accounts().at(account, at).isPresent();
    if ((host.isPresent() || byHeldAccount) && !reach.machine(account) && source != to) {
      reach.contact(to, at);
    }
  }

  private void move(long row, long at, int account, int to) {
    if (reach.machine(account)) {
      return;
    }
    SessionFacts.@Nullable Session facts =
        sessions.of(to, logons.session(row), at).orElse(null);
    Basis basis = basis(row, at, account, facts);
    if (basis == null) {
      return;
    }
    if (basis.grade != Grade.CONFIRMED && routines.covers(account(account), endpoints.text(to))) {
      reach.excluded("account", account(account), Rule.EXPECTED_ROUTINE);
      return;
    }
    if (evidence.controllers().contains(to) && !administers(logons.type(row), facts)) {
      return;
    }
    boolean execution = shell(logons.type(row)) || facts != null && facts.codeAt < Long.MAX_VALUE;
    Optional<Trail.Hop> hop = reach.hop(
        row,
        at,
        execution,
        basis.rule,
        basis.grade,
        basis.pathGrade,
        basis.after,
        basis.derived,
        facts);
    if (hop.isEmpty()) {
      return;
    }
    Trail.Hop made = hop.get();
    take(
        account,
        new Holds.Hold(
            at,
            Long.MAX_VALUE,
            HostClocks.errorMicros(logons, row),
            made.grade(),
            made.pathGrade(),
            Rule.USED_FROM_HELD_HOST,
            false,
            Optional.of(made.id())));
    takeTarget(row, at, to, facts, made);
  }

  private void take(int account, Holds.Hold hold) {
    if (reach.account(account, hold)) {
      recent.accountBegan(account, hold.from());
    }
  }

  /** The target is held as soon as one of the proofs of its session stands. */
  private void takeTarget(
      long row, long at, int to, SessionFacts.@Nullable Session facts, Trail.Hop hop) {
    if (logons.type(row) == LogonType.CLOUD) {
      return;
    }
    boolean admin =
        facts != null && (facts.adminAt < Long.MAX_VALUE || facts.adminShareAt < Long.MAX_VALUE);
    if (shell(logons.type(row))) {
      pend(at, to, row, hop, Rule.SHELL_OPENED, hop.grade(), admin, true);
    }
    if (facts == null) {
      return;
    }
    if (facts.codeAt < Long.MAX_VALUE) {
      pend(
          Math.max(at, facts.codeAt),
          to,
          row,
          hop,
          Rule.CODE_RAN,
          hop.grade(),
          admin || facts.elevated,
          true);
    }
    if (admin) {
      long proof = Math.max(at, Math.min(facts.adminAt, facts.adminShareAt));
      pend(proof, to, row, hop, Rule.ADMINISTRATOR_THERE, Grade.POSSIBLE, true, false);
    }
  }

  private void pend(
      long proof,
      int host,
      long row,
      Trail.Hop hop,
      Rule rule,
      Grade grade,
      boolean administrator,
      boolean code) {
    Grade weaker = grade.weaker(hop.grade());
    Holds.Hold hold = new Holds.Hold(
        proof,
        Long.MAX_VALUE,
        HostClocks.errorMicros(logons, row),
        weaker,
        weaker.weaker(hop.pathGrade()),
        rule,
        administrator,
        Optional.of(hop.id()));
    if (proof <= HostClocks.micros(hop.at())) {
      hold(host, hold, code);
    } else {
      pending.add(new Pending(proof, host, hold, code));
    }
  }

  private void hold(int host, Holds.Hold hold, boolean code) {
    if (reach.ruledOut(host)) {
      return;
    }
    if (reach.host(host, hold)) {
      reach.sessionsOpen(host, hold.from(), account -> exposed(account, hold.from(), hold));
      recent.hostBegan(host, hold.from(), hold.error());
    }
    if (code && evidence.controllers().contains(host)) {
      reach.platform(host, hold);
    }
  }

  private void exposed(int account, long at, Holds.Hold hold) {
    if (!reach.machine(account)) {
      take(account, held(hold, at, Rule.EXPOSED_ON_HELD_HOST, hold.hop()));
    }
  }

  /** Credentials taken from a host stay known when the host is the intruder's no more. */
  private static Holds.Hold held(Holds.Hold source, long at, Rule rule, Optional<String> hop) {
    return new Holds.Hold(
        at,
        Long.MAX_VALUE,
        source.error(),
        Grade.POSSIBLE,
        Grade.POSSIBLE.weaker(source.pathGrade()),
        rule,
        false,
        hop);
  }

  /** Why the logon may be the intruder's, or null: nothing held opened it. */
  private @Nullable Basis basis(
      long row, long at, int account, SessionFacts.@Nullable Session facts) {
    Basis found = fromSomethingHeld(row, at, account);
    Indicators.Match sign = indicators.logon(logons, row, at).orElse(null);
    if (facts != null
        && facts.sign != null
        && (sign == null || facts.sign.grade().compareTo(sign.grade()) < 0)) {
      sign = facts.sign;
    }
    if (sign == null || found != null && sign.grade() != Grade.CONFIRMED) {
      return found;
    }
    return found == null
        ? new Basis(sign.rule(), sign.grade(), sign.grade(), Optional.empty(), true)
        : new Basis(sign.rule(), sign.grade(), found.pathGrade, found.after, false);
  }

  private @Nullable Basis fromSomethingHeld(long row, long at, int account) {
    int from = logons.from(row);
    int source = endpoints.host(from);
    int place = source >= 0 ? source : from;
    if (place >= 0) {
      Optional<Holds.Hold> hold = reach.hosts().at(place, at);
      if (hold.isPresent()) {
        boolean ownerLike = usual.usual(endpoints, account, from);
        return possible(ownerLike ? Rule.OWNER_LIKE : Rule.HELD_SOURCE, hold.get());
      }
      hold = reach.hosts().perhapsAt(place, at, HostClocks.errorMicros(logons, row));
      if (hold.isPresent()) {
        return possible(Rule.ORDER_UNSURE, hold.get());
      }
    }
    Optional<Holds.Hold> held =
        reach.accounts().at(account, at).filter(hold -> !givenAwayBy(row, at, hold));
    if (held.isPresent()) {
      return byHeldAccount(from, source, at, account, held.get());
    }
    Optional<Holds.Hold> fallen = source >= 0 ? Optional.empty() : reach.fallen(account, at);
    return fallen.map(hold -> possible(Rule.FALLEN_PLATFORM, hold)).orElse(null);
  }

  /**
   * Whether the logon itself left the account's credentials on a held host: nobody had them yet.
   */
  private boolean givenAwayBy(long row, long at, Holds.Hold hold) {
    return hold.rule() == Rule.EXPOSED_ON_HELD_HOST
        && hold.from() == at
        && LooseReach.exposes(logons.type(row))
        && reach.hosts().at(endpoints.host(logons.to(row)), at).isPresent();
  }

  private @Nullable Basis byHeldAccount(
      int from, int source, long at, int account, Holds.Hold held) {
    if (from < 0) {
      return possible(Rule.HELD_ACCOUNT_NO_SOURCE, held);
    }
    if (source == Endpoints.SHARED) {
      return possible(Rule.HELD_ACCOUNT_SHARED_SOURCE, held);
    }
    if (source == Endpoints.UNRESOLVED) {
      return possible(Rule.HELD_ACCOUNT_UNRESOLVED_SOURCE, held);
    }
    if (usual.usual(endpoints, account, from) && reach.coveredSince(source, at)) {
      reach.excluded("account", account(account), Rule.OWNER_ELSEWHERE);
    } else {
      reach.unsettled(account, source);
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
   * To a domain controller only remote administration is a hop; tickets, LDAP and policy are its
   * daily work.
   */
  private static boolean administers(LogonType type, SessionFacts.@Nullable Session facts) {
    return shell(type)
        || facts != null
            && (facts.remoteAdminAt < Long.MAX_VALUE
                || facts.adminShareAt < Long.MAX_VALUE
                || facts.codeAt < Long.MAX_VALUE);
  }

  private static boolean shell(LogonType type) {
    return type == LogonType.REMOTE_INTERACTIVE || type == LogonType.SHELL;
  }

  private String account(int account) {
    return evidence.accounts().text(account);
  }
}
