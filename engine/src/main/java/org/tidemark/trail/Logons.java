package org.tidemark.trail;

import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.tidemark.evidence.Evidence;
import org.tidemark.evidence.Facts;
import org.tidemark.evidence.LogonType;

/**
 * The logon columns with names resolved: which account, from which host to which, in true time.
 * What the record leaves out is taken from other records of the same act, once these were looked
 * up.
 */
final class Logons {
  /** Desktops that leave nothing: as readers write what the record says of them. */
  private static final List<String> GUARDED =
      List.of("restricted-admin", "remote-credential-guard");

  private final Facts.LogonColumns columns;
  private final Endpoints endpoints;
  private final Accounts accounts;
  private final HostClocks clocks;
  private final Set<Integer> guarded;
  private final Set<Integer> controllers = new HashSet<>();
  private final BitSet sensors = new BitSet();
  private OtherRecords others = OtherRecords.NONE;

  Logons(Evidence evidence, Endpoints endpoints, Accounts accounts, HostClocks clocks) {
    this.columns = evidence.logons();
    this.endpoints = endpoints;
    this.accounts = accounts;
    this.clocks = clocks;
    for (int endpoint : evidence.controllers()) {
      int host = endpoints.host(endpoint);
      controllers.add(host >= 0 ? host : endpoint);
    }
    for (int file = 0; file < evidence.files().size(); file++) {
      sensors.set(file, evidence.files().get(file).format().orElse("").startsWith("zeek-"));
    }
    this.guarded = new HashSet<>(GUARDED.stream()
        .map(evidence.objects()::number)
        .filter(number -> number >= 0)
        .toList());
  }

  /** From now on, sources that records leave out are those that other records show. */
  void join(OtherRecords found) {
    this.others = found;
  }

  Facts.LogonColumns columns() {
    return columns;
  }

  Endpoints endpoints() {
    return endpoints;
  }

  Accounts accounts() {
    return accounts;
  }

  HostClocks clocks() {
    return clocks;
  }

  OtherRecords others() {
    return others;
  }

  /** Hosts that act as domain controllers, whichever of their names or addresses showed it. */
  Set<Integer> controllers() {
    return controllers;
  }

  long size() {
    return columns.size();
  }

  LogonType type(long row) {
    return columns.type(row);
  }

  boolean succeeded(long row) {
    return columns.succeeded(row);
  }

  long session(long row) {
    return columns.session(row);
  }

  /** The account's one number; -1 where no record of the act names it. */
  int account(long row) {
    int named = accounts.of(columns.account(row));
    return named >= 0 ? named : others.account(row);
  }

  /** Endpoint that it came from, as its record or another of the same act shows it; -1 = none. */
  int from(long row) {
    int shown = columns.from(row);
    return shown >= 0 ? shown : others.from(row);
  }

  /** Host that it came from, {@link Endpoints#UNRESOLVED} or {@link Endpoints#SHARED}. */
  int source(long row) {
    return endpoints.host(from(row), columns.atMicros(row));
  }

  /** Host that it came from; where none is known the address itself, as a place; -1 = none. */
  int place(long row) {
    return endpoints.place(from(row), columns.atMicros(row));
  }

  /** Host logged on to; an address that nothing resolves is a place by itself; -1 = none. */
  int to(long row) {
    return endpoints.place(columns.to(row), columns.atMicros(row));
  }

  /**
   * Host whose clock wrote the row: the source for credentials that it sent out; -1 = that of a
   * controller or a sensor.
   */
  int writer(long row) {
    if (sensors.get(columns.file(row))) {
      return -1;
    }
    return switch (columns.type(row)) {
      case TICKET -> -1;
      case EXPLICIT -> source(row);
      default -> to(row);
    };
  }

  /** True time, µs. */
  long at(long row) {
    int writer = clocks.anyOff() ? writer(row) : -1;
    long logged = columns.atMicros(row);
    return writer < 0 ? logged : clocks.corrected(writer, logged);
  }

  /** How far {@link #at} may be off, either way, µs. */
  long error(long row) {
    long recorded = HostClocks.errorMicros(columns, row);
    return clocks.anyOff() ? recorded + clocks.errorOf(writer(row)) : recorded;
  }

  /** How far any instant from a row on may be off, µs: hours where a zone is unknown. */
  long widestError(long first) {
    long widest = HostClocks.errorOfSeconds();
    for (long row = first; row < columns.size(); row++) {
      if (columns.zoneMinutes(row) == Short.MIN_VALUE) {
        widest = HostClocks.errorMicros(columns, row);
        break;
      }
    }
    return widest + clocks.widestErrorMicros();
  }

  /** Whether the logon leaves credentials on its host. */
  boolean exposes(long row) {
    return exposes(columns.type(row)) && !guarded.contains(columns.agent(row));
  }

  /** Types that open a session for somebody who sits at another host. */
  static boolean opensFromElsewhere(LogonType type) {
    return switch (type) {
      case NETWORK, NETWORK_CLEARTEXT, REMOTE_INTERACTIVE, SHELL, SHARE, CLOUD -> true;
      default -> false;
    };
  }

  /** Types by which a person gets a shell or a desktop. */
  static boolean shell(LogonType type) {
    return type == LogonType.REMOTE_INTERACTIVE || type == LogonType.SHELL;
  }

  /** Types whose credentials stay on the host while the session is open (RULES.md section 3). */
  static boolean exposes(LogonType type) {
    return switch (type) {
      case INTERACTIVE,
          BATCH,
          SERVICE,
          UNLOCK,
          NETWORK_CLEARTEXT,
          REMOTE_INTERACTIVE,
          CACHED_INTERACTIVE -> true;
      default -> false;
    };
  }
}
