package org.tidemark.exposure.identifiers;

import org.junit.jupiter.api.Test;

class MyNumberTest {
  private static final Identifier KIND = new MyNumber();

  @Test
  void theCheckDigitHolds() {
    Table.matches(KIND, "123456789018", "123456789018", "1234-5678-9018", "123456789018");
  }

  @Test
  void aWrongCheckDigitIsRefused() {
    Table.matches(
        KIND, "123456789012", "", "111111111111", "", "12345678901", "", "000000000000", "");
  }

  @Test
  void inTextAWordIsNeeded() {
    Table.finds(
        KIND,
        "123456789018",
        "",
        "マイナンバー：123456789018",
        "123456789018",
        "個人番号 1234 5678 9018",
        "123456789018");
  }

  @Test
  void itsHeaderNamesIt() {
    Table.announced(KIND, "マイナンバー", "個人番号", "my_number", "個人番号（マイナンバー）");
  }
}
