package org.tidemark.evidence;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Events that two hosts wrote, each by its own clock: connections that both ends, or an end and a
 * sensor, saw; credentials that one host sent out and the logon that another took for them. An
 * event that could be one of several is left out.
 */
final class ClockPairs {
  /** How far two clocks may lie apart for their records to be found as one event. */
  static final long WINDOW_MICROS = 3600L * 1_000_000;

  /** Logons that one use of credentials makes follow each other so closely. */
  private static final long BURST_MICROS = 60L * 1_000_000;

  private static final int FLOWS_KEPT = 1 << 20;
  private static final int LOGONS_KEPT = 1 << 18;

  /**
   * One event; hosts are endpoint numbers.
   *
   * @param atOne as {@code one}'s clock read, µs; {@code atOther}: as {@code other}'s
   * @param flow a connection; false = a logon
   */
  record Pair(int one, int other, long atOne, long atOther, boolean flow) {}

  private record Seen(int clock, long at) {}

  private final List<Pair> pairs = new ArrayList<>();

  private ClockPairs() {}

  /** All pairs, {@code one} less than {@code other}, by both, then time. */
  static List<Pair> of(Evidence evidence) {
    ClockPairs found = new ClockPairs();
    found.flows(evidence.flows());
    found.logons(evidence);
    found.pairs.sort(Comparator.comparingInt(Pair::one)
        .thenComparingInt(Pair::other)
        .thenComparingLong(Pair::atOne)
        .thenComparingLong(Pair::atOther)
        .thenComparing(Pair::flow));
    return found.pairs;
  }

  /** Where there are too many, all records of a share of the connections are looked at. */
  private void flows(Facts.FlowColumns flows) {
    if (!severalWriters(flows)) {
      return;
    }
    long[] hashes = new long[1024];
    long[] rows = new long[1024];
    int size = 0;
    long mask = 0;
    for (long row = 0; row < flows.size(); row++) {
      long hash = hash(flows, row);
      if (hash == 0 || (hash & mask) != 0) {
        continue;
      }
      if (size == FLOWS_KEPT) {
        mask = mask * 2 + 1;
        int kept = 0;
        for (int i = 0; i < size; i++) {
          if ((hashes[i] & mask) == 0) {
            hashes[kept] = hashes[i];
            rows[kept++] = rows[i];
          }
        }
        size = kept;
        if (size > FLOWS_KEPT / 2 && mask > 0xffff) {
          break; // one connection's number comes again and again: no event can be told by it
        }
        if (size == FLOWS_KEPT || (hash & mask) != 0) {
          continue;
        }
      }
      if (size == hashes.length) {
        hashes = Arrays.copyOf(hashes, size * 2);
        rows = Arrays.copyOf(rows, size * 2);
      }
      hashes[size] = hash;
      rows[size++] = row;
    }
    Map<Long, List<Seen>> events = new HashMap<>();
    Set<Long> once = new HashSet<>();
    Set<Long> again = new HashSet<>();
    for (int i = 0; i < size; i++) {
      if (!once.add(hashes[i])) {
        again.add(hashes[i]);
      }
    }
    for (int i = 0; i < size; i++) {
      if (again.contains(hashes[i])) {
        events
            .computeIfAbsent(hashes[i], key -> new ArrayList<>())
            .add(new Seen(flows.host(rows[i]), flows.atMicros(rows[i])));
      }
    }
    events.values().forEach(list -> match(list, true));
  }

  private static boolean severalWriters(Facts.FlowColumns flows) {
    int first = -1;
    for (long row = 0; row < flows.size(); row++) {
      int host = flows.host(row);
      if (host >= 0 && first >= 0 && host != first) {
        return true;
      }
      first = host >= 0 ? host : first;
    }
    return false;
  }

  /** The two ends in a number; 0 = the record cannot be told from others or names no writer. */
  private static long hash(Facts.FlowColumns flows, long row) {
    if (flows.host(row) < 0
        || !flows.succeeded(row)
        || flows.from(row) < 0
        || flows.to(row) < 0
        || flows.fromPort(row) == 0
        || flows.toPort(row) == 0) {
      return 0;
    }
    long ports = (long) flows.fromPort(row) << 16 | flows.toPort(row);
    return mix(mix(mix(flows.from(row) + 1L) + flows.to(row)) + ports);
  }

  /** The last step of splitmix64 (Steele, Lea, Flood 2014): every bit counts in every other. */
  private static long mix(long value) {
    long z = value + 0x9e3779b97f4a7c15L;
    z = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
    z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
    return z ^ (z >>> 31);
  }

  /** Records of one event, by time: those that a clock wrote twice within reach say nothing. */
  private void match(List<Seen> records, boolean flow) {
    List<Seen> sorted = new ArrayList<>(new java.util.LinkedHashSet<>(records));
    sorted.sort(Comparator.comparingLong(Seen::at).thenComparingInt(Seen::clock));
    BitSet doubtful = new BitSet();
    Map<Integer, Integer> last = new HashMap<>();
    for (int i = 0; i < sorted.size(); i++) {
      Integer before = last.put(sorted.get(i).clock, i);
      if (before != null && sorted.get(i).at - sorted.get(before).at <= 2 * WINDOW_MICROS) {
        doubtful.set(before);
        doubtful.set(i);
      }
    }
    for (int i = doubtful.nextClearBit(0); i < sorted.size(); i = doubtful.nextClearBit(i + 1)) {
      Seen one = sorted.get(i);
      for (int j = doubtful.nextClearBit(i + 1);
          j < sorted.size() && sorted.get(j).at - one.at <= WINDOW_MICROS;
          j = doubtful.nextClearBit(j + 1)) {
        add(one, sorted.get(j), flow);
      }
    }
  }

  private void add(Seen one, Seen other, boolean flow) {
    if (one.clock < other.clock) {
      pairs.add(new Pair(one.clock, other.clock, one.at, other.at, flow));
    } else if (one.clock > other.clock) {
      pairs.add(new Pair(other.clock, one.clock, other.at, one.at, flow));
    }
  }

  /** Event 4648 of the one that sent credentials out, and 4624 of the one that took them. */
  private void logons(Evidence evidence) {
    Facts.LogonColumns logons = evidence.logons();
    BitSet windows = new BitSet();
    for (int file = 0; file < evidence.files().size(); file++) {
      windows.set(file, evidence.files().get(file).format().orElse("").contains("windows"));
    }
    Map<Long, List<Seen>> sent = new HashMap<>();
    int kept = 0;
    for (long row = 0; row < logons.size() && kept < LOGONS_KEPT; row++) {
      int to = logons.type(row) == LogonType.EXPLICIT ? owner(evidence, logons.to(row)) : -1;
      if (to >= 0
          && logons.account(row) >= 0
          && logons.from(row) >= 0
          && windows.get(logons.file(row))) {
        long key = key(logons.account(row), to);
        kept += keep(sent, key, logons.from(row), logons.atMicros(row));
      }
    }
    if (sent.isEmpty()) {
      return;
    }
    Map<Long, List<Seen>> taken = new HashMap<>();
    kept = 0;
    for (long row = 0; row < logons.size() && kept < LOGONS_KEPT; row++) {
      int account = logons.account(row);
      int to = logons.to(row);
      boolean session = switch (logons.type(row)) {
        case NETWORK, NETWORK_CLEARTEXT, REMOTE_INTERACTIVE -> true;
        default -> false;
      };
      if (session
          && account >= 0
          && to >= 0
          && logons.succeeded(row)
          && sent.containsKey(key(account, to))
          && windows.get(logons.file(row))) {
        kept += keep(taken, key(account, to), to, logons.atMicros(row));
      }
    }
    sent.forEach((key, list) -> {
      List<Seen> all = new ArrayList<>(list);
      all.addAll(taken.getOrDefault(key, List.of()));
      int target = key.intValue();
      all.sort(Comparator.comparingLong(Seen::at).thenComparingInt(Seen::clock));
      oneSender(all, target);
    });
  }

  /** Only one sender within reach of one logon: others of the account make it unsure whose. */
  private void oneSender(List<Seen> all, int target) {
    for (int i = 0; i < all.size(); i++) {
      Seen logon = all.get(i);
      if (logon.clock != target || near(all, i, seen -> seen.clock == target) > 0) {
        continue;
      }
      if (near(all, i, seen -> seen.clock != target) == 1) {
        int j = i;
        while (j > 0 && logon.at - all.get(j - 1).at <= WINDOW_MICROS) {
          j--;
        }
        while (all.get(j).clock == target) {
          j++;
        }
        if (near(all, j, seen -> seen.clock == target) == 1) {
          add(logon, all.get(j), false);
        }
      }
    }
  }

  /** How many other records within reach are so. */
  private static int near(List<Seen> all, int index, java.util.function.Predicate<Seen> like) {
    long at = all.get(index).at;
    int found = 0;
    for (int i = index - 1; i >= 0 && at - all.get(i).at <= WINDOW_MICROS; i--) {
      found += like.test(all.get(i)) ? 1 : 0;
    }
    for (int i = index + 1; i < all.size() && all.get(i).at - at <= WINDOW_MICROS; i++) {
      found += like.test(all.get(i)) ? 1 : 0;
    }
    return found;
  }

  private static long key(int account, int host) {
    return (long) account << 32 | host;
  }

  /** 1 where the record was kept, 0 where it belongs to the burst before it. */
  private static int keep(Map<Long, List<Seen>> all, long key, int clock, long at) {
    List<Seen> list = all.computeIfAbsent(key, unused -> new ArrayList<>());
    for (int i = list.size() - 1; i >= 0 && at - list.get(i).at <= BURST_MICROS; i--) {
      if (list.get(i).clock == clock) {
        list.set(i, new Seen(clock, Math.min(at, list.get(i).at)));
        return 0;
      }
    }
    list.add(new Seen(clock, at));
    return 1;
  }

  /** The host that an endpoint names; -1 = none, or an address of several. */
  private static int owner(Evidence evidence, int endpoint) {
    if (endpoint < 0 || !EndpointName.isAddress(evidence.endpoints().text(endpoint))) {
      return endpoint;
    }
    Set<Integer> owners = evidence.addresses().getOrDefault(endpoint, Set.of());
    return owners.size() == 1 ? owners.iterator().next() : -1;
  }
}
