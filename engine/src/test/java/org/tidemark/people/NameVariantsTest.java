package org.tidemark.people;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class NameVariantsTest {
  private static void check(int differing, String... names) {
    assertEquals(differing, NameVariants.differing(Arrays.asList(names)));
  }

  @Test
  void scriptsAreNeverHeldAgainstEachOther() {
    check(1, "山田花子", "ヤマダハナコ", "Hanako Yamada", "김민수");
    check(1, "สมชาย ใจดี", "Somchai Jaidee");
  }

  @Test
  void orderCaseSpacesAndTitlesDoNotCount() {
    check(1, "Hanako Yamada", "YAMADA, Hanako", "Ms. Hanako Yamada");
    check(1, "山田 花子", "山田花子様", "山田　花子");
    check(1, "김민수", "김 민수님");
  }

  @Test
  void twoPeopleAreTwo() {
    check(2, "山田花子", "山田太郎");
    check(2, "佐藤さくら", "佐藤 一郎");
    check(2, "Hanako Yamada", "Taro Yamada");
    check(0);
  }
}
