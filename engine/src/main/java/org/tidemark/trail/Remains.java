package org.tidemark.trail;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tidemark.casefile.CaseFile;
import org.tidemark.casefile.ContentId;
import org.tidemark.casefile.Grade;
import org.tidemark.casefile.Organisations;

/**
 * What the intruder left behind. An act is judged as a logon is (RULES.md section 1): confirmed by
 * a sign in its record or by a session that is itself confirmed; possible where the session's
 * source, or the host where nobody came from elsewhere, was held at that instant; not theirs where
 * the session came from a host that was not held.
 */
final class Remains {
  private record Basis(Rule rule, Grade grade, Optional<Trail.Session> session) {}

  private final Logons logons;
  private final Endpoints endpoints;
  private final Organisations organisations;
  private final Routines routines;
  private final HeldTimes held;
  private final SessionLogons openers = new SessionLogons();
  private final Map<String, Trail.Hop> hops = new HashMap<>();
  private final RuledHops ruled;
  private final Undone undone;

  Remains(
      CaseFile caseFile,
      Undone undone,
      Logons logons,
      Organisations organisations,
      HopMaker hopMaker,
      Trail trail,
      HeldTimes held) {
    this.undone = undone;
    this.logons = logons;
    this.endpoints = logons.endpoints();
    this.organisations = organisations;
    this.routines = new Routines(caseFile);
    this.held = held;
    trail.hops().forEach(hop -> hops.put(hop.id(), hop));
    this.ruled = new RuledHops(caseFile, hopMaker);
  }

  /** Judges acts; by time, then id. */
  List<LeftBehind> of(List<LeftActs.Act> acts) {
    acts.forEach(act -> openers.want(act.host(), act.session()));
    openers.gather(logons);
    List<LeftBehind> left = new ArrayList<>();
    for (LeftActs.Act act : acts) {
      basis(act).ifPresent(basis -> left.add(entry(act, basis)));
    }
    left.sort(Comparator.comparing(LeftBehind::at).thenComparing(LeftBehind::id));
    return left;
  }

  private LeftBehind entry(LeftActs.Act act, Basis basis) {
    String host = endpoints.text(act.host());
    Trail.RecordPlace first = act.records().get(0);
    return new LeftBehind(
        ContentId.of(
            'L', act.kind().id(), host, act.name(), first.file(), Integer.toString(first.record())),
        act.kind().id(),
        act.name().isEmpty() ? act.what().orElse("") : act.name(),
        act.name().isEmpty() ? Optional.empty() : act.what(),
        host,
        organisations.ofHost(host),
        act.by() < 0 ? Optional.empty() : Optional.of(logons.accounts().text(act.by())),
        HostClocks.instant(act.at()),
        basis.grade.id(),
        basis.rule.id(),
        basis.rule.sentence(),
        basis.session.map(Trail.Session::hop),
        basis.session.map(Trail.Session::id),
        undone.of(act),
        act.records());
  }

  private Optional<Basis> basis(LeftActs.Act act) {
    Optional<Basis> found = inSession(act).or(() -> outsideSessions(act));
    Optional<Indicators.Match> sign = act.sign();
    if (sign.isPresent()
        && (found.isEmpty() || sign.get().grade().compareTo(found.get().grade) < 0)) {
      return Optional.of(
          new Basis(sign.get().rule(), sign.get().grade(), found.flatMap(basis -> basis.session)));
    }
    return found;
  }

  private Optional<Basis> inSession(LeftActs.Act act) {
    List<Trail.Session> sessions = held.sessions(act.host(), act.session(), act.at());
    if (sessions.isEmpty()) {
      return Optional.empty();
    }
    Grade grade = usedElsewhere(act, sessions) ? Grade.POSSIBLE : Grade.CONFIRMED;
    for (Trail.Session session : sessions) {
      grade = grade.weaker(session.grade());
    }
    Trail.Session session = sessions.get(sessions.size() - 1);
    Trail.Hop hop = hops.get(session.hop());
    boolean ownerLike = hop != null && hop.rule() == Rule.OWNER_LIKE;
    return Optional.of(
        new Basis(ownerLike ? Rule.OWNER_LIKE : Rule.MADE_IN_SESSION, grade, Optional.of(session)));
  }

  /**
   * Whether the credential was also used from a source that is nobody's hop in that time: the
   * record of a change does not say from which it came.
   */
  private boolean usedElsewhere(LeftActs.Act act, List<Trail.Session> sessions) {
    if (sessions.get(0).source().isEmpty()) {
      return false;
    }
    long from = HostClocks.micros(sessions.get(0).from());
    long day = Math.floorDiv(from, 86_400_000_000L);
    return openers.all(act.host(), act.session()).stream()
        .filter(opened -> Math.floorDiv(opened.at(), 86_400_000_000L) == day)
        .map(opened -> logons.from(opened.row()))
        .anyMatch(source -> source >= 0
            && sessions.stream().noneMatch(s -> s.source().equals(Optional.of(text(source)))));
  }

  private String text(int endpoint) {
    return endpoints.text(endpoint);
  }

  private Optional<Basis> outsideSessions(LeftActs.Act act) {
    int by = act.by();
    if (by >= 0 && routines.covers(logons.accounts().text(by), endpoints.text(act.host()))) {
      return Optional.empty();
    }
    Optional<SessionLogons.Opened> opened = openers.of(act.host(), act.session(), act.at());
    if (opened.isPresent() && ruled.out(opened.get())) {
      return Optional.empty();
    }
    boolean remote =
        opened.isPresent() && Logons.opensFromElsewhere(logons.type(opened.get().row()));
    int from = remote ? logons.from(opened.get().row()) : -1;
    int source = Endpoints.UNRESOLVED;
    if (opened.isPresent()) {
      source = remote ? logons.source(opened.get().row()) : act.host();
    }
    int place = source >= 0 ? source : from;
    if (place >= 0 && held.host(place, act.at())) {
      return possible(act, place == act.host() ? Rule.MADE_ON_HELD_HOST : Rule.HELD_SOURCE);
    }
    if (source >= 0) {
      return Optional.empty();
    }
    if (from < 0 && !remote && held.host(act.host(), act.at())) {
      Optional<Trail.Session> open =
          act.session() == 0 ? held.openAt(act.host(), act.at()) : Optional.empty();
      return possible(act, Rule.MADE_ON_HELD_HOST, open);
    }
    if (by >= 0 && held.account(by, act.at())) {
      return possible(act, unresolved(from, source));
    }
    if (held.fallen(by, act.at())) {
      return possible(act, Rule.FALLEN_PLATFORM);
    }
    return act.session() != 0 || by >= 0
        ? Optional.empty()
        : held.openAt(act.host(), act.at())
            .flatMap(open -> possible(act, Rule.MADE_WHILE_THERE, Optional.of(open)));
  }

  private static Rule unresolved(int from, int source) {
    if (from < 0) {
      return Rule.HELD_ACCOUNT_NO_SOURCE;
    }
    return source == Endpoints.SHARED
        ? Rule.HELD_ACCOUNT_SHARED_SOURCE
        : Rule.HELD_ACCOUNT_UNRESOLVED_SOURCE;
  }

  private static Optional<Basis> possible(LeftActs.Act act, Rule rule) {
    return possible(act, rule, Optional.empty());
  }

  private static Optional<Basis> possible(
      LeftActs.Act act, Rule rule, Optional<Trail.Session> session) {
    return Optional.of(new Basis(act.usual() ? Rule.OWNER_LIKE : rule, Grade.POSSIBLE, session));
  }
}
