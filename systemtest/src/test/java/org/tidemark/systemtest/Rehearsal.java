package org.tidemark.systemtest;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.tidemark.drill.Drill;
import org.tidemark.drill.DrillRefusedException;
import org.tidemark.drill.DrillSettings;
import org.tidemark.investigation.FormerResult;

/**
 * A drill made once for all tests, of which each takes copies. Small in {@code verify}; a full run
 * sets {@code -Dtidemark.drill.people=50000 -Dtidemark.drill.files=20000
 * -Dtidemark.drill.logons=500000}.
 */
final class Rehearsal {
  private static final String KEY = "0123456789abcdef".repeat(8);

  private final Path folder;

  private Rehearsal(Path folder) {
    this.folder = folder;
  }

  private static final class Made {
    static final Rehearsal REHEARSAL = make();
  }

  /** The one that this process made. */
  static Rehearsal get() {
    return Made.REHEARSAL;
  }

  private static Rehearsal make() {
    try {
      Path folder = Files.createTempDirectory("tidemark-rehearsal-");
      Runtime.getRuntime().addShutdownHook(new Thread(() -> delete(folder)));
      Drill.make(
          new DrillSettings(
              Integer.getInteger("tidemark.drill.people", 300),
              Integer.getInteger("tidemark.drill.files", 80),
              Integer.getInteger("tidemark.drill.logons", 7_000),
              45,
              Long.getLong("tidemark.drill.seed", 1),
              folder.resolve("drill")),
          text -> {});
      Path key = Files.writeString(folder.resolve("key"), KEY + "\n");
      Files.setPosixFilePermissions(key, PosixFilePermissions.fromString("rw-------"));
      return new Rehearsal(folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (DrillRefusedException e) {
      throw new IllegalArgumentException(String.join("\n", e.problems()), e);
    }
  }

  /** Key file of every copy: equal bytes need equal keys. */
  Path key() {
    return folder.resolve("key");
  }

  Path truth() {
    return folder.resolve("drill/truth");
  }

  /** The case as it was made: to be looked at, not to be run. */
  Path original() {
    return folder.resolve("drill/case");
  }

  /** A copy of the case, its files made in the order of their names or the other way round. */
  Path copyTo(Path target, boolean backwards) throws IOException {
    List<Path> all = new ArrayList<>();
    try (Stream<Path> walk = Files.walk(original())) {
      walk.filter(Files::isRegularFile).sorted().forEach(all::add);
    }
    if (backwards) {
      Collections.reverse(all);
    }
    for (Path file : all) {
      Path copy = target.resolve(original().relativize(file));
      Files.createDirectories(copy.getParent());
      Files.copy(file, copy);
    }
    Files.setPosixFilePermissions(target, PosixFilePermissions.fromString("rwx------"));
    return target;
  }

  /** SHA-256 of every file of a case's result but run.json, by name. */
  static SortedMap<String, String> result(Path caseFolder) throws IOException {
    Path result = caseFolder.resolve("result");
    return Files.exists(result) ? FormerResult.hashes(result) : new TreeMap<>();
  }

  static void delete(Path folder) {
    try (Stream<Path> walk = Files.walk(folder)) {
      for (Path path : walk.sorted(Collections.reverseOrder()).toList()) {
        Files.delete(path);
      }
    } catch (IOException e) {
      // The system's folder for temporary files is emptied by the system too.
    }
  }
}
