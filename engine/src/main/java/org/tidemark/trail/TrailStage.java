package org.tidemark.trail;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.tidemark.casefile.CaseFile;
import org.tidemark.casefile.ContentId;
import org.tidemark.casefile.Organisations;
import org.tidemark.engine.Cancellation;
import org.tidemark.engine.Progress;
import org.tidemark.engine.StoppedException;
import org.tidemark.evidence.Evidence;
import org.tidemark.evidence.Facts;

/**
 * Stage 2: from logons and footholds to hops, places and what cannot be known. Runs on the driver
 * in every engine: its memory follows the hosts and accounts, not the logons.
 */
public final class TrailStage {
  private final CaseFile caseFile;
  private final Evidence evidence;
  private final Endpoints endpoints;
  private final Accounts known;
  private final Logons logons;
  private final Organisations organisations;
  private final List<String> problems = new ArrayList<>();

  private TrailStage(CaseFile caseFile, Evidence evidence) {
    this.caseFile = caseFile;
    this.evidence = evidence;
    this.endpoints = new Endpoints(caseFile, evidence);
    this.known = new Accounts(caseFile, evidence);
    HostClocks clocks = new HostClocks(caseFile, endpoints, evidence.json().clockOffsets());
    this.logons = new Logons(evidence, endpoints, known, clocks);
    this.organisations = new Organisations(caseFile.organisations());
  }

  /** Traces the case. */
  public static Trail trace(
      CaseFile caseFile, Evidence evidence, Progress progress, Cancellation cancellation)
      throws StoppedException {
    cancellation.check();
    progress.begin("following the trail", evidence.logons().size(), "logons");
    Trail trail = new TrailStage(caseFile, evidence).trace();
    progress.advance(evidence.logons().size());
    progress.end();
    return trail;
  }

  private Trail trace() {
    Indicators indicators = new Indicators(caseFile, evidence, known);
    indicators.weaken(evidence.logons());
    long earliest = caseFile.footholds().stream()
        .mapToLong(f -> HostClocks.micros(f.from()))
        .min()
        .orElse(Long.MIN_VALUE / 2);

    Set<Integer> startHosts = new HashSet<>();
    Set<Integer> startAccounts = new HashSet<>();
    for (CaseFile.Foothold foothold : caseFile.footholds()) {
      int number = number(foothold);
      if (number >= 0) {
        (isHost(foothold) ? startHosts : startAccounts).add(number);
      }
    }
    LooseReach loose = LooseReach.of(
        evidence,
        logons,
        indicators,
        new Containers(caseFile, endpoints),
        earliest,
        startHosts,
        startAccounts);
    SessionFacts sessions = loose.sessions();
    sessions.gather(evidence, logons, indicators);
    Usual usual = new Usual(logons, indicators, loose, earliest);
    Rulings rulings = new Rulings(caseFile);
    WinRmSessions winRm = new WinRmSessions(evidence, logons);
    HopMaker hopMaker = new HopMaker(evidence, logons, sessions, winRm, organisations);
    Platforms platforms = new Platforms(caseFile, endpoints, known, organisations);
    Reach reach = new Reach(evidence, logons, sessions, platforms, rulings, hopMaker, earliest);
    Tracer tracer = new Tracer(
        caseFile,
        logons,
        logons.controllers(),
        sessions,
        winRm,
        loose,
        new IdentityChanges(evidence, logons),
        new ForgedTickets(evidence, logons, loose),
        new Suspicion(caseFile, logons, indicators, usual, reach),
        reach);
    caseFile.rebuilt().forEach(rebuilt -> {
      int host = endpoints.number(rebuilt.host());
      if (host >= 0) {
        reach.hosts().end(endpoints.host(host), HostClocks.micros(rebuilt.at()));
      }
    });
    List<Trail.Foothold> footholds = new ArrayList<>();
    for (CaseFile.Foothold foothold : caseFile.footholds()) {
      footholds.add(start(foothold, tracer, reach));
    }
    tracer.run();

    Instant from = caseFile.footholds().isEmpty()
        ? firstInstant(evidence.logons())
        : HostClocks.instant(earliest);
    Places places =
        new Places(caseFile, evidence, logons, organisations, reach, from, end()).settle();
    footholds.addAll(
        new CandidatePaths(caseFile, evidence, logons, organisations, reach).of(reach.derived()));
    problems.addAll(indicators.problems());
    problems.addAll(rulings.problems());
    problems.addAll(platforms.problems());
    Trail traced = new Trail(
        footholds,
        places.reached(),
        accounts(reach),
        reach.sessions(),
        platforms.fallen(),
        platforms.inDoubt(),
        judged(reach, usual).stream()
            .sorted(Comparator.comparing(Trail.Hop::at).thenComparing(Trail.Hop::id))
            .toList(),
        places.excluded(),
        places.unknown(),
        problems,
        List.of(),
        List.of(),
        List.of());
    return new Aftermath(caseFile, evidence, logons, hopMaker, indicators, organisations)
        .addTo(traced, earliest, end());
  }

  /** The hops, each told how much it differs from what its account usually did. */
  private List<Trail.Hop> judged(Reach reach, Usual usual) {
    Parties parties = new Parties(organisations, endpoints, known);
    List<Likelihood.Judged> judged = new Likelihood(logons, usual, parties)
        .judge(reach.hops().stream()
            .map(hop -> HabitAct.of(logons, Objects.requireNonNull(reach.rows().get(hop.id()))))
            .toList());
    List<Trail.Hop> hops = new ArrayList<>();
    for (int i = 0; i < judged.size(); i++) {
      hops.add(reach.hops().get(i).judged(judged.get(i)));
    }
    return hops;
  }

  private static boolean isHost(CaseFile.Foothold foothold) {
    return foothold.kind() == CaseFile.Target.HOST || foothold.kind() == CaseFile.Target.ADDRESS;
  }

  private int number(CaseFile.Foothold foothold) {
    if (isHost(foothold)) {
      int number = endpoints.number(foothold.name());
      int host = number < 0 ? -1 : endpoints.host(number);
      return host >= 0 ? host : number;
    }
    return known.number(foothold.name());
  }

  private Trail.Foothold start(CaseFile.Foothold foothold, Tracer tracer, Reach reach) {
    int number = number(foothold);
    Holds.Hold hold = new Holds.Hold(
        HostClocks.micros(foothold.from()),
        foothold.until().map(HostClocks::micros).orElse(Long.MAX_VALUE),
        0,
        foothold.grade(),
        foothold.grade(),
        Rule.DECLARED_FOOTHOLD,
        true,
        Optional.empty());
    if (number >= 0 && isHost(foothold)) {
      tracer.begin(number, hold);
    } else if (number >= 0) {
      reach.account(number, hold);
    }
    if (!mentioned(foothold, number)) {
      problems.add("footholds: no log mentions the " + foothold.kind().id() + " '" + foothold.name()
          + "'. Check its spelling, or add the logs of the hosts it spoke to.");
    }
    if (foothold.from().isAfter(lastRecord())) {
      problems.add("footholds: the " + foothold.kind().id() + " '" + foothold.name()
          + "' begins after the last record of all logs (" + lastRecord()
          + "), so nothing can follow from it. Check its `from`, or add later logs.");
    }
    return new Trail.Foothold(
        ContentId.of('G', foothold.kind().id(), foothold.name(), foothold.from().toString()),
        foothold.kind().id(),
        foothold.name(),
        foothold.from(),
        foothold.until(),
        foothold.grade(),
        foothold.why().orElse(Rule.DECLARED_FOOTHOLD.sentence()),
        false,
        List.of());
  }

  private boolean mentioned(CaseFile.Foothold foothold, int number) {
    if (!isHost(foothold)) {
      return number >= 0;
    }
    // By whichever of its names: the case file may know that an address is this host.
    for (int endpoint = 0; endpoint < evidence.endpoints().size(); endpoint++) {
      if (number >= 0 && (endpoint == number || endpoints.host(endpoint) == number)) {
        return true;
      }
    }
    return false;
  }

  private List<Trail.HeldAccount> accounts(Reach reach) {
    List<Trail.HeldAccount> accounts = new ArrayList<>();
    for (int number : reach.accounts().numbers()) {
      List<Holds.Hold> holds = reach.accounts().of(number);
      Holds.Hold surest = holds.stream()
          .min(Comparator.comparing(Holds.Hold::grade).thenComparing(Holds.Hold::from))
          .orElseThrow();
      long first = holds.stream().mapToLong(Holds.Hold::from).min().orElseThrow();
      long until = holds.stream()
          .mapToLong(hold -> reach.accounts().endOf(number, hold))
          .max()
          .orElseThrow();
      String name = evidence.accounts().text(number);
      accounts.add(new Trail.HeldAccount(
          ContentId.of('A', name),
          name,
          HopMaker.domain(name).orElse(""),
          HopMaker.domain(name),
          HopMaker.domain(name).map(organisations::ofDomain).orElse(Organisations.OUTSIDE),
          surest.grade(),
          surest.rule(),
          HostClocks.instant(first),
          until == Long.MAX_VALUE ? Optional.empty() : Optional.of(HostClocks.instant(until)),
          surest.hop(),
          known.otherNames(number)));
    }
    accounts.sort(
        Comparator.comparing(Trail.HeldAccount::from).thenComparing(Trail.HeldAccount::name));
    return accounts;
  }

  /** The end of the window: containment, or the last record of anything. */
  private Instant end() {
    return caseFile.moments().contained().orElseGet(this::lastRecord);
  }

  private Instant lastRecord() {
    Instant last = firstInstant(evidence.logons());
    for (Facts.Columns columns : List.of(
        evidence.logons(),
        evidence.accesses(),
        evidence.executions(),
        evidence.changes(),
        evidence.flows(),
        evidence.sessionMarks())) {
      if (columns.size() > 0) {
        Instant at = HostClocks.instant(columns.atMicros(columns.size() - 1));
        last = at.isAfter(last) ? at : last;
      }
    }
    return last;
  }

  private static Instant firstInstant(Facts.Columns columns) {
    return columns.size() == 0 ? Instant.EPOCH : HostClocks.instant(columns.atMicros(0));
  }
}
