package org.tidemark.evidence;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** When each host wrote records, by hour, and of which kinds: what coverage is made from. */
final class HostActivities {
  private static final long HOUR_MICROS = 3_600_000_000L;

  /** One host's records in one unit or file. */
  static final class Activity implements Serializable {
    private static final long serialVersionUID = 1L;

    /** Hour since 1970 → first and last µs in it, number of records. */
    final TreeMap<Long, long[]> hours = new TreeMap<>();

    final RecordNumbers numbers = new RecordNumbers();
    final List<Long> cleared = new ArrayList<>();
    final List<Long> switchedOff = new ArrayList<>();
    final EnumSet<ActKind> kinds = EnumSet.noneOf(ActKind.class);

    /** µs; {@link Long#MAX_VALUE} where no record has a credible time. */
    long first() {
      return hours.isEmpty() ? Long.MAX_VALUE : hours.firstEntry().getValue()[0];
    }

    long last() {
      return hours.values().stream().mapToLong(hour -> hour[1]).max().orElse(Long.MIN_VALUE);
    }

    void show(ActKind kind) {
      kinds.add(kind);
    }

    boolean shows(ActKind kind) {
      return kinds.contains(kind);
    }

    void saw(long at) {
      saw(at, at, 1);
    }

    private void saw(long first, long last, long records) {
      long[] hour = hours.get(Math.floorDiv(first, HOUR_MICROS));
      if (hour == null) {
        hours.put(Math.floorDiv(first, HOUR_MICROS), new long[] {first, last, records});
      } else {
        hour[0] = Math.min(hour[0], first);
        hour[1] = Math.max(hour[1], last);
        hour[2] += records;
      }
    }

    /** Adds another's records, their times lessened by {@code shift} µs. */
    void add(Activity other, long shift) {
      for (long[] hour : other.hours.values()) {
        saw(hour[0] - shift, hour[1] - shift, hour[2]);
      }
      for (long time : other.cleared) {
        cleared.add(time - shift);
      }
      for (long time : other.switchedOff) {
        switchedOff.add(time - shift);
      }
      kinds.addAll(other.kinds);
      numbers.add(other.numbers, shift);
    }
  }

  private final Map<Integer, Activity> timed = new HashMap<>();
  private final Map<Integer, Activity> local = new HashMap<>();

  Activity of(int host, boolean pendingZone) {
    return (pendingZone ? local : timed).computeIfAbsent(host, h -> new Activity());
  }

  /** Everything in UTC, by endpoint number of the unit. */
  SortedMap<Integer, Activity> settled(ZoneVotes zones) {
    TreeMap<Integer, Activity> all = new TreeMap<>();
    timed.forEach(
        (host, activity) -> all.computeIfAbsent(host, h -> new Activity()).add(activity, 0));
    local.forEach((host, activity) -> all.computeIfAbsent(host, h -> new Activity())
        .add(activity, FactSink.shift(zones.minutes(host))));
    return all;
  }
}
