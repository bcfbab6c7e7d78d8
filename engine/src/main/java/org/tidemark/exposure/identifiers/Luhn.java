package org.tidemark.exposure.identifiers;

/** The check digit of payment cards (ISO/IEC 7812-1, annex B). */
final class Luhn {
  private Luhn() {}

  /** Whether the last of these ASCII digits checks the others. */
  static boolean holds(String digits) {
    int sum = 0;
    boolean twice = false;
    for (int i = digits.length() - 1; i >= 0; i--) {
      int d = digits.charAt(i) - '0';
      if (twice) {
        d = d * 2 > 9 ? d * 2 - 9 : d * 2;
      }
      sum += d;
      twice = !twice;
    }
    return sum % 10 == 0;
  }
}
