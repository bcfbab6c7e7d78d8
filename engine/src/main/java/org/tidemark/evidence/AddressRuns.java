package org.tidemark.evidence;

import java.util.HashMap;
import java.util.Map;

/**
 * Whose an address was, as runs: records of one unit that show it as one host's own, with no other
 * host's between them, are one row. An address that keeps changing hands stands for several hosts
 * at once; its runs are then one a host, and overlap.
 */
final class AddressRuns {
  /** More changes of hand than this, and the address is taken as one of several hosts. */
  private static final int MAX_CHANGES = 64;

  /** Gets a new row of {@link FactTable#BINDINGS}, of the current record. */
  interface Rows {
    UnitRows begin(int host, int address);
  }

  private static final class Run {
    private int host;
    private int row;
    private int changes;
    private final Map<Integer, Integer> rowOf = new HashMap<>();
  }

  private final Map<Integer, Run> runs = new HashMap<>();
  private final IntList pairs = new IntList();
  private final Rows rows;
  private UnitRows table = new UnitRows(FactTable.BINDINGS);

  AddressRuns(Rows rows) {
    this.rows = rows;
  }

  /** A record at {@code at} (µs) shows the address as the host's own. */
  void show(int host, int address, long at) {
    Run run = runs.get(address);
    if (run != null && (run.host == host || run.changes >= MAX_CHANGES)) {
      Integer row = run.host == host ? Integer.valueOf(run.row) : run.rowOf.get(host);
      if (row != null) {
        extend(row, at);
        return;
      }
    }
    int row = add(host, address, 0);
    if (run == null) {
      run = new Run();
      runs.put(address, run);
    } else {
      run.changes++;
    }
    run.host = host;
    run.row = row;
    run.rowOf.put(host, row);
  }

  /** A row of its own for so long, µs. */
  int add(int host, int address, long duration) {
    table = rows.begin(host, address);
    int row = table.size - 1;
    table.longs[1][row] = duration;
    pairs.add(host);
    pairs.add(address);
    return row;
  }

  private void extend(int row, long at) {
    long first = table.longs[FactTable.AT][row];
    long last = first + table.longs[1][row];
    table.longs[FactTable.AT][row] = Math.min(first, at);
    table.longs[1][row] = Math.max(last, at) - Math.min(first, at);
  }

  /** Pairs of host and address, as often as they began a run. */
  int[] pairs() {
    return pairs.toArray();
  }
}
