package org.tidemark.evidence;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class BusySpellsTest {
  private static final long MINUTE = 60_000_000L;

  /** Times in minutes, in the order given; spells in minutes. */
  private static void check(String minutes, String expected) {
    BusySpells spells = new BusySpells();
    for (String minute : minutes.split(" ", -1)) {
      saw(spells, Long.parseLong(minute) * MINUTE);
    }
    assertEquals(expected, text(spells));
  }

  private static void saw(BusySpells spells, long at) {
    spells.saw(at, at, 1);
  }

  private static String text(BusySpells spells) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < spells.size(); i++) {
      text.append(spells.start(i) / MINUTE)
          .append('-')
          .append(spells.end(i) / MINUTE)
          .append(' ');
    }
    return text.append('#').append(spells.records()).toString();
  }

  @Test
  void recordsLessThanThreeHoursApartAreOneSpell() {
    check("0 179 358", "0-358 #3");
    check("0 180 359", "0-0 180-359 #3");
    check("0 300 150", "0-300 #3");
    check("500 0 1000", "0-0 500-500 1000-1000 #3");
  }

  @Test
  void theOrderOfRecordsAndTheirPartsDoNotShow() {
    Random random = new Random(7);
    for (int round = 0; round < 200; round++) {
      List<Long> times = new ArrayList<>();
      for (int i = 0; i < 40; i++) {
        times.add(random.nextInt(6_000) * MINUTE);
      }
      BusySpells sorted = new BusySpells();
      times.stream().sorted().forEach(time -> saw(sorted, time));
      Collections.shuffle(times, random);
      BusySpells first = new BusySpells();
      times.subList(0, 25).forEach(time -> saw(first, time));
      BusySpells second = new BusySpells();
      times.subList(25, 40).forEach(time -> saw(second, time + MINUTE));
      first.add(second, MINUTE);
      assertEquals(text(sorted), text(first));
    }
  }
}
