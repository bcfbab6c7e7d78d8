package org.tidemark.trail;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.tidemark.casefile.Grade;
import org.tidemark.evidence.ActKind;
import org.tidemark.evidence.Evidence;

/** What the pass has found so far: holds, hops, contacts, what was excluded. */
final class Reach {
  /** How long before the end of the window a log may fall silent without counting as missing. */
  private static final long TOLERANCE_MICROS = 86_400_000_000L;

  /** A host that was reached. */
  record Arrival(long at, Grade grade, Rule rule, Optional<String> hop) {}

  /** Records of one instant may be written out of order. */
  private static final long SLACK_MICROS = 2_000_000;

  private record Opened(long from, long until, int account, Trail.Hop hop) {}

  private final Evidence evidence;
  private final Logons logons;
  private final Endpoints endpoints;
  private final SessionFacts sessionFacts;
  private final Platforms platforms;
  private final Rulings rulings;
  private final HopMaker hopMaker;
  private final SameActs acts;
  private final long earliest;

  private final Holds hosts;
  private final Holds accounts;
  private final Map<Integer, Arrival> arrivals = new HashMap<>();
  private final Map<Integer, Long> contacts = new TreeMap<>();
  private final List<Trail.Hop> hops = new ArrayList<>();
  private final Map<String, Long> rows = new HashMap<>();
  private final Map<String, Long> rowsOfDerived = new HashMap<>();
  private final List<Trail.Session> sessions = new ArrayList<>();
  private final SessionMap<Opened> sessionsByNumber = new SessionMap<>();
  private final Map<Integer, List<Opened>> sessionsOn = new HashMap<>();
  private final List<Trail.Foothold> derived = new ArrayList<>();
  private final Map<Trail.Excluded, long[]> excluded = new HashMap<>();
  private final Map<Integer, Set<Integer>> unsettled = new TreeMap<>();
  private final Map<Integer, Long> coveredUntil = new HashMap<>();
  private final BitSet unusual = new BitSet();

  Reach(
      Evidence evidence,
      Logons logons,
      SessionFacts sessionFacts,
      Platforms platforms,
      Rulings rulings,
      HopMaker hopMaker,
      long earliest) {
    this.evidence = evidence;
    this.logons = logons;
    this.endpoints = logons.endpoints();
    this.sessionFacts = sessionFacts;
    this.platforms = platforms;
    this.rulings = rulings;
    this.hopMaker = hopMaker;
    this.acts = new SameActs(evidence, logons);
    this.earliest = earliest;
    this.hosts = new Holds(endpoints.size());
    this.accounts = new Holds(logons.accounts().size());
  }

  Holds hosts() {
    return hosts;
  }

  Holds accounts() {
    return accounts;
  }

  /** An account is held; false where nothing new was learnt. */
  boolean account(int account, Holds.Hold hold) {
    Optional<Grade> ruled = rulings.account(logons.accounts(), account);
    if (ruled.filter(Reach::takesOut).isPresent()) {
      return false;
    }
    return accounts.add(account, ruled.map(grade -> ruled(hold, grade)).orElse(hold));
  }

  private static boolean takesOut(Grade grade) {
    return grade == Grade.EXCLUDED || grade == Grade.UNKNOWN;
  }

  private static Holds.Hold ruled(Holds.Hold hold, Grade grade) {
    return new Holds.Hold(
        hold.from(),
        hold.until(),
        hold.error(),
        grade,
        hold.pathGrade(),
        Rule.RULING,
        hold.administrator(),
        hold.hop());
  }

  /** Whether a ruling says that the host is not the intruder's. */
  boolean ruledOut(int host) {
    return rulings.host(endpoints.text(host)).filter(Reach::takesOut).isPresent();
  }

  /** A host is held; false where nothing new was learnt. */
  boolean host(int host, Holds.Hold hold) {
    Optional<Grade> ruled = rulings.host(endpoints.text(host));
    return hosts.add(host, ruled.map(grade -> ruled(hold, grade)).orElse(hold));
  }

  Platforms platforms() {
    return platforms;
  }

  /** The hop that opened a session on a place, while it is open; 0 is no session. */
  Optional<Trail.Hop> inSession(int place, long session, long at) {
    Opened opened = session == 0 ? null : sessionsByNumber.get(place, session);
    return opened == null || at < opened.from - SLACK_MICROS || at > opened.until
        ? Optional.empty()
        : Optional.of(opened.hop);
  }

  /** A hop of the account whose session on a place that others use too is open at an instant. */
  Optional<Trail.Hop> beside(int place, int account, long at) {
    return sessionsOn.getOrDefault(place, List.of()).stream()
        .filter(opened -> opened.account == account && opened.from <= at && at <= opened.until)
        .map(Opened::hop)
        .findFirst();
  }

  /** Whether a change was made in a session of the intruder's, or on a host that was held. */
  boolean madeByIntruder(int host, long session, long at) {
    return inSession(host, session, at).isPresent() || hosts.at(host, at).isPresent();
  }

  void contact(int host, long at) {
    contacts.merge(host, at, Math::min);
  }

  void excluded(String kind, String name, Rule rule) {
    excluded.computeIfAbsent(new Trail.Excluded(kind, name, rule, 0), key -> new long[1])[0]++;
  }

  /** {@code known}: whether the account has a baseline, so that its act could have been usual. */
  void unsettled(int account, int source, boolean known) {
    if (known) {
      unusual.set(source);
    }
    unsettled.computeIfAbsent(source, key -> new java.util.TreeSet<>()).add(account);
  }

  /** Whether logs of logons cover the host from the earliest foothold to the act, without a gap. */
  boolean coveredSince(int host, long at) {
    long until = coveredUntil.computeIfAbsent(
        host,
        key -> evidence
            .coverage()
            .until(endpoints.text(key), ActKind.LOGON, HostClocks.instant(earliest))
            .map(HostClocks::micros)
            .orElse(Long.MIN_VALUE));
    return Math.max(earliest, at - TOLERANCE_MICROS) <= until;
  }

  /** Adds the hop; empty where another record already showed this act, or a ruling takes it out. */
  Optional<Trail.Hop> hop(
      long row,
      long at,
      boolean execution,
      Suspicion.Basis basis,
      SessionFacts.@Nullable Session facts) {
    if (acts.known(row, at)) {
      return Optional.empty();
    }
    Trail.Hop hop = hopMaker.make(row, at, execution, basis);
    Optional<Grade> ruled = rulings.hop(hop.id(), hop.session().orElse(""), hop.grade());
    if (ruled.isPresent()) {
      if (takesOut(ruled.get())) {
        excluded("account", hop.account(), Rule.RULING);
        return Optional.empty();
      }
      Suspicion.Basis given = new Suspicion.Basis(
          Rule.RULING, ruled.get(), basis.pathGrade(), basis.after(), basis.derived());
      hop = hopMaker.make(row, at, execution, given);
    }
    hops.add(hop);
    rows.put(hop.id(), row);
    int to = logons.to(row);
    Arrival arrival = new Arrival(at, hop.grade(), Rule.SESSION_USED, Optional.of(hop.id()));
    arrivals.merge(
        to,
        arrival,
        (a, b) -> new Arrival(Math.min(a.at, b.at), a.grade.surer(b.grade), a.rule, a.hop));
    long end = facts == null ? Long.MAX_VALUE : sessionFacts.endOf(to, facts);
    Trail.Session session = hopMaker.session(row, hop, end);
    sessions.add(session);
    Opened opened = new Opened(
        at, session.to().map(HostClocks::micros).orElse(Long.MAX_VALUE), logons.account(row), hop);
    if (logons.session(row) != 0) {
      sessionsByNumber.put(to, logons.session(row), opened);
    }
    sessionsOn.computeIfAbsent(to, key -> new ArrayList<>()).add(opened);
    if (basis.derived()) {
      Trail.Foothold foothold = hopMaker.derived(row, hop);
      derived.add(foothold);
      rowsOfDerived.put(foothold.id(), row);
    }
    return Optional.of(hop);
  }

  Map<Integer, Arrival> arrivals() {
    return arrivals;
  }

  Map<Integer, Long> contacts() {
    return contacts;
  }

  /** Whether any account that acted from the source has a baseline. */
  boolean unusual(int source) {
    return unusual.get(source);
  }

  Map<Integer, Set<Integer>> unsettledBySource() {
    return unsettled;
  }

  List<Trail.Hop> hops() {
    return hops;
  }

  /** The row of the logon columns that a hop was made of, by the hop's id. */
  Map<String, Long> rows() {
    return rows;
  }

  List<Trail.Session> sessions() {
    return sessions;
  }

  /** The row of the logon columns that a derived foothold was made of. */
  long rowOfDerived(String foothold) {
    return java.util.Objects.requireNonNull(rowsOfDerived.get(foothold));
  }

  List<Trail.Foothold> derived() {
    return derived;
  }

  List<Trail.Excluded> excludedActs() {
    return excluded.entrySet().stream()
        .map(e -> new Trail.Excluded(
            e.getKey().kind(), e.getKey().name(), e.getKey().rule(), e.getValue()[0]))
        .toList();
  }
}
