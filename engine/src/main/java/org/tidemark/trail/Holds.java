package org.tidemark.trail;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import org.tidemark.casefile.Grade;

/**
 * What the intruder holds, from when to when: hosts or accounts by number. A later, surer hold
 * stands beside an earlier one, so that what followed the earlier one keeps the grade it had.
 */
final class Holds {
  /**
   * One hold.
   *
   * @param from µs, inclusive; {@code until}: µs, exclusive
   * @param error how far {@code from} may be off, µs
   * @param grade of this hold's own proof; {@code pathGrade}: the weakest on the way to it
   * @param hop id of the hop that gave it; empty = a foothold
   */
  record Hold(
      long from,
      long until,
      long error,
      Grade grade,
      Grade pathGrade,
      Rule rule,
      boolean administrator,
      Optional<String> hop) {}

  private final Map<Integer, List<Hold>> holds = new HashMap<>();
  private final Map<Integer, NavigableMap<Long, Boolean>> ends = new HashMap<>();

  /** Adds a hold unless one that is as early, as sure and as mighty is there. */
  boolean add(int number, Hold hold) {
    List<Hold> list = holds.computeIfAbsent(number, key -> new ArrayList<>());
    for (Hold other : list) {
      if (other.from <= hold.from
          && end(number, other) >= end(number, hold)
          && other.grade.compareTo(hold.grade) <= 0
          && other.pathGrade.compareTo(hold.pathGrade) <= 0
          && (other.administrator || !hold.administrator)) {
        return false;
      }
    }
    list.add(hold);
    return true;
  }

  /** Every hold that began before {@code at} ends then (password change, rebuild). */
  void end(int number, long at) {
    ends.computeIfAbsent(number, key -> new TreeMap<>()).put(at, true);
  }

  private long end(int number, Hold hold) {
    NavigableMap<Long, Boolean> known = ends.get(number);
    Long end = known == null ? null : known.higherKey(hold.from);
    return end == null ? hold.until : Math.min(end, hold.until);
  }

  /** The surest hold at an instant; its start is inclusive. */
  Optional<Hold> at(int number, long at) {
    Hold best = null;
    for (Hold hold : holds.getOrDefault(number, List.of())) {
      if (hold.from <= at
          && at < end(number, hold)
          && (best == null || hold.pathGrade.compareTo(best.pathGrade) < 0)) {
        best = hold;
      }
    }
    return Optional.ofNullable(best);
  }

  /** A hold that begins after {@code at}, but not by more than both instants may be off. */
  Optional<Hold> perhapsAt(int number, long at, long error) {
    return holds.getOrDefault(number, List.of()).stream()
        .filter(hold -> hold.from > at && hold.from - at <= error + hold.error)
        .findFirst();
  }

  boolean ever(int number) {
    return holds.containsKey(number);
  }

  List<Hold> of(int number) {
    return Collections.unmodifiableList(holds.getOrDefault(number, List.of()));
  }

  /** Numbers that were ever held, sorted. */
  List<Integer> numbers() {
    return holds.keySet().stream().sorted().toList();
  }

  /** The instant at which the hold ends, µs; {@link Long#MAX_VALUE} = it did not. */
  long endOf(int number, Hold hold) {
    return end(number, hold);
  }
}
