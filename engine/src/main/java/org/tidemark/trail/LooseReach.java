package org.tidemark.trail;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.tidemark.evidence.Evidence;
import org.tidemark.evidence.Facts;
import org.tidemark.evidence.LogonType;

/**
 * An upper bound of the intruder's reach, found in one pass over the logons: every target of a
 * possible hop whose session was more than opened is taken as held, with all accounts that ever
 * logged on there. It grades nothing; it
 * says which rows the exact pass has to look at, and of which sessions it needs to know more, so
 * that nobody has to keep all sessions of all logs.
 */
final class LooseReach {
  /** Clocks, zones and joins move an instant by no more than this beyond known offsets. */
  private static final long SLACK_MICROS = 28L * 3600 * 1_000_000;

  /** A ticket may be logged after the logon that it was for. */
  private static final long JOIN_MICROS = 10_000_000;

  private final Evidence evidence;
  private final Logons logons;
  private final Facts.LogonColumns columns;
  private final Endpoints endpoints;
  private final Indicators indicators;
  private final StrongSessions strong;
  private final Containers containers;

  /** By endpoint, so that the hot loop resolves nothing: the place that it stands for is held. */
  private final boolean[] hosts;

  private final boolean[] accounts;
  private final LongSet loggedOn = new LongSet();
  private final Map<Integer, List<Integer>> accountsOf = new HashMap<>();

  /** Keys and accounts that an account issued or made, ever. */
  private final Map<Integer, List<Integer>> givenBy = new HashMap<>();

  private final RecentLogons recent;
  private final long first;
  private boolean platform;

  private LooseReach(
      Evidence evidence,
      Logons logons,
      Indicators indicators,
      StrongSessions strong,
      Containers containers,
      long earliest) {
    this.containers = containers;
    this.strong = strong;
    this.evidence = evidence;
    this.logons = logons;
    this.columns = logons.columns();
    this.endpoints = logons.endpoints();
    this.indicators = indicators;
    IdentityChanges changes = new IdentityChanges(evidence, logons);
    changes.before(Long.MAX_VALUE, change -> {
      if (change.kind() == IdentityChanges.Kind.ISSUED
          || change.kind() == IdentityChanges.Kind.CREATED) {
        givenBy.computeIfAbsent(change.by(), key -> new ArrayList<>()).add(change.target());
      }
    });
    this.recent = new RecentLogons(logons, row -> true, JOIN_MICROS);
    this.hosts = new boolean[endpoints.size()];
    this.accounts = new boolean[logons.accounts().size()];
    this.first = firstRow(columns, earliest - SLACK_MICROS - 2 * logons.clocks().widestMicros());
  }

  /** First row that was logged at or after an instant, µs. */
  static long firstRow(Facts.LogonColumns columns, long at) {
    long low = 0;
    long high = columns.size();
    while (low < high) {
      long middle = (low + high) >>> 1;
      if (columns.atMicros(middle) < at) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  /**
   * Runs the pass, and again while other records show sources that widen it.
   *
   * @param startHosts what is held before any logon; {@code startAccounts} likewise
   */
  static LooseReach of(
      Evidence evidence,
      Logons logons,
      Indicators indicators,
      Containers containers,
      long earliest,
      Set<Integer> startHosts,
      Set<Integer> startAccounts) {
    StrongSessions strong = new StrongSessions(evidence, logons.endpoints(), logons.accounts());
    int known = -1;
    while (true) {
      LooseReach loose = new LooseReach(evidence, logons, indicators, strong, containers, earliest);
      loose.run(startHosts, startAccounts);
      logons.join(OtherRecords.of(evidence, logons, loose.openings()));
      int sources = logons.others().sources();
      if (sources <= known || sources == 0) {
        return loose;
      }
      known = sources;
    }
  }

  private void run(Set<Integer> startHosts, Set<Integer> startAccounts) {
    startHosts.forEach(this::takeHost);
    startAccounts.forEach(this::takeAccount);
    for (long row = 0; row < first; row++) {
      if (Logons.exposes(columns.type(row)) && columns.succeeded(row)) {
        loggedOn(row);
      }
    }
    new LogonOrder(logons, this::matters, false).forEach(first, (row, at) -> {
      recent.reached(row, at);
      visit(row);
      recent.revisit((again, then) -> visit(again));
    });
  }

  /** Rows that could widen the bound. */
  private boolean matters(long row) {
    int from = columns.from(row);
    int account = columns.account(row);
    return from >= 0 && hosts[from]
        || account >= 0 && accounts[account]
        || from < 0
        || platform
        || Logons.exposes(columns.type(row))
        || signed(row);
  }

  private boolean signed(long row) {
    return indicators.any()
        && indicators.logon(columns, row, columns.atMicros(row)).isPresent();
  }

  private void visit(long row) {
    int to = logons.to(row);
    if (to < 0 || !columns.succeeded(row)) {
      return;
    }
    LogonType type = columns.type(row);
    if (Logons.exposes(type)) {
      loggedOn(row);
    }
    if (logons.accounts().machine(logons.account(row))) {
      return;
    }
    if (fromSomethingHeld(row, type) || signed(row)) {
      int account = logons.account(row);
      takeAccount(account);
      if (Logons.shell(type) || strong.perhaps(to, columns.session(row), account)) {
        takeHost(to);
      }
    }
  }

  private boolean fromSomethingHeld(long row, LogonType type) {
    if (!Logons.opensFromElsewhere(type)
        && type != LogonType.TICKET
        && type != LogonType.EXPLICIT) {
      return false;
    }
    int place = logons.place(row);
    boolean named = logons.source(row) >= 0;
    int account = logons.account(row);
    return place >= 0 && hosts[place] || !named && (platform || account >= 0 && accounts[account]);
  }

  private void loggedOn(long row) {
    int host = logons.to(row);
    int account = logons.account(row);
    if (host < 0 || account < 0 || logons.accounts().machine(account)) {
      return;
    }
    if (loggedOn.add((long) host << 32 | account)) {
      accountsOf.computeIfAbsent(host, key -> new ArrayList<>()).add(account);
      if (hosts[host]) {
        takeAccount(account);
      }
    }
  }

  private void takeHost(int host) {
    if (hosts[host]) {
      return;
    }
    for (int endpoint : endpoints.namesOf(host)) {
      hosts[endpoint] = true;
    }
    hosts[host] = true;
    platform |= logons.controllers().contains(host);
    accountsOf.getOrDefault(host, List.of()).forEach(this::takeAccount);
    recent.hostBegan(host, Long.MIN_VALUE / 2, 0);
    containers.on(host).forEach(this::takeHost);
  }

  private void takeAccount(int account) {
    if (account >= 0 && !accounts[account]) {
      logons.accounts().numbersOf(account).forEach(number -> accounts[number] = true);
      recent.accountBegan(account, Long.MIN_VALUE / 2);
      givenBy.getOrDefault(account, List.of()).forEach(this::takeAccount);
    }
  }

  /** Whether the host, or place, is in the bound. */
  boolean host(int host) {
    return host >= 0 && hosts[host];
  }

  /** Whether the account is in the bound. */
  boolean account(int account) {
    return account >= 0 && accounts[account];
  }

  /** First row that is not too early to be the intruder's. */
  long first() {
    return first;
  }

  /** Whether the exact pass has to look at a row: all others change nothing. */
  boolean concerns(long row) {
    int from = columns.from(row);
    int account = columns.account(row);
    return from >= 0 && hosts[from]
        || account >= 0 && accounts[account]
        || platform && (from < 0 || endpoints.host(from, columns.atMicros(row)) < 0)
        || from < 0 && logons.others().from(row) >= 0
        || signed(row);
  }

  /** Logons that may be hops: what other records say of them is worth looking up. */
  private RowList openings() {
    BitSet contacted = contactedByFlows();
    RowList rows = new RowList();
    for (long row = first; row < columns.size(); row++) {
      if (!concerns(row) && (columns.from(row) >= 0 || !contacted.get(logons.to(row)))) {
        continue;
      }
      if (columns.succeeded(row)
          && Logons.opensFromElsewhere(columns.type(row))
          && columns.type(row) != LogonType.CLOUD
          && logons.to(row) >= 0
          && !logons.accounts().machine(logons.account(row))) {
        rows.add(row);
      }
    }
    return rows;
  }

  /** Places to which hosts of the bound had connections. */
  private BitSet contactedByFlows() {
    BitSet contacted = new BitSet();
    Facts.FlowColumns flows = evidence.flows();
    for (long row = 0; row < flows.size(); row++) {
      int from = flows.from(row);
      if (from >= 0 && hosts[from] && flows.to(row) >= 0) {
        contacted.set(endpoints.place(flows.to(row), flows.atMicros(row)));
      }
    }
    return contacted;
  }

  /** Asks for the sessions that hops may have opened, and those that leave credentials. */
  SessionFacts sessions() {
    SessionFacts facts = new SessionFacts();
    for (long row = 0; row < columns.size(); row++) {
      LogonType type = columns.type(row);
      boolean exposes = Logons.exposes(type);
      if (!exposes && (row < first || !Logons.opensFromElsewhere(type) || !concerns(row))
          || columns.session(row) == 0
          || !columns.succeeded(row)) {
        continue;
      }
      int to = logons.to(row);
      if (to >= 0 && (!exposes || hosts[to])) {
        facts.want(to, columns.session(row), logons.account(row), logons.at(row));
      }
    }
    return facts;
  }
}
