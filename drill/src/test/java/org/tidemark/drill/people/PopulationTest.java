package org.tidemark.drill.people;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PopulationTest {
  private static final int PEOPLE = 3_000;

  private final Population population = new Population(7, PEOPLE);

  @Test
  void whatIdentifiesAPersonIsNobodyElses() {
    Set<String> seen = new HashSet<>();
    for (int i = 0; i < PEOPLE; i++) {
      Person person = population.person(i);
      assertTrue(seen.add(person.email()), () -> person + ": e-mail");
      assertTrue(seen.add(person.secondEmail()), () -> person + ": second e-mail");
      assertTrue(seen.add(person.memberId()), () -> person + ": member number");
      assertTrue(seen.add(person.myNumber()), () -> person + ": My Number");
      assertTrue(seen.add(person.card()), () -> person + ": card");
      assertTrue(
          person.phone().isEmpty() || seen.add(person.phoneAbroad()), () -> person + ": phone");
    }
  }

  @Test
  void aPersonIsTheSameWheneverAskedFor() {
    for (int i = 0; i < PEOPLE; i += 97) {
      assertEquals(
          population.person(i).email(), new Population(7, PEOPLE).person(i).email());
    }
  }

  @Test
  void cardsEndInTheirLuhnDigit() {
    // ISO/IEC 7812-1, annex B: weights 2, 1, 2, 1 … from the right.
    assertEquals("79927398713", Numbers.luhn("7992739871"));
    for (int i = 0; i < PEOPLE; i += 31) {
      String card = population.person(i).card();
      assertEquals(16, card.length());
      assertEquals(card, Numbers.luhn(card.substring(0, 15)));
    }
  }

  @Test
  void myNumbersEndInTheirCheckDigit() {
    assertEquals("123456789018", Numbers.myNumber("12345678901"));
    for (int i = 0; i < PEOPLE; i += 31) {
      String number = population.person(i).myNumber();
      assertEquals(12, number.length());
      assertEquals(number, Numbers.myNumber(number.substring(0, 11)));
    }
  }

  @Test
  void aPersonPrintsANumberAlone() {
    assertEquals("person 12", population.person(12).toString());
  }
}
