package org.tidemark.trail;

import java.time.Instant;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A finished trail, asked by number and instant: was this host held then, this account, did its
 * platform stand, whose session was that. Instants are true times in µs.
 */
final class HeldTimes {
  /** Records of one instant may be written out of order, and logs of whole seconds round. */
  static final long SLACK_MICROS = 2_000_000;

  private record Span(long from, long until) {
    boolean holds(long at) {
      return from <= at && at < until;
    }
  }

  private final Map<Integer, Span> hosts = new HashMap<>();
  private final BitSet heldEver = new BitSet();
  private final Map<Integer, Span> accounts = new HashMap<>();
  private final Map<String, Long> fallenDomains = new HashMap<>();
  private final Map<Integer, List<Trail.Session>> sessions = new HashMap<>();
  private final Accounts known;
  private long begin = Long.MAX_VALUE;

  HeldTimes(Trail trail, Logons logons) {
    Endpoints endpoints = logons.endpoints();
    this.known = logons.accounts();
    for (Trail.Place place : trail.hosts()) {
      place
          .heldFrom()
          .ifPresent(from ->
              put(hosts, endpoints.number(place.name()), new Span(micros(from), end(place))));
    }
    hosts.keySet().forEach(heldEver::set);
    for (Trail.HeldAccount held : trail.accounts()) {
      long until = held.until().map(HostClocks::micros).orElse(Long.MAX_VALUE);
      put(accounts, known.number(held.name()), new Span(micros(held.from()), until));
    }
    for (Trail.Platform platform : trail.platformsFallen()) {
      platform
          .domains()
          .forEach(domain -> fallenDomains.merge(domain, micros(platform.at()), Math::min));
    }
    for (Trail.Session session : trail.sessions()) {
      sessions
          .computeIfAbsent(endpoints.number(session.host()), key -> new ArrayList<>())
          .add(session);
      begin = Math.min(begin, micros(session.from()));
    }
  }

  private void put(Map<Integer, Span> spans, int number, Span span) {
    if (number >= 0) {
      spans.merge(
          number, span, (a, b) -> new Span(Math.min(a.from, b.from), Math.max(a.until, b.until)));
      begin = Math.min(begin, span.from);
    }
  }

  /** The first instant at which anything was held; {@link Long#MAX_VALUE} = nothing ever was. */
  long begin() {
    return begin;
  }

  boolean host(int host, long at) {
    Span span = hosts.get(host);
    return span != null && span.holds(at);
  }

  /** Whether the host was held at any instant from one to another, both inclusive. */
  boolean hostDuring(int host, long from, long until) {
    Span span = heldEver.get(host) ? hosts.get(host) : null;
    return span != null && span.from <= until && from < span.until;
  }

  boolean account(int account, long at) {
    Span span = accounts.get(account);
    return span != null && span.holds(at);
  }

  boolean accountEver(int account) {
    return accounts.containsKey(account);
  }

  boolean anyFallen() {
    return !fallenDomains.isEmpty();
  }

  /** Whether the platform that vouches for the account had fallen. */
  boolean fallen(int account, long at) {
    Long from = account < 0 ? null : fallenDomains.get(known.domain(account));
    return from != null && from <= at;
  }

  /**
   * Sessions of hops to which a record of this number may belong, by time: the latest, but all of a
   * credential that was used from several places on one day.
   */
  List<Trail.Session> sessions(int host, long number, long at) {
    List<Trail.Session> found = sessions.getOrDefault(host, List.of()).stream()
        .filter(session -> number != 0 && session.number() == number && open(session, at))
        .sorted(Comparator.comparing(Trail.Session::from).thenComparing(Trail.Session::hop))
        .toList();
    boolean one = found.isEmpty() || found.get(found.size() - 1).source().isEmpty();
    return one && !found.isEmpty() ? found.subList(found.size() - 1, found.size()) : found;
  }

  /** The surest session of a hop that was open there; of equals the first. */
  Optional<Trail.Session> openAt(int host, long at) {
    Trail.Session best = null;
    for (Trail.Session session : sessions.getOrDefault(host, List.of())) {
      if (open(session, at) && (best == null || session.grade().compareTo(best.grade()) < 0)) {
        best = session;
      }
    }
    return Optional.ofNullable(best);
  }

  /** Whether hops opened any session there. */
  boolean anySession(int host) {
    return sessions.containsKey(host);
  }

  private static boolean open(Trail.Session session, long at) {
    return micros(session.from()) - SLACK_MICROS <= at
        && session.to().map(to -> at <= micros(to) + SLACK_MICROS).orElse(true);
  }

  private static long end(Trail.Place place) {
    return place.until().map(HostClocks::micros).orElse(Long.MAX_VALUE);
  }

  private static long micros(Instant instant) {
    return HostClocks.micros(instant);
  }
}
