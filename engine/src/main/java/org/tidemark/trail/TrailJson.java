package org.tidemark.trail;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.tidemark.casefile.ContentId;
import org.tidemark.engine.Doc;

/** trail.json (CONTRACT.md section 5). */
@Doc("How did they get in, where could they go, and when?")
public record TrailJson(
    @Doc("what the intruder holds: declared ones first, then derived ones")
    List<Foothold> footholds,

    @Doc("hosts and services reached or held, by first instant")
    List<Host> hosts,

    @Doc("accounts and credentials held, by first instant") List<Account> accounts,
    @Doc("sessions that hops opened") List<Session> sessions,
    @Doc("directories and identity providers that fell") List<Platform> platformsFallen,

    @Doc("those that the intruder administered, while nothing shows their fall")
    List<Platform> platformsInDoubt,

    @Doc("ordered by at, id") List<Hop> hops,
    @Doc("what was looked at and is not the intruder's") List<Excluded> excluded,
    @Doc("places of which nothing can be said") List<Unknown> unknown,
    @Doc("what the responder should mend") List<String> problems,

    @Doc("what stays when the intruder is gone, by at, id") List<LeftBehind> leftBehind,

    @Doc("hosts to image or isolate next, the most pressing first; on each, preserve before you"
        + " isolate")
    List<NextHost> nextHosts,

    @Doc("what left held hosts, at most, by host, destination")
    List<Outgoing> outgoing) {

  /** The document of a trail. */
  public static TrailJson of(Trail trail) {
    return new TrailJson(
        trail.footholds().stream().map(Foothold::of).toList(),
        trail.hosts().stream().map(Host::of).toList(),
        trail.accounts().stream().map(Account::of).toList(),
        trail.sessions().stream().map(Session::of).toList(),
        trail.platformsFallen().stream().map(Platform::of).toList(),
        trail.platformsInDoubt().stream().map(Platform::of).toList(),
        trail.hops().stream().map(Hop::of).toList(),
        trail.excluded().stream()
            .map(e -> new Excluded(e.kind(), e.name(), e.rule().id(), e.acts()))
            .toList(),
        trail.unknown().stream()
            .map(u -> new Unknown(u.host(), u.organisation(), u.rule().id(), u.why(), u.askFor()))
            .toList(),
        trail.problems(),
        trail.leftBehind(),
        trail.nextHosts(),
        trail.outgoing());
  }

  /**
   * What the intruder holds from an instant on: exactly one of host, account, session, key,
   * address.
   */
  public record Foothold(
      @Doc("G + 16 base-32 characters") String id,
      @Doc("host name") Optional<String> host,
      @Doc("domain\\name or name") Optional<String> account,
      @Doc("session, as the case file names it") Optional<String> session,
      @Doc("id of a cloud credential") Optional<String> key,
      @Doc("network address") Optional<String> address,
      @Doc("UTC") Instant from,
      @Doc("UTC; null = to the end") Optional<Instant> until,
      @Doc("confirmed or possible") String grade,
      @Doc("in words") String why,

      @Doc("route unproven: a confirmed act that no path explains")
      boolean derived,

      @Doc("of a derived one: ways that may have led there, none proven, by since")
      List<Candidate> candidates) {
    static Foothold of(Trail.Foothold f) {
      return new Foothold(
          f.id(),
          named(f, "host"),
          named(f, "account"),
          named(f, "session"),
          named(f, "key"),
          named(f, "address"),
          f.from(),
          f.until(),
          f.grade().id(),
          f.why(),
          f.derived(),
          f.candidates().stream()
              .map(c ->
                  new Candidate(c.host(), c.since(), c.rule().id(), c.rule().sentence()))
              .toList());
    }

    private static Optional<String> named(Trail.Foothold f, String kind) {
      return f.kind().equals(kind) ? Optional.of(f.name()) : Optional.empty();
    }
  }

  /** A way that may have led to a derived foothold. */
  public record Candidate(
      @Doc("host, or the place of a trust") String host,
      @Doc("UTC") Instant since,
      @Doc("rule that names it") String rule,
      @Doc("in words") String why) {}

  /** A host or service. */
  public record Host(
      @Doc("N + 16 base-32 characters") String id,
      @Doc("short name") String name,
      @Doc("other names and addresses that logs show") List<String> names,
      @Doc("organisation id, or outside") String organisation,
      @Doc("reached or held") String state,
      @Doc("confirmed or possible") String grade,
      @Doc("rule that gave the grade") String rule,
      @Doc("first reached, UTC") Instant from,
      @Doc("first held, UTC; null = only reached") Optional<Instant> heldFrom,
      @Doc("end of the hold, UTC") Optional<Instant> until,
      @Doc("held with administrator rights") boolean administrator,

      @Doc("hop that gave the state; null = a foothold, or contact alone")
      Optional<String> hop,

      @Doc("the log that would say more, where only contact was seen")
      Optional<String> askFor) {
    static Host of(Trail.Place p) {
      return new Host(
          p.id(),
          p.name(),
          p.names(),
          p.organisation(),
          p.state().id(),
          p.grade().id(),
          p.rule().id(),
          p.from(),
          p.heldFrom(),
          p.until(),
          p.administrator(),
          p.hop(),
          p.askFor());
    }
  }

  /** An account or credential. */
  public record Account(
      @Doc("A + 16 base-32 characters") String id,
      @Doc("domain\\name, name or key id") String name,
      @Doc("other names that logs show") List<String> names,
      @Doc("organisation of its domain, or outside") String organisation,
      @Doc("held") String state,
      @Doc("confirmed or possible") String grade,
      @Doc("rule that gave the grade") String rule,
      @Doc("UTC") Instant from,
      @Doc("UTC") Optional<Instant> until,
      @Doc("hop that gave it away") Optional<String> hop,

      @Doc("domain that vouches for it; empty = the host itself")
      String authority,

      @Doc("domain, where the name has one") Optional<String> domain) {
    static Account of(Trail.HeldAccount a) {
      return new Account(
          a.id(),
          a.name(),
          a.names(),
          a.organisation(),
          "held",
          a.grade().id(),
          a.rule().id(),
          a.from(),
          a.until(),
          a.hop(),
          a.authority(),
          a.domain());
    }
  }

  /** A session that a hop opened. */
  public record Session(
      @Doc("S + 16 base-32 characters") String id,
      @Doc("account") String account,
      @Doc("host") String host,
      @Doc("UTC") Instant from,
      @Doc("UTC; null = no end was seen") Optional<Instant> to,
      @Doc("confirmed or possible") String grade,
      @Doc("hop id") String hop) {
    static Session of(Trail.Session s) {
      return new Session(
          s.id(), s.account(), s.host(), s.from(), s.to(), s.grade().id(), s.hop());
    }
  }

  /** Account of a hop. */
  public record HopAccount(
      @Doc("A + 16 base-32 characters") String id,
      @Doc("domain\\name, name or key id") String name,
      @Doc("domain that vouches for it") String authority,
      @Doc("organisation of that domain, or outside") String organisation) {
    static HopAccount of(Trail.Hop h) {
      return new HopAccount(
          ContentId.of('A', h.account()),
          h.account(),
          h.authority(),
          h.accountOrganisation().orElse("outside"));
    }
  }

  /** Where a hop came from. */
  public record From(
      @Doc("host, where the address resolves") Optional<String> host,
      @Doc("address as the record shows it") Optional<String> address,
      @Doc("organisation id, or outside") Optional<String> organisation,

      @Doc("how that is known: record, ticket, credentials, flow")
      String by) {}

  /** Where a hop went. */
  public record To(
      @Doc("host or service") String host,
      @Doc("organisation id, or outside") String organisation) {}

  /** One logon used to move. */
  public record Hop(
      @Doc("H + 16 base-32 characters over account, from, to, first record")
      String id,

      @Doc("when the target accepted it, clock corrected, UTC")
      Instant at,

      @Doc("as the log wrote it, local to its zone") String atWritten,
      @Doc("how far `at` may be off, either way, ms") long errorMs,

      @Doc("execution: code ran; access: it did not, as far as logs show")
      String kind,

      @Doc("ATT&CK technique") Optional<String> technique,

      @Doc("who logged on; null = no record names the account")
      Optional<HopAccount> account,

      @Doc("whose session at the source it was made in") Optional<String> causalAccount,
      @Doc("null = the record shows no source") Optional<From> from,
      @Doc("where to") To to,
      @Doc("session id") Optional<String> session,
      @Doc("its strongest own proof: confirmed or possible") String grade,
      @Doc("the weakest hop on the way to it") String pathGrade,
      @Doc("rule that gave the grade") String rule,
      @Doc("in words") String why,

      @Doc("0–1000: share of the account's usual logons on other hosts that surprise less; orders,"
          + " never grades; null = no baseline")
      Optional<Integer> likelihood,

      @Doc("no-baseline, where likelihood is null") Optional<String> likelihoodRule,
      @Doc("what was never done before, in words") List<String> unusual,

      @Doc("hops that made its source held; empty = a foothold")
      List<String> after,

      @Doc("log records that show it") List<Trail.RecordPlace> records) {
    static Hop of(Trail.Hop h) {
      return new Hop(
          h.id(),
          h.at(),
          h.atWritten(),
          h.errorMillis(),
          h.execution() ? "execution" : "access",
          h.technique(),
          h.account().isEmpty() ? Optional.empty() : Optional.of(HopAccount.of(h)),
          h.causalAccount(),
          h.from().map(s -> new From(s.host(), s.address(), s.organisation(), s.by())),
          new To(h.toHost(), h.toOrganisation()),
          h.session(),
          h.grade().id(),
          h.pathGrade().id(),
          h.rule().id(),
          h.why(),
          h.likelihood().isPresent() ? Optional.of(h.likelihood().getAsInt()) : Optional.empty(),
          h.likelihoodRule().map(Rule::id),
          h.unusual(),
          h.after(),
          h.records());
    }
  }

  /** A directory or identity provider that fell. */
  public record Platform(
      @Doc("host") String host,
      @Doc("UTC") Instant at,
      @Doc("confirmed or possible") String grade,
      @Doc("rule that says so") String rule,
      @Doc("accounts that it vouches for, seen in the logs") long vouchedFor) {
    static Platform of(Trail.Platform p) {
      return new Platform(p.host(), p.at(), p.grade().id(), p.rule().id(), p.vouchedFor());
    }
  }

  /** What was excluded. */
  public record Excluded(
      @Doc("host or account") String kind,
      @Doc("its name") String name,
      @Doc("rule that excludes") String rule,
      @Doc("acts that were looked at") long acts) {}

  /** What cannot be known yet. */
  public record Unknown(
      @Doc("host or service") String host,
      @Doc("organisation id, or outside") String organisation,
      @Doc("rule that leaves it open") String rule,
      @Doc("in words") String why,
      @Doc("the log that would settle it") String askFor) {}
}
