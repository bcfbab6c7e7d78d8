package org.tidemark.trail.telling;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.tidemark.casefile.Spelling;
import org.tidemark.evidence.AccountName;
import org.tidemark.evidence.EndpointName;

/** What a responder may mean by an id or a name. */
final class NameSearch {
  private static final int NEAR = 3;

  private final ToldTrail trail;
  private final ToldEvidence evidence;
  private final SeenNames seen;
  private final Set<String> hosts = new TreeSet<>();
  private final Set<String> accounts = new TreeSet<>();

  NameSearch(ToldTrail trail, ToldEvidence evidence, SeenNames seen) {
    this.trail = trail;
    this.evidence = evidence;
    this.seen = seen;
    collect();
  }

  private void collect() {
    trail.hosts().forEach(h -> hosts.add(h.name()));
    trail.unknown().forEach(u -> hosts.add(u.host()));
    trail.accounts().forEach(a -> accounts.add(a.name()));
    trail.excluded().forEach(e -> (e.kind().equals("host") ? hosts : accounts).add(e.name()));
    trail.footholds().stream()
        .filter(f -> !f.kind().equals("session"))
        .forEach(f -> (isHost(f.kind()) ? hosts : accounts).add(f.name()));
    trail.hops().forEach(h -> {
      if (!h.account().isEmpty()) {
        accounts.add(h.account());
      }
      h.causalAccount().ifPresent(accounts::add);
      hosts.add(h.toHost());
      h.source().ifPresent(hosts::add);
    });
    evidence.logs().values().forEach(log -> hosts.addAll(log.hosts()));
    evidence.coverage().forEach(span -> hosts.add(span.host()));
  }

  private static boolean isHost(String kind) {
    return kind.equals("host") || kind.equals("address");
  }

  /** One spelling a host; places of clouds stay as they are. */
  static String host(String written) {
    String name = EndpointName.of(written);
    return name.isEmpty() ? written.strip().toLowerCase(Locale.ROOT) : name;
  }

  /** Everything that is meant, each once: what an id names, else hosts and accounts by name. */
  List<Match> find(String asked) {
    String id = asked.strip();
    List<Match> byId = byId(id);
    if (!byId.isEmpty()) {
      return byId;
    }
    Set<Match> found = new LinkedHashSet<>();
    String host = host(id);
    trail.hosts().stream()
        .filter(h -> h.name().equals(host) || h.names().contains(host))
        .forEach(h -> found.add(host(h)));
    if (found.isEmpty()) {
      hosts.stream()
          .filter(name -> host(name).equals(host))
          .forEach(name -> found.add(new Match(Match.Kind.HOST, name, name)));
    }
    if (found.isEmpty() && seen.endpoints().number(host) >= 0) {
      found.add(new Match(Match.Kind.HOST, host, host));
    }
    found.addAll(accounts(id));
    trail.footholds().stream()
        .filter(f -> f.kind().equals("session") && f.name().equals(id))
        .forEach(f -> found.add(foothold(f)));
    return List.copyOf(found);
  }

  private List<Match> byId(String id) {
    List<Match> found = new ArrayList<>();
    trail.hops().stream().filter(h -> h.id().equalsIgnoreCase(id)).forEach(h -> found.add(hop(h)));
    trail.hosts().stream()
        .filter(h -> h.id().equalsIgnoreCase(id))
        .forEach(h -> found.add(host(h)));
    trail.accounts().stream()
        .filter(a -> a.id().equalsIgnoreCase(id))
        .forEach(a -> found.add(new Match(Match.Kind.ACCOUNT, a.id(), a.name())));
    trail.footholds().stream()
        .filter(f -> f.id().equalsIgnoreCase(id))
        .forEach(f -> found.add(foothold(f)));
    trail.sessions().stream()
        .filter(s -> s.id().equalsIgnoreCase(id))
        .forEach(s -> found.add(new Match(
            Match.Kind.SESSION, s.id(), "session of " + s.account() + " on " + s.host())));
    return found;
  }

  /** By the whole name; by the name without its domain where no whole name fits. */
  private Set<Match> accounts(String asked) {
    String written = AccountName.of(asked);
    Set<Match> found = new LinkedHashSet<>();
    for (ToldTrail.Account a : trail.accounts()) {
      if (same(a.name(), written) || a.names().stream().anyMatch(n -> same(n, written))) {
        found.add(new Match(Match.Kind.ACCOUNT, a.id(), a.name()));
      }
    }
    if (found.isEmpty()) {
      accounts.stream()
          .filter(name -> same(name, written))
          .forEach(name -> found.add(account(name)));
    }
    if (found.isEmpty() && seen.accounts().number(written) >= 0) {
      found.add(account(written));
    }
    if (found.isEmpty() && written.indexOf('\\') < 0) {
      accounts.stream()
          .filter(name -> AccountName.of(name).endsWith("\\" + written))
          .forEach(name -> found.add(account(name)));
    }
    return found;
  }

  private static boolean same(String name, String written) {
    return !written.isEmpty() && AccountName.of(name).equals(written);
  }

  private Match account(String name) {
    return trail.accounts().stream()
        .filter(a -> a.name().equals(name))
        .map(a -> new Match(Match.Kind.ACCOUNT, a.id(), a.name()))
        .findFirst()
        .orElse(new Match(Match.Kind.ACCOUNT, name, name));
  }

  static Match hop(ToldTrail.Hop h) {
    return new Match(
        Match.Kind.HOP,
        h.id(),
        h.who() + ", " + h.source().orElse("unknown source") + " → " + h.toHost());
  }

  private static Match host(ToldTrail.Host h) {
    return new Match(Match.Kind.HOST, h.id(), h.name());
  }

  private static Match foothold(ToldTrail.Start f) {
    return new Match(Match.Kind.FOOTHOLD, f.id(), f.kind() + " " + f.name());
  }

  /** Names that were perhaps meant, the nearest first. */
  List<String> near(String asked) {
    Set<String> known = new TreeSet<>(hosts);
    known.addAll(accounts);
    known.addAll(seen.some());
    List<String> near = new ArrayList<>();
    for (int i = 0; i < NEAR; i++) {
      Spelling.closest(asked.strip(), (Collection<String>) known).ifPresent(name -> {
        near.add(name);
        known.remove(name);
      });
    }
    return near;
  }
}
