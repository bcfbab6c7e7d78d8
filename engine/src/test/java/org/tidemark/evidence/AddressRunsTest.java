package org.tidemark.evidence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Whose an address was, and from when to when. */
class AddressRunsTest {
  private final UnitRows table = new UnitRows(FactTable.BINDINGS);
  private long now;
  private final AddressRuns runs = new AddressRuns(this::begin);

  private UnitRows begin(int host, int address) {
    int row = table.add();
    table.longs[FactTable.AT][row] = now;
    table.ints[FactTable.NAMES][row] = host;
    table.ints[FactTable.NAMES + 1][row] = address;
    return table;
  }

  private void show(int host, int address, long at) {
    now = at;
    runs.show(host, address, at);
  }

  private List<String> rows() {
    List<String> rows = new ArrayList<>();
    for (int row = 0; row < table.size; row++) {
      long from = table.longs[FactTable.AT][row];
      rows.add(table.ints[FactTable.NAMES][row] + " " + from + "+" + table.longs[1][row]);
    }
    return rows;
  }

  @Test
  void recordsOfOneHostAreOneRun() {
    show(1, 9, 10);
    show(1, 9, 20);
    show(1, 9, 15);
    show(1, 9, 5);
    assertEquals(List.of("1 5+15"), rows());
  }

  @Test
  void anAddressThatChangesHandsHasARunForEachTime() {
    show(1, 9, 10);
    show(1, 9, 20);
    show(2, 9, 30);
    show(2, 9, 40);
    show(1, 9, 50);
    assertEquals(List.of("1 10+10", "2 30+10", "1 50+0"), rows());
  }

  @Test
  void anAddressOfSeveralAtOnceHasRunsThatOverlapAndFewOfThem() {
    for (int i = 0; i < 10_000; i++) {
      show(i % 2, 9, i);
    }
    assertTrue(table.size < 100, table.size + " rows");
    Set<Long> ends = new TreeSet<>();
    for (int row = table.size - 2; row < table.size; row++) {
      ends.add(table.longs[FactTable.AT][row] + table.longs[1][row]);
    }
    assertEquals(Set.of(9998L, 9999L), ends);
  }

  @Test
  void anotherAddressIsAnotherRun() {
    show(1, 9, 10);
    show(1, 8, 20);
    show(1, 9, 30);
    assertEquals(List.of("1 10+20", "1 20+0"), rows());
  }
}
