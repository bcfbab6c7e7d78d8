package org.tidemark.trail;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.tidemark.casefile.ContentId;
import org.tidemark.casefile.Grade;
import org.tidemark.casefile.Network;
import org.tidemark.casefile.Organisations;
import org.tidemark.evidence.Evidence;
import org.tidemark.evidence.Facts;

/**
 * How much may have left each held host while it was held: what it sent, as opener or as answerer,
 * to whoever is not known to be of an organisation of the case. Memory follows the held hosts'
 * destinations, not the connections.
 */
final class OutgoingFlows {
  private static final int RECORDS_SHOWN = 20;

  private static final List<Network> PRIVATE = List.of(
          "10.0.0.0/8",
          "172.16.0.0/12",
          "192.168.0.0/16",
          "100.64.0.0/10",
          "169.254.0.0/16",
          "fc00::/7",
          "fe80::/10")
      .stream()
      .flatMap(text -> Network.parse(text).stream())
      .toList();

  private record Pair(int host, int destination) {}

  /** What is known of one pair so far. */
  private static final class Total {
    long first = Long.MAX_VALUE;
    long last = Long.MIN_VALUE;
    long bytes;
    long flows;
    long unsized;
    Optional<Indicators.Match> sign = Optional.empty();
    final List<Trail.RecordPlace> records = new ArrayList<>();
  }

  private final Evidence evidence;
  private final Facts.FlowColumns flows;
  private final Endpoints endpoints;
  private final HostClocks clocks;
  private final Indicators indicators;
  private final Organisations organisations;
  private final HeldTimes held;
  private final Map<Integer, String> kinds = new HashMap<>();
  private final Map<Pair, Total> totals = new HashMap<>();
  private final Map<String, String> windows = new HashMap<>();
  private final Set<String> inside = new HashSet<>();
  private final Set<Integer> measured = new HashSet<>();

  OutgoingFlows(
      Evidence evidence,
      Logons logons,
      Indicators indicators,
      Organisations organisations,
      HeldTimes held) {
    this.evidence = evidence;
    this.flows = evidence.flows();
    this.endpoints = logons.endpoints();
    this.clocks = logons.clocks();
    this.indicators = indicators;
    this.organisations = organisations;
    this.held = held;
    evidence.coverage().spans().forEach(span -> inside.add(span.host()));
    evidence.controllers().forEach(host -> inside.add(endpoints.text(endpoints.place(host, 0))));
  }

  /**
   * The list for the trail's held hosts: by host, then destination; {@code end}: until when a log
   * is asked for where a hold has no end.
   */
  List<Outgoing> of(Trail trail, Instant end) {
    for (Trail.Place place : trail.hosts()) {
      place
          .heldFrom()
          .ifPresent(from ->
              windows.put(place.name(), day(from) + " to " + day(place.until().orElse(end))));
    }
    trail.hosts().stream()
        .map(Trail.Place::name)
        .filter(name -> !Endpoints.isAddress(name))
        .forEach(inside::add);
    SeenFlows once = new SeenFlows(this::add);
    for (long row = 0; row < flows.size(); row++) {
      if (flows.succeeded(row)) {
        look(row, once);
      }
    }
    once.end();
    List<Outgoing> all = new ArrayList<>();
    Set<Integer> sent = new HashSet<>();
    totals.forEach((pair, total) -> {
      sent.add(pair.host);
      all.add(entry(pair, total));
    });
    for (Trail.Place place : trail.hosts()) {
      int host = endpoints.number(place.name());
      if (place.heldFrom().isPresent()
          && NextHosts.tangible(place.name(), place.organisation())
          && !measured.contains(host)
          && !sent.contains(host)) {
        all.add(noLog(place));
      }
    }
    all.sort(Comparator.comparing(Outgoing::host)
        .thenComparing(entry -> entry.destination().orElse("")));
    return all;
  }

  private void look(long row, SeenFlows once) {
    int writer = flows.host(row);
    long from = clocks.corrected(endpoints.host(writer), flows.atMicros(row));
    long until = from + Math.max(0, flows.durationMicros(row));
    side(row, flows.from(row), flows.to(row), flows.bytesOut(row), from, until, once);
    side(row, flows.to(row), flows.from(row), flows.bytesIn(row), from, until, once);
  }

  /** One end of a connection as the sender. */
  private void side(
      long row, int sender, int other, long bytes, long from, long until, SeenFlows once) {
    int host = endpoints.place(sender, flows.atMicros(row));
    if (host < 0 || other < 0 || !held.hostDuring(host, from, until)) {
      return;
    }
    if (bytes >= 0) {
      measured.add(host);
    }
    int target = endpoints.place(other, flows.atMicros(row));
    if (target == host || kind(target, other).isEmpty() || address(host)) {
      return;
    }
    boolean opener = sender == flows.from(row);
    once.add(
        new SeenFlows.Tuple(
            host,
            target,
            opener ? flows.fromPort(row) : flows.toPort(row),
            opener ? flows.toPort(row) : flows.fromPort(row)),
        flows.host(row),
        from,
        until,
        bytes);
    Total total = totals.computeIfAbsent(new Pair(host, target), key -> new Total());
    if (total.records.size() < RECORDS_SHOWN) {
      total.records.add(
          new Trail.RecordPlace(evidence.files().get(flows.file(row)).id(), flows.record(row)));
    }
    Optional<Indicators.Match> sign = indicators.endpoint(other, from);
    if (sign.isPresent()
        && total.sign.filter(s -> s.grade().compareTo(sign.get().grade()) <= 0).isEmpty()) {
      total.sign = sign;
    }
  }

  private void add(SeenFlows.Flow flow) {
    Total total = totals.computeIfAbsent(
        new Pair(flow.tuple().from(), flow.tuple().to()), key -> new Total());
    total.first = Math.min(total.first, flow.from());
    total.last = Math.max(total.last, flow.until());
    total.bytes += flow.bytes();
    total.flows += flow.flows();
    total.unsized += flow.unsized();
  }

  /** An intruder's own address outside may be a foothold; what it sends is not ours. */
  private boolean address(int host) {
    return !NextHosts.tangible(endpoints.text(host), organisations.ofHost(endpoints.text(host)));
  }

  /**
   * What the destination is; empty = inside: an organisation claims it, gave its logs, or the trail
   * goes through it.
   */
  private String kind(int target, int endpoint) {
    return kinds.computeIfAbsent(target, key -> {
      String name = endpoints.text(target);
      boolean ours = !organisations.ofHost(name).equals(Organisations.OUTSIDE)
          || !organisations.ofHost(endpoints.text(endpoint)).equals(Organisations.OUTSIDE)
          || inside.contains(name);
      if (indicators.endpoint(endpoint)) {
        return "indicator";
      }
      if (endpoints.shared(endpoint)) {
        return "shared";
      }
      if (ours) {
        return "";
      }
      return PRIVATE.stream().anyMatch(network -> network.contains(name))
          ? "unresolved"
          : "outside";
    });
  }

  private Outgoing entry(Pair pair, Total total) {
    String host = endpoints.text(pair.host);
    String destination = endpoints.text(pair.destination);
    Optional<Indicators.Match> sign = total.sign;
    boolean anySize = total.unsized < total.flows;
    return new Outgoing(
        ContentId.of('V', host, destination),
        host,
        organisations.ofHost(host),
        Optional.of(destination),
        Optional.ofNullable(kinds.get(pair.destination)),
        Optional.of(HostClocks.instant(total.first)),
        Optional.of(HostClocks.instant(total.last)),
        anySize ? Optional.of(total.bytes) : Optional.empty(),
        total.unsized == 0,
        total.flows,
        total.unsized,
        sign.map(Indicators.Match::grade).orElse(Grade.POSSIBLE).id(),
        sign.map(Indicators.Match::rule).orElse(Rule.HELD_SOURCE).id(),
        words(total),
        total.unsized == 0 ? Optional.empty() : Optional.of(log(host)),
        total.records);
  }

  private static String words(Total total) {
    String owner = " bytes left this way, those of its owner included";
    if (total.unsized == 0) {
      return "at most " + total.bytes + owner;
    }
    String open = total.unsized + " of " + total.flows
        + " connections have no size, so there is no upper bound";
    return total.unsized == total.flows
        ? open
        : total.bytes + owner + ", in those with a size; " + open;
  }

  private Outgoing noLog(Trail.Place place) {
    return new Outgoing(
        ContentId.of('V', place.name(), ""),
        place.name(),
        place.organisation(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        false,
        0,
        0,
        Grade.UNKNOWN.id(),
        Rule.NO_FLOW_LOG.id(),
        Rule.NO_FLOW_LOG.sentence(),
        Optional.of(log(place.name())),
        List.of());
  }

  /** What to ask for, in words: whole days, since that is how logs are handed over. */
  private String log(String host) {
    String organisation = organisations.ofHost(host);
    return "a log of connections with sizes (firewall, proxy, flow sensor) for " + host + ", "
        + windows.getOrDefault(host, "")
        + (organisation.equals(Organisations.OUTSIDE) ? "" : ", from " + organisation);
  }

  private static String day(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC).toLocalDate().toString();
  }
}
