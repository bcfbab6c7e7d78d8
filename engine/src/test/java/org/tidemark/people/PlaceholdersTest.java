package org.tidemark.people;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class PlaceholdersTest {
  private static void check(String kind, String expected, String... values) {
    for (String value : values) {
      assertEquals(
          expected,
          Placeholders.guardOf(kind, value).map(KeyGuard::id).orElse("-"),
          "a value of kind " + kind + " and length " + value.length());
    }
  }

  @Test
  void addressesOfOfficesAreNobodys() {
    check("email", "role-address", "info@a.example", "no-reply@b.example", "support+jp@c.example");
  }

  @Test
  void addressesOfPeopleAreTheirs() {
    check("email", "-", "informatica@a.example", "hr.tanaka@a.example", "taro@info.example");
  }

  @Test
  void fillersAreNobodys() {
    check("email", "placeholder", "test@a.example", "user+1@example.com", "none@none.example");
    check("phone", "placeholder", "+81000000000", "+819000000000", "+12123456789", "+81999999999");
    check("my-number", "placeholder", "000000000000", "111111111111");
    check("internal-id", "placeholder", "0", "0000", "9999", "n/a", "NULL", "なし");
    check("name", "placeholder", "テスト", "n/a", "unknown");
  }

  @Test
  void ordinaryValuesJoin() {
    check("phone", "-", "+819012345678", "+81312340000", "+821022223333");
    check("my-number", "-", "123456789018");
    check("internal-id", "-", "7", "99", "u-0", "10000");
    check("name", "-", "山田太郎", "Test Tanaka");
  }
}
