package org.tidemark.drill.people;

import org.tidemark.drill.world.Chance;

/** Numbers that people carry, unique where they must be, with true check digits. */
final class Numbers {
  /** Primes that no range of ours is a multiple of, so that multiplying by one is a permutation. */
  private static final long[] STEPS = {1_000_003, 15_485_863, 32_452_843, 49_979_687, 67_867_967};

  private final long step;
  private final long shift;

  Numbers(long seed) {
    Chance chance = Chance.of(seed, "numbers", 0);
    this.step = STEPS[chance.below(STEPS.length)];
    this.shift = chance.below(10_000_000);
  }

  /**
   * A number below {@code range} that no other person has; {@code range} must exceed the people.
   */
  long unique(int person, long range) {
    return (person * step + shift) % range;
  }

  /** Appends the Luhn check digit (ISO/IEC 7812-1). */
  static String luhn(String digits) {
    int sum = 0;
    for (int i = 0; i < digits.length(); i++) {
      int d = digits.charAt(digits.length() - 1 - i) - '0';
      int doubled = i % 2 == 0 ? d * 2 : d;
      sum += doubled > 9 ? doubled - 9 : doubled;
    }
    return digits + (10 - sum % 10) % 10;
  }

  /**
   * Appends the check digit of an individual number, 11 digits to 12 (Japan, Ordinance 85 of the
   * Ministry of Internal Affairs and Communications, 2014, article 5).
   */
  static String myNumber(String digits) {
    int sum = 0;
    for (int n = 1; n <= 11; n++) {
      int weight = n <= 6 ? n + 1 : n - 5;
      sum += (digits.charAt(11 - n) - '0') * weight;
    }
    int rest = sum % 11;
    return digits + (rest <= 1 ? 0 : 11 - rest);
  }
}
