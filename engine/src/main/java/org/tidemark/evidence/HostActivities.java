package org.tidemark.evidence;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** When each host wrote records, and of which kinds: what coverage is made from. */
final class HostActivities {
  /** One host's records in one unit or file. */
  static final class Activity implements Serializable {
    private static final long serialVersionUID = 1L;

    final BusySpells spells = new BusySpells();
    final RecordNumbers numbers = new RecordNumbers();
    final List<Long> cleared = new ArrayList<>();
    final List<Long> switchedOff = new ArrayList<>();
    final List<Long> boots = new ArrayList<>();
    final EnumSet<ActKind> kinds = EnumSet.noneOf(ActKind.class);

    /** µs; {@link Long#MAX_VALUE} where no record has a credible time. */
    long first() {
      return spells.size() == 0 ? Long.MAX_VALUE : spells.start(0);
    }

    long last() {
      return spells.size() == 0 ? Long.MIN_VALUE : spells.end(spells.size() - 1);
    }

    void show(ActKind kind) {
      kinds.add(kind);
    }

    boolean shows(ActKind kind) {
      return kinds.contains(kind);
    }

    /** Adds another's records, their times lessened by {@code shift} µs. */
    void add(Activity other, long shift) {
      spells.add(other.spells, shift);
      for (long time : other.cleared) {
        cleared.add(time - shift);
      }
      for (long time : other.switchedOff) {
        switchedOff.add(time - shift);
      }
      for (long time : other.boots) {
        boots.add(time - shift);
      }
      kinds.addAll(other.kinds);
      numbers.add(other.numbers, shift);
    }
  }

  /**
   * Start, end and number of records of the spell that a host was in last: beside each other, since
   * every record looks here. A number of 0: none yet.
   */
  private static final int LATEST = 4;

  /** By endpoint number of the unit; null where the host wrote nothing. */
  private @Nullable Activity[] timed = new Activity[16];

  private @Nullable Activity[] local = new Activity[16];
  private long[] timedLatest = new long[16 * LATEST];
  private long[] localLatest = new long[16 * LATEST];

  /** The host wrote a record at an instant, µs. */
  void saw(int host, boolean pendingZone, long at) {
    if (host >= timed.length) {
      widen(host);
    }
    long[] latest = pendingZone ? localLatest : timedLatest;
    int i = host * LATEST;
    if (latest[i + 2] == 0 || at < latest[i] || at - latest[i + 1] >= BusySpells.APART) {
      keep(of(host, pendingZone), latest, i);
      latest[i] = at;
      latest[i + 1] = at;
    }
    latest[i + 1] = Math.max(latest[i + 1], at);
    latest[i + 2]++;
  }

  private static void keep(Activity activity, long[] latest, int i) {
    if (latest[i + 2] > 0) {
      activity.spells.saw(latest[i], latest[i + 1], latest[i + 2]);
      latest[i + 2] = 0;
    }
  }

  private void widen(int host) {
    int wider = Math.max(host + 1, timed.length * 2);
    timed = Arrays.copyOf(timed, wider);
    local = Arrays.copyOf(local, wider);
    timedLatest = Arrays.copyOf(timedLatest, wider * LATEST);
    localLatest = Arrays.copyOf(localLatest, wider * LATEST);
  }

  Activity of(int host, boolean pendingZone) {
    if (host >= timed.length) {
      widen(host);
    }
    @Nullable Activity[] side = pendingZone ? local : timed;
    Activity known = side[host];
    if (known == null) {
      known = new Activity();
      side[host] = known;
    }
    return known;
  }

  /** Everything in UTC, by endpoint number of the unit. */
  SortedMap<Integer, Activity> settled(ZoneVotes zones) {
    TreeMap<Integer, Activity> all = new TreeMap<>();
    for (int host = 0; host < timed.length; host++) {
      settle(all, host, timed[host], timedLatest, 0);
      settle(all, host, local[host], localLatest, FactSink.shift(zones.minutes(host)));
    }
    return all;
  }

  private static void settle(
      SortedMap<Integer, Activity> all,
      int host,
      @Nullable Activity activity,
      long[] latest,
      long shift) {
    if (activity != null) {
      keep(activity, latest, host * LATEST);
      all.computeIfAbsent(host, h -> new Activity()).add(activity, shift);
    }
  }
}
