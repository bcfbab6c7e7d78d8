package org.tidemark.trail.telling;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tidemark.casefile.CaseFile;
import org.tidemark.engine.Doc;

/** {@code tidemark trace CASE --compare RESULT --json}. */
@Doc("What changed between an earlier result and this one, and why?")
public record Comparison(
    @Doc("what went in differently") List<Input> inputs,

    @Doc("what could not be compared, so that a cause may lie there")
    List<String> notKnown,

    @Doc("first instant at which anything is held, before, UTC")
    Optional<Instant> startBefore,

    @Doc("the same now") Optional<Instant> startAfter,
    @Doc("first hop, before, UTC") Optional<Instant> firstHopBefore,
    @Doc("the same now") Optional<Instant> firstHopAfter,

    @Doc("how many of what (hop, host, account, foothold, platform, unknown, excluded,"
        + " left-behind) are new, gone, regraded, moved, other-rule or same")
    Map<String, Map<String, Integer>> counts,

    @Doc("footholds first, then hops, hosts, accounts, platforms, unknown and excluded places,"
        + " what was left behind; of each the new, gone, regraded, moved, those of another rule;"
        + " of these by time, name, id")
    List<Change> changes) {
  /** Compares; {@code caseFile} is that of {@code after}. */
  public static Comparison of(ToldResult before, ToldResult after, CaseFile caseFile) {
    return new Comparing(before, after, caseFile).make();
  }

  /** Something that went in differently. */
  public record Input(
      @Doc("ruling, foothold, indicator, case-file, evidence or version")
      String kind,

      @Doc("new, gone or changed") String change,

      @Doc("target of a ruling, evidence path, block of case.yaml …")
      String name,

      @Doc("in words") String text) {}

  /** Something that came out differently. */
  public record Change(
      @Doc("foothold, hop, host, account, platform, unknown, excluded or left-behind")
      String what,

      @Doc("its id; its name where it has none") String id,
      @Doc("its name; of a hop: account, from, to") String name,

      @Doc("when it was or began, UTC; of this result, else of the earlier one")
      Optional<Instant> at,

      @Doc("new, gone, regraded, moved (its instant) or other-rule")
      String change,

      @Doc("what the earlier result says; null = nothing") Optional<String> before,
      @Doc("what this one says; null = nothing") Optional<String> after,
      @Doc("why") Cause cause) {}

  /** Why. */
  public record Cause(
      @Doc("ruling, evidence, indicator, foothold, case-file, version, follows, or not-known")
      String kind,

      @Doc("hop that it follows from, evidence path, target of the ruling")
      Optional<String> of,

      @Doc("in words") String text) {}
}
