package org.tidemark.exposure.identifiers;

import org.junit.jupiter.api.Test;

class PaymentCardTest {
  private static final Identifier KIND = new PaymentCard();

  @Test
  void aCardPassesItsCheckDigit() {
    Table.matches(
        KIND,
        "4111 1111 1111 1111",
        "4111111111111111",
        "5555-5555-5555-4444",
        "5555555555554444",
        "378282246310005",
        "378282246310005",
        "3530111333300000",
        "3530111333300000");
  }

  @Test
  void aSerialIsNoCard() {
    Table.matches(KIND, "4111 1111 1111 1112", "", "0000000000000000", "", "SCN-125", "");
  }

  @Test
  void bareDigitsNeedAWord() {
    Table.finds(
        KIND,
        "ref 4111111111111111",
        "",
        "card 4111111111111111",
        "4111111111111111",
        "カード番号:4111111111111111",
        "4111111111111111",
        "pay 4111-1111-1111-1111 ok",
        "4111111111111111",
        "x4111-1111-1111-1111",
        "");
  }

  @Test
  void itsHeaderNamesTheCard() {
    Table.announced(KIND, "card_number", "CCNumber", "クレジットカード番号", "카드번호");
  }

  @Test
  void otherCodesAreNoCards() {
    Table.notAnnounced(KIND, "code", "year_code", "card_type", "postcard", "discard");
  }
}
