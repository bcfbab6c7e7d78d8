package org.tidemark.exposure.identifiers;

import org.junit.jupiter.api.Test;

class BirthDateTest {
  private static final Identifier KIND = new BirthDate();

  @Test
  void allNotationsGiveOneForm() {
    Table.matches(
        KIND,
        "1985-03-07",
        "1985-03-07",
        "1985/3/7",
        "1985-03-07",
        "昭和60年3月7日",
        "1985-03-07",
        "S60.3.7",
        "1985-03-07",
        "平成元年1月8日",
        "1989-01-08",
        "令和2年12月31日",
        "2020-12-31",
        "1985년 3월 7일",
        "1985-03-07",
        "1985年３月７日",
        "1985-03-07",
        "19850307",
        "1985-03-07",
        "3/29/1982",
        "1982-03-29",
        "29/3/1982",
        "1982-03-29",
        "1985-03-07 00:00:00",
        "1985-03-07");
  }

  @Test
  void impossibleDatesAreNone() {
    Table.matches(
        KIND, "1985-02-30", "", "1785-01-01", "", "12345678", "", "3/7/85", "", "yesterday", "");
  }

  @Test
  void itsHeaderIsWhole() {
    Table.announced(KIND, "生年月日", "dob", "Date of Birth", "birthDate", "생년월일", "Birthday");
  }

  @Test
  void otherDatesAreNotAnnounced() {
    Table.notAnnounced(KIND, "date", "created_date", "birthplace", "updated");
  }
}
