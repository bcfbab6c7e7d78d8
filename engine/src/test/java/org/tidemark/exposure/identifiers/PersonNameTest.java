package org.tidemark.exposure.identifiers;

import org.junit.jupiter.api.Test;

class PersonNameTest {
  private static final Identifier KIND = new PersonName();

  @Test
  void namesAreFolded() {
    Table.matches(
        KIND,
        "山田　太郎",
        "山田 太郎",
        "Ann  O’Neal",
        "ann o’neal",
        "ﾔﾏﾀﾞ ﾀﾛｳ",
        "ヤマダ タロウ",
        "김철수",
        "김철수",
        "髙橋 結愛",
        "髙橋 結愛",
        "Smith, John Q.",
        "smith, john q.");
  }

  @Test
  void numbersAreNoNames() {
    Table.matches(KIND, "96c", "", "SCN-125", "", "a", "", "", "", "user@example.com", "");
  }

  @Test
  void itsHeader() {
    Table.announced(
        KIND, "name", "氏名", "customer_name", "Full Name", "고객명", "お名前", "担当者氏名", "name (kanji)");
  }

  @Test
  void otherNamesAreNotAnnounced() {
    Table.notAnnounced(
        KIND,
        "file_name",
        "product name",
        "商品名",
        "会社名",
        "hostname",
        "username",
        "nameset",
        "company_name");
  }
}
