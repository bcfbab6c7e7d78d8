package org.tidemark.evidence;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/**
 * Finds the zone of local times: the offset, rounded to quarter hours, that most of a host's
 * records show between their local time and a UTC time beside it. A collector's UTC time is seconds
 * late, never quarter hours.
 */
final class ZoneVotes {
  private static final long QUARTER_MICROS = 900_000_000L;
  private static final int QUARTERS_MAX = 14 * 4;
  private static final long HOUR_MICROS = 3_600_000_000L;

  private final Map<Integer, TreeMap<Integer, Integer>> votes = new HashMap<>();
  private final Map<Integer, Integer> settled = new HashMap<>();
  private long cachedHour = Long.MIN_VALUE;
  private int cachedMinutes;

  /** @param differenceMicros local less UTC */
  void vote(int host, long differenceMicros) {
    int quarters = (int) Math.floorDiv(differenceMicros + QUARTER_MICROS / 2, QUARTER_MICROS);
    if (quarters >= -QUARTERS_MAX && quarters <= QUARTERS_MAX) {
      votes.computeIfAbsent(host, h -> new TreeMap<>()).merge(quarters * 15, 1, Integer::sum);
    }
  }

  /** Counts the votes; of equal counts the westernmost zone wins. */
  void settle() {
    votes.forEach((host, counts) -> settled.put(
        host,
        counts.entrySet().stream()
            .max(Map.Entry.<Integer, Integer>comparingByValue()
                .thenComparing(Map.Entry.<Integer, Integer>comparingByKey().reversed()))
            .orElseThrow()
            .getKey()));
  }

  /** Minutes east of UTC; {@link Short#MIN_VALUE} where no record voted. */
  int minutes(int host) {
    return settled.getOrDefault(host, (int) Short.MIN_VALUE);
  }

  /**
   * Minutes east of UTC that a zone's clocks stood at a local time; of two in autumn, the earlier
   * offset.
   */
  int offsetOf(ZoneId zone, long localMicros) {
    long hour = Math.floorDiv(localMicros, HOUR_MICROS / 4);
    if (hour != cachedHour) {
      Instant asIfUtc = Instant.ofEpochSecond(Math.floorDiv(localMicros, 1_000_000L));
      cachedMinutes = zone.getRules()
              .getOffset(asIfUtc.atOffset(ZoneOffset.UTC).toLocalDateTime())
              .getTotalSeconds()
          / 60;
      cachedHour = hour;
    }
    return cachedMinutes;
  }
}
