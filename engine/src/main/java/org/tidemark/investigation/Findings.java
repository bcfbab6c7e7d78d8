package org.tidemark.investigation;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tidemark.engine.Doc;
import org.tidemark.people.PeopleCounts;

/** findings.json: the answer in figures (CONTRACT.md section 5). Lists keep the order given. */
@Doc("What is the answer, in figures?")
public record Findings(
    @Doc("complete, or stopped: the user stopped it and figures are partial")
    String state,

    @Doc("when the intruder was there") Intrusion intrusion,
    @Doc("what was read") EvidenceCounts evidence,
    @Doc("how far they came") TrailCounts trail,
    @Doc("what they reached") ExposureCounts exposure,
    @Doc("whose data it is") PeopleCounts people,

    @Doc("while files are still unread: the count that a full run would give")
    Optional<Estimate> estimate,

    @Doc("legal clocks, ordered by due, law, step") List<LegalClock> clocks) {

  /** {@code state} of a run that reached its end. */
  public static final String COMPLETE = "complete";

  /** {@code state} of a run that the user stopped. */
  public static final String STOPPED = "stopped";

  public Findings {
    clocks = List.copyOf(clocks);
  }

  /** From the first foothold or act to the last act. */
  public record Intrusion(
      @Doc("earliest instant held or acted on, UTC; null = nothing held")
      Optional<Instant> first,

      @Doc("last act of anything held, UTC") Optional<Instant> last,
      @Doc("the start lies between `first` and this") Optional<Instant> firstLatest,
      @Doc("the case file's moment `contained`") Optional<Instant> contained) {}

  /** Records of logs: used + ignored + unparsed = read. */
  public record EvidenceCounts(
      @Doc("files and archive members") long files,
      @Doc("log records read") long recordsRead,
      @Doc("of these, records that became facts") long recordsUsed,

      @Doc("of these, records without a fact that we take, reasons in evidence.json")
      long recordsIgnored,

      @Doc("of these, records that could not be parsed") long recordsUnparsed) {}

  /** Counts of trail.json. */
  public record TrailCounts(
      @Doc("moves between hosts") Hops hops,
      @Doc("places") Hosts hosts,
      @Doc("accounts and credentials") Accounts accounts,

      @Doc("first hop from each organisation into another, ordered by at")
      List<Crossing> organisationsCrossed,

      @Doc("places in reach of which no log says anything") long unknown,
      @Doc("directories and identity providers that fell") long platformsFallen) {
    public TrailCounts {
      organisationsCrossed = List.copyOf(organisationsCrossed);
    }
  }

  /** Hops by grade. */
  public record Hops(
      @Doc("hops with proof of their own") long confirmed,
      @Doc("hops that may be the intruder's") long possible) {}

  /** Hosts by state. */
  public record Hosts(
      @Doc("reached and not held") long reached,
      @Doc("held: code ran or credentials were left there") long held) {}

  /** Accounts by state. */
  public record Accounts(
      @Doc("accounts and credentials held") long held) {}

  /** The trail left one organisation for another. */
  public record Crossing(
      @Doc("organisation id") String from,
      @Doc("organisation id") String to,
      @Doc("UTC") Instant at,
      @Doc("the trust used, or unproven") String by,
      @Doc("confirmed or possible") String grade) {}

  /** Counts of exposure.parquet and files.parquet. */
  public record ExposureCounts(
      @Doc("objects by grade") Objects objects,
      @Doc("exposed files by how far they could be read") Files files,

      @Doc("exposed files not read or not to their end, by reason")
      Map<String, Long> unread,

      @Doc("possible objects by the rule of their grade") Map<String, Long> possibleByRule) {}

  /** Objects by grade; {@code notHeld} overlaps confirmed and possible. */
  public record Objects(
      @Doc("reached, with proof of the act") long confirmed,
      @Doc("perhaps reached") long possible,
      @Doc("not reached, with proof") long excluded,

      @Doc("confirmed or possible, with no copy in the case")
      long notHeld) {}

  /** Exposed files by state. */
  public record Files(
      @Doc("read to the end") long read,
      @Doc("read in part") long partly,
      @Doc("not read") long unread) {}

  /** A forecast of the count from the files read so far. */
  public record Estimate(
      @Doc("files read so far") long filesRead,
      @Doc("files in all") long files,
      @Doc("bytes read so far") long bytesRead,
      @Doc("bytes in all") long bytes,
      @Doc("persons, lower end") long low,
      @Doc("persons") long expected,
      @Doc("persons, upper end") long high) {}

  /** A deadline that a law sets. */
  public record LegalClock(
      @Doc("law id") String law,
      @Doc("step of that law") String step,
      @Doc("authority or persons") String who,
      @Doc("UTC; null = no moment starts it yet") Optional<Instant> due,
      @Doc("state of the step") String state) {}
}
