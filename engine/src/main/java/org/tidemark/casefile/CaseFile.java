package org.tidemark.casefile;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the responder says: case.yaml, read and checked (CONTRACT.md section 2). Order is the file's
 * order.
 *
 * @param id the case's short name
 * @param controller id of the organisation whose case this is
 */
public record CaseFile(
    String id,
    String controller,
    List<Organisation> organisations,
    List<TrustLink> trust,
    List<Foothold> footholds,
    List<Indicator> indicators,
    List<String> proof,
    List<Routine> expected,
    List<String> keep,
    List<Alias> names,
    List<String> shared,
    List<Containers> containers,
    List<Rebuilt> rebuilt,
    List<Ruling> rulings,
    List<EvidenceSource> evidence,
    List<InventorySource> inventory,
    List<CollectedLog> collect,
    List<KeptLog> retention,
    List<ExposedObjects> exposed,
    List<Store> stores,
    List<Protection> protection,
    List<DirectorySource> directory,
    PeopleSettings people,
    Optional<String> passwords,
    Moments moments,
    List<String> laws) {

  /**
   * An organisation; {@code outside} is reserved for everyone else. {@code hosts} globs: longest
   * match wins.
   */
  public record Organisation(
      String id,
      String name,
      Optional<String> country,
      Optional<String> role,
      List<String> capacities,
      List<String> hosts,
      List<String> networks,
      List<String> domains,
      Map<String, String> details) {}

  /** The same case with other footholds. */
  public CaseFile withFootholds(List<Foothold> others) {
    return new CaseFile(
        id,
        controller,
        organisations,
        trust,
        others,
        indicators,
        proof,
        expected,
        keep,
        names,
        shared,
        containers,
        rebuilt,
        rulings,
        evidence,
        inventory,
        collect,
        retention,
        exposed,
        stores,
        protection,
        directory,
        people,
        passwords,
        moments,
        laws);
  }

  /** A known trust link between two organisations. */
  public record TrustLink(String from, String to, String by, Optional<String> at) {}

  /** What a foothold, a ruling or a name may point at. */
  public enum Target {
    HOST,
    ACCOUNT,
    SESSION,
    KEY,
    ADDRESS;

    public String id() {
      return name().toLowerCase(java.util.Locale.ROOT);
    }
  }

  /**
   * What the intruder holds from an instant on. {@code fromLatest}: the start lies between the two.
   */
  public record Foothold(
      Target kind,
      String name,
      Instant from,
      Optional<Instant> fromLatest,
      Optional<Instant> until,
      Grade grade,
      Optional<String> by,
      Optional<String> why) {}

  /** Kind of an {@link Indicator}. */
  public enum IndicatorKind {
    ADDRESS,
    DOMAIN,
    HASH,
    PROCESS,
    ACCOUNT,
    USER_AGENT;

    public String id() {
      return name().toLowerCase(java.util.Locale.ROOT);
    }
  }

  /** A sign of the intruder: a record that holds it within {@code [from, until)} proves the act. */
  public record Indicator(
      IndicatorKind kind,
      String value,
      Optional<Instant> from,
      Optional<Instant> until,
      Grade grade,
      Optional<String> why) {}

  /** Declared routine: never a hop. {@code to}: host globs. */
  public record Routine(
      String account, String does, List<String> to, Optional<String> by, Optional<String> why) {}

  /** Containers or pods that run on a host; {@code pods}: host globs. */
  public record Containers(String node, List<String> pods) {}

  /** A host that was set up anew: nothing that stood on it before is there since. */
  public record Rebuilt(String host, Instant at, Optional<String> by, Optional<String> why) {}

  /** Other names of one host or account that logs cannot show. */
  public record Alias(Target kind, String name, List<String> also) {}

  /** A responder's decision on one target, by id or by content. */
  public record Ruling(
      String kind,
      String target,
      Optional<Grade> grade,
      Instant at,
      String by,
      String why,
      int line) {}

  /**
   * A folder or file of evidence.
   *
   * @param path as written, relative to the case folder
   * @param as how logs name the folder's content ({@code \\hb-fs01\share})
   * @param of the host whose files these are copies of
   * @param format format id that overrules recognition
   * @param clockOffset per host: written minus true, each from an instant on
   * @param columns of a table of logons: what it holds (time, account, to …) → its header
   * @param audits kinds of act that were switched on: logon, process, file, change
   */
  public record EvidenceSource(
      String path,
      Optional<ZoneId> zone,
      Map<String, List<ClockOffset>> clockOffset,
      Optional<String> suppliedBy,
      Optional<Instant> collectedAt,
      boolean filtered,
      List<String> audits,
      Optional<String> of,
      Optional<String> as,
      Optional<String> format,
      Map<String, String> columns) {}

  /** A clock's offset, written minus true, valid from {@code from} (empty = always). */
  public record ClockOffset(Optional<Instant> from, Duration offset) {}

  /** A listing of what a host held, where no copies exist. */
  public record InventorySource(String path, String of) {}

  /** Logs that should exist for hosts that match the glob, by format id. */
  public record CollectedLog(String hosts, List<String> sources) {}

  /**
   * How long an organisation, or the hosts that a glob names, keep a log: outranks the default.
   *
   * @param organisation id; empty where {@code hosts} says it
   * @param source id of a log (docs/reference/retention.md) or of a log format
   * @param days 1 to 36,525
   */
  public record KeptLog(
      Optional<String> organisation,
      Optional<String> hosts,
      String source,
      int days,
      Optional<String> by,
      Optional<String> why) {}

  /** Objects known to have leaked without any log. */
  public record ExposedObjects(String path, Grade grade, Optional<String> why) {}

  /** Whose data lies where, in which service. First match wins. */
  public record Store(String match, String controller, Optional<String> service) {}

  public record Protection(
      String match,
      String method,
      Optional<String> keyAt,
      Optional<String> by,
      Optional<String> why) {}

  /**
   * A list that resolves accounts and internal identifiers to people; {@code identifies}: column →
   * kind.
   */
  public record DirectorySource(String path, String controller, Map<String, String> identifies) {}

  /** {@code roles}: role → globs, in the file's order; {@code columns}: verdicts given by hand. */
  public record PeopleSettings(
      Map<String, List<String>> roles, List<ColumnKind> columns, Optional<String> defaultCountry) {}

  public record ColumnKind(String files, String column, String kind) {}

  /** Where the legal clocks start: moment id → instant. */
  public record Moments(Map<String, Moment> moments) {
    public Optional<Instant> contained() {
      return Optional.ofNullable(moments.get("contained")).map(Moment::at);
    }
  }

  public record Moment(Instant at, Optional<String> by, Optional<String> why) {}
}
