package org.tidemark.drill;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A hard background makes ordinary work look like an intruder's, and changes no truth. */
class HardBackgroundTest {
  @TempDir
  Path temp;

  private Path make(String name, boolean hard) throws IOException {
    Path out = temp.resolve(name);
    Drill.make(new DrillSettings(300, 80, 7_000, 45, 1, out, hard), text -> {});
    return out;
  }

  private static List<String> rows(Path file) throws IOException {
    return Files.readAllLines(file).stream().skip(1).toList();
  }

  @Test
  void theIntruderAndTheOwnersDoTheSame() throws IOException {
    Path plain = make("plain", false);
    Path hard = make("hard", true);
    for (String name : List.of("hops.csv", "hosts.csv", "objects.csv", "people.csv")) {
      assertEquals(
          rows(plain.resolve("truth").resolve(name)), rows(hard.resolve("truth").resolve(name)));
    }
    assertTrue(Files.notExists(plain.resolve("truth/background.csv")));
  }

  @Test
  void everyAwkwardActIsToldWithWhatMadeItAndIsNoHop() throws IOException {
    Path truth = make("hard", true).resolve("truth");
    Set<String> reasons = new TreeSet<>();
    Set<String> acts = new HashSet<>();
    for (String row : rows(truth.resolve("background.csv"))) {
      String[] cells = row.split(",", -1);
      reasons.add(cells[4]);
      acts.add(String.join(",", cells[0], cells[1], cells[3]));
    }
    assertEquals(
        "[away-from-home, helpdesk, jump-host, no-source, scanner, vpn-pool]", reasons.toString());
    for (String row : rows(truth.resolve("hops.csv"))) {
      String[] cells = row.split(",", -1);
      assertTrue(!acts.contains(String.join(",", cells[0], cells[1], cells[3])), row);
    }
  }

  @Test
  void aWeekOfTheJumpHostsLogLiesThereTwice() throws IOException {
    Path logs = make("hard", true).resolve("case/logs/tidal-jump");
    try (Stream<Path> again = Files.list(logs.resolve("again"))) {
      for (Path copy : again.toList()) {
        assertEquals(-1, Files.mismatch(copy, logs.resolve(copy.getFileName().toString())));
      }
    }
  }
}
