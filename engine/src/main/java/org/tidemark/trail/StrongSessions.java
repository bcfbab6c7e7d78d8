package org.tidemark.trail;

import java.util.Locale;
import org.tidemark.evidence.Evidence;
import org.tidemark.evidence.Facts;
import org.tidemark.evidence.SessionMarkKind;

/**
 * Sessions of which some record says more than that they were opened: an administrator's, one that
 * ran code, opened an administrative share or read secrets. A Bloom filter with one hash (Bloom
 * 1970): it forgets none and takes few others with them, at a byte a session, so that the upper
 * bound of the reach needs no object for any session.
 */
final class StrongSessions {
  private static final int MOST_BITS_LOG = 29;

  private final long[] bits;
  private final int shift;

  StrongSessions(Evidence evidence, Endpoints endpoints, Accounts accounts) {
    Facts.SessionMarkColumns marks = evidence.sessionMarks();
    Facts.ExecutionColumns executions = evidence.executions();
    Facts.AccessColumns accesses = evidence.accesses();
    long most = marks.size() + executions.size() + accesses.size();
    int log = 16;
    while (log < MOST_BITS_LOG && 1L << log < most * 8) {
      log++;
    }
    bits = new long[1 << (log - 6)];
    shift = 64 - log;
    for (long row = 0; row < marks.size(); row++) {
      if (marks.kind(row) == SessionMarkKind.ADMIN) {
        int host = endpoints.place(marks.host(row), marks.atMicros(row));
        add(host, marks.session(row), accounts.of(marks.account(row)));
      }
    }
    for (long row = 0; row < executions.size(); row++) {
      int host = endpoints.place(executions.host(row), executions.atMicros(row));
      add(host, executions.session(row), accounts.of(executions.account(row)));
    }
    boolean[] strong = strongObjects(evidence);
    for (long row = 0; row < accesses.size(); row++) {
      if (accesses.object(row) >= 0 && strong[accesses.object(row)]) {
        add(endpoints.place(accesses.host(row), accesses.atMicros(row)), accesses.session(row), -1);
      }
    }
  }

  private static boolean[] strongObjects(Evidence evidence) {
    boolean[] strong = new boolean[evidence.objects().size()];
    boolean any = evidence.accesses().size() > 0;
    for (int object = 0; any && object < strong.length; object++) {
      strong[object] =
          SessionFacts.strong(evidence.objects().text(object).toLowerCase(Locale.ROOT));
    }
    return strong;
  }

  /** A record without a number (sudo) belongs to a session of its account. */
  private void add(int host, long session, int account) {
    long bit = bit(host, session == 0 ? -1L - account : session);
    bits[(int) (bit >>> 6)] |= 1L << bit;
  }

  private long bit(int host, long session) {
    return (session + host * 0x9E3779B97F4A7C15L) * 0xD6E8FEB86659FD93L >>> shift;
  }

  /** Whether a session of an account may be one; a session without a number may. */
  boolean perhaps(int host, long session, int account) {
    return session == 0 || has(bit(host, session)) || has(bit(host, -1L - account));
  }

  private boolean has(long bit) {
    return (bits[(int) (bit >>> 6)] & 1L << bit) != 0;
  }
}
