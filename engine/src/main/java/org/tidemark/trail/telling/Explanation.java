package org.tidemark.trail.telling;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.tidemark.engine.Doc;

/** {@code tidemark trace CASE --explain X --json}. */
@Doc("How is it known that the intruder was there, or what speaks against it?")
public record Explanation(
    @Doc("what was asked for, as it was written") String asked,
    @Doc("hop, host, account, foothold, session or object") String kind,
    @Doc("id in the result; null = it has none") Optional<String> id,
    @Doc("its name; of a hop: account, from, to") String name,
    @Doc("organisation id, or outside; null = not known") Optional<String> organisation,
    @Doc("reached or held; null = neither, or it cannot be") Optional<String> state,

    @Doc("confirmed, possible, excluded or unknown; null = the trail says nothing of it")
    Optional<String> grade,

    @Doc("rule that gave the grade") Optional<String> rule,
    @Doc("in words") String why,
    @Doc("since when, UTC") Optional<Instant> from,
    @Doc("until when, UTC; null = to the end") Optional<Instant> until,
    @Doc("the log that would say more") Optional<String> askFor,

    @Doc("the way there; null = it is no place that a way leads to")
    Optional<Route> route,

    @Doc("further hops that lead there, each with a way of its own")
    int otherHops,

    @Doc("the hop with the best grade, where it is not the last step of the way")
    Optional<String> surestHop,

    @Doc("what the logs cover there: at that time, or at all where there is no time")
    List<Cover> coverage,

    @Doc("exposures of an object, ordered by effect") List<Exposed> exposures,
    @Doc("what else is to be known") List<String> notes) {
  public Explanation {
    coverage = List.copyOf(coverage);
    exposures = List.copyOf(exposures);
    notes = List.copyOf(notes);
  }

  /** The earliest way from a foothold. */
  public record Route(
      @Doc("where it begins; null = nothing in the result explains the first step")
      Optional<Foothold> foothold,

      @Doc("false = route unproven: a confirmed act that no path explains")
      boolean proven,

      @Doc("the weakest grade on the way; null = no step") Optional<String> grade,
      @Doc("hops in their order") List<Step> steps,

      @Doc("where the route is unproven: how it may have been, in words")
      List<String> candidates) {}

  /** A foothold. */
  public record Foothold(
      @Doc("G + 16 base-32 characters") String id,
      @Doc("host, account, session, key or address") String kind,
      @Doc("its name") String name,
      @Doc("UTC") Instant from,
      @Doc("confirmed or possible") String grade,
      @Doc("in words") String why,
      @Doc("derived from a confirmed act, not declared") boolean derived) {}

  /** One hop of the way. */
  public record Step(
      @Doc("hop id") String hop,

      @Doc("when the target accepted it, clock corrected, UTC")
      Instant at,

      @Doc("as the log wrote it") String atWritten,
      @Doc("how far `at` may be off, either way, ms") long errorMs,

      @Doc("account that logged on; empty = no record names it")
      String account,

      @Doc("whose session it was, where credentials were switched")
      Optional<String> causalAccount,

      @Doc("host, else address; null = the record shows no source")
      Optional<String> from,

      @Doc("how that is known: record, ticket, credentials, flow; null = not said")
      Optional<String> fromBy,

      @Doc("host or service") String to,
      @Doc("organisation id, or outside") String toOrganisation,
      @Doc("execution or access") String kind,
      @Doc("ATT&CK technique") Optional<String> technique,
      @Doc("confirmed or possible") String grade,
      @Doc("the weakest hop on the way to it") String pathGrade,
      @Doc("rule that gave the grade") String rule,
      @Doc("the rule's sentence") String sentence,
      @Doc("what more the result says of why") Optional<String> why,
      @Doc("what was never done before") List<String> unusual,

      @Doc("0–1000, the higher the odder; null without a baseline")
      Optional<Integer> likelihood,

      @Doc("no-baseline, where likelihood is null") Optional<String> likelihoodRule,
      @Doc("how the account came to be held") Optional<Held> held,
      @Doc("log records that show it") List<LogRecord> records,

      @Doc("what the logs of the target cover at that time; empty = no log")
      List<Cover> coverage) {}

  /** How an account came to be held. */
  public record Held(
      @Doc("UTC") Optional<Instant> from,
      @Doc("confirmed or possible") String grade,
      @Doc("rule") String rule,
      @Doc("the rule's sentence") String sentence) {}

  /** A record of a log. */
  public record LogRecord(
      @Doc("file id") String file,

      @Doc("evidence path; the member of an archive after `!`")
      String path,

      @Doc("record in it, from 1") int record) {}

  /** What one source covers. */
  public record Cover(
      @Doc("format id") String source,
      @Doc("logon, process, file or change") String kind,
      @Doc("first record, UTC") Instant from,
      @Doc("last record, UTC") Instant to,

      @Doc("covered, gap, begins-later, ended-before; null = no time was asked for")
      Optional<String> then,

      @Doc("intervals that are not to be trusted, at that time or at all")
      List<Gap> gaps,

      @Doc("organisation that handed the log over") Optional<String> suppliedBy) {}

  /** An interval that is not to be trusted. */
  public record Gap(
      @Doc("UTC") Instant from,
      @Doc("UTC") Instant to,
      @Doc("cleared, record-numbers, switched-off or quiet") String why) {}

  /** One effect on an object. */
  public record Exposed(
      @Doc("disclosed, altered, destroyed or unavailable") String effect,
      @Doc("confirmed, possible or excluded") String grade,
      @Doc("rule that gave the grade") String rule,
      @Doc("the rule's sentence") String sentence,
      @Doc("UTC") Optional<Instant> first,
      @Doc("UTC") Optional<Instant> last,
      @Doc("accesses seen") long operations,
      @Doc("hops whose sessions reached it") List<String> hops,
      @Doc("the first records that show it") List<LogRecord> records,
      @Doc("records in all") long recordsTotal) {}
}
