package org.tidemark.benchmarks;

/**
 * Numbers without a pattern that each follow from one number alone (SplitMix64's finaliser).
 *
 * @see <a href="https://doi.org/10.1145/2660193.2660195">Steele, Lea, Flood: Fast splittable
 *     pseudorandom number generators, 2014</a>
 */
final class Scatter {
  private Scatter() {}

  static long mix(long n) {
    long z = n * 0x9E3779B97F4A7C15L + 0x1234567L;
    z = (z ^ z >>> 30) * 0xBF58476D1CE4E5B9L;
    z = (z ^ z >>> 27) * 0x94D049BB133111EBL;
    return z ^ z >>> 31;
  }
}
