package org.tidemark.evidence;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Clock offsets from events that two hosts wrote (RULES.md section 4, clocks). Most clocks are
 * right: the largest group that agrees to two seconds is, and whoever differs from it is off. Where
 * no group is the largest nobody can say which clock is wrong; each then has an error of that size.
 * Medians and their absolute deviations, so that a wrong pair among many changes nothing.
 */
final class ClockEstimates {
  private static final long NOISE_MICROS = 2_000_000;
  private static final long LEAST_ERROR_MICROS = 1_000_000;
  private static final int LEAST_PAIRS = 5;
  private static final int MOST_PAIRS = 512;

  /** So many events in a row must show a new difference for the clock to have been set. */
  private static final int JUMP_PAIRS = 3;

  /** A clock's offset from an event on; first: of the times that the clock wrote, µs. */
  private record Step(long first, long micros, long spread, boolean flows) {}

  private record Difference(long at, long micros, boolean flow) {}

  private final Map<Integer, Map<Integer, List<Difference>>> edges = new TreeMap<>();

  /** Median difference of clocks that never jumped against each other. */
  private final Map<Integer, Map<Integer, Long>> steady = new TreeMap<>();

  private final Map<Integer, List<Step>> known = new TreeMap<>();
  private final Map<Integer, Long> unsure = new TreeMap<>();

  private ClockEstimates() {}

  /** {@code stated}: offsets that stand, which are never estimated; ordered as evidence.json is. */
  static List<EvidenceJson.ClockOffset> of(
      Evidence evidence, List<EvidenceJson.ClockOffset> stated) {
    ClockEstimates estimates = new ClockEstimates();
    Map<Integer, List<EvidenceJson.ClockOffset>> fixed = new TreeMap<>();
    for (EvidenceJson.ClockOffset offset : stated) {
      int host = evidence.endpoints().number(EndpointName.of(offset.host()));
      if (host >= 0) {
        fixed.computeIfAbsent(host, key -> new ArrayList<>()).add(offset);
      }
    }
    estimates.compare(ClockPairs.of(evidence), fixed);
    estimates.settle(fixed.keySet());
    List<EvidenceJson.ClockOffset> all = new ArrayList<>();
    estimates.known.forEach((host, steps) -> {
      boolean off = steps.stream().anyMatch(step -> Math.abs(step.micros) > NOISE_MICROS);
      for (int i = 0; off && i < steps.size() && !fixed.containsKey(host); i++) {
        all.add(offset(evidence.endpoints().text(host), i > 0, steps.get(i)));
      }
    });
    estimates.unsure.forEach((host, error) -> {
      if (!fixed.containsKey(host)) {
        String name = evidence.endpoints().text(host);
        all.add(new EvidenceJson.ClockOffset(name, null, null, 0, error, "relative"));
      }
    });
    return all;
  }

  private static EvidenceJson.ClockOffset offset(String host, boolean later, Step step) {
    @Nullable String from = later ? CoverageMaker.instant(step.first).toString() : null;
    return new EvidenceJson.ClockOffset(
        host,
        null,
        from,
        step.micros,
        Math.max(LEAST_ERROR_MICROS, 2 * step.spread),
        step.flows ? "flows" : "logons");
  }

  /** Differences of each two clocks, those stated taken off. */
  private void compare(
      List<ClockPairs.Pair> pairs, Map<Integer, List<EvidenceJson.ClockOffset>> fixed) {
    for (int from = 0; from < pairs.size(); ) {
      ClockPairs.Pair first = pairs.get(from);
      int to = from;
      while (to < pairs.size()
          && pairs.get(to).one() == first.one()
          && pairs.get(to).other() == first.other()) {
        to++;
      }
      int count = Math.min(MOST_PAIRS, to - from);
      if (count >= LEAST_PAIRS) {
        List<Difference> one = new ArrayList<>();
        List<Difference> other = new ArrayList<>();
        for (int i = 0; i < count; i++) {
          ClockPairs.Pair pair = pairs.get(from + (int) ((long) i * (to - from) / count));
          long atOne = pair.atOne() - offset(fixed.get(pair.one()), pair.atOne());
          long atOther = pair.atOther() - offset(fixed.get(pair.other()), pair.atOther());
          one.add(new Difference(pair.atOne(), atOne - atOther, pair.flow()));
          other.add(new Difference(pair.atOther(), atOther - atOne, pair.flow()));
        }
        edge(first.one(), first.other(), one);
        edge(first.other(), first.one(), other);
      }
      from = to;
    }
  }

  private void edge(int clock, int other, List<Difference> differences) {
    edges.computeIfAbsent(clock, key -> new TreeMap<>()).put(other, differences);
    List<Step> steps = steps(differences);
    if (steps.size() == 1) {
      steady.computeIfAbsent(clock, key -> new TreeMap<>()).put(other, steps.get(0).micros);
    }
  }

  private static long offset(@Nullable List<EvidenceJson.ClockOffset> stated, long at) {
    long micros = 0;
    for (EvidenceJson.ClockOffset offset : Optional.ofNullable(stated).orElse(List.of())) {
      if (offset.from() == null || at >= micros(Instant.parse(offset.from()))) {
        micros = offset.offsetMicros();
      }
    }
    return micros;
  }

  private static long micros(Instant instant) {
    return instant.getEpochSecond() * 1_000_000 + instant.getNano() / 1000;
  }

  /** Who is right, then everybody else against those. */
  private void settle(Set<Integer> fixed) {
    Set<Integer> seen = new HashSet<>();
    for (int clock : steady.keySet()) {
      if (!seen.contains(clock)) {
        Map<Integer, Long> group = together(clock);
        seen.addAll(group.keySet());
        vote(group).forEach(right -> known.put(right, List.of(new Step(0, 0, 0, true))));
      }
    }
    Map<Integer, List<Step>> found = new TreeMap<>();
    do {
      known.putAll(found);
      found.clear();
      edges.forEach((clock, others) -> {
        List<Step> steps = known.containsKey(clock) ? List.of() : against(others);
        if (!steps.isEmpty()) {
          found.put(clock, steps);
        }
      });
    } while (!found.isEmpty());
    steady.forEach((clock, others) -> others.forEach((other, difference) -> {
      boolean doubt = !known.containsKey(clock) && !known.containsKey(other);
      if (doubt && Math.abs(difference) > NOISE_MICROS && !fixed.contains(clock)) {
        unsure.merge(clock, Math.abs(difference), Math::max);
      }
    }));
  }

  /** All clocks that steady differences tie to one, with what they are ahead of it. */
  private Map<Integer, Long> together(int first) {
    Map<Integer, Long> ahead = new TreeMap<>(Map.of(first, 0L));
    List<Integer> next = new ArrayList<>(List.of(first));
    for (int i = 0; i < next.size(); i++) {
      int clock = next.get(i);
      long base = ahead.getOrDefault(clock, 0L);
      steady.getOrDefault(clock, Map.of()).forEach((other, difference) -> {
        if (ahead.putIfAbsent(other, base - difference) == null) {
          next.add(other);
        }
      });
    }
    return ahead;
  }

  /** The largest group that agrees; empty where none is, or another is as large. */
  private static Set<Integer> vote(Map<Integer, Long> ahead) {
    List<Map.Entry<Integer, Long>> sorted = new ArrayList<>(ahead.entrySet());
    sorted.sort(Map.Entry.<Integer, Long>comparingByValue().thenComparing(Map.Entry::getKey));
    int bestFrom = 0;
    int best = 0;
    for (int from = 0, to = 0; from < sorted.size(); from++) {
      while (to < sorted.size()
          && sorted.get(to).getValue() - sorted.get(from).getValue() <= NOISE_MICROS) {
        to++;
      }
      if (to - from > best) {
        best = to - from;
        bestFrom = from;
      }
    }
    int rival = 0;
    for (int from = 0; from < sorted.size(); from++) {
      int to = from;
      while (to < sorted.size()
          && (to < bestFrom || to >= bestFrom + best)
          && sorted.get(to).getValue() - sorted.get(from).getValue() <= NOISE_MICROS) {
        to++;
      }
      rival = Math.max(rival, to - from);
    }
    Set<Integer> right = new TreeSet<>();
    for (int i = bestFrom; best >= 2 && best > rival && i < bestFrom + best; i++) {
      right.add(sorted.get(i).getKey());
    }
    return right;
  }

  /** A clock's offsets by all events that it shares with clocks that are known. */
  private List<Step> against(Map<Integer, List<Difference>> others) {
    List<Difference> all = new ArrayList<>();
    others.forEach((other, differences) -> {
      List<Step> steps = known.getOrDefault(other, List.of());
      for (Difference difference : steps.isEmpty() ? List.<Difference>of() : differences) {
        long theirs = difference.at - difference.micros;
        long offset = steps.get(0).micros;
        for (Step step : steps) {
          offset = theirs >= step.first ? step.micros : offset;
        }
        all.add(new Difference(difference.at, difference.micros + offset, difference.flow));
      }
    });
    all.sort(Comparator.comparingLong(Difference::at)
        .thenComparingLong(Difference::micros)
        .thenComparing(Difference::flow));
    return steps(all);
  }

  /** Splits differences, by time, where a clock was set; empty where they scatter. */
  private static List<Step> steps(List<Difference> differences) {
    List<Step> steps = new ArrayList<>();
    int from = 0;
    for (int i = 1; i <= differences.size(); i++) {
      if (i == differences.size() || jumps(differences, from, i)) {
        step(differences.subList(from, i)).ifPresent(step -> {
          int last = steps.size() - 1;
          if (last < 0 || Math.abs(steps.get(last).micros - step.micros) > NOISE_MICROS) {
            steps.add(step);
          }
        });
        from = i;
      }
    }
    return steps;
  }

  private static boolean jumps(List<Difference> differences, int from, int at) {
    if (at + JUMP_PAIRS > differences.size()) {
      return false;
    }
    long next = differences.get(at).micros;
    if (Math.abs(next - differences.get(at - 1).micros) <= NOISE_MICROS) {
      return false;
    }
    long before = median(differences.subList(from, at));
    for (int i = at; i < at + JUMP_PAIRS; i++) {
      long micros = differences.get(i).micros;
      if (Math.abs(micros - before) <= NOISE_MICROS || Math.abs(micros - next) > NOISE_MICROS) {
        return false;
      }
    }
    return true;
  }

  private static Optional<Step> step(List<Difference> differences) {
    long median = median(differences);
    long[] spread = differences.stream()
        .mapToLong(d -> Math.abs(d.micros - median))
        .sorted()
        .toArray();
    long deviation = spread[spread.length / 2];
    if (differences.size() < LEAST_PAIRS || deviation > NOISE_MICROS) {
      return Optional.empty();
    }
    long flows = differences.stream().filter(Difference::flow).count();
    boolean mostly = flows * 2 >= differences.size();
    return Optional.of(new Step(differences.get(0).at, median, deviation, mostly));
  }

  private static long median(List<Difference> differences) {
    long[] sorted = differences.stream().mapToLong(Difference::micros).toArray();
    Arrays.sort(sorted);
    return sorted[(sorted.length - 1) / 2];
  }
}
