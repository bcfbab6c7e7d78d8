package org.tidemark.trail;

import java.util.ArrayDeque;

/**
 * Logons of the last moments, to be looked at again when a hold begins that concerns them: one of
 * their source so soon after them that it may have come first, or one that began before them and
 * was found after them (RULES.md section 4, clocks). Goes back over the columns, so that nothing is
 * kept for the many logons that no hold ever concerns.
 */
final class RecentLogons {
  private record Beginning(int host, int account, long from, long error) {}

  /** Logs of whole seconds: two instants are up to two seconds apart in either order. */
  private static final long SECONDS_MICROS = 4_000_000;

  private final Logons logons;
  private final LogonOrder.Filter filter;
  private final long window;
  private final ArrayDeque<Beginning> beginnings = new ArrayDeque<>();
  private boolean started;
  private long currentRow;
  private long current;

  /**
   * {@code filter}: rows that may be looked at again; {@code error}: how far an instant may be off,
   * µs.
   */
  RecentLogons(Logons logons, LogonOrder.Filter filter, long error) {
    this.logons = logons;
    this.filter = filter;
    this.window = SECONDS_MICROS + 2 * error;
  }

  /** The pass has come to a logon, or past it; {@code at} never falls. */
  void reached(long row, long at) {
    started = true;
    currentRow = row;
    current = at;
  }

  /** A host is held from an instant on that may be off by {@code error}, both µs. */
  void hostBegan(int host, long from, long error) {
    if (started) {
      beginnings.add(new Beginning(host, -1, from, error));
    }
  }

  /** An account is held from an instant on, µs. */
  void accountBegan(int account, long from) {
    if (started) {
      beginnings.add(new Beginning(-1, account, from, 0));
    }
  }

  /** Shows the logons that holds begun since the last call concern, until no further one begins. */
  void revisit(LogonOrder.Visitor visitor) {
    while (!beginnings.isEmpty()) {
      Beginning begun = beginnings.poll();
      long offset = logons.clocks().widestMicros();
      long last = current + offset;
      long row = LooseReach.firstRow(logons.columns(), current - window - offset);
      for (; row < logons.size() && logons.columns().atMicros(row) <= last; row++) {
        if (!filter.wants(row)) {
          continue;
        }
        long at = logons.at(row);
        boolean visited = at < current || at == current && row <= currentRow;
        if (visited && at >= current - window && concerns(begun, row, at)) {
          visitor.visit(row, at);
        }
      }
    }
  }

  private boolean concerns(Beginning begun, long row, long at) {
    if (begun.host < 0) {
      return logons.account(row) == begun.account && at >= begun.from;
    }
    if (logons.place(row) == begun.host) {
      return begun.from - at <= begun.error + logons.error(row);
    }
    return logons.to(row) == begun.host && at >= begun.from;
  }
}
