package org.tidemark.evidence.formats.zeek;

import java.util.HashSet;
import java.util.Set;

/**
 * Connections of one unit of which something was already seen (that they are accepted sessions,
 * that credentials were asked for): every record in one may show it again.
 */
final class SessionsShown {
  /** Beyond it, a session may be shown more than once; whoever joins acts counts it once. */
  private static final int MAX_REMEMBERED = 1 << 20;

  private final Set<Long> connections = new HashSet<>();

  /** Whether this is the first time; a line without a connection's name is always one. */
  boolean first(long connection) {
    return connection == 0 || connections.size() >= MAX_REMEMBERED || connections.add(connection);
  }

  /** Whether {@link #first} was asked of it before. */
  boolean known(long connection) {
    return connections.contains(connection);
  }
}
