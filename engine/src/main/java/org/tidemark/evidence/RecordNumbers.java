package org.tidemark.evidence;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;

/**
 * Numbers that one host's logs gave their records, by channel, as runs without a hole. In an export
 * that holds every record, a hole between two runs is a gap from the record before it to the record
 * after it.
 */
final class RecordNumbers implements Serializable {
  private static final long serialVersionUID = 1L;

  /**
   * More runs of one channel than this say that the export is filtered: then no hole means a gap.
   */
  static final int MAX_RUNS = 50_000;

  /** First number, last number, time of the first, time of the last. */
  private final TreeMap<String, List<long[]>> runs = new TreeMap<>();

  void add(String channel, long number, long at) {
    List<long[]> list = runs.computeIfAbsent(channel, c -> new ArrayList<>());
    long[] last = list.isEmpty() ? new long[] {0, -2, 0, 0} : list.get(list.size() - 1);
    if (number == last[1] + 1) {
      last[1] = number;
      last[3] = at;
    } else if (list.size() <= MAX_RUNS) {
      list.add(new long[] {number, number, at, at});
    }
  }

  /** Adds another's runs, their times lessened by {@code shift} µs. */
  void add(RecordNumbers other, long shift) {
    other.runs.forEach((channel, list) -> {
      List<long[]> mine = runs.computeIfAbsent(channel, c -> new ArrayList<>());
      for (long[] run : list) {
        if (mine.size() <= MAX_RUNS) {
          mine.add(new long[] {run[0], run[1], run[2] - shift, run[3] - shift});
        }
      }
    });
  }

  /** Pairs of µs, in the order of channels and numbers. Numbers that begin anew leave no gap. */
  List<long[]> gaps() {
    List<long[]> gaps = new ArrayList<>();
    for (List<long[]> list : runs.values()) {
      if (list.size() > MAX_RUNS) {
        continue;
      }
      List<long[]> sorted = new ArrayList<>(list);
      sorted.sort(Comparator.comparingLong((long[] run) -> run[0]).thenComparing(run -> run[2]));
      long number = Long.MIN_VALUE;
      long time = 0;
      for (long[] run : sorted) {
        if (number != Long.MIN_VALUE && run[0] > number + 1 && run[2] >= time) {
          gaps.add(new long[] {time, run[2]});
        }
        if (run[1] > number) {
          number = run[1];
          time = run[3];
        }
      }
    }
    return gaps;
  }
}
