package org.tidemark.exposure;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.TreeSet;
import org.tidemark.casefile.Grade;
import org.tidemark.trail.Trail;

/**
 * One object that was reached, with one effect; grows as accesses are added. Not safe for several
 * threads.
 */
final class ExposedObject {
  /** How many records are named as evidence; all are counted. */
  static final int EVIDENCE_MAX = 20;

  /** What became of the object. */
  enum Effect {
    DISCLOSED,
    ALTERED,
    DESTROYED;

    String id() {
      return name().toLowerCase(java.util.Locale.ROOT);
    }
  }

  final String host;
  final String name;
  String kind;
  final Effect effect;
  Grade grade;
  ExposureRule rule;
  OptionalInt file = OptionalInt.empty();
  long first = Long.MAX_VALUE;
  long last = Long.MIN_VALUE;
  long operations;
  long bytes = -1;
  long evidenceTotal;
  final TreeSet<String> hops = new TreeSet<>();
  final List<Trail.RecordPlace> evidence = new ArrayList<>(2);

  ExposedObject(
      String host, String name, String kind, Effect effect, Grade grade, ExposureRule rule) {
    this.host = host;
    this.name = name;
    this.kind = kind;
    this.effect = effect;
    this.grade = grade;
    this.rule = rule;
  }

  /** Adds one access; rows come in the order of time, so the first records are the earliest. */
  void add(long at, long moved, Grade act, String hop, Trail.RecordPlace record) {
    grade = grade.surer(act);
    first = Math.min(first, at);
    last = Math.max(last, at);
    operations++;
    evidenceTotal++;
    hops.add(hop);
    if (moved >= 0) {
      bytes = Math.max(bytes, 0) + moved;
    }
    if (evidence.size() < EVIDENCE_MAX) {
      evidence.add(record);
    }
  }

  /** Exposed from an instant on without an access that a log shows: its host was held. */
  void since(long at) {
    first = Math.min(first, at);
  }
}
