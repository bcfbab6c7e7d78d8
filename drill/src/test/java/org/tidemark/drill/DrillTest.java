package org.tidemark.drill;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DrillTest {
  private final Path temp;

  DrillTest(@TempDir Path temp) {
    this.temp = temp;
  }

  @Test
  void sameSeedGivesSameBytesAndAnotherSeedOthers() throws Exception {
    String first = digest(make("first", 1));
    assertEquals(first, digest(make("a name with spaces と日本語", 1)));
    assertNotEquals(first, digest(make("other", 2)));
  }

  @Test
  void allProblemsOfTheSettingsAreNamedAtOnce() throws IOException {
    Files.writeString(temp.resolve("there already"), "x");
    DrillRefusedException refused = assertThrows(
        DrillRefusedException.class,
        () -> Drill.make(new DrillSettings(1, 2, 3, 4, 5, temp), text -> {}));
    assertEquals(
        List.of(
            "--people: 1 (expected: 200 to 5000000).",
            "--files: 2 (expected: 60 to 5000000).",
            "--logons: 3 (expected: 6750 to 50000000).",
            "--days: 4 (expected: 45 to 300).",
            "--out: '" + temp
                + "' holds files already (expected: an empty or missing folder). Name another"
                + " folder, or empty this one."),
        refused.problems());
  }

  @Test
  void sizesComeNearTheSettings() throws Exception {
    Path out = make("sizes", 3);
    try (Stream<Path> files = Files.walk(out.resolve("case/files"))) {
      assertEquals(80, files.filter(Files::isRegularFile).count());
    }
    String summary = Files.readString(out.resolve("truth/summary.json"), StandardCharsets.UTF_8);
    long logons = number(summary, "\"logons\": ", 2);
    assertTrue(logons > 6_300 && logons < 7_700, () -> "logons written: " + logons);
  }

  /** The number behind the n-th place where a label stands. */
  static long number(String text, String label, int nth) {
    int at = -1;
    for (int i = 0; i < nth; i++) {
      at = text.indexOf(label, at + 1);
    }
    int end = at + label.length();
    while (Character.isDigit(text.charAt(end))) {
      end++;
    }
    return Long.parseLong(text.substring(at + label.length(), end));
  }

  private Path make(String name, long seed) throws IOException {
    Path out = temp.resolve(name);
    Drill.make(new DrillSettings(300, 80, 7_000, 45, seed, out), text -> {});
    return out;
  }

  private static String digest(Path out) throws Exception {
    MessageDigest sha = MessageDigest.getInstance("SHA-256");
    List<Path> files;
    try (Stream<Path> walk = Files.walk(out)) {
      files = walk.filter(Files::isRegularFile).sorted().toList();
    }
    for (Path file : files) {
      sha.update(out.relativize(file)
          .toUri()
          .getRawPath()
          .replaceAll("^.*?(case|truth)/", "")
          .getBytes(StandardCharsets.UTF_8));
      sha.update(Files.readAllBytes(file));
    }
    return HexFormat.of().formatHex(sha.digest());
  }
}
