package org.tidemark.trail;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.tidemark.casefile.Grade;
import org.tidemark.engine.Doc;

/**
 * Where the intruder got in, could go, and when: the content of trail.json (CONTRACT.md section 5).
 * Every list has the order that the contract names; times are true times, clock offsets applied.
 *
 * @param footholds declared ones in the case file's order, then derived ones by time
 * @param hosts reached or held, by first instant, then name
 * @param accounts held, by first instant, then name
 * @param sessions that hops opened, by hop
 * @param platformsFallen directories and identity providers that no longer vouch for anyone, by
 *     time
 * @param platformsInDoubt those that the intruder administered, while nothing shows their fall
 * @param hops ordered by at, then id
 * @param excluded what was looked at and is not the intruder's, by rule, then name
 * @param unknown places about which nothing can be said, with the log to ask for
 * @param problems what the responder should mend: a ruling without target, a foothold that no log
 *     mentions
 * @param leftBehind what stays when the intruder is gone, by time, then id
 * @param nextHosts hosts to image or isolate next, the most pressing first
 * @param outgoing what left held hosts, at most, by host, then destination
 */
public record Trail(
    List<Foothold> footholds,
    List<Place> hosts,
    List<HeldAccount> accounts,
    List<Session> sessions,
    List<Platform> platformsFallen,
    List<Platform> platformsInDoubt,
    List<Hop> hops,
    List<Excluded> excluded,
    List<Unknown> unknown,
    List<String> problems,
    List<LeftBehind> leftBehind,
    List<NextHost> nextHosts,
    List<Outgoing> outgoing) {
  public Trail {
    footholds = List.copyOf(footholds);
    hosts = List.copyOf(hosts);
    accounts = List.copyOf(accounts);
    sessions = List.copyOf(sessions);
    platformsFallen = List.copyOf(platformsFallen);
    platformsInDoubt = List.copyOf(platformsInDoubt);
    hops = List.copyOf(hops);
    excluded = List.copyOf(excluded);
    unknown = List.copyOf(unknown);
    problems = List.copyOf(problems);
    leftBehind = List.copyOf(leftBehind);
    nextHosts = List.copyOf(nextHosts);
    outgoing = List.copyOf(outgoing);
  }

  /**
   * What the intruder holds from an instant on; {@code derived}: a confirmed act that no path
   * explains, with the ways by which it may have come about.
   */
  public record Foothold(
      String id,
      String kind,
      String name,
      Instant from,
      Optional<Instant> until,
      Grade grade,
      String why,
      boolean derived,
      List<Candidate> candidates) {
    Foothold withCandidates(List<Candidate> ways) {
      return new Foothold(id, kind, name, from, until, grade, why, derived, ways);
    }
  }

  /**
   * A way by which the intruder may have come to a derived foothold: over a host, or the place of a
   * trust, since an instant. Nothing proves it.
   */
  public record Candidate(String host, Instant since, Rule rule) {}

  /** Whether a place was only reached or is held. */
  public enum State {
    REACHED,
    HELD;

    /** As results write it. */
    public String id() {
      return name().toLowerCase(java.util.Locale.ROOT);
    }
  }

  /**
   * A host or service that the intruder reached or holds.
   *
   * @param from when it was first reached; {@code heldFrom}: when the hold began, if it is held
   * @param administrator whether the hold has administrator rights: then its own logs exclude
   *     nothing
   * @param hop the hop that gave the state; empty = foothold, or contact without a record of its
   *     own
   */
  public record Place(
      String id,
      String name,
      List<String> names,
      String organisation,
      State state,
      Grade grade,
      Rule rule,
      Instant from,
      Optional<Instant> heldFrom,
      Optional<Instant> until,
      boolean administrator,
      Optional<String> hop,
      Optional<String> askFor) {}

  /**
   * An account or cloud credential that the intruder can use. {@code hop}: the hop that gave it
   * away.
   */
  public record HeldAccount(
      String id,
      String name,
      String authority,
      Optional<String> domain,
      String organisation,
      Grade grade,
      Rule rule,
      Instant from,
      Optional<Instant> until,
      Optional<String> hop,
      List<String> names) {}

  /**
   * A session that a hop opened; what was accessed in it was reached.
   *
   * @param number the log's own session id (LogonId, process id, hash of a credential), per host
   * @param source only acts from this endpoint belong to it, where a credential is used from
   *     several
   */
  public record Session(
      String id,
      String account,
      String host,
      long number,
      Optional<String> source,
      Instant from,
      Optional<Instant> to,
      Grade grade,
      String hop) {}

  /**
   * A directory or identity provider that fell; {@code vouchedFor}: accounts that it vouches for.
   */
  public record Platform(
      String host, Instant at, Grade grade, Rule rule, long vouchedFor, List<String> domains) {}

  /** A place in a log: id of the file, record from 1. */
  public record RecordPlace(
      @Doc("file id") String file,
      @Doc("record in it, from 1") int record) {}

  /**
   * Where a hop came from.
   *
   * @param by how that is known: {@code record} of the target itself, else {@code ticket}, {@code
   *     credentials} sent out by the source, {@code flow}
   */
  public record Source(
      Optional<String> host, Optional<String> address, Optional<String> organisation, String by) {}

  /**
   * One logon used to move.
   *
   * @param at when the target accepted it, true time
   * @param atWritten as the log wrote it
   * @param errorMillis how far {@code at} may be off, either way
   * @param account empty where no record names it; {@code causalAccount}: whose session at the
   *     source it was made in, where that is another's
   * @param execution code ran there; else the hop only gave access
   * @param technique ATT&amp;CK id
   * @param grade its strongest own proof; {@code pathGrade}: the weakest hop on the way to it
   * @param likelihood 0–1000: the share of the account's usual logons on other hosts that surprise
   *     less; it orders what is possible and grades nothing; empty without a baseline
   * @param likelihoodRule why it is empty
   * @param unusual what the account, or anybody, never did before, in words
   * @param after hops that made its source held; empty = a foothold
   */
  public record Hop(
      String id,
      Instant at,
      String atWritten,
      long errorMillis,
      boolean execution,
      Optional<String> technique,
      String account,
      String authority,
      Optional<String> accountOrganisation,
      Optional<String> causalAccount,
      Optional<Source> from,
      String toHost,
      String toOrganisation,
      Optional<String> session,
      Grade grade,
      Grade pathGrade,
      Rule rule,
      String why,
      OptionalInt likelihood,
      Optional<Rule> likelihoodRule,
      List<String> unusual,
      List<String> after,
      List<RecordPlace> records) {
    /** The same hop, told how likely it is. */
    Hop judged(Likelihood.Judged judged) {
      return new Hop(
          id,
          at,
          atWritten,
          errorMillis,
          execution,
          technique,
          account,
          authority,
          accountOrganisation,
          causalAccount,
          from,
          toHost,
          toOrganisation,
          session,
          grade,
          pathGrade,
          rule,
          why,
          judged.perMille(),
          judged.rule(),
          judged.unusual(),
          after,
          records);
    }
  }

  /** What was looked at and found not to be the intruder's. {@code kind}: host or account. */
  public record Excluded(String kind, String name, Rule rule, long acts) {}

  /** A place of which nothing can be said, and the log that would settle it. */
  public record Unknown(String host, String organisation, Rule rule, String why, String askFor) {}
}
