package org.tidemark.trail;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.tidemark.evidence.LogonType;

/**
 * What a held host gives away (RULES.md section 3): credentials of sessions that are open, stored
 * passwords of services and scheduled tasks that ran before, cached logons of earlier users, its
 * machine account. A network logon leaves nothing, nor does a desktop in restricted admin mode or
 * with Remote Credential Guard.
 */
final class GivenAway {
  /** One account that a host gives away, and by what. */
  record Credential(int account, Rule rule) {}

  private final Logons logons;
  private final SessionFacts sessions;
  private final Map<Integer, RowList> exposing = new HashMap<>();
  private final Map<String, Integer> machines = new HashMap<>();

  GivenAway(Logons logons, SessionFacts sessions, LooseReach loose) {
    this.logons = logons;
    this.sessions = sessions;
    for (long row = 0; row < logons.size(); row++) {
      if (Logons.exposes(logons.type(row)) && logons.succeeded(row)) {
        int to = logons.to(row);
        int account = logons.account(row);
        if (loose.host(to) && account >= 0 && !logons.accounts().machine(account)) {
          exposing.computeIfAbsent(to, key -> new RowList()).add(row);
        }
      }
    }
    for (int account = 0; account < logons.accounts().size(); account++) {
      String name = logons.accounts().text(account);
      if (name.endsWith("$")) {
        String host = name.substring(name.indexOf('\\') + 1, name.length() - 1);
        machines.putIfAbsent(host, logons.accounts().of(account));
      }
    }
  }

  /** What the host gives away to a hold that begins. */
  List<Credential> by(int host, Holds.Hold hold) {
    Map<Integer, Rule> found = new TreeMap<>();
    RowList rows = exposing.getOrDefault(host, new RowList());
    for (int i = 0; i < rows.size(); i++) {
      long row = rows.get(i);
      rule(row, host, hold)
          .ifPresent(rule ->
              found.merge(logons.account(row), rule, (a, b) -> a.compareTo(b) <= 0 ? a : b));
    }
    if (hold.administrator()) {
      Integer machine = machines.get(logons.endpoints().text(host));
      if (machine != null) {
        found.putIfAbsent(machine, Rule.MACHINE_ACCOUNT);
      }
    }
    List<Credential> list = new ArrayList<>();
    found.forEach((account, rule) -> list.add(new Credential(account, rule)));
    return list;
  }

  private Optional<Rule> rule(long row, int host, Holds.Hold hold) {
    LogonType type = logons.type(row);
    long opened = logons.at(row);
    if (opened >= hold.from() || !logons.exposes(row)) {
      return Optional.empty();
    }
    if (type == LogonType.SERVICE || type == LogonType.BATCH) {
      return Optional.of(Rule.STORED_ON_HELD_HOST);
    }
    if (sessions.open(host, logons.session(row), opened, hold.from())) {
      return Optional.of(Rule.EXPOSED_ON_HELD_HOST);
    }
    boolean cached = type == LogonType.INTERACTIVE
        || type == LogonType.REMOTE_INTERACTIVE
        || type == LogonType.CACHED_INTERACTIVE;
    return cached && hold.administrator()
        ? Optional.of(Rule.CACHED_ON_HELD_HOST)
        : Optional.empty();
  }
}
