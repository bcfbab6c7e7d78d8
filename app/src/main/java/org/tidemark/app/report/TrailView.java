package org.tidemark.app.report;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.tidemark.app.report.ReportRows.LogPlace;

/**
 * What the page shows of trail.json, in typed form.
 *
 * @param hosts hosts reached or held, by arrival
 * @param hops in the file's order: by time
 * @param start what was held first
 */
record TrailView(List<HostView> hosts, List<HopView> hops, Optional<Start> start) {

  /** A foothold: its kind (host, account, session, key, address), name, and since when. */
  record Start(String kind, String name, Optional<Instant> from, String grade) {}

  /** Ruled an owner's usual work: possible, counted apart (RULES.md section 1). */
  static final String OWNER_LIKE = "owner-like";

  /**
   * A host that was reached or held: arrival, and the hold where there is one. {@code
   * administrator}: the hold has
   * administrator rights, so the host's own logs exclude nothing from then on.
   */
  record HostView(
      String name,
      String organisation,
      boolean held,
      String grade,
      String rule,
      Optional<Instant> from,
      Optional<Instant> heldFrom,
      Optional<Instant> until,
      boolean administrator) {}

  /**
   * A hop. {@code from} is empty where the source host is not known; then {@code fromAddress} may
   * say more.
   */
  record HopView(
      String id,
      Instant at,
      String kind,
      String account,
      String from,
      String fromAddress,
      String fromOrganisation,
      String to,
      String toOrganisation,
      String grade,
      String pathGrade,
      String rule,
      String why,
      List<String> after,
      List<LogPlace> records,
      Signs signs) {

    boolean ownerLike() {
      return rule.equals(OWNER_LIKE);
    }

    /** Whether it left the organisation it came from; a hop from nowhere known crosses too. */
    boolean crosses() {
      return !fromOrganisation.equals(toOrganisation);
    }

    String source() {
      return !from.isEmpty() ? from : !fromAddress.isEmpty() ? fromAddress : "unknown source";
    }
  }

  /**
   * What else is known of a hop.
   *
   * @param likelihood how many of 1,000 usual logons of its account on other hosts surprise less;
   *     empty without a baseline
   * @param likelihoodRule why it is empty
   * @param unusual what is new about it, in words
   * @param causalAccount whose session the credential was used in; empty where nobody says
   * @param sourceBy how its source is known; empty where nobody says
   * @param errorMillis how far its time may be off, either way
   */
  record Signs(
      Optional<Integer> likelihood,
      String likelihoodRule,
      List<String> unusual,
      String causalAccount,
      String sourceBy,
      long errorMillis) {
    static final Signs NONE = new Signs(Optional.empty(), "", List.of(), "", "", 0);

    Signs {
      unusual = List.copyOf(unusual);
    }
  }

  /** The most surprising first; those without a baseline last, by time. */
  static final Comparator<HopView> BY_SURPRISE = Comparator.comparingInt(
          (HopView h) -> -h.signs().likelihood().orElse(-1))
      .thenComparing(HopView::at)
      .thenComparing(HopView::id);

  static TrailView of(JsonNode trail) {
    List<HostView> hosts = new ArrayList<>();
    trail.path("hosts").forEach(h -> hosts.add(host(h)));
    hosts.removeIf(h -> h.name().isEmpty());
    hosts.sort(Comparator.comparing((HostView h) -> h.from().orElse(Instant.MAX))
        .thenComparing(HostView::name));
    List<HopView> hops = new ArrayList<>();
    trail.path("hops").forEach(h -> hop(h).ifPresent(hops::add));
    return new TrailView(List.copyOf(hosts), List.copyOf(hops), start(trail.path("footholds")));
  }

  /** The earliest foothold that the case file declares, else the earliest that the logs show. */
  private static Optional<Start> start(JsonNode footholds) {
    List<JsonNode> all = new ArrayList<>();
    footholds.forEach(all::add);
    return all.stream()
        .min(Comparator.comparing((JsonNode f) -> f.path("derived").asBoolean())
            .thenComparing(f -> f.path("from").asText("")))
        .map(f -> {
          String kind = Stream.of("host", "account", "session", "key", "address")
              .filter(f::hasNonNull)
              .findFirst()
              .orElse("");
          return new Start(
              kind,
              f.path(kind).asText(""),
              Wording.instant(f.path("from").asText("")),
              f.path("grade").asText(""));
        });
  }

  /** The hops that the page numbers, from 1: all but those like the owner's own work. */
  List<HopView> numbered() {
    return hops.stream().filter(h -> !h.ownerLike()).toList();
  }

  /** The page's number of each hop that it lists, by id. */
  Map<String, Integer> numbers() {
    Map<String, Integer> numbers = new HashMap<>();
    numbered().stream()
        .limit(HopsSection.HOPS_MAX)
        .forEach(h -> numbers.put(h.id(), numbers.size() + 1));
    return numbers;
  }

  long ownerLike() {
    return hops.stream().filter(HopView::ownerLike).count();
  }

  private static HostView host(JsonNode h) {
    return new HostView(
        h.path("name").asText(""),
        h.path("organisation").asText(""),
        h.path("state").asText("").equals("held"),
        h.path("grade").asText(""),
        h.path("rule").asText(""),
        Wording.instant(h.path("from").asText("")),
        Wording.instant(h.path("held_from").asText(h.path("from").asText(""))),
        Wording.instant(h.path("until").asText("")),
        h.path("administrator").asBoolean());
  }

  private static Optional<HopView> hop(JsonNode h) {
    JsonNode from = h.path("from");
    List<LogPlace> records = new ArrayList<>();
    h.path("records")
        .forEach(r ->
            records.add(new LogPlace(r.path("file").asText(""), r.path("record").asLong())));
    List<String> after = new ArrayList<>();
    h.path("after").forEach(a -> after.add(a.asText("")));
    return Wording.instant(h.path("at").asText(""))
        .map(at -> new HopView(
            h.path("id").asText(""),
            at,
            h.path("kind").asText(""),
            h.path("account").path("name").asText("an account that no record names"),
            from.path("host").asText(""),
            from.path("address").asText(""),
            from.path("organisation").asText(""),
            h.path("to").path("host").asText(""),
            h.path("to").path("organisation").asText(""),
            h.path("grade").asText(""),
            h.path("path_grade").asText(""),
            h.path("rule").asText(""),
            h.path("why").asText(""),
            List.copyOf(after),
            List.copyOf(records),
            signs(h)));
  }

  private static Signs signs(JsonNode h) {
    List<String> unusual = new ArrayList<>();
    h.path("unusual").forEach(u -> unusual.add(u.asText("")));
    JsonNode causal = h.path("causal_account");
    return new Signs(
        h.hasNonNull("likelihood") ? Optional.of(h.path("likelihood").asInt()) : Optional.empty(),
        h.path("likelihood_rule").asText(""),
        unusual,
        causal.isTextual() ? causal.asText() : causal.path("name").asText(""),
        h.path("from").path("by").asText(""),
        h.path("error_ms").asLong());
  }
}
