package org.tidemark.trail;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import org.tidemark.casefile.ContentId;
import org.tidemark.casefile.Grade;
import org.tidemark.casefile.Organisations;
import org.tidemark.evidence.Evidence;
import org.tidemark.evidence.Facts;
import org.tidemark.evidence.LogonType;

/** Turns a logon row into the hop, session and derived foothold that the results show. */
final class HopMaker {
  private static final long DAY_MICROS = 86_400_000_000L;

  private final Evidence evidence;
  private final Facts.LogonColumns logons;
  private final Endpoints endpoints;
  private final HostClocks clocks;
  private final Organisations organisations;

  HopMaker(Evidence evidence, Endpoints endpoints, HostClocks clocks, Organisations organisations) {
    this.evidence = evidence;
    this.logons = evidence.logons();
    this.endpoints = endpoints;
    this.clocks = clocks;
    this.organisations = organisations;
  }

  long trueTime(int host, long loggedMicros) {
    return clocks.corrected(host, loggedMicros);
  }

  Trail.Hop make(
      long row,
      long at,
      boolean execution,
      Rule rule,
      Grade grade,
      Grade pathGrade,
      Optional<String> after) {
    String account = evidence.accounts().text(logons.account(row));
    String to = endpoints.text(endpoints.host(logons.to(row)));
    Optional<Trail.Source> from = source(logons.from(row));
    Trail.RecordPlace record = record(row);
    String id = id(row);
    Optional<String> session = logons.session(row) == 0
        ? Optional.empty()
        : Optional.of(sessionId(to, logons.session(row), id));
    return new Trail.Hop(
        id,
        HostClocks.instant(at),
        HostClocks.written(logons, row),
        HostClocks.errorMicros(logons, row) / 1000,
        execution,
        technique(logons.type(row)),
        account,
        domain(account).orElse(""),
        domain(account).map(organisations::ofDomain),
        from,
        to,
        organisations.ofHost(to),
        session,
        grade,
        pathGrade,
        rule,
        rule.sentence(),
        OptionalInt.empty(),
        Optional.empty(),
        List.of(),
        after.map(List::of).orElse(List.of()),
        List.of(record));
  }

  /** The id that a hop of this logon has. */
  String id(long row) {
    Trail.RecordPlace record = record(row);
    return ContentId.of(
        'H',
        evidence.accounts().text(logons.account(row)),
        source(logons.from(row)).flatMap(s -> s.host().or(s::address)).orElse(""),
        endpoints.text(endpoints.host(logons.to(row))),
        record.file(),
        Integer.toString(record.record()));
  }

  Trail.Session session(long row, Trail.Hop hop, long endAt) {
    boolean cloud = logons.type(row) == LogonType.CLOUD;
    long at = HostClocks.micros(hop.at());
    long end = cloud ? Math.floorDiv(at, DAY_MICROS) * DAY_MICROS + DAY_MICROS : endAt;
    return new Trail.Session(
        hop.session().orElse(sessionId(hop.toHost(), 0, hop.id())),
        hop.account(),
        hop.toHost(),
        logons.session(row),
        cloud && logons.from(row) >= 0
            ? Optional.of(endpoints.text(logons.from(row)))
            : Optional.empty(),
        hop.at(),
        end == Long.MAX_VALUE ? Optional.empty() : Optional.of(HostClocks.instant(end)),
        hop.grade(),
        hop.id());
  }

  /** A confirmed act that no path explains: what it used was held, and nobody knows since when. */
  Trail.Foothold derived(long row, Trail.Hop hop) {
    boolean cloud = logons.type(row) == LogonType.CLOUD;
    String name = hop.account();
    return new Trail.Foothold(
        ContentId.of('G', cloud ? "key" : "account", name, hop.id()),
        cloud ? "key" : "account",
        name,
        hop.at(),
        Optional.empty(),
        hop.grade(),
        Rule.ROUTE_UNPROVEN.sentence(),
        true);
  }

  /**
   * What makes two records one act: kind, accounts, endpoints, session and the second in which it
   * happened.
   */
  String act(long row) {
    return logons.type(row).code()
        + "|"
        + logons.account(row)
        + "|"
        + logons.from(row)
        + "|"
        + endpoints.host(logons.to(row))
        + "|"
        + logons.session(row)
        + "|"
        + Math.floorDiv(logons.atMicros(row), 1_000_000L);
  }

  private Optional<Trail.Source> source(int from) {
    if (from < 0) {
      return Optional.empty();
    }
    int host = endpoints.host(from);
    String text = endpoints.text(from);
    Optional<String> address = endpoints.address(from) ? Optional.of(text) : Optional.empty();
    Optional<String> name =
        host >= 0 ? Optional.of(endpoints.text(host)) : Optional.<String>empty();
    String organisation = organisations.ofHost(name.orElse(text));
    return Optional.of(new Trail.Source(name, address, Optional.of(organisation)));
  }

  Trail.RecordPlace record(long row) {
    return new Trail.RecordPlace(evidence.files().get(logons.file(row)).id(), logons.record(row));
  }

  private static String sessionId(String host, long number, String hop) {
    return ContentId.of('S', host, Long.toHexString(number), number == 0 ? hop : "");
  }

  private static Optional<String> technique(LogonType type) {
    return switch (type) {
      case REMOTE_INTERACTIVE -> Optional.of("T1021.001");
      case SHELL -> Optional.of("T1021.004");
      case NETWORK, SHARE -> Optional.of("T1021.002");
      case CLOUD -> Optional.of("T1078.004");
      default -> Optional.empty();
    };
  }

  /** {@code tidal} of {@code tidal\td-admin2}. */
  static Optional<String> domain(String account) {
    int slash = account.indexOf('\\');
    return slash > 0
        ? Optional.of(account.substring(0, slash).toLowerCase(Locale.ROOT))
        : Optional.empty();
  }
}
