package org.tidemark.casefile;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.tidemark.casefile.CaseFile.Organisation;
import org.tidemark.casefile.CaseFile.TrustLink;

/** The blocks {@code organisations} and {@code trust}. */
final class OrganisationBlocks {
  private static final Kind<String> ROLE = Kind.oneOf(List.of(
      "affiliate", "subcontractor", "parent", "subsidiary", "provider", "partner", "customer"));
  private static final Kind<String> CAPACITY =
      Kind.oneOf(List.of("controller", "joint-controller", "processor", "carrier"));
  private static final List<String> DETAILS = List.of("legal_name", "address", "contact");

  private OrganisationBlocks() {}

  static List<Organisation> organisations(Block block) {
    List<Block> items = block.blocks("organisations");
    if (items.isEmpty() && !block.has("organisations")) {
      block.report(
          "organisations",
          "is missing",
          "at least the organisation whose case this is",
          "Add 'organisations: [{id: …, name: …, hosts: […]}]'.");
    } else if (items.isEmpty() && !block.isScalar("organisations")) {
      block.report("organisations", "is empty", "at least one organisation", "");
    }
    Claims claims = new Claims();
    List<Organisation> organisations = new ArrayList<>();
    for (Block item : items) {
      organisations.add(organisation(item, claims));
    }
    return List.copyOf(organisations);
  }

  private static Organisation organisation(Block item, Claims claims) {
    String id = item.required("id", Kind.ID, "");
    if (id.equals(Organisations.OUTSIDE)) {
      item.report("id", "'outside' is reserved for everyone else", "another id", "");
    } else if (!id.isEmpty()) {
      claims.claim(item, "id", id, id);
    }
    Organisation organisation = new Organisation(
        id,
        item.value("name", Kind.TEXT).orElse(id),
        item.value("country", Kind.COUNTRY),
        item.value("role", ROLE),
        item.list("capacities", CAPACITY),
        item.list("hosts", Kind.HOST_GLOB),
        item.list("networks", Kind.NETWORK),
        item.list("domains", Kind.TEXT),
        details(item));
    for (String host : organisation.hosts()) {
      claims.claim(item, "hosts", host.toLowerCase(Locale.ROOT), host);
    }
    for (String domain : organisation.domains()) {
      claims.claim(item, "domains", domain.toLowerCase(Locale.ROOT), domain);
    }
    for (String network : organisation.networks()) {
      Network.parse(network).ifPresent(n -> claims.claim(item, "networks", n, network));
    }
    item.end();
    return organisation;
  }

  private static Map<String, String> details(Block item) {
    Map<String, String> details = new LinkedHashMap<>();
    for (String key : DETAILS) {
      item.value(key, Kind.TEXT).ifPresent(text -> details.put(key, text));
    }
    item.map("registrations", Kind.TEXT)
        .forEach((authority, number) -> details.put("registrations." + authority, number));
    List<String> establishments = item.list("establishments", Kind.COUNTRY);
    if (!establishments.isEmpty()) {
      details.put("establishments", String.join(" ", establishments));
    }
    return Collections.unmodifiableMap(details);
  }

  static List<TrustLink> trust(Block block, List<Organisation> organisations) {
    List<String> ids =
        new ArrayList<>(organisations.stream().map(Organisation::id).toList());
    ids.add(Organisations.OUTSIDE);
    Kind<String> side = Kind.oneOf(ids);
    List<TrustLink> links = new ArrayList<>();
    for (Block item : block.blocks("trust")) {
      String from = item.required("from", side, "");
      String to = item.required("to", side, "");
      if (!from.isEmpty() && from.equals(to)) {
        item.report("to", "'" + to + "' trusts itself", "two organisations", "");
      }
      links.add(
          new TrustLink(from, to, item.required("by", Kind.TEXT, ""), item.value("at", Kind.TEXT)));
      item.end();
    }
    return List.copyOf(links);
  }

  /** Who claimed what first. */
  private static final class Claims {
    private record Claim(String key, Object what) {}

    private final Map<Claim, Block> first = new HashMap<>();

    void claim(Block item, String key, Object what, String written) {
      Optional<Block> before = Optional.ofNullable(first.putIfAbsent(new Claim(key, what), item));
      before
          .filter(other -> other != item)
          .ifPresent(other -> item.report(
              key,
              Problems.quoted(written) + " is also claimed by " + other.at() + " (line "
                  + other.line() + ")",
              "one organisation for each of them",
              key.equals("id") ? "Give each its own id." : "Take it from one of the two."));
    }
  }
}
