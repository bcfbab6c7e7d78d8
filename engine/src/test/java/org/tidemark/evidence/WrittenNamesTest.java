package org.tidemark.evidence;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class WrittenNamesTest {
  private final List<String> seen = new ArrayList<>();
  private final FactSink sink = new FactSink(ReadSettings.of("logon-csv"));
  private final WrittenNames names = new WrittenNames(UTF_8, (to, name, second) -> {
    seen.add(name + "|" + second);
    return seen.size() - 1;
  });

  private int number(String name, String second) {
    byte[] bytes = ("x" + name + "," + second).getBytes(UTF_8);
    int stop = 1 + name.getBytes(UTF_8).length;
    return names.number(sink, bytes, 1, stop, stop + 1, bytes.length);
  }

  @Test
  void everyPairOfPartsIsANameOfItsOwn() {
    String[][] pairs = {
      {"", ""},
      {"a", ""},
      {"", "a"},
      {"ab", "c"},
      {"a", "bc"},
      {"12345678", ""},
      {"12345678", "9"},
      {"123456789012345678901234", ""},
      {"1234567890123456789012345", ""},
      {"123456789012345678901234", "5"},
      {"12345678901234567890123", "45"}
    };
    for (int round = 0; round < 2; round++) {
      for (int i = 0; i < pairs.length; i++) {
        assertEquals(i, number(pairs[i][0], pairs[i][1]), String.join("|", pairs[i]));
      }
    }
    assertEquals(pairs.length, seen.size());
  }

  @Test
  void manyNamesKeepTheirNumbers() {
    Random random = new Random(3);
    List<String> made = new ArrayList<>();
    for (int i = 0; i < 5_000; i++) {
      String name = "n" + i + "x".repeat(random.nextInt(40));
      made.add(name);
      assertEquals(i, number(name, ""));
    }
    for (int i = 0; i < made.size(); i++) {
      assertEquals(i, number(made.get(i), ""));
      assertEquals(made.get(i) + "|", seen.get(i));
    }
  }
}
