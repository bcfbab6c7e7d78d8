package org.tidemark.trail;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;
import org.tidemark.casefile.Grade;
import org.tidemark.casefile.Organisations;
import org.tidemark.evidence.ActKind;
import org.tidemark.evidence.Coverage;
import org.tidemark.evidence.Evidence;
import org.tidemark.evidence.Facts;

/** What the pass has found so far: holds, hops, contacts, what was excluded. */
final class Reach {
  /** How long before the end of the window a log may fall silent without counting as missing. */
  private static final long TOLERANCE_MICROS = 86_400_000_000L;

  /** A host that was reached. */
  record Arrival(long at, Grade grade, Rule rule, Optional<String> hop) {}

  private final Evidence evidence;
  private final Endpoints endpoints;
  private final SessionFacts sessionFacts;
  private final Organisations organisations;
  private final Function<String, Set<String>> domainsOf;
  private final Rulings rulings;
  private final HopMaker hopMaker;
  private final long earliest;

  private final Holds hosts = new Holds();
  private final Holds accounts = new Holds();
  private final Map<Integer, Arrival> arrivals = new HashMap<>();
  private final Map<Integer, Long> contacts = new TreeMap<>();
  private final Map<String, Trail.Platform> platforms = new LinkedHashMap<>();
  private final Map<String, Holds.Hold> fallenDomains = new HashMap<>();
  private final List<Trail.Hop> hops = new ArrayList<>();
  private final Map<String, Long> rows = new HashMap<>();
  private final List<Trail.Session> sessions = new ArrayList<>();
  private final List<Trail.Foothold> derived = new ArrayList<>();
  private final Map<Trail.Excluded, long[]> excluded = new HashMap<>();
  private final Map<Integer, Set<Integer>> unsettled = new TreeMap<>();
  private final Set<String> seen = new HashSet<>();
  private final BitSet machines = new BitSet();
  private final Map<Integer, List<Long>> exposingRows = new HashMap<>();

  Reach(
      Evidence evidence,
      Endpoints endpoints,
      SessionFacts sessionFacts,
      LooseReach loose,
      Organisations organisations,
      Function<String, Set<String>> domainsOf,
      Rulings rulings,
      HopMaker hopMaker,
      long earliest) {
    this.evidence = evidence;
    this.endpoints = endpoints;
    this.sessionFacts = sessionFacts;
    this.organisations = organisations;
    this.domainsOf = domainsOf;
    this.rulings = rulings;
    this.hopMaker = hopMaker;
    this.earliest = earliest;
    for (int account = 0; account < evidence.accounts().size(); account++) {
      machines.set(account, machineName(evidence.accounts().text(account)));
    }
    Facts.LogonColumns logons = evidence.logons();
    for (long row = 0; row < logons.size(); row++) {
      int to = endpoints.host(logons.to(row));
      if (to >= 0
          && loose.host(to)
          && logons.succeeded(row)
          && LooseReach.exposes(logons.type(row))) {
        exposingRows.computeIfAbsent(to, key -> new ArrayList<>()).add(row);
      }
    }
  }

  Holds hosts() {
    return hosts;
  }

  Holds accounts() {
    return accounts;
  }

  boolean machine(int account) {
    return machines.get(account);
  }

  /** An account is held; false where nothing new was learnt. */
  boolean account(int account, Holds.Hold hold) {
    return accounts.add(account, hold);
  }

  /** Whether a ruling says that the host is not the intruder's. */
  boolean ruledOut(int host) {
    return rulings
        .host(endpoints.text(host))
        .filter(g -> g == Grade.EXCLUDED || g == Grade.UNKNOWN)
        .isPresent();
  }

  /** A host is held; false where nothing new was learnt. */
  boolean host(int host, Holds.Hold hold) {
    Optional<Grade> ruled = rulings.host(endpoints.text(host));
    Holds.Hold graded = ruled
        .map(grade -> new Holds.Hold(
            hold.from(),
            hold.until(),
            hold.error(),
            grade,
            hold.pathGrade(),
            Rule.RULING,
            hold.administrator(),
            hold.hop()))
        .orElse(hold);
    return hosts.add(host, graded);
  }

  /**
   * Accounts whose sessions on the host were open when it became held: their credentials lay there.
   */
  void sessionsOpen(int host, long at, IntConsumer account) {
    Facts.LogonColumns logons = evidence.logons();
    for (long row : exposingRows.getOrDefault(host, List.of())) {
      long opened = hopMaker.trueTime(host, logons.atMicros(row));
      if (opened < at && sessionFacts.open(host, logons.session(row), opened, at)) {
        account.accept(logons.account(row));
      }
    }
  }

  /** A directory fell: what it vouches for proves nothing from then on. */
  void platform(int host, Holds.Hold hold) {
    String name = endpoints.text(host);
    Set<String> domains = domainsOf.apply(organisations.ofHost(name));
    if (platforms.containsKey(name)) {
      return;
    }
    long vouched = 0;
    for (int account = 0; account < evidence.accounts().size(); account++) {
      String domain = HopMaker.domain(evidence.accounts().text(account)).orElse("");
      vouched += !machine(account) && domains.contains(domain) ? 1 : 0;
    }
    platforms.put(
        name,
        new Trail.Platform(
            name,
            HostClocks.instant(hold.from()),
            hold.grade(),
            vouched,
            domains.stream().sorted().toList()));
    domains.forEach(domain -> fallenDomains.putIfAbsent(domain, hold));
  }

  /** The fall of the platform that vouches for the account, if it fell before. */
  Optional<Holds.Hold> fallen(int account, long at) {
    return HopMaker.domain(evidence.accounts().text(account))
        .map(fallenDomains::get)
        .filter(hold -> hold.from() <= at);
  }

  void contact(int host, long at) {
    contacts.merge(host, at, Math::min);
  }

  void excluded(String kind, String name, Rule rule) {
    excluded.computeIfAbsent(new Trail.Excluded(kind, name, rule, 0), key -> new long[1])[0]++;
  }

  void unsettled(int account, int source) {
    unsettled.computeIfAbsent(source, key -> new java.util.TreeSet<>()).add(account);
  }

  /** Whether logs of logons cover the host from the earliest foothold to the act, without a gap. */
  boolean coveredSince(int host, long at) {
    Coverage coverage = evidence.coverage();
    return coverage.covers(
        endpoints.text(host),
        ActKind.LOGON,
        HostClocks.instant(earliest),
        HostClocks.instant(Math.max(earliest, at - TOLERANCE_MICROS)));
  }

  /** Adds the hop; empty where another record already showed this act, or a ruling takes it out. */
  Optional<Trail.Hop> hop(
      long row,
      long at,
      boolean execution,
      Rule rule,
      Grade grade,
      Grade pathGrade,
      Optional<String> after,
      boolean derivedFoothold,
      SessionFacts.@Nullable Session facts) {
    Trail.Hop hop = hopMaker.make(row, at, execution, rule, grade, grade.weaker(pathGrade), after);
    if (!seen.add(hopMaker.act(row))) {
      return Optional.empty();
    }
    Optional<Grade> ruled = rulings.hop(hop.id(), hop.grade());
    if (ruled.isPresent()) {
      if (ruled.get() == Grade.EXCLUDED || ruled.get() == Grade.UNKNOWN) {
        excluded("account", hop.account(), Rule.RULING);
        return Optional.empty();
      }
      hop = hopMaker.make(
          row, at, execution, Rule.RULING, ruled.get(), ruled.get().weaker(pathGrade), after);
    }
    hops.add(hop);
    rows.put(hop.id(), row);
    int to = endpoints.host(evidence.logons().to(row));
    Arrival arrival = new Arrival(at, hop.grade(), Rule.SESSION_USED, Optional.of(hop.id()));
    arrivals.merge(
        to,
        arrival,
        (a, b) -> new Arrival(Math.min(a.at, b.at), a.grade.surer(b.grade), a.rule, a.hop));
    sessions.add(
        hopMaker.session(row, hop, facts == null ? Long.MAX_VALUE : sessionFacts.endOf(to, facts)));
    if (derivedFoothold) {
      derived.add(hopMaker.derived(row, hop));
    }
    return Optional.of(hop);
  }

  Map<Integer, Arrival> arrivals() {
    return arrivals;
  }

  Map<Integer, Long> contacts() {
    return contacts;
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

  List<Trail.Foothold> derived() {
    return derived;
  }

  List<Trail.Platform> platforms() {
    return List.copyOf(platforms.values());
  }

  List<Trail.Excluded> excludedActs() {
    return excluded.entrySet().stream()
        .map(e -> new Trail.Excluded(
            e.getKey().kind(), e.getKey().name(), e.getKey().rule(), e.getValue()[0]))
        .toList();
  }

  private static boolean machineName(String account) {
    String name = account.toLowerCase(Locale.ROOT);
    int domain = name.indexOf('\\');
    String authority = domain < 0 ? "" : name.substring(0, domain);
    return name.endsWith("$")
        || name.endsWith("anonymous logon")
        || authority.equals("nt authority")
        || authority.equals("nt service")
        || authority.equals("window manager")
        || authority.equals("font driver host")
        || name.equals("-");
  }
}
