package org.tidemark.trail;

import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;

/** What controllers and their clients log in a {@link World}: tickets, credentials, names. */
final class WorldDomain {
  private WorldDomain() {}

  static void act(
      WorldLog log,
      Instant at,
      String verb,
      String host,
      String object,
      Function<String, Optional<String>> after) {
    String by = after.apply("by").orElse("-");
    String session = "0x" + after.apply("session").orElse("0");
    Object[] target = {
      "TargetUserName",
      World.name(by),
      "TargetDomainName",
      World.domain(by),
      "TargetLogonId",
      session
    };
    String from = after.apply("from").orElse("-");
    Object[] ticket = World.with(
        target,
        "IpAddress",
        from,
        "TicketEncryptionType",
        after.apply("type").orElse("0x12"),
        "Status",
        "0x0");
    switch (verb) {
      case "controller" -> log.windows(at, host, 4768);
      case "grant" -> log.windows(at, host, 4768, ticket);
      case "ticket" -> log.windows(at, host, 4769, World.with(ticket, "ServiceName", object + "$"));
      case "explicit" ->
        log.windows(
            at,
            host,
            4648,
            World.with(
                target,
                "TargetServerName",
                object,
                "SubjectUserName",
                after.apply("as").map(World::name).orElse("-"),
                "SubjectLogonId",
                session));
      case "address" ->
        log.windows(at, host, 5156, "Direction", "%%14593", "SourceAddress", object);
      case "replicate" ->
        log.windows(
            at,
            host,
            4662,
            "SubjectUserName",
            World.name(by),
            "SubjectDomainName",
            World.domain(by),
            "SubjectLogonId",
            session,
            "Properties",
            "%%7688 {1131f6ad-9c07-11d1-f79f-00c04fc2dcd2}");
      case "export" ->
        log.channel(
            "Microsoft-Windows-CertificateServicesClient-Lifecycle-System/Operational",
            at,
            host,
            1007,
            "User",
            by);
      case "sid" -> log.windows(at, host, 4738, World.with(target, "TargetSid", object));
      default -> throw new IllegalArgumentException(verb + ": no such verb");
    }
  }
}
