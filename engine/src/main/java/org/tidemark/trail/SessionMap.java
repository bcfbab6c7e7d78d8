package org.tidemark.trail;

import org.jspecify.annotations.Nullable;

/**
 * Values by (host, session), found without an object a look-up: open addressing, at most half full.
 */
final class SessionMap<V> {
  private int[] hosts = new int[256];
  private long[] sessions = new long[256];

  @SuppressWarnings("unchecked")
  private @Nullable V[] values = (V[]) new Object[256];

  private int size;

  @Nullable
  V get(int host, long session) {
    return values[slot(hosts, sessions, values, host, session)];
  }

  /** Puts a value in place of what is there. */
  void put(int host, long session, V value) {
    if (size * 2 >= values.length) {
      grow();
    }
    int slot = slot(hosts, sessions, values, host, session);
    size += values[slot] == null ? 1 : 0;
    hosts[slot] = host;
    sessions[slot] = session;
    values[slot] = value;
  }

  @SuppressWarnings("unchecked")
  private void grow() {
    int[] widerHosts = new int[values.length * 2];
    long[] widerSessions = new long[values.length * 2];
    @Nullable V[] widerValues = (V[]) new Object[values.length * 2];
    for (int i = 0; i < values.length; i++) {
      if (values[i] != null) {
        int slot = slot(widerHosts, widerSessions, widerValues, hosts[i], sessions[i]);
        widerHosts[slot] = hosts[i];
        widerSessions[slot] = sessions[i];
        widerValues[slot] = values[i];
      }
    }
    hosts = widerHosts;
    sessions = widerSessions;
    values = widerValues;
  }

  private static int slot(
      int[] hosts, long[] sessions, @Nullable Object[] values, int host, long session) {
    long mixed = (session + host * 0x9E3779B97F4A7C15L) * 0xD6E8FEB86659FD93L;
    int slot = (int) (mixed >>> 32) & values.length - 1;
    while (values[slot] != null && (hosts[slot] != host || sessions[slot] != session)) {
      slot = slot + 1 & values.length - 1;
    }
    return slot;
  }
}
