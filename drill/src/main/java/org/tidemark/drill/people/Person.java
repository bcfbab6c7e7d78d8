package org.tidemark.drill.people;

import java.time.LocalDate;

/**
 * Everything about one invented person. Prints its number alone.
 *
 * @param number 0 to people - 1
 * @param nativeName in the person's own script
 * @param latinName in Latin letters, given name first
 * @param phone as written at home; empty where the person has none
 * @param phoneAbroad the same number with its country prefix
 * @param member whether the person has a member number in the messaging service
 * @param listed whether the directory resolves the member number
 * @param listedCountry whether the directory states the country
 */
public record Person(
    int number,
    Group group,
    Country country,
    boolean woman,
    LocalDate birth,
    String nativeName,
    String latinName,
    String email,
    String secondEmail,
    String phone,
    String phoneAbroad,
    String memberId,
    String myNumber,
    String card,
    boolean member,
    boolean listed,
    boolean listedCountry) {

  /** What ties a person to the organisations. */
  public enum Group {
    EMPLOYEE,
    AFFILIATE_STAFF,
    CONTRACTOR,
    PARTNER,
    /** Listed in the directory, known by e-mail and member number. */
    SUBSCRIBER,
    /** A subscriber whom the directory lacks and files name by e-mail alone. */
    UNLISTED,
    /** Known by member number alone. */
    PSEUDONYM
  }

  /** Age in full years on the drill's last day. */
  public int age() {
    return java.time.Period.between(birth, LocalDate.of(2023, 10, 31)).getYears();
  }

  @Override
  public String toString() {
    return "person " + number;
  }
}
