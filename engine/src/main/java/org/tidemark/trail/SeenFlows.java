package org.tidemark.trail;

import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * Connections, each once however many sensors, exports and ends show it (RULES.md section 4):
 * records of one five-tuple that overlap in time are one connection. A sensor that cuts a long one
 * into slices counts their sum; of several sensors the greatest sum stands, since this is an upper
 * bound.
 */
final class SeenFlows {
  /** Clocks of two sensors, and a duration that one of them rounds. */
  private static final long SLACK_MICROS = 2_000_000;

  /** How much later a record may come than its time says: offsets of clocks are smaller. */
  private static final long LATE_MICROS = 86_400_000_000L;

  private static final int SWEEP = 1 << 16;

  /** The two ends, and the ports: the protocol is not in the logs of all sensors. */
  record Tuple(int from, int to, int fromPort, int toPort) {}

  /** What one sensor says of a connection. */
  private static final class Sum {
    long bytes;
    long flows;
    long unsized;
    long lastAt = Long.MIN_VALUE;
    long lastBytes;
  }

  private static final class Open {
    long from;
    long until;
    final Map<Integer, Sum> sensors = new TreeMap<>();

    Open(long from, long until) {
      this.from = from;
      this.until = until;
    }
  }

  /**
   * A connection.
   *
   * @param bytes sent, as far as known; {@code unsized}: parts of which no sensor knows the size
   */
  record Flow(Tuple tuple, long from, long until, long bytes, long flows, long unsized) {}

  private final Map<Tuple, Open> open = new HashMap<>();
  private final Consumer<Flow> out;
  private int sinceSweep;

  /** {@code out}: is given each connection once it is over. */
  SeenFlows(Consumer<Flow> out) {
    this.out = out;
  }

  /** A record; {@code bytes}: -1 = it does not say. Records come by time, or nearly so. */
  void add(Tuple tuple, int sensor, long from, long until, long bytes) {
    Open flow = open.get(tuple);
    if (flow != null && (from > flow.until + SLACK_MICROS || until < flow.from - SLACK_MICROS)) {
      close(tuple, flow);
      flow = null;
    }
    if (flow == null) {
      flow = new Open(from, until);
      open.put(tuple, flow);
    }
    flow.from = Math.min(flow.from, from);
    flow.until = Math.max(flow.until, until);
    Sum sum = flow.sensors.computeIfAbsent(sensor, key -> new Sum());
    if (sum.lastAt != from || sum.lastBytes != bytes) {
      sum.bytes += Math.max(0, bytes);
      sum.flows++;
      sum.unsized += bytes < 0 ? 1 : 0;
      sum.lastAt = from;
      sum.lastBytes = bytes;
    }
    sweep(from);
  }

  /** Forgets connections to which no later record can belong: memory follows the open ones. */
  private void sweep(long now) {
    if (++sinceSweep < SWEEP) {
      return;
    }
    sinceSweep = 0;
    for (Iterator<Map.Entry<Tuple, Open>> all = open.entrySet().iterator(); all.hasNext(); ) {
      Map.Entry<Tuple, Open> entry = all.next();
      if (entry.getValue().until < now - LATE_MICROS) {
        give(entry.getKey(), entry.getValue());
        all.remove();
      }
    }
  }

  private void close(Tuple tuple, Open flow) {
    open.remove(tuple);
    give(tuple, flow);
  }

  /** Gives what is still open. */
  void end() {
    open.forEach(this::give);
    open.clear();
  }

  private void give(Tuple tuple, Open flow) {
    long bytes = 0;
    long flows = 0;
    long unsized = Long.MAX_VALUE;
    for (Sum sum : flow.sensors.values()) {
      bytes = Math.max(bytes, sum.bytes);
      flows = Math.max(flows, sum.flows);
      unsized = Math.min(unsized, sum.unsized);
    }
    out.accept(new Flow(tuple, flow.from, flow.until, bytes, flows, unsized));
  }
}
