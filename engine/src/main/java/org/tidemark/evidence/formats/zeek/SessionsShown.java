package org.tidemark.evidence.formats.zeek;

import java.util.HashSet;
import java.util.Set;

/**
 * Connections of one unit that were already shown to be accepted sessions: every record in one may
 * show it again.
 */
final class SessionsShown {
  /** Beyond it, a session may be shown more than once; whoever joins acts counts it once. */
  private static final int MAX_REMEMBERED = 1 << 20;

  private final Set<Long> sessions = new HashSet<>();

  /** Whether this is the first time; a line without a connection's name is always one. */
  boolean first(long session) {
    return session == 0 || sessions.size() >= MAX_REMEMBERED || sessions.add(session);
  }
}
