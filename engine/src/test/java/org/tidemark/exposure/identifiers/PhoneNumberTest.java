package org.tidemark.exposure.identifiers;

import org.junit.jupiter.api.Test;

class PhoneNumberTest {
  private static final Identifier KIND = new PhoneNumber();

  @Test
  void aNumberIsWrittenAsE164() {
    Table.matches(
        KIND,
        "090-1234-5678",
        "+819012345678",
        "０３（１２３４）５６７８",
        "+81312345678",
        "+82 10-1234-5678",
        "+821012345678",
        "010-1234-5678",
        "+821012345678",
        "(03) 1234-5678",
        "+81312345678",
        "+1 650-253-0000",
        "+16502530000",
        "090ー1234ー5678",
        "+819012345678");
  }

  @Test
  void datesAndSerialsAreNoNumbers() {
    Table.matches(
        KIND,
        "2023-10-27",
        "",
        "12345",
        "",
        "192.168.10.20",
        "",
        "99999999999999",
        "",
        "000-0000-0000",
        "");
  }

  @Test
  void numbersAreFoundInText() {
    Table.finds(
        KIND,
        "電話:03-1234-5678、携帯09012345678。",
        "+81312345678|+819012345678",
        "order 4111111111111111",
        "",
        "v2023.10.27.1",
        "",
        "id=0901234567890123",
        "",
        "call +44 20 7946 0958 now",
        "+442079460958",
        "A090-1234-5678",
        "");
  }

  @Test
  void itsHeaderIsAWord() {
    Table.announced(
        KIND, "Phone", "mobile_phone", "電話番号", "携帯電話番号(自宅)", "휴대폰 번호", "TEL", "TelephoneNumber");
  }

  @Test
  void aTypeOfPhoneIsNoPhone() {
    Table.notAnnounced(KIND, "phone_type", "phone verified", "hotel", "telemetry", "mobile_os");
  }
}
