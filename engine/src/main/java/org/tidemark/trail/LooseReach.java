package org.tidemark.trail;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.tidemark.evidence.Evidence;
import org.tidemark.evidence.Facts;
import org.tidemark.evidence.LogonType;

/**
 * An upper bound of the intruder's reach, found in one pass over the logons: every target of a
 * possible hop is taken as held, with all accounts that ever logged on there. It grades nothing; it
 * only says of which sessions the exact pass needs to know more, so that nobody has to keep all
 * sessions of all logs.
 */
final class LooseReach {
  private final Evidence evidence;
  private final Endpoints endpoints;
  private final HostClocks clocks;
  private final Indicators indicators;
  private final long slack;

  private final boolean[] hosts;
  private final boolean[] accounts;
  private final LongSet loggedOn = new LongSet();
  private final Map<Integer, List<Integer>> accountsOf = new HashMap<>();
  private final RecentLogons recent;
  private boolean platform;

  LooseReach(Evidence evidence, Endpoints endpoints, HostClocks clocks, Indicators indicators) {
    this.evidence = evidence;
    this.endpoints = endpoints;
    this.clocks = clocks;
    this.indicators = indicators;
    this.slack = 2 * clocks.widestMicros() + 28L * 3600 * 1_000_000;
    this.recent = new RecentLogons(evidence.logons(), endpoints);
    this.hosts = new boolean[endpoints.size()];
    this.accounts = new boolean[evidence.accounts().size()];
  }

  /**
   * Runs the pass; {@code startHosts}, {@code startAccounts}: what the case file says is held,
   * ever.
   */
  SessionFacts sessions(Set<Integer> startHosts, Set<Integer> startAccounts, long earliest) {
    startHosts.forEach(this::takeHost);
    startAccounts.forEach(this::takeAccount);
    SessionFacts facts = new SessionFacts();
    IdentityChanges changes = new IdentityChanges(evidence, endpoints, clocks);
    new LogonOrder(evidence.logons(), endpoints, clocks).forEach((row, at) -> {
      changes.before(at, change -> {
        if (change.issued() >= 0 && accounts[change.by()]) {
          takeAccount(change.issued());
        }
      });
      visit(row, at, earliest, facts);
      recent.add(row, at);
      recent.revisit((again, then) -> visit(again, then, earliest, facts));
    });
    wantExposing(facts);
    facts.gather(evidence, endpoints, clocks, indicators);
    return facts;
  }

  private void visit(long row, long at, long earliest, SessionFacts facts) {
    Facts.LogonColumns logons = evidence.logons();
    int to = endpoints.host(logons.to(row));
    int account = logons.account(row);
    LogonType type = logons.type(row);
    if (!logons.succeeded(row) || to < 0 || account < 0 || type.isCheck()) {
      return;
    }
    if (exposes(type)) {
      loggedOn(to, account);
    }
    boolean signed = indicators.logon(logons, row, at).isPresent();
    boolean late = at >= earliest - slack;
    if (late && (signed || fromSomethingHeld(logons, row, account))) {
      takeHost(to);
      takeAccount(account);
      if (type != LogonType.EXPLICIT) {
        // Its number is a session of the source, not of the target.
        facts.want(to, logons.session(row), account, at);
      }
    }
  }

  /** Types whose credentials stay on the host while the session is open (RULES.md section 3). */
  static boolean exposes(LogonType type) {
    return switch (type) {
      case INTERACTIVE,
          BATCH,
          SERVICE,
          UNLOCK,
          NETWORK_CLEARTEXT,
          REMOTE_INTERACTIVE,
          CACHED_INTERACTIVE -> true;
      default -> false;
    };
  }

  private long at(long row, int to) {
    return clocks.corrected(to, evidence.logons().atMicros(row));
  }

  private boolean fromSomethingHeld(Facts.LogonColumns logons, long row, int account) {
    int source = endpoints.host(logons.from(row));
    if (source >= 0) {
      return hosts[source];
    }
    int from = logons.from(row);
    return accounts[account] || platform || from >= 0 && hosts[from];
  }

  private void loggedOn(int host, int account) {
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
    hosts[host] = true;
    platform |= evidence.controllers().contains(host);
    accountsOf.getOrDefault(host, List.of()).forEach(this::takeAccount);
    recent.hostBegan(host, Long.MIN_VALUE / 2, 0);
  }

  private void takeAccount(int account) {
    if (!accounts[account]) {
      accounts[account] = true;
      recent.accountBegan(account, Long.MIN_VALUE / 2);
    }
  }

  /** Sessions that leave credentials on a host in reach: whether they were still open decides. */
  private void wantExposing(SessionFacts facts) {
    Facts.LogonColumns logons = evidence.logons();
    for (long row = 0; row < logons.size(); row++) {
      int to = endpoints.host(logons.to(row));
      if (to >= 0 && hosts[to] && exposes(logons.type(row)) && logons.succeeded(row)) {
        facts.want(to, logons.session(row), logons.account(row), at(row, to));
      }
    }
  }

  /** Whether the host is in the bound. */
  boolean host(int host) {
    return hosts[host];
  }
}
