package org.tidemark.trail;

import java.util.Comparator;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tidemark.casefile.CaseFile;
import org.tidemark.casefile.Grade;
import org.tidemark.evidence.LogonType;

/**
 * Follows what is held through time: one pass over the logons in true time (RULES.md sections 1, 3
 * and 4).
 *
 * <p>At each logon the question is whether something held opened it ({@link Suspicion}). If so the
 * target is reached; it is held once code ran there, a shell was opened or the account is
 * administrator there, gives away what {@link GivenAway} says, and only then carries the trail on.
 * Cost: a look at two arrays a row; objects are made for hops alone.
 */
final class Tracer {
  private record Pending(long at, int host, Holds.Hold hold, boolean code) {}

  private final Logons logons;
  private final Set<Integer> controllers;
  private final SessionFacts sessions;
  private final WinRmSessions winRm;
  private final LooseReach loose;
  private final Routines routines;
  private final Reach reach;
  private final Suspicion suspicion;
  private final GivenAway givenAway;
  private final ForgedTickets forged;
  private final Containers containers;
  private final IdentityChanges changes;
  private final RecentLogons recent;
  private final PriorityQueue<Pending> pending =
      new PriorityQueue<>(Comparator.comparingLong(Pending::at));

  Tracer(
      CaseFile caseFile,
      Logons logons,
      Set<Integer> controllers,
      SessionFacts sessions,
      WinRmSessions winRm,
      LooseReach loose,
      IdentityChanges changes,
      ForgedTickets forged,
      Suspicion suspicion,
      Reach reach) {
    this.logons = logons;
    this.controllers = controllers;
    this.sessions = sessions;
    this.winRm = winRm;
    this.loose = loose;
    this.routines = new Routines(caseFile);
    this.reach = reach;
    this.suspicion = suspicion;
    this.forged = forged;
    this.containers = new Containers(caseFile, logons.endpoints());
    this.givenAway = new GivenAway(logons, sessions, loose);
    this.changes = changes;
    this.recent = new RecentLogons(logons, loose::concerns, logons.widestError(loose.first()));
  }

  /** A host that is held before any logon is looked at: a foothold. */
  void begin(int host, Holds.Hold hold) {
    hold(host, hold, true);
  }

  void run() {
    new LogonOrder(logons, loose::concerns, true).forEach(loose.first(), this::visit);
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
   * A key issued to a held credential, an account that something held made, is held. A password
   * that somebody else set, a key that was deleted, ends a hold, unless who did it, the host or the
   * platform is the intruder's.
   */
  private void change(IdentityChanges.Change change) {
    Optional<Holds.Hold> by = reach.accounts().at(change.by(), change.at());
    switch (change.kind()) {
      case ISSUED ->
        by.ifPresent(hold -> take(change.target(), held(hold, change.at(), Rule.ISSUED_TO_HELD)));
      case CREATED ->
        by.filter(hold -> reach.madeByIntruder(change.host(), change.session(), change.at()))
            .ifPresent(hold -> take(change.target(), held(hold, change.at(), Rule.MADE_BY_HELD)));
      case EXPORTED ->
        reach
            .hosts()
            .at(change.host(), change.at())
            .filter(hold -> reach.platforms().vouches(change.host(), controllers))
            .ifPresent(hold -> reach
                .platforms()
                .fall(
                    logons.endpoints().text(change.host()),
                    held(hold, change.at(), Rule.SIGNING_KEY_EXPORTED),
                    Rule.SIGNING_KEY_EXPORTED));
      case EXPIRED -> reach.accounts().end(change.target(), change.at());
      case ENDED -> {
        if (by.isEmpty()
            && reach.hosts().at(change.host(), change.at()).isEmpty()
            && reach.platforms().vouchingFor(change.target(), change.at()).isEmpty()) {
          reach.accounts().end(change.target(), change.at());
        }
      }
    }
  }

  private void visit(long row, long at) {
    settle(at);
    recent.revisit(this::look);
    recent.reached(row, at);
    look(row, at);
    recent.revisit(this::look);
  }

  private void look(long row, long at) {
    int to = logons.to(row);
    if (to < 0 || !logons.succeeded(row)) {
      return;
    }
    LogonType type = logons.type(row);
    int account = logons.account(row);
    if (type == LogonType.EXPLICIT || type == LogonType.TICKET) {
      contact(row, at, account, to, type);
      SessionFacts.Session remote =
          type == LogonType.TICKET ? winRm.session(row, at).orElse(null) : null;
      if (remote != null && logons.source(row) != to) {
        move(row, at, account, to, remote);
      }
      return;
    }
    if (account >= 0
        && (logons.exposes(row) || type == LogonType.NEW_CREDENTIALS)
        && !logons.accounts().machine(account)) {
      Rule rule =
          type == LogonType.NEW_CREDENTIALS ? Rule.ENTERED_ON_HELD_HOST : Rule.EXPOSED_ON_HELD_HOST;
      reach.hosts().at(to, at).ifPresent(hold -> take(account, held(hold, at, rule)));
    }
    if (Logons.opensFromElsewhere(type)
        && logons.source(row) != to
        && !logons.accounts().machine(account)) {
      move(row, at, account, to, null);
    }
  }

  /** Another host's record names the target: no hop by itself, but contact. */
  private void contact(long row, long at, int account, int to, LogonType type) {
    if (account < 0 || logons.accounts().machine(account)) {
      return;
    }
    int place = logons.place(row);
    Optional<Holds.Hold> host =
        place >= 0 ? reach.hosts().at(place, at) : Optional.<Holds.Hold>empty();
    if (host.isPresent() && type == LogonType.EXPLICIT) {
      take(account, held(host.get(), at, Rule.ENTERED_ON_HELD_HOST));
    }
    if (host.isPresent() && type == LogonType.TICKET) {
      forged.sign(row, at).ifPresent(rule -> take(account, held(host.get(), at, rule)));
    }
    boolean byHeldAccount =
        logons.source(row) < 0 && reach.accounts().at(account, at).isPresent();
    if ((host.isPresent() || byHeldAccount) && place != to) {
      reach.contact(to, at);
    }
  }

  private void move(long row, long at, int account, int to, SessionFacts.@Nullable Session known) {
    SessionFacts.@Nullable Session facts = known == null && suspicion.needsSessions()
        ? sessions.of(to, logons.session(row), at).orElse(null)
        : known;
    Suspicion.Basis basis = suspicion.of(row, at, facts);
    if (basis == null) {
      return;
    }
    if (facts == null) {
      facts = sessions.of(to, logons.session(row), at).orElse(null);
    }
    String name = logons.accounts().text(account);
    if (basis.grade() != Grade.CONFIRMED
        && routines.covers(name, logons.endpoints().text(to))) {
      reach.excluded("account", name, Rule.EXPECTED_ROUTINE);
      return;
    }
    LogonType type = logons.type(row);
    if (controllers.contains(to)) {
      replicated(row, at, to, basis, facts);
      if (!Suspicion.administers(type, facts)) {
        return;
      }
    }
    boolean execution = Logons.shell(type) || facts != null && facts.codeAt < Long.MAX_VALUE;
    Optional<Trail.Hop> hop = reach.hop(row, at, execution, basis, facts);
    if (hop.isEmpty()) {
      return;
    }
    Trail.Hop made = hop.get();
    if (account >= 0) {
      take(account, hold(row, at, made.grade(), made, used(row, at), false));
    }
    takeTarget(row, at, to, facts, made);
  }

  /** Secrets of the directory left in the session: no hop is needed for the platform to fall. */
  private void replicated(
      long row, long at, int to, Suspicion.Basis basis, SessionFacts.@Nullable Session facts) {
    if (facts == null || facts.secretsAt == Long.MAX_VALUE) {
      return;
    }
    Grade path = basis.grade().weaker(basis.pathGrade());
    Holds.Hold hold = new Holds.Hold(
        Math.max(at, facts.secretsAt),
        Long.MAX_VALUE,
        logons.error(row),
        basis.grade(),
        path,
        facts.secrets,
        true,
        basis.after());
    reach.platforms().fall(logons.endpoints().text(to), hold, facts.secrets);
  }

  /** An account that acted in a hop is the intruder's; from where says how it was used. */
  private Rule used(long row, long at) {
    int place = logons.place(row);
    boolean fromHeld = place >= 0 && reach.hosts().at(place, at).isPresent();
    return fromHeld ? Rule.USED_FROM_HELD_HOST : Rule.USED_IN_HOP;
  }

  private void take(int account, Holds.Hold hold) {
    if (reach.account(account, hold)) {
      recent.accountBegan(account, hold.from());
    }
  }

  /** The target is held as soon as one of the proofs of its session stands. */
  private void takeTarget(
      long row, long at, int to, SessionFacts.@Nullable Session facts, Trail.Hop hop) {
    LogonType type = logons.type(row);
    if (type == LogonType.CLOUD || logons.endpoints().shared(to)) {
      return;
    }
    boolean admin =
        facts != null && (facts.adminAt < Long.MAX_VALUE || facts.adminShareAt < Long.MAX_VALUE);
    if (Logons.shell(type)) {
      pend(to, hold(row, at, hop.grade(), hop, Rule.SHELL_OPENED, admin), hop, true);
    }
    if (facts == null) {
      return;
    }
    if (facts.codeAt < Long.MAX_VALUE) {
      long proof = Math.max(at, facts.codeAt);
      boolean elevated = admin || facts.elevated;
      pend(to, hold(row, proof, hop.grade(), hop, Rule.CODE_RAN, elevated), hop, true);
    }
    if (admin) {
      long proof = Math.max(at, Math.min(facts.adminAt, facts.adminShareAt));
      Holds.Hold hold = hold(row, proof, Grade.POSSIBLE, hop, Rule.ADMINISTRATOR_THERE, true);
      pend(to, hold, hop, false);
      if (controllers.contains(to)) {
        reach.platforms().doubt(logons.endpoints().text(to), hold);
      }
    }
  }

  private Holds.Hold hold(
      long row, long from, Grade grade, Trail.Hop hop, Rule rule, boolean administrator) {
    Grade weaker = grade.weaker(hop.grade());
    return new Holds.Hold(
        from,
        Long.MAX_VALUE,
        logons.error(row),
        weaker,
        weaker.weaker(hop.pathGrade()),
        rule,
        administrator,
        Optional.of(hop.id()));
  }

  private void pend(int host, Holds.Hold hold, Trail.Hop hop, boolean code) {
    if (hold.from() <= HostClocks.micros(hop.at())) {
      hold(host, hold, code);
    } else {
      pending.add(new Pending(hold.from(), host, hold, code));
    }
  }

  private void hold(int host, Holds.Hold hold, boolean code) {
    if (reach.ruledOut(host)) {
      return;
    }
    if (reach.host(host, hold)) {
      for (GivenAway.Credential given : givenAway.by(host, hold)) {
        take(given.account(), held(hold, hold.from(), given.rule()));
      }
      recent.hostBegan(host, hold.from(), hold.error());
      for (int pod : containers.on(host)) {
        hold(pod, within(hold), code);
      }
    }
    if (code && controllers.contains(host)) {
      reach.platforms().fall(logons.endpoints().text(host), hold, Rule.CODE_ON_PLATFORM);
    }
  }

  /** What runs on a held host is held as long and as surely, as far as its own proof goes. */
  private static Holds.Hold within(Holds.Hold node) {
    return new Holds.Hold(
        node.from(),
        node.until(),
        node.error(),
        node.grade(),
        node.pathGrade(),
        Rule.CONTAINER_OF_HELD_NODE,
        node.administrator(),
        node.hop());
  }

  /** Credentials taken from a host stay known when the host is the intruder's no more. */
  private static Holds.Hold held(Holds.Hold source, long at, Rule rule) {
    return new Holds.Hold(
        at,
        Long.MAX_VALUE,
        source.error(),
        Grade.POSSIBLE,
        Grade.POSSIBLE.weaker(source.pathGrade()),
        rule,
        false,
        source.hop());
  }
}
