package org.tidemark.trail.telling;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.tidemark.trail.Trail.RecordPlace;

/**
 * trail.json as a result tells it, of this version or another one of the same schema: fields that
 * it lacks are empty. Grades and rules stay the ids that the document holds.
 *
 * @param hops ordered by at, then id
 */
public record ToldTrail(
    List<Start> footholds,
    List<Host> hosts,
    List<Account> accounts,
    List<Session> sessions,
    List<Platform> platforms,
    List<Hop> hops,
    List<Excluded> excluded,
    List<Unknown> unknown,
    List<LeftBehind> leftBehind) {
  private static final List<String> FOOTHOLD_KINDS =
      List.of("host", "account", "session", "key", "address");

  public ToldTrail {
    footholds = List.copyOf(footholds);
    hosts = List.copyOf(hosts);
    accounts = List.copyOf(accounts);
    sessions = List.copyOf(sessions);
    platforms = List.copyOf(platforms);
    hops = List.copyOf(hops);
    excluded = List.copyOf(excluded);
    unknown = List.copyOf(unknown);
    leftBehind = List.copyOf(leftBehind);
  }

  /**
   * What the intruder holds from an instant on.
   *
   * @param candidates for a derived one: ways in which it may have been reached, in words
   */
  public record Start(
      String id,
      String kind,
      String name,
      Instant from,
      Optional<Instant> until,
      String grade,
      String why,
      boolean derived,
      List<String> candidates) {}

  /** A host or service that was reached or is held. */
  public record Host(
      String id,
      String name,
      List<String> names,
      String organisation,
      String state,
      String grade,
      String rule,
      Optional<Instant> from,
      Optional<Instant> heldFrom,
      Optional<Instant> until,
      boolean administrator,
      Optional<String> hop,
      Optional<String> askFor) {}

  /** An account or credential that is held. */
  public record Account(
      String id,
      String name,
      List<String> names,
      String organisation,
      String grade,
      String rule,
      Optional<Instant> from,
      Optional<Instant> until,
      Optional<String> hop) {}

  /** A session that a hop opened. */
  public record Session(String id, String account, String host, String grade, String hop) {}

  /** A directory or identity provider that fell; {@code inDoubt}: that could have fallen. */
  public record Platform(
      String host,
      Optional<Instant> at,
      String grade,
      String rule,
      long vouchedFor,
      boolean inDoubt) {}

  /** What was looked at and is not the intruder's; kind: host or account. */
  public record Excluded(String kind, String name, String rule, long acts) {}

  /** A place of which nothing can be said. */
  public record Unknown(String host, String organisation, String rule, String why, String askFor) {}

  /** What stays when the intruder is gone: an account, a key, a service. */
  public record LeftBehind(
      String id,
      String kind,
      String name,
      String host,
      Optional<Instant> at,
      String grade,
      String rule,
      Optional<String> hop,
      List<RecordPlace> records) {}

  /**
   * One logon used to move.
   *
   * @param account empty where no record names it
   * @param fromBy how the source is known: record, ticket, credentials, flow; may be empty
   * @param unusual what was never done before, in words
   * @param likelihood 0–1000: the share of the account's usual logons that are less odd; {@code
   *     likelihoodRule}: why it is empty
   */
  public record Hop(
      String id,
      Instant at,
      String atWritten,
      long errorMs,
      String kind,
      Optional<String> technique,
      String account,
      Optional<String> causalAccount,
      Optional<String> fromHost,
      Optional<String> fromAddress,
      String fromBy,
      String toHost,
      String toOrganisation,
      Optional<String> session,
      String grade,
      String pathGrade,
      String rule,
      String why,
      List<String> unusual,
      Optional<Integer> likelihood,
      Optional<String> likelihoodRule,
      List<String> after,
      List<RecordPlace> records) {
    /** The account in words. */
    public String who() {
      return account.isEmpty() ? "an account that no record names" : account;
    }

    /** Where it came from, as far as the record shows: host, else address. */
    public Optional<String> source() {
      return fromHost.or(() -> fromAddress);
    }
  }

  /** Reads the document; a missing one is a trail of nothing. */
  public static ToldTrail of(JsonNode trail) {
    List<Hop> hops = new ArrayList<>();
    trail.path("hops").forEach(h -> hop(h).ifPresent(hops::add));
    hops.sort(Comparator.comparing(Hop::at).thenComparing(Hop::id));
    List<Start> footholds = new ArrayList<>();
    trail.path("footholds").forEach(f -> start(f).ifPresent(footholds::add));
    return new ToldTrail(
        footholds,
        all(trail.path("hosts"), ToldTrail::host),
        all(trail.path("accounts"), ToldTrail::account),
        all(
            trail.path("sessions"),
            s -> new Session(
                Fields.text(s, "id"),
                Fields.text(s, "account"),
                Fields.text(s, "host"),
                Fields.text(s, "grade"),
                Fields.text(s, "hop"))),
        platforms(trail),
        hops,
        all(
            trail.path("excluded"),
            e -> new Excluded(
                Fields.text(e, "kind"),
                Fields.text(e, "name"),
                Fields.text(e, "rule"),
                e.path("acts").asLong())),
        all(
            trail.path("unknown"),
            u -> new Unknown(
                Fields.text(u, "host"),
                Fields.text(u, "organisation"),
                Fields.text(u, "rule"),
                Fields.text(u, "why"),
                Fields.text(u, "ask_for"))),
        all(
            trail.path("left_behind"),
            l -> new LeftBehind(
                Fields.text(l, "id"),
                Fields.text(l, "kind"),
                Fields.text(l, "name"),
                Fields.text(l, "host"),
                Fields.instant(l, "at"),
                Fields.text(l, "grade"),
                Fields.text(l, "rule"),
                Fields.optional(l, "hop"),
                records(l))));
  }

  private static List<Platform> platforms(JsonNode trail) {
    List<Platform> platforms = new ArrayList<>();
    for (String list : List.of("platforms_fallen", "platforms_in_doubt")) {
      trail
          .path(list)
          .forEach(p -> platforms.add(new Platform(
              Fields.text(p, "host"),
              Fields.instant(p, "at"),
              Fields.text(p, "grade"),
              Fields.text(p, "rule"),
              p.path("vouched_for").asLong(),
              list.endsWith("doubt"))));
    }
    return platforms;
  }

  private static List<RecordPlace> records(JsonNode shown) {
    return all(
        shown.path("records"),
        r -> new RecordPlace(Fields.text(r, "file"), r.path("record").asInt()));
  }

  private static <T> List<T> all(JsonNode items, Function<JsonNode, T> read) {
    List<T> all = new ArrayList<>();
    items.forEach(item -> all.add(read.apply(item)));
    return all;
  }

  private static Optional<Start> start(JsonNode f) {
    String kind = FOOTHOLD_KINDS.stream().filter(f::hasNonNull).findFirst().orElse("host");
    return Fields.instant(f, "from")
        .map(from -> new Start(
            Fields.text(f, "id"),
            kind,
            Fields.text(f, kind),
            from,
            Fields.instant(f, "until"),
            Fields.text(f, "grade"),
            Fields.text(f, "why"),
            f.path("derived").asBoolean(),
            candidates(f.path("candidates"))));
  }

  /** A candidate is a text, or a list of the ids or names that it leads over. */
  private static List<String> candidates(JsonNode candidates) {
    return all(candidates, c -> {
      if (c.isArray()) {
        return String.join(" → ", all(c, item -> item.asText("")));
      }
      return c.isObject() ? Fields.text(c, c.has("why") ? "why" : "name") : c.asText("");
    });
  }

  private static Host host(JsonNode h) {
    return new Host(
        Fields.text(h, "id"),
        Fields.text(h, "name"),
        Fields.texts(h, "names"),
        Fields.text(h, "organisation"),
        Fields.text(h, "state"),
        Fields.text(h, "grade"),
        Fields.text(h, "rule"),
        Fields.instant(h, "from"),
        Fields.instant(h, "held_from"),
        Fields.instant(h, "until"),
        h.path("administrator").asBoolean(),
        Fields.optional(h, "hop"),
        Fields.optional(h, "ask_for"));
  }

  private static Account account(JsonNode a) {
    return new Account(
        Fields.text(a, "id"),
        Fields.text(a, "name"),
        Fields.texts(a, "names"),
        Fields.text(a, "organisation"),
        Fields.text(a, "grade"),
        Fields.text(a, "rule"),
        Fields.instant(a, "from"),
        Fields.instant(a, "until"),
        Fields.optional(a, "hop"));
  }

  private static Optional<Hop> hop(JsonNode h) {
    JsonNode from = h.path("from");
    JsonNode causal = h.path("causal_account");
    return Fields.instant(h, "at")
        .map(at -> new Hop(
            Fields.text(h, "id"),
            at,
            Fields.text(h, "at_written"),
            h.path("error_ms").asLong(),
            Fields.text(h, "kind"),
            Fields.optional(h, "technique"),
            Fields.text(h.path("account"), "name"),
            causal.isObject()
                ? Fields.optional(causal, "name")
                : Fields.optional(h, "causal_account"),
            Fields.optional(from, "host"),
            Fields.optional(from, "address"),
            Fields.text(from, "by"),
            Fields.text(h.path("to"), "host"),
            Fields.text(h.path("to"), "organisation"),
            Fields.optional(h, "session"),
            Fields.text(h, "grade"),
            Fields.text(h, "path_grade"),
            Fields.text(h, "rule"),
            Fields.text(h, "why"),
            Fields.texts(h, "unusual"),
            h.path("likelihood").isNumber()
                ? Optional.of(h.path("likelihood").asInt())
                : Optional.empty(),
            Fields.optional(h, "likelihood_rule"),
            Fields.texts(h, "after"),
            records(h)));
  }
}
