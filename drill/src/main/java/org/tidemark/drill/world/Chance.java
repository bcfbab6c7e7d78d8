package org.tidemark.drill.world;

/**
 * Draws that depend on a seed and a key alone, so that any fact of a drill can be derived again in
 * any order without being kept. Not thread-safe; make one per fact.
 *
 * <p>SplitMix64: Steele, Lea, Flood, "Fast splittable pseudorandom number generators", OOPSLA 2014.
 */
public final class Chance {
  private long state;

  private Chance(long state) {
    this.state = state;
  }

  /** The draws for one fact: its purpose, and the numbers of what it is about. */
  public static Chance of(long seed, String purpose, long a, long b) {
    long key = mix(seed + 0x9E3779B97F4A7C15L);
    for (int i = 0; i < purpose.length(); i++) {
      key = mix(key ^ purpose.charAt(i));
    }
    return new Chance(mix(mix(key ^ a) + b));
  }

  public static Chance of(long seed, String purpose, long a) {
    return of(seed, purpose, a, 0);
  }

  public long next() {
    state += 0x9E3779B97F4A7C15L;
    return mix(state);
  }

  /** A number from 0 to {@code bound - 1}. */
  public int below(int bound) {
    return (int) Long.remainderUnsigned(next(), bound);
  }

  /** A number from {@code least} to {@code most}, both included. */
  public int between(int least, int most) {
    return least + below(most - least + 1);
  }

  public boolean percent(int likely) {
    return below(100) < likely;
  }

  public String pick(String... choices) {
    return choices[below(choices.length)];
  }

  /** Lower-case hexadecimal digits. */
  public String hex(int digits) {
    StringBuilder out = new StringBuilder(digits);
    for (int i = 0; i < digits; i++) {
      out.append(Character.forDigit(below(16), 16));
    }
    return out.toString();
  }

  private static long mix(long value) {
    long z = (value ^ (value >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return z ^ (z >>> 31);
  }
}
