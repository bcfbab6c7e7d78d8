package org.tidemark.trail;

import java.util.ArrayList;
import java.util.List;
import org.tidemark.evidence.Facts;
import org.tidemark.evidence.LogonType;

/**
 * Rows of the logon columns in true time. Columns are ordered by logged time; hosts whose clock is
 * off each get a cursor of their own, and the cursors are merged. Cost: one scan a cursor, no copy.
 */
final class LogonOrder {
  /** Gets each row once, in true time; ties in row order. */
  interface Visitor {
    void visit(long row, long at);
  }

  private final Facts.LogonColumns logons;
  private final Endpoints endpoints;
  private final HostClocks clocks;

  LogonOrder(Facts.LogonColumns logons, Endpoints endpoints, HostClocks clocks) {
    this.logons = logons;
    this.endpoints = endpoints;
    this.clocks = clocks;
  }

  void forEach(Visitor visitor) {
    int[] groups = new int[endpoints.size()];
    int count = 1;
    for (int host = 0; host < groups.length; host++) {
      groups[host] = clocks.off(host) ? count++ : 0;
    }
    List<Cursor> cursors = new ArrayList<>();
    for (int group = 0; group < count; group++) {
      Cursor cursor = new Cursor(groups, group);
      if (cursor.next()) {
        cursors.add(cursor);
      }
    }
    while (!cursors.isEmpty()) {
      Cursor least = cursors.get(0);
      for (Cursor cursor : cursors) {
        if (cursor.at < least.at || cursor.at == least.at && cursor.row < least.row) {
          least = cursor;
        }
      }
      visitor.visit(least.row, least.at);
      if (!least.next()) {
        cursors.remove(least);
      }
    }
  }

  /**
   * Host whose clock wrote the row: the source for its own record of outbound credentials, else the
   * target.
   */
  static int writer(Facts.LogonColumns logons, Endpoints endpoints, long row) {
    return endpoints.host(
        logons.type(row) == LogonType.EXPLICIT ? logons.from(row) : logons.to(row));
  }

  private final class Cursor {
    private final boolean[] mine;
    private final boolean rest;
    private long row = -1;
    private long at;

    Cursor(int[] groups, int group) {
      this.rest = group == 0;
      this.mine = new boolean[groups.length];
      for (int host = 0; host < groups.length; host++) {
        mine[host] = groups[host] == group;
      }
    }

    boolean next() {
      for (row++; row < logons.size(); row++) {
        boolean ticket = logons.type(row) == LogonType.TICKET;
        int writer = ticket ? -1 : writer(logons, endpoints, row);
        if (writer < 0 ? rest : mine[writer]) {
          at = ticket ? logons.atMicros(row) : clocks.corrected(writer, logons.atMicros(row));
          return true;
        }
      }
      return false;
    }
  }
}
