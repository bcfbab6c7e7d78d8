package org.tidemark.trail;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.tidemark.evidence.ActKind;
import org.tidemark.evidence.Evidence;
import org.tidemark.evidence.Facts;

/**
 * Sessions of Windows Remote Management that the target's log does not show: its content is
 * encrypted, so a sensor sees a connection alone. Two records together prove the session (RULES.md
 * section 4): a person's ticket for the target that a controller gave to the source, and a
 * connection from the source to the target's WinRM port at that time, in which the target answered
 * more than a refusal takes. The connection alone does not: hosts forward their events over the
 * same port, with their machine accounts.
 */
final class WinRmSessions {
  private static final int PLAIN = 5985;
  private static final int TLS = 5986;

  /**
   * Bytes beyond which the answer is no refusal: that is a header of HTTP without a body, some
   * hundred bytes for each attempt; over TLS the server's certificates come before it.
   */
  private static final long ANSWER = 4L << 10;

  private static final long ANSWER_TLS = 16L << 10;

  /** The ticket is asked for when the connection stands, or just before. */
  private static final long BEFORE_MICROS = 5_000_000;

  private static final long AFTER_MICROS = 30_000_000;

  private record Seen(long at, long row) {}

  private final Evidence evidence;
  private final Logons logons;

  /** Connections that carried content, by source and target, in the order of the log. */
  private final Map<Long, List<Seen>> seen = new HashMap<>();

  WinRmSessions(Evidence evidence, Logons logons) {
    this.evidence = evidence;
    this.logons = logons;
    Facts.FlowColumns flows = evidence.flows();
    Endpoints endpoints = logons.endpoints();
    for (long row = 0; row < flows.size(); row++) {
      int port = flows.toPort(row);
      if (!flows.succeeded(row)
          || port != PLAIN && port != TLS
          || flows.bytesIn(row) < (port == TLS ? ANSWER_TLS : ANSWER)) {
        continue;
      }
      long at = flows.atMicros(row);
      long ends = ends(endpoints.place(flows.from(row), at), endpoints.place(flows.to(row), at));
      seen.computeIfAbsent(ends, key -> new ArrayList<>()).add(new Seen(at, row));
    }
  }

  private static long ends(int from, int to) {
    return (long) from << 32 | to & 0xffff_ffffL;
  }

  /** Row of the connection for which a ticket was asked; empty where none proves a session. */
  OptionalLong flow(long ticket, long at) {
    int to = logons.to(ticket);
    int from = logons.place(ticket);
    if (seen.isEmpty() || from < 0 || to < 0 || logons.accounts().machine(logons.account(ticket))) {
      return OptionalLong.empty();
    }
    long slack = logons.error(ticket);
    for (Seen flow : seen.getOrDefault(ends(from, to), List.of())) {
      if (flow.at >= at - BEFORE_MICROS - slack && flow.at <= at + AFTER_MICROS + slack) {
        return OptionalLong.of(flow.row);
      }
    }
    return OptionalLong.empty();
  }

  /**
   * The session that a ticket was used for, with the code that ran in it; empty where none is
   * proven, or the target's own log speaks for it.
   */
  Optional<SessionFacts.Session> session(long ticket, long at) {
    if (logons.account(ticket) < 0 || flow(ticket, at).isEmpty()) {
      return Optional.empty();
    }
    String target = logons.endpoints().text(logons.to(ticket));
    if (evidence
        .coverage()
        .covers(target, ActKind.LOGON, HostClocks.instant(at), HostClocks.instant(at))) {
      return Optional.empty();
    }
    SessionFacts.Session session = new SessionFacts.Session(at, logons.account(ticket));
    session.codeAt = at;
    return Optional.of(session);
  }
}
