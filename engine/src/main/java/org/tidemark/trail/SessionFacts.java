package org.tidemark.trail;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.tidemark.evidence.Evidence;
import org.tidemark.evidence.ExecutionKind;
import org.tidemark.evidence.Facts;
import org.tidemark.evidence.SessionMarkKind;

/**
 * What other records of the target say of a session that may be a hop's: it ran code, it was an
 * administrator's, it used pipes of remote administration, a known sign of the intruder stands in
 * it, it ended. Only sessions that were asked for are kept, so memory follows the intruder's reach,
 * not the logs.
 */
final class SessionFacts {
  /**
   * Named pipes by which code is run or the system is administered from outside (MS-SCMR, MS-TSCH,
   * MS-RRP).
   */
  private static final Set<String> ADMIN_PIPES =
      Set.of("svcctl", "atsvc", "winreg", "itaskschedulerservice");

  /** Facts of one session; instants are true times in µs, {@link Long#MAX_VALUE} = never. */
  static final class Session {
    long adminAt = Long.MAX_VALUE;
    long codeAt = Long.MAX_VALUE;
    long remoteAdminAt = Long.MAX_VALUE;
    long adminShareAt = Long.MAX_VALUE;
    long endAt = Long.MAX_VALUE;
    boolean elevated;
    Indicators.@Nullable Match sign;
  }

  private final SessionMap<Session> sessions = new SessionMap<>();
  private final Map<Integer, TreeSet<Long>> boots = new HashMap<>();

  /** Asks for a session; {@code host}: host number. */
  void want(int host, long session) {
    if (session != 0) {
      sessions.putIfAbsent(host, session, new Session());
    }
  }

  Optional<Session> of(int host, long session) {
    return Optional.ofNullable(sessions.get(host, session));
  }

  /**
   * Whether a session that opened at {@code from} was still open at {@code at}: no logoff and no
   * boot before.
   */
  boolean open(int host, long session, long from, long at) {
    Session facts = sessions.get(host, session);
    if (facts != null && facts.endAt > from && facts.endAt <= at) {
      return false;
    }
    TreeSet<Long> starts = boots.get(host);
    Long boot = starts == null ? null : starts.higher(from);
    return boot == null || boot > at;
  }

  /** Reads marks, executions and accesses once. */
  void gather(Evidence evidence, Endpoints endpoints, HostClocks clocks, Indicators indicators) {
    marks(evidence.sessionMarks(), endpoints, clocks);
    executions(evidence.executions(), endpoints, clocks, indicators);
    accesses(evidence, endpoints, clocks);
  }

  private void marks(Facts.SessionMarkColumns marks, Endpoints endpoints, HostClocks clocks) {
    for (long row = 0; row < marks.size(); row++) {
      int host = endpoints.host(marks.host(row));
      long at = clocks.corrected(host, marks.atMicros(row));
      if (marks.kind(row) == SessionMarkKind.BOOT) {
        boots.computeIfAbsent(host, key -> new TreeSet<>()).add(at);
        continue;
      }
      Session session = sessions.get(host, marks.session(row));
      if (session != null) {
        if (marks.kind(row) == SessionMarkKind.ADMIN) {
          session.adminAt = Math.min(session.adminAt, at);
        } else {
          session.endAt = Math.min(session.endAt, at);
        }
      }
    }
  }

  private void executions(
      Facts.ExecutionColumns executions,
      Endpoints endpoints,
      HostClocks clocks,
      Indicators indicators) {
    for (long row = 0; row < executions.size(); row++) {
      int host = endpoints.host(executions.host(row));
      Session session = sessions.get(host, executions.session(row));
      if (session == null) {
        continue;
      }
      long at = clocks.corrected(host, executions.atMicros(row));
      session.codeAt = Math.min(session.codeAt, at);
      session.elevated |= executions.kind(row) != ExecutionKind.PROCESS;
      if (indicators.anyExecution()) {
        Optional<Indicators.Match> match = indicators.execution(executions, row, at);
        if (match.isPresent()
            && (session.sign == null || match.get().grade().compareTo(session.sign.grade()) < 0)) {
          session.sign = match.get();
        }
      }
    }
  }

  private void accesses(Evidence evidence, Endpoints endpoints, HostClocks clocks) {
    Facts.AccessColumns accesses = evidence.accesses();
    for (long row = 0; row < accesses.size(); row++) {
      int host = endpoints.host(accesses.host(row));
      Session session = sessions.get(host, accesses.session(row));
      if (session == null || !accesses.succeeded(row)) {
        continue;
      }
      String object = evidence.objects().text(accesses.object(row)).toLowerCase(Locale.ROOT);
      long at = clocks.corrected(host, accesses.atMicros(row));
      if (adminPipe(object)) {
        session.remoteAdminAt = Math.min(session.remoteAdminAt, at);
      } else if (adminShare(object)) {
        session.adminShareAt = Math.min(session.adminShareAt, at);
      }
    }
  }

  /** {@code \\host\ipc$\svcctl}. */
  private static boolean adminPipe(String object) {
    int pipe = object.indexOf("\\ipc$\\");
    return pipe > 0 && ADMIN_PIPES.contains(object.substring(pipe + 6));
  }

  /** {@code \\host\c$…}, {@code \\host\admin$…}: shares that only administrators may open. */
  private static boolean adminShare(String object) {
    int share = object.indexOf('\\', 2);
    if (!object.startsWith("\\\\") || share < 0) {
      return false;
    }
    int end = object.indexOf('\\', share + 1);
    String name = object.substring(share + 1, end < 0 ? object.length() : end);
    return name.equals("admin$")
        || name.length() == 2 && name.charAt(1) == '$' && Character.isLetter(name.charAt(0));
  }
}
