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
    final long openedAt;
    final int account;

    @Nullable
    Session earlier;

    @Nullable
    Session earlierOfAccount;

    long adminAt = Long.MAX_VALUE;
    long codeAt = Long.MAX_VALUE;
    long remoteAdminAt = Long.MAX_VALUE;
    long adminShareAt = Long.MAX_VALUE;
    long secretsAt = Long.MAX_VALUE;
    Rule secrets = Rule.SECRETS_READ;
    long endAt = Long.MAX_VALUE;
    boolean elevated;
    Indicators.@Nullable Match sign;

    Session(long openedAt, int account) {
      this.openedAt = openedAt;
      this.account = account;
    }
  }

  /** Records of one instant may be written out of order, and logs of whole seconds round. */
  private static final long SLACK_MICROS = 2_000_000;

  /** The latest session of a number; earlier ones of the same number hang on it. */
  private final SessionMap<Session> sessions = new SessionMap<>();

  /** The latest session of an account on a host, under {@code -1 - account}. */
  private final SessionMap<Session> ofAccounts = new SessionMap<>();

  private final Map<Integer, TreeSet<Long>> boots = new HashMap<>();

  /** Asks for the session of a number that an account opened on a host at an instant. */
  void want(int host, long session, int account, long openedAt) {
    if (session == 0) {
      return;
    }
    Session latest = sessions.get(host, session);
    for (Session known = latest; known != null; known = known.earlier) {
      if (known.openedAt == openedAt) {
        return;
      }
    }
    Session made = new Session(openedAt, account);
    Session later = null;
    Session at = latest;
    while (at != null && at.openedAt > openedAt) {
      later = at;
      at = at.earlier;
    }
    made.earlier = at;
    if (later == null) {
      sessions.put(host, session, made);
    } else {
      later.earlier = made;
    }
    Session accounts = ofAccounts.get(host, -1L - account);
    if (accounts == null || accounts.openedAt <= openedAt) {
      made.earlierOfAccount = accounts;
      ofAccounts.put(host, -1L - account, made);
    }
  }

  /** The session of the number that was the latest to open by {@code at}. */
  Optional<Session> of(int host, long session, long at) {
    return Optional.ofNullable(find(host, session, -1, at));
  }

  /**
   * The session that a record belongs to: by its number, or, where the record has none (sudo), the
   * latest of the account. One that had ended by then is not meant: numbers come again.
   */
  private @Nullable Session find(int host, long session, int account, long at) {
    Session found = session != 0
        ? sessions.get(host, session)
        : account < 0 ? null : ofAccounts.get(host, -1L - account);
    while (found != null && found.openedAt > at + SLACK_MICROS) {
      found = session != 0 ? found.earlier : found.earlierOfAccount;
    }
    while (found != null && session == 0 && over(host, found, at)) {
      found = found.earlierOfAccount;
    }
    return found != null && over(host, found, at) ? null : found;
  }

  /** Whether the session had ended before the instant, or the host had started since it opened. */
  private boolean over(int host, Session session, long at) {
    return endOf(host, session) < at - SLACK_MICROS;
  }

  /** The first start of the host after an instant; {@link Long#MAX_VALUE} = none. */
  private long bootAfter(int host, long at) {
    TreeSet<Long> starts = boots.get(host);
    Long boot = starts == null ? null : starts.higher(at);
    return boot == null ? Long.MAX_VALUE : boot;
  }

  /** When the session ended: its logoff, or the host's next start. */
  long endOf(int host, Session session) {
    return Math.min(session.endAt, bootAfter(host, session.openedAt));
  }

  /**
   * Whether a session that opened at {@code from} was still open at {@code at}: no logoff and no
   * boot before.
   */
  boolean open(int host, long session, long from, long at) {
    Session facts = find(host, session, -1, from);
    if (facts != null && facts.endAt > from && facts.endAt <= at) {
      return false;
    }
    return bootAfter(host, from) > at;
  }

  /** Reads marks, executions and accesses once. */
  void gather(Evidence evidence, Logons logons, Indicators indicators) {
    marks(evidence.sessionMarks(), logons);
    executions(evidence.executions(), logons, indicators);
    accesses(evidence, logons);
  }

  private void marks(Facts.SessionMarkColumns marks, Logons logons) {
    for (long row = 0; row < marks.size(); row++) {
      int host = logons.endpoints().place(marks.host(row), marks.atMicros(row));
      long at = logons.clocks().corrected(host, marks.atMicros(row));
      if (marks.kind(row) == SessionMarkKind.BOOT) {
        boots.computeIfAbsent(host, key -> new TreeSet<>()).add(at);
        continue;
      }
      int account = logons.accounts().of(marks.account(row));
      Session session = find(host, marks.session(row), account, at);
      if (session != null) {
        if (marks.kind(row) == SessionMarkKind.ADMIN) {
          session.adminAt = Math.min(session.adminAt, at);
        } else {
          session.endAt = Math.min(session.endAt, at);
        }
      }
    }
  }

  private void executions(Facts.ExecutionColumns executions, Logons logons, Indicators indicators) {
    for (long row = 0; row < executions.size(); row++) {
      int host = logons.endpoints().place(executions.host(row), executions.atMicros(row));
      long at = logons.clocks().corrected(host, executions.atMicros(row));
      int account = logons.accounts().of(executions.account(row));
      Session session = find(host, executions.session(row), account, at);
      if (session == null) {
        continue;
      }
      session.codeAt = Math.min(session.codeAt, at);
      session.elevated |= executions.kind(row) == ExecutionKind.SERVICE
          || executions.kind(row) == ExecutionKind.TASK;
      if (indicators.anyExecution()) {
        Optional<Indicators.Match> match = indicators.execution(executions, row, at);
        if (match.isPresent()
            && (session.sign == null || match.get().grade().compareTo(session.sign.grade()) < 0)) {
          session.sign = match.get();
        }
      }
    }
  }

  private void accesses(Evidence evidence, Logons logons) {
    Facts.AccessColumns accesses = evidence.accesses();
    for (long row = 0; row < accesses.size(); row++) {
      int host = logons.endpoints().place(accesses.host(row), accesses.atMicros(row));
      long at = logons.clocks().corrected(host, accesses.atMicros(row));
      Session session = find(host, accesses.session(row), -1, at);
      if (session == null || !accesses.succeeded(row)) {
        continue;
      }
      String object = evidence.objects().text(accesses.object(row)).toLowerCase(Locale.ROOT);
      if (adminPipe(object)) {
        session.remoteAdminAt = Math.min(session.remoteAdminAt, at);
      } else if (adminShare(object)) {
        session.adminShareAt = Math.min(session.adminShareAt, at);
      }
      secrets(object).ifPresent(rule -> {
        if (at < session.secretsAt) {
          session.secretsAt = at;
          session.secrets = rule;
        }
      });
    }
  }

  /** Whether an object's use says more of a session than that it was opened; lower case. */
  static boolean strong(String object) {
    return adminPipe(object) || adminShare(object) || secrets(object).isPresent();
  }

  /** Objects that hold a directory's secrets: its database, the keys to it, their replication. */
  private static Optional<Rule> secrets(String object) {
    if (object.endsWith("\\drsuapi\\drsgetncchanges")) {
      return Optional.of(Rule.SECRETS_REPLICATED);
    }
    return object.endsWith("\\ntds.dit") || object.endsWith("\\system32\\config\\system")
        ? Optional.of(Rule.SECRETS_READ)
        : Optional.empty();
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
