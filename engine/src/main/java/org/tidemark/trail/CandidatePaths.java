package org.tidemark.trail;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.tidemark.casefile.CaseFile;
import org.tidemark.casefile.Organisations;
import org.tidemark.evidence.Evidence;
import org.tidemark.evidence.Facts;

/**
 * Ways by which the intruder may have come to a confirmed act that no path explains (RULES.md
 * section 1). None is proven: a held host that had contact with where the act came from or went,
 * one on which the account's credentials lay, an organisation that is trusted there. Read after the
 * pass, in one look over the logons and the connections.
 */
final class CandidatePaths {
  /** More ways than this help nobody: the earliest are told. */
  private static final int MOST = 10;

  private final CaseFile caseFile;
  private final Evidence evidence;
  private final Logons logons;
  private final Organisations organisations;
  private final Reach reach;
  private final Map<String, Map<String, Trail.Candidate>> found = new HashMap<>();

  CandidatePaths(
      CaseFile caseFile,
      Evidence evidence,
      Logons logons,
      Organisations organisations,
      Reach reach) {
    this.caseFile = caseFile;
    this.evidence = evidence;
    this.logons = logons;
    this.organisations = organisations;
    this.reach = reach;
  }

  /** An act without a path: where it came from and went, whose it was, when. */
  private record Open(String id, int place, int to, int account, long at) {}

  /** The derived footholds, each with its candidates. */
  List<Trail.Foothold> of(List<Trail.Foothold> derived) {
    List<Open> acts = new ArrayList<>();
    for (Trail.Foothold foothold : derived) {
      long row = reach.rowOfDerived(foothold.id());
      acts.add(new Open(
          foothold.id(), logons.place(row), logons.to(row), logons.account(row), logons.at(row)));
    }
    if (!acts.isEmpty()) {
      contacts(acts);
      flows(acts);
      trust(acts);
    }
    return derived.stream().map(f -> f.withCandidates(candidates(f.id()))).toList();
  }

  private List<Trail.Candidate> candidates(String id) {
    return found.getOrDefault(id, Map.of()).values().stream()
        .sorted(Comparator.comparing(Trail.Candidate::since)
            .thenComparing(Trail.Candidate::host)
            .thenComparing(Trail.Candidate::rule))
        .limit(MOST)
        .toList();
  }

  private void contacts(List<Open> acts) {
    boolean[] ends = new boolean[logons.endpoints().size()];
    boolean[] accounts = new boolean[logons.accounts().size()];
    for (Open act : acts) {
      for (int place : new int[] {act.place, act.to}) {
        if (place >= 0) {
          for (int name : logons.endpoints().namesOf(place)) {
            ends[name] = true;
          }
        }
      }
      if (act.account >= 0) {
        logons.accounts().numbersOf(act.account).forEach(number -> accounts[number] = true);
      }
    }
    Facts.LogonColumns columns = logons.columns();
    for (long row = 0; row < columns.size(); row++) {
      int to = columns.to(row);
      int account = columns.account(row);
      boolean stayed = account >= 0 && accounts[account] && Logons.exposes(columns.type(row));
      if (to < 0 || !stayed && (!ends[to] || columns.from(row) < 0)) {
        continue;
      }
      long at = logons.at(row);
      for (Open act : acts) {
        int place = logons.place(row);
        boolean contact = logons.to(row) == act.place || logons.to(row) == act.to;
        if (contact && !logons.accounts().machine(logons.account(row))) {
          candidate(act, place, at, Rule.CANDIDATE_CONTACT);
        }
        if (stayed && logons.account(row) == act.account && columns.succeeded(row)) {
          long held = heldFrom(logons.to(row));
          candidate(act, logons.to(row), Math.max(at, held), Rule.CANDIDATE_CREDENTIALS);
        }
      }
    }
  }

  private void flows(List<Open> acts) {
    Facts.FlowColumns flows = evidence.flows();
    Endpoints endpoints = logons.endpoints();
    for (long row = 0; row < flows.size(); row++) {
      if (!flows.succeeded(row) || flows.from(row) < 0 || flows.to(row) < 0) {
        continue;
      }
      long at = flows.atMicros(row);
      int from = endpoints.place(flows.from(row), at);
      int to = endpoints.place(flows.to(row), at);
      for (Open act : acts) {
        if (to == act.place || to == act.to) {
          candidate(act, from, at, Rule.CANDIDATE_CONTACT);
        }
      }
    }
  }

  private void trust(List<Open> acts) {
    Set<String> held = new TreeSet<>();
    reach.hosts().numbers().forEach(h -> held.add(organisation(h)));
    for (CaseFile.TrustLink link : caseFile.trust()) {
      for (Open act : acts) {
        if (act.to >= 0 && link.to().equals(organisation(act.to)) && held.contains(link.from())) {
          String via = link.at().orElse(link.by());
          add(act, new Trail.Candidate(via, HostClocks.instant(act.at), Rule.CANDIDATE_TRUST));
        }
      }
    }
  }

  private String organisation(int host) {
    return organisations.ofHost(logons.endpoints().text(host));
  }

  private long heldFrom(int host) {
    return reach.hosts().of(host).stream().mapToLong(Holds.Hold::from).min().orElse(Long.MAX_VALUE);
  }

  /** A host that was held then, other than the ends of the act itself. */
  private void candidate(Open act, int host, long at, Rule rule) {
    if (host < 0 || host == act.place && rule == Rule.CANDIDATE_CONTACT || host == act.to) {
      return;
    }
    if (at <= act.at && heldFrom(host) <= at) {
      add(act, new Trail.Candidate(logons.endpoints().text(host), HostClocks.instant(at), rule));
    }
  }

  private void add(Open act, Trail.Candidate candidate) {
    found
        .computeIfAbsent(act.id, key -> new HashMap<>())
        .merge(
            candidate.host() + " " + candidate.rule(),
            candidate,
            (a, b) -> a.since().isAfter(b.since()) ? b : a);
  }
}
