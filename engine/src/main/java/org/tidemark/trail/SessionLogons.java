package org.tidemark.trail;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tidemark.evidence.LogonType;

/**
 * Which logon opened a session. Only sessions that were asked for are kept, so memory follows the
 * acts that are looked at, not the logs.
 */
final class SessionLogons {
  /** A logon: row of the table, true time in µs. */
  record Opened(long row, long at) {}

  private final SessionMap<List<Opened>> sessions = new SessionMap<>();
  private final BitSet hosts = new BitSet();

  /** Asks for a session. */
  void want(int host, long session) {
    if (session != 0 && sessions.get(host, session) == null) {
      sessions.put(host, session, new ArrayList<>());
      hosts.set(host);
    }
  }

  /** Reads the logons once. */
  void gather(Logons logons) {
    for (long row = 0; row < logons.size() && !hosts.isEmpty(); row++) {
      LogonType type = logons.type(row);
      if (logons.session(row) == 0
          || !logons.succeeded(row)
          || type == LogonType.EXPLICIT
          || type == LogonType.TICKET) {
        continue;
      }
      int to = logons.to(row);
      List<Opened> list = to >= 0 && hosts.get(to) ? sessions.get(to, logons.session(row)) : null;
      if (list != null) {
        list.add(new Opened(row, logons.at(row)));
      }
    }
  }

  /** The logon that opened the session of a number: the latest by then, since numbers recur. */
  Optional<Opened> of(int host, long session, long at) {
    @Nullable Opened found = null;
    for (Opened opened : all(host, session)) {
      if (opened.at <= at + HeldTimes.SLACK_MICROS && (found == null || opened.at >= found.at)) {
        found = opened;
      }
    }
    return Optional.ofNullable(found);
  }

  /** Every logon of the number, in the order of the log. */
  List<Opened> all(int host, long session) {
    List<Opened> list = session == 0 ? null : sessions.get(host, session);
    return list == null ? List.of() : list;
  }
}
