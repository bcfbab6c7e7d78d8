package org.tidemark.people;

import java.util.Locale;

/**
 * Why a value that looks like the key of a person joins nothing. A value gets the first guard that
 * applies; every guard is counted by its id in findings.json.
 */
public enum KeyGuard {
  /** A value that stands for none: a test address, a number of zeros, {@code n/a}. Names nobody. */
  PLACEHOLDER(0),
  /** An address of an office, not of a person: info@, support@, noreply@. Names nobody. */
  ROLE_ADDRESS(1),
  /** Beside it stand two e-mails, ids of one namespace, My Numbers or names of one script. */
  SHARED_PHONE(2),
  /** Beside it stand two My Numbers, or more ids or names than one person has. */
  SHARED_EMAIL(3),
  /** Beside it stand two My Numbers, or more e-mails or names than one person has. */
  SHARED_ID(4),
  /** One of several e-mails in a record, seen beside other people too: a superior's, perhaps. */
  SECOND_EMAIL(5);

  private final int number;

  KeyGuard(int number) {
    this.number = number;
  }

  /** How the stage's own tables hold the guard. */
  int number() {
    return number;
  }

  static KeyGuard ofNumber(long number) {
    for (KeyGuard guard : values()) {
      if (guard.number == number) {
        return guard;
      }
    }
    throw new IllegalArgumentException("guard: " + number + " (expected: 0 to 5)");
  }

  /** The rule's id: {@code shared-phone}. */
  public String id() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** Whether a record that holds nothing but such values is no person. */
  boolean namesNobody() {
    return this == PLACEHOLDER || this == ROLE_ADDRESS;
  }

  /** SQL list of the numbers of guards whose values name nobody. */
  static String sqlNamesNobody() {
    return "(" + PLACEHOLDER.number + ", " + ROLE_ADDRESS.number + ")";
  }
}
