package org.tidemark.exposure.identifiers;

import org.junit.jupiter.api.Test;

class GenderTest {
  private static final Identifier KIND = new Gender();

  @Test
  void threeLanguages() {
    Table.matches(
        KIND, "F", "female", "男性", "male", "여자", "female", "Male", "male", "その他", "other");
  }

  @Test
  void noOtherWords() {
    Table.matches(KIND, "yes", "", "1", "", "femalee", "");
  }

  @Test
  void itsHeader() {
    Table.announced(KIND, "gender", "性別", "성별", "sex");
  }

  @Test
  void notMiddlesex() {
    Table.notAnnounced(KIND, "middlesex", "gender_set", "sexagesimal");
  }
}
