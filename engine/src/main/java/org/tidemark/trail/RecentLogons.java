package org.tidemark.trail;

import java.util.ArrayDeque;
import org.tidemark.evidence.Facts;

/**
 * Logons of the last moments, to be looked at again when a hold of their source begins so soon
 * after them that it may have come first (RULES.md section 4, clocks). A ring in true time: it
 * holds what happened within twice the widest error, seconds where zones are known.
 */
final class RecentLogons {
  private record Beginning(int host, long from, long error) {}

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
  void began(int host, long from, long error) {
    if (size > 0) {
      beginnings.add(new Beginning(host, from, error));
    }
  }

  /** Shows logons from hosts whose hold began just after them, until no further hold begins. */
  void revisit(LogonOrder.Visitor visitor) {
    while (!beginnings.isEmpty()) {
      Beginning begun = beginnings.poll();
      for (int i = 0; i < size; i++) {
        int slot = head + i & rows.length - 1;
        long row = rows[slot];
        long at = times[slot];
        if (at < begun.from
            && begun.from - at <= begun.error + HostClocks.errorMicros(logons, row)
            && endpoints.host(logons.from(row)) == begun.host) {
          visitor.visit(row, at);
        }
      }
    }
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
