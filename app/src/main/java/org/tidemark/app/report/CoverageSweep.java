package org.tidemark.app.report;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.tidemark.app.report.CoverageRows.Spell;
import org.tidemark.app.report.CoverageRows.Trust;

/**
 * Sweeps over one host's logs and says for each stretch of a window whether it is covered. One
 * source without a gap is enough; where the intruder was administrator, the host's own logs are
 * not (RULES.md section 1). Time and memory grow with the number of spans and gaps, not with their
 * product.
 */
final class CoverageSweep {
  /** What one log covers, and where it is not to be trusted. */
  record Span(Instant from, Instant to, List<Hole> holes) {}

  /** A stretch that is not to be trusted, and why. */
  record Hole(Instant from, Instant to, String why) {}

  /** What changes at an instant. */
  private static final class Turn {
    int spans;
    int holed;
    int altered;
    final Map<String, Integer> reasons = new TreeMap<>();
  }

  private final Instant from;
  private final Instant to;
  private final TreeMap<Instant, Turn> turns = new TreeMap<>();

  CoverageSweep(Instant from, Instant to) {
    this.from = from;
    this.to = to;
    turn(from);
    turn(to);
  }

  void add(Span span) {
    if (span.to().isBefore(span.from())) {
      return;
    }
    turn(span.from()).spans++;
    turn(span.to()).spans--;
    Instant end = Instant.MIN;
    List<Hole> ordered = new ArrayList<>(span.holes());
    ordered.sort(Comparator.comparing(Hole::from).thenComparing(Hole::to));
    for (Hole hole : ordered) {
      Instant begin = later(hole.from(), span.from());
      Instant close = hole.to().isBefore(span.to()) ? hole.to() : span.to();
      if (!begin.isBefore(close)) {
        continue;
      }
      turn(begin).reasons.merge(hole.why(), 1, Integer::sum);
      turn(close).reasons.merge(hole.why(), -1, Integer::sum);
      if (close.isAfter(end)) {
        turn(later(begin, end)).holed++;
        turn(close).holed--;
        end = close;
      }
    }
  }

  /** From then on, until the other, the logs were in the intruder's hand. */
  void alterable(Instant begin, Instant end) {
    if (begin.isBefore(end)) {
      turn(begin).altered++;
      turn(end).altered--;
    }
  }

  private Turn turn(Instant at) {
    Instant inside = later(at, from).isAfter(to) ? to : later(at, from);
    return turns.computeIfAbsent(inside, t -> new Turn());
  }

  private static Instant later(Instant a, Instant b) {
    return a.isAfter(b) ? a : b;
  }

  /** The window without a hole: spells one after the other, neighbours differ. */
  List<Spell> spells() {
    List<Spell> spells = new ArrayList<>();
    Turn now = new Turn();
    for (Map.Entry<Instant, Turn> entry : turns.entrySet()) {
      Turn turn = entry.getValue();
      now.spans += turn.spans;
      now.holed += turn.holed;
      now.altered += turn.altered;
      turn.reasons.forEach((why, n) -> now.reasons.merge(why, n, Integer::sum));
      now.reasons.values().removeIf(n -> n == 0);
      Instant end = turns.higherKey(entry.getKey());
      if (end != null) {
        add(spells, entry.getKey(), end, now);
      }
    }
    return List.copyOf(spells);
  }

  private static void add(List<Spell> spells, Instant begin, Instant end, Turn now) {
    Trust trust = now.spans == 0
        ? Trust.NO_LOG
        : now.spans == now.holed ? Trust.GAP : now.altered > 0 ? Trust.ALTERABLE : Trust.COVERED;
    String why = trust == Trust.GAP ? String.join(" ", now.reasons.keySet()) : "";
    Spell last = spells.isEmpty() ? null : spells.get(spells.size() - 1);
    if (last != null && last.trust() == trust && last.why().equals(why)) {
      spells.set(spells.size() - 1, new Spell(last.from(), end, trust, why));
    } else {
      spells.add(new Spell(begin, end, trust, why));
    }
  }
}
