package org.tidemark.trail;

import org.tidemark.evidence.LogonType;

/** The logons as habits look at them: who, from which place, to which host, in true time. */
final class HabitLog {
  private final Logons logons;

  HabitLog(Logons logons) {
    this.logons = logons;
  }

  long size() {
    return logons.size();
  }

  /** As the log wrote it, µs; rows are in this order. */
  long logged(long row) {
    return logons.columns().atMicros(row);
  }

  boolean succeeded(long row) {
    return logons.succeeded(row);
  }

  LogonType type(long row) {
    return logons.type(row);
  }

  int account(long row) {
    return logons.account(row);
  }

  /** Host logged on to; -1 = none. */
  int to(long row) {
    return logons.to(row);
  }

  /** The logon in a row. */
  HabitAct act(long row) {
    return new HabitAct(account(row), logons.place(row), to(row), type(row), logons.at(row));
  }
}
