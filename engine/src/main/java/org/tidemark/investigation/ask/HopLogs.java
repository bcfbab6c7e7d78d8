package org.tidemark.investigation.ask;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;
import org.tidemark.casefile.Network;
import org.tidemark.casefile.Organisations;

/**
 * Which log would say whether a possible hop was the intruder's, by the rule that left it possible
 * (RULES.md sections 1 and 4). Rules that no log settles give nothing: a ruling does.
 */
final class HopLogs {
  /** A log to look into: where it is kept, whose it is, what it has to show. */
  record Wanted(LogPlace place, String organisation, ShownAct act) {}

  private static final String CLOUD = "aws/";

  private final Organisations organisations;

  HopLogs(Organisations organisations) {
    this.organisations = organisations;
  }

  List<Wanted> of(JsonNode hop) {
    return switch (hop.path("rule").asText("")) {
      // The owner works on that host too: only what ran there tells the two apart.
      case "held-source", "owner-like", "unusual-elsewhere" -> source(hop, ShownAct.PROCESS);
      case "jump-host-overlap" -> source(hop, ShownAct.LOGON);
      case "held-account-no-source" -> tickets(hop);
      case "held-account-unresolved-source", "held-account-shared-source" -> addresses(hop);
      case "fallen-platform" ->
        hop.path("from").path("host").isTextual() ? source(hop, ShownAct.LOGON) : addresses(hop);
      case "order-unsure" -> clocks(hop);
      default -> List.of();
    };
  }

  private List<Wanted> source(JsonNode hop, ShownAct act) {
    String host = hop.path("from").path("host").asText("");
    if (host.isEmpty()) {
      return addresses(hop);
    }
    return List.of(new Wanted(LogPlace.host(host), organisation(hop.path("from"), host), act));
  }

  /** A domain's controllers saw who asked for the ticket, but not where the platform had fallen. */
  private List<Wanted> tickets(JsonNode hop) {
    JsonNode account = hop.path("account");
    String domain = account.path("authority").asText("");
    String to = hop.path("to").path("host").asText("");
    if (domain.isEmpty() || to.startsWith(CLOUD)) {
      return connection(hop);
    }
    String organisation = account.path("organisation").asText(Organisations.OUTSIDE);
    return List.of(
        new Wanted(new LogPlace(LogPlace.Kind.DOMAIN, domain), organisation, ShownAct.TICKET));
  }

  /** Whoever gives out the address knows whose it was; of a stranger's, our own edge knows. */
  private List<Wanted> addresses(JsonNode hop) {
    Optional<String> address = Optional.of(hop.path("from").path("address").asText(""))
        .filter(text -> !text.isEmpty())
        .or(() -> Optional.of(hop.path("from").path("host").asText("")))
        .filter(Network::isAddress);
    if (address.isEmpty()) {
      return connection(hop);
    }
    String owner = organisations.ofHost(address.get());
    if (!owner.equals(Organisations.OUTSIDE)) {
      return List.of(
          new Wanted(new LogPlace(LogPlace.Kind.ADDRESS, address.get()), owner, ShownAct.ADDRESS));
    }
    String target = hop.path("to").path("organisation").asText(Organisations.OUTSIDE);
    return List.of(new Wanted(new LogPlace(LogPlace.Kind.EDGE, target), target, ShownAct.ADDRESS));
  }

  private List<Wanted> connection(JsonNode hop) {
    return to(hop, ShownAct.CONNECTION).map(List::of).orElse(List.of());
  }

  private List<Wanted> clocks(JsonNode hop) {
    Optional<Wanted> to = to(hop, ShownAct.TIME);
    String from = hop.path("from").path("host").asText("");
    if (to.isEmpty() || from.isEmpty()) {
      return to.map(List::of).orElse(List.of());
    }
    return List.of(
        new Wanted(LogPlace.host(from), organisation(hop.path("from"), from), ShownAct.TIME),
        to.get());
  }

  private Optional<Wanted> to(JsonNode hop, ShownAct act) {
    String host = hop.path("to").path("host").asText("");
    return host.isEmpty()
        ? Optional.empty()
        : Optional.of(new Wanted(LogPlace.host(host), organisation(hop.path("to"), host), act));
  }

  private String organisation(JsonNode end, String host) {
    String given = end.path("organisation").asText("");
    return given.isEmpty() ? organisations.ofHost(host) : given;
  }
}
