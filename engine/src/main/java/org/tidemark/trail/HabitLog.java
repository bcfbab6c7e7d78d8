package org.tidemark.trail;

import org.tidemark.evidence.Evidence;
import org.tidemark.evidence.Facts;
import org.tidemark.evidence.LogonType;

/** The logons as habits look at them: who, from which place, to which host, in true time. */
final class HabitLog {
  private final Facts.LogonColumns columns;
  private final Endpoints endpoints;
  private final HostClocks clocks;

  HabitLog(Evidence evidence, Endpoints endpoints, HostClocks clocks) {
    this.columns = evidence.logons();
    this.endpoints = endpoints;
    this.clocks = clocks;
  }

  long size() {
    return columns.size();
  }

  /** As the log wrote it, µs; rows are in this order. */
  long logged(long row) {
    return columns.atMicros(row);
  }

  boolean succeeded(long row) {
    return columns.succeeded(row);
  }

  LogonType type(long row) {
    return columns.type(row);
  }

  int account(long row) {
    return columns.account(row);
  }

  /** Host that it came from; where none is known the address itself; -1 = none shown. */
  int place(long row) {
    int host = endpoints.host(columns.from(row));
    return host >= 0 ? host : columns.from(row);
  }

  /** Host logged on to; -1 = none. */
  int to(long row) {
    return endpoints.host(columns.to(row));
  }

  /** True time, µs. */
  long at(long row) {
    int to = to(row);
    return to < 0 ? logged(row) : clocks.corrected(to, logged(row));
  }

  /** The logon in a row. */
  HabitAct act(long row) {
    return new HabitAct(account(row), place(row), to(row), type(row), at(row));
  }
}
