package org.tidemark.trail;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
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

  private final @Nullable List<Hold>[] holds;
  private final List<Integer> held = new ArrayList<>();
  private final Map<Integer, NavigableMap<Long, Boolean>> ends = new HashMap<>();

  /** {@code size}: one more than the greatest number. */
  @SuppressWarnings("unchecked")
  Holds(int size) {
    holds = (List<Hold>[]) new List<?>[size];
  }

  /** Adds a hold unless one that is as early, as sure and as mighty is there. */
  boolean add(int number, Hold hold) {
    List<Hold> list = holds[number];
    if (list == null) {
      list = new ArrayList<>(1);
      holds[number] = list;
      held.add(number);
    }
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
    List<Hold> list = number < 0 ? null : holds[number];
    if (list == null) {
      return Optional.empty();
    }
    Hold best = null;
    for (Hold hold : list) {
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
    if (number < 0 || holds[number] == null) {
      return Optional.empty();
    }
    return of(number).stream()
        .filter(hold -> hold.from > at && hold.from - at <= error + hold.error)
        .findFirst();
  }

  boolean ever(int number) {
    return number >= 0 && holds[number] != null;
  }

  List<Hold> of(int number) {
    List<Hold> list = number < 0 ? null : holds[number];
    return list == null ? List.of() : Collections.unmodifiableList(list);
  }

  /** Numbers that were ever held, sorted. */
  List<Integer> numbers() {
    return held.stream().sorted().toList();
  }

  /** The instant at which the hold ends, µs; {@link Long#MAX_VALUE} = it did not. */
  long endOf(int number, Hold hold) {
    return end(number, hold);
  }
}
