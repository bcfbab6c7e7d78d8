package org.tidemark.drill;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * How large a drill is to be.
 *
 * @param people how many people exist, 200 to 5,000,000; not all of them are exposed
 * @param files how many files lie in the copies, 60 to 5,000,000
 * @param logons how many successful logons the logs hold, about; at least 150 a day
 * @param days how many days the logs span, 45 to 300, the last being 2023-10-31
 * @param seed same seed and sizes, same bytes
 * @param out folder that gets {@code case/} and {@code truth/}; made if missing, else empty
 * @param hard whether ordinary work is also that which looks like an intruder's
 */
public record DrillSettings(
    int people, int files, int logons, int days, long seed, Path out, boolean hard) {

  /** Fewer would leave the smallest world without ordinary work. */
  private static final int LOGONS_A_DAY = 150;

  /** A drill whose ordinary work is plain. */
  public DrillSettings(int people, int files, int logons, int days, long seed, Path out) {
    this(people, files, logons, days, seed, out, false);
  }

  /** The sizes of a drill that runs in seconds. */
  public static DrillSettings defaults(Path out) {
    return new DrillSettings(2_000, 400, 20_000, 60, 1, out);
  }

  /**
   * Everything that is wrong with the settings, each in one sentence; empty when they can be used.
   */
  public List<String> problems() {
    List<String> problems = new ArrayList<>();
    check(problems, "--people", people, 200, 5_000_000);
    check(problems, "--files", files, 60, 5_000_000);
    check(
        problems, "--logons", logons, LOGONS_A_DAY * Math.max(45, Math.min(300, days)), 50_000_000);
    check(problems, "--days", days, 45, 300);
    if (Files.exists(out) && !Files.isDirectory(out)) {
      problems.add("--out: '" + out + "' is a file (expected: a folder that is empty or missing).");
    } else if (Files.isDirectory(out) && !isEmpty(out)) {
      problems.add(
          "--out: '" + out + "' holds files already (expected: an empty or missing folder)."
              + " Name another folder, or empty this one.");
    }
    return problems;
  }

  private static void check(List<String> problems, String name, int value, int least, int most) {
    if (value < least || value > most) {
      problems.add(name + ": " + value + " (expected: " + least + " to " + most + ").");
    }
  }

  private static boolean isEmpty(Path folder) {
    try (Stream<Path> children = Files.list(folder)) {
      return children.findAny().isEmpty();
    } catch (IOException e) {
      return false;
    }
  }
}
