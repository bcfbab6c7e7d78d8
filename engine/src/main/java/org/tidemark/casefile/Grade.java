package org.tidemark.casefile;

/**
 * How sure we are that the intruder did it, reached it or holds it (RULES.md section 1; VERIS: yes,
 * potentially, no, unknown). Ordered from the surest on.
 */
public enum Grade {
  CONFIRMED,
  POSSIBLE,
  UNKNOWN,
  EXCLUDED;

  /** As case.yaml and the results write it: {@code confirmed}. */
  public String id() {
    return name().toLowerCase(java.util.Locale.ROOT);
  }

  /** The surer of two grades of one thing seen twice. */
  public Grade surer(Grade other) {
    return compareTo(other) <= 0 ? this : other;
  }

  /** The less sure of two: the grade of a chain is its weakest link. */
  public Grade weaker(Grade other) {
    return compareTo(other) >= 0 ? this : other;
  }
}
