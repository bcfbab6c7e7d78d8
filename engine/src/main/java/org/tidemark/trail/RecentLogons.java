package org.tidemark.trail;

import java.util.ArrayDeque;
import org.tidemark.evidence.Facts;

/**
 * Logons of the last moments, to be looked at again when a hold begins that concerns them: one of
 * their source so soon after them that it may have come first, or one that began before them and
 * was found after them (RULES.md section 4, clocks). A ring in true time: it holds what happened
 * within twice the widest error, seconds where zones are known.
 */
final class RecentLogons {
  private record Beginning(int host, int account, long from, long error) {}

  private final Facts.LogonColumns logons;
  private final Endpoints endpoints;
  private final ArrayDeque<Beginning> beginnings = new ArrayDeque<>();
  private long[] rows = new long[1024];
  private long[] times = new long[1024];
  private int head;
  private int size;
  private long widest;

  RecentLogons(Facts.LogonColumns logons, Endpoints endpoints) {
    this.logons = logons;
    this.endpoints = endpoints;
  }

  /** A logon was visited; {@code at} never falls by more than a revisit. */
  void add(long row, long at) {
    widest = Math.max(widest, HostClocks.errorMicros(logons, row));
    while (size > 0 && times[head] < at - 2 * widest) {
      head = head + 1 & rows.length - 1;
      size--;
    }
    if (size == rows.length) {
      grow();
    }
    int slot = head + size & rows.length - 1;
    rows[slot] = row;
    times[slot] = at;
    size++;
  }

  /** A host is held from an instant on that may be off by {@code error}, both µs. */
  void hostBegan(int host, long from, long error) {
    if (size > 0) {
      beginnings.add(new Beginning(host, -1, from, error));
    }
  }

  /** An account is held from an instant on, µs. */
  void accountBegan(int account, long from) {
    if (size > 0) {
      beginnings.add(new Beginning(-1, account, from, 0));
    }
  }

  /** Shows the logons that holds begun since the last call concern, until no further one begins. */
  void revisit(LogonOrder.Visitor visitor) {
    while (!beginnings.isEmpty()) {
      Beginning begun = beginnings.poll();
      for (int i = 0; i < size; i++) {
        int slot = head + i & rows.length - 1;
        if (concerns(begun, rows[slot], times[slot])) {
          visitor.visit(rows[slot], times[slot]);
        }
      }
    }
  }

  private boolean concerns(Beginning begun, long row, long at) {
    if (begun.host < 0) {
      return logons.account(row) == begun.account && at >= begun.from;
    }
    if (endpoints.host(logons.from(row)) == begun.host) {
      return begun.from - at <= begun.error + HostClocks.errorMicros(logons, row);
    }
    return endpoints.host(logons.to(row)) == begun.host && at >= begun.from;
  }

  private void grow() {
    long[] moreRows = new long[rows.length * 2];
    long[] moreTimes = new long[rows.length * 2];
    for (int i = 0; i < size; i++) {
      moreRows[i] = rows[head + i & rows.length - 1];
      moreTimes[i] = times[head + i & rows.length - 1];
    }
    rows = moreRows;
    times = moreTimes;
    head = 0;
  }
}
