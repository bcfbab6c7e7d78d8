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

  private final Set<Long> connections = new HashSet<>();

  /** Whether this is the first time; a line without a connection's name is always one. */
  boolean first(long connection) {
    return connection == 0 || connections.size() >= MAX_REMEMBERED || connections.add(connection);
  }
}
