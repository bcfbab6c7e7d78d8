package org.tidemark.trail;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.tidemark.casefile.CaseFile;
import org.tidemark.casefile.ContentId;
import org.tidemark.casefile.Grade;
import org.tidemark.casefile.Organisations;
import org.tidemark.evidence.ActKind;
import org.tidemark.evidence.Coverage;
import org.tidemark.evidence.Evidence;
import org.tidemark.evidence.Facts;

/**
 * What can be said of each place after the pass: reached or held; excluded, because trusted logs of
 * the whole window show nothing; or unknown, with the log to ask for. A missing log never excludes
 * (RULES.md section 1).
 */
final class Places {
  /** How long before the end of the window a log may fall silent without counting as missing. */
  private static final long TOLERANCE_SECONDS = 86_400;

  private final CaseFile caseFile;
  private final Evidence evidence;
  private final Logons logons;
  private final Endpoints endpoints;
  private final Organisations organisations;
  private final Reach reach;
  private final Instant from;
  private final Instant to;

  private final List<Trail.Place> reached = new ArrayList<>();
  private final List<Trail.Excluded> excluded = new ArrayList<>();
  private final List<Trail.Unknown> unknown = new ArrayList<>();

  /** {@code from}, {@code to}: the window in which a place may have been reached. */
  Places(
      CaseFile caseFile,
      Evidence evidence,
      Logons logons,
      Organisations organisations,
      Reach reach,
      Instant from,
      Instant to) {
    this.caseFile = caseFile;
    this.evidence = evidence;
    this.logons = logons;
    this.endpoints = logons.endpoints();
    this.organisations = organisations;
    this.reach = reach;
    this.from = from;
    this.to = to.isBefore(from) ? from : to;
  }

  Places settle() {
    BitSet inReach = inReach();
    Set<Integer> contacted = new HashSet<>();
    for (int host = 0; host < endpoints.size(); host++) {
      if (reach.hosts().ever(host) || reach.arrivals().containsKey(host)) {
        reached.add(place(host));
        contacted.add(host);
      }
    }
    for (int host = 0; host < endpoints.size(); host++) {
      boolean known = endpoints.host(host) == host && !endpoints.address(host);
      if (known && !contacted.contains(host) && !endpoints.text(host).startsWith("aws/")) {
        settle(host, inReach.get(host));
      }
    }
    for (CaseFile.TrustLink link : caseFile.trust()) {
      link.at()
          .map(Endpoints::canonical)
          .filter(at -> endpoints.number(at) < 0)
          .ifPresent(this::unseen);
    }
    unsettledAccounts();
    reached.sort(Comparator.comparing(Trail.Place::from).thenComparing(Trail.Place::name));
    excluded.sort(Comparator.comparing(Trail.Excluded::name));
    unknown.sort(Comparator.comparing(Trail.Unknown::host).thenComparing(Trail.Unknown::rule));
    return this;
  }

  /** In reach by a declared trust, and no log names it: it may go by another name there. */
  private void unseen(String name) {
    if (unknown.stream().noneMatch(u -> u.host().equals(name))) {
      unknown.add(noLog(name));
    }
  }

  private Trail.Unknown noLog(String name) {
    return new Trail.Unknown(
        name,
        organisations.ofHost(name),
        Rule.IN_REACH_NO_LOG,
        Rule.IN_REACH_NO_LOG.sentence(),
        logonLog(name, from, to));
  }

  private void settle(int host, boolean inReach) {
    String name = endpoints.text(host);
    Long contact = reach.contacts().get(host);
    if (contact != null && !coveredAt(name, HostClocks.instant(contact))) {
      reached.add(contactOnly(host, HostClocks.instant(contact)));
    } else if (covered(name)) {
      excluded.add(new Trail.Excluded("host", name, Rule.COVERED_NO_ACT, 0));
    } else if (inReach) {
      unknown.add(noLog(name));
    }
  }

  /** What to ask for, in words: whole days, since that is how logs are handed over. */
  private String logonLog(String host, Instant since, Instant until) {
    String organisation = organisations.ofHost(host);
    return "the logon log of " + host + ", " + day(since) + " to " + day(until)
        + (organisation.equals(Organisations.OUTSIDE) ? "" : ", from " + organisation);
  }

  private static String day(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC).toLocalDate().toString();
  }

  private void unsettledAccounts() {
    reach.unsettledBySource().forEach((source, accounts) -> {
      String host = endpoints.text(source);
      String organisation = organisations.ofHost(host);
      Rule rule = reach.unusual(source) ? Rule.UNUSUAL_ELSEWHERE : Rule.NO_BASELINE;
      unknown.add(new Trail.Unknown(
          host,
          organisation,
          rule,
          rule.sentence() + " (" + accounts.size() + " accounts)",
          logonLog(host, from.minus(Duration.ofDays(28)), to)
              + ", or whether the owner worked there"));
    });
  }

  private boolean covered(String host) {
    // A log that fell silent before the window began has seen nothing of it.
    Instant least = to.minusSeconds(TOLERANCE_SECONDS);
    return evidence
        .coverage()
        .covers(host, ActKind.LOGON, from, least.isBefore(from) ? from : least);
  }

  private boolean coveredAt(String host, Instant at) {
    Coverage coverage = evidence.coverage();
    return coverage.covers(host, ActKind.LOGON, at, at);
  }

  /**
   * Hosts where something held is known to be accepted: seen in any log, or by a declared trust
   * link.
   */
  private BitSet inReach() {
    BitSet hosts = new BitSet();
    boolean[] acts = new boolean[logons.accounts().size()];
    for (int account = 0; account < acts.length; account++) {
      int one = logons.accounts().of(account);
      acts[account] = !logons.accounts().machine(one)
          && (reach.accounts().ever(one)
              || reach.platforms().vouchingFor(one, Long.MAX_VALUE).isPresent());
    }
    boolean[] heldPlaces = new boolean[endpoints.size()];
    for (int host : reach.hosts().numbers()) {
      for (int name : endpoints.namesOf(host)) {
        heldPlaces[name] = true;
      }
    }
    Facts.LogonColumns columns = logons.columns();
    for (long row = 0; row < columns.size(); row++) {
      int account = columns.account(row);
      int from = columns.from(row);
      boolean held = account >= 0 && acts[account]
          || from >= 0 && heldPlaces[from] && !logons.accounts().machine(logons.account(row));
      if (held && columns.succeeded(row) && columns.to(row) >= 0) {
        hosts.set(logons.to(row));
      }
    }
    for (CaseFile.TrustLink link : caseFile.trust()) {
      link.at().map(endpoints::number).filter(n -> n >= 0).ifPresent(hosts::set);
    }
    return hosts;
  }

  private Trail.Place place(int host) {
    List<Holds.Hold> holds = reach.hosts().of(host);
    Reach.Arrival arrival = reach.arrivals().get(host);
    Holds.Hold surest = holds.stream()
        .min(Comparator.comparing(Holds.Hold::grade).thenComparing(Holds.Hold::from))
        .orElse(null);
    long first = holds.stream().mapToLong(Holds.Hold::from).min().orElse(Long.MAX_VALUE);
    Grade grade = surest == null ? Grade.UNKNOWN : surest.grade();
    Rule rule = surest == null ? Rule.SESSION_USED : surest.rule();
    Optional<String> hop = surest == null ? Optional.empty() : surest.hop();
    if (arrival != null && (surest == null || arrival.grade().compareTo(grade) < 0)) {
      grade = arrival.grade();
      hop = arrival.hop();
    }
    long reachedAt = arrival == null ? first : Math.min(first, arrival.at());
    long until = holds.stream()
        .mapToLong(hold -> reach.hosts().endOf(host, hold))
        .max()
        .orElse(Long.MAX_VALUE);
    return new Trail.Place(
        id(host),
        endpoints.text(host),
        endpoints.otherNames(host),
        organisations.ofHost(endpoints.text(host)),
        surest == null ? Trail.State.REACHED : Trail.State.HELD,
        grade,
        rule,
        HostClocks.instant(reachedAt),
        surest == null ? Optional.empty() : Optional.of(HostClocks.instant(first)),
        until == Long.MAX_VALUE ? Optional.empty() : Optional.of(HostClocks.instant(until)),
        holds.stream().anyMatch(Holds.Hold::administrator),
        hop,
        Optional.empty());
  }

  /** A place whose own log is missing or has a gap, while others show contact: ask for that gap. */
  private Trail.Place contactOnly(int host, Instant at) {
    String name = endpoints.text(host);
    boolean any = evidence.coverage().any(name, ActKind.LOGON);
    Optional<Coverage.Gap> gap = evidence.coverage().of(name).stream()
        .filter(span -> span.kind() == ActKind.LOGON)
        .flatMap(span -> span.gaps().stream())
        .filter(g -> !g.from().isAfter(at) && !g.to().isBefore(at))
        .findFirst();
    return new Trail.Place(
        id(host),
        name,
        endpoints.otherNames(host),
        organisations.ofHost(name),
        Trail.State.REACHED,
        Grade.POSSIBLE,
        any ? Rule.CONTACT_LOG_GAP : Rule.CONTACT_NO_LOG,
        at,
        Optional.empty(),
        Optional.empty(),
        false,
        Optional.empty(),
        Optional.of(logonLog(
            name,
            gap.map(Coverage.Gap::from).orElse(from),
            gap.map(Coverage.Gap::to).orElse(to))));
  }

  private String id(int host) {
    return ContentId.of('N', endpoints.text(host));
  }

  /** Places reached or held, by first instant, then name. */
  List<Trail.Place> reached() {
    return reached;
  }

  /** Hosts that trusted logs exclude, and acts that were excluded, by name. */
  List<Trail.Excluded> excluded() {
    List<Trail.Excluded> all = new ArrayList<>(excluded);
    all.addAll(reach.excludedActs());
    all.sort(Comparator.comparing(Trail.Excluded::rule)
        .thenComparing(Trail.Excluded::kind)
        .thenComparing(Trail.Excluded::name));
    return all;
  }

  List<Trail.Unknown> unknown() {
    return unknown;
  }
}
