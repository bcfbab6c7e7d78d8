package org.tidemark.exposure.identifiers;

import org.junit.jupiter.api.Test;

class AgeTest {
  private static final Identifier KIND = new Age();

  @Test
  void yearsAreYears() {
    Table.matches(KIND, "37", "37", "37歳", "37", "만 41세", "41", "41 years old", "41");
  }

  @Test
  void tooOldIsNoAge() {
    Table.matches(KIND, "1985", "", "-3", "", "20代", "");
  }

  @Test
  void itsHeader() {
    Table.announced(KIND, "age", "年齢", "나이", "customer_age");
  }

  @Test
  void pageIsNoAge() {
    Table.notAnnounced(KIND, "page", "age_group", "image", "storage");
  }
}
