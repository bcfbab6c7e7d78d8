package org.tidemark.trail;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import org.tidemark.casefile.ContentId;
import org.tidemark.casefile.Organisations;
import org.tidemark.evidence.Evidence;
import org.tidemark.evidence.Facts;
import org.tidemark.evidence.LogonType;

/** Turns a logon row into the hop, session and derived foothold that the results show. */
final class HopMaker {
  private static final long DAY_MICROS = 86_400_000_000L;

  private final Evidence evidence;
  private final Logons logons;
  private final SessionFacts sessions;
  private final WinRmSessions winRm;
  private final Organisations organisations;

  HopMaker(
      Evidence evidence,
      Logons logons,
      SessionFacts sessions,
      WinRmSessions winRm,
      Organisations organisations) {
    this.evidence = evidence;
    this.logons = logons;
    this.sessions = sessions;
    this.winRm = winRm;
    this.organisations = organisations;
  }

  Trail.Hop make(long row, long at, boolean execution, Suspicion.Basis basis) {
    String account = logons.accounts().text(logons.account(row));
    String to = logons.endpoints().text(logons.to(row));
    Optional<Trail.Source> from = source(row);
    Trail.RecordPlace record = record(row);
    String id = id(row);
    Optional<String> session = logons.session(row) == 0
        ? Optional.empty()
        : Optional.of(sessionId(to, logons.session(row), id));
    return new Trail.Hop(
        id,
        HostClocks.instant(at),
        HostClocks.written(logons.columns(), row),
        logons.error(row) / 1000,
        execution,
        technique(logons.type(row)),
        account,
        domain(account).orElse(""),
        domain(account).map(organisations::ofDomain),
        causalAccount(row, at),
        from,
        to,
        organisations.ofHost(to),
        session,
        basis.grade(),
        basis.grade().weaker(basis.pathGrade()),
        basis.rule(),
        basis.rule().sentence(),
        OptionalInt.empty(),
        Optional.empty(),
        List.of(),
        basis.after().map(List::of).orElse(List.of()),
        records(row, record));
  }

  /** The id that a hop of this logon has. */
  String id(long row) {
    Trail.RecordPlace record = record(row);
    return ContentId.of(
        'H',
        logons.accounts().text(logons.account(row)),
        source(row).flatMap(s -> s.host().or(s::address)).orElse(""),
        logons.endpoints().text(logons.to(row)),
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
            ? Optional.of(logons.endpoints().text(logons.from(row)))
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
        true,
        List.of());
  }

  /** Whose session it was at the source, where the credentials of another were entered. */
  private Optional<String> causalAccount(long row, long at) {
    int place = logons.place(row);
    long session = logons.others().session(row);
    return place < 0 || session == 0
        ? Optional.empty()
        : sessions
            .of(place, session, at)
            .map(facts -> facts.account)
            .filter(account -> account >= 0 && account != logons.account(row))
            .map(logons.accounts()::text);
  }

  /** The target's own record first, then what other records say of the act. */
  private List<Trail.RecordPlace> records(long row, Trail.RecordPlace own) {
    List<Trail.RecordPlace> records = new ArrayList<>(List.of(own));
    logons.others().of(row).ifPresent(said -> said.records().forEach(r -> records.add(record(r))));
    if (logons.type(row) == LogonType.TICKET) {
      winRm
          .flow(row, logons.at(row))
          .ifPresent(flow -> records.add(new Trail.RecordPlace(
              evidence.files().get(evidence.flows().file(flow)).id(),
              evidence.flows().record(flow))));
    }
    return records;
  }

  private Optional<Trail.Source> source(long row) {
    int from = logons.from(row);
    if (from < 0) {
      return Optional.empty();
    }
    Endpoints endpoints = logons.endpoints();
    int host = logons.source(row);
    String text = endpoints.text(from);
    Optional<String> address = endpoints.address(from) ? Optional.of(text) : Optional.empty();
    Optional<String> name = host >= 0
        ? Optional.of(endpoints.text(host))
        : address.isPresent() ? Optional.<String>empty() : Optional.of(text);
    String organisation = organisations.ofHost(name.orElse(text));
    String by = logons.columns().from(row) >= 0
        ? OtherRecords.By.RECORD.id()
        : logons.others().of(row).map(said -> said.by().id()).orElse("");
    return Optional.of(new Trail.Source(name, address, Optional.of(organisation), by));
  }

  Trail.RecordPlace record(long row) {
    Facts.LogonColumns columns = logons.columns();
    return new Trail.RecordPlace(evidence.files().get(columns.file(row)).id(), columns.record(row));
  }

  private static String sessionId(String host, long number, String hop) {
    return ContentId.of('S', host, Long.toHexString(number), number == 0 ? hop : "");
  }

  private static Optional<String> technique(LogonType type) {
    return switch (type) {
      case REMOTE_INTERACTIVE -> Optional.of("T1021.001");
      case TICKET -> Optional.of("T1021.006");
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
