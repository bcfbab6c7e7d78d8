package org.tidemark.trail;

import org.tidemark.evidence.LogonType;

/**
 * One logon, as far as habits look at it.
 *
 * @param place host or address that it came from, -1 = its record shows none
 * @param to host logged on to, -1 = none
 * @param at true time, µs
 */
record HabitAct(int account, int place, int to, LogonType type, long at) {
  static final long HOUR_MICROS = 3_600_000_000L;
  static final long DAY_MICROS = 24 * HOUR_MICROS;

  /** The logon in a row. */
  static HabitAct of(Logons logons, long row) {
    return new HabitAct(
        logons.account(row), logons.place(row), logons.to(row), logons.type(row), logons.at(row));
  }

  /** Whether a row is a logon of an account, rather than another record's word of one. */
  static boolean is(Logons logons, long row) {
    LogonType type = logons.type(row);
    return logons.succeeded(row)
        && type != LogonType.TICKET
        && type != LogonType.EXPLICIT
        && !type.isCheck();
  }

  /** Whether it opened a session for somebody who sat at another host. */
  boolean hop() {
    return Logons.opensFromElsewhere(type) && to >= 0 && place != to;
  }

  /** Whether a person got a desktop or a shell. */
  boolean interactive() {
    return switch (type) {
      case INTERACTIVE, UNLOCK, CACHED_INTERACTIVE, REMOTE_INTERACTIVE, SHELL -> true;
      default -> false;
    };
  }

  /** Days since 1970, UTC. */
  long day() {
    return Math.floorDiv(at, DAY_MICROS);
  }

  /** 0–23, UTC. */
  int hour() {
    return (int) (Math.floorMod(at, DAY_MICROS) / HOUR_MICROS);
  }

  /** 0 = Monday, UTC. */
  int weekday() {
    return weekday(day());
  }

  static int weekday(long day) {
    // 1 January 1970 was a Thursday.
    return (int) Math.floorMod(day + 3, 7L);
  }
}
