package org.tidemark.exposure.identifiers;

import org.junit.jupiter.api.Test;

class CountryTest {
  private static final Identifier KIND = new Country();

  @Test
  void namesAndCodes() {
    Table.matches(
        KIND,
        "日本",
        "JP",
        "Japan",
        "JP",
        "kr",
        "KR",
        "대한민국",
        "KR",
        "韓国",
        "KR",
        "USA",
        "US",
        "United States",
        "US",
        "JPN",
        "JP",
        "Thailand",
        "TH",
        "台湾",
        "TW");
  }

  @Test
  void aCityIsNoCountry() {
    Table.matches(KIND, "Tokyo", "", "", "", "12", "");
  }

  @Test
  void itsHeader() {
    Table.announced(KIND, "country", "国籍", "국가", "CountryFull", "country_code");
  }

  @Test
  void aCountIsNoCountry() {
    Table.notAnnounced(KIND, "county", "count", "country_count");
  }
}
