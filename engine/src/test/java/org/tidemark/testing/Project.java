package org.tidemark.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/** The source tree that a test runs in. */
public final class Project {
  private static final String DATA = "TIDEMARK_DATA";

  private Project() {}

  /** The folder of the outermost pom.xml, which is the one with {@code mvnw} beside it. */
  public static Path root() {
    Path folder = Path.of("").toAbsolutePath();
    while (folder != null && !Files.exists(folder.resolve("mvnw"))) {
      folder = folder.getParent();
    }
    if (folder == null) {
      throw new AssertionError("no mvnw above " + Path.of("").toAbsolutePath()
          + " (expected: tests run inside the source tree)");
    }
    return folder;
  }

  /**
   * A folder of the real data with known answers: below {@code TIDEMARK_DATA}, or {@code
   * ../shared/data} beside the source tree. Where it is missing the test returns early and the
   * build's last lines name {@code what}; with {@code CI=true} the test fails.
   */
  public static Optional<Path> realData(String name, String what) {
    String given = System.getenv(DATA);
    Path data = given == null ? root().resolveSibling("shared").resolve("data") : Path.of(given);
    Path folder = data.resolve(name);
    if (Files.isDirectory(folder)) {
      return Optional.of(folder);
    }
    leftOut(what + ": the real data `" + name + "` is not there (set " + DATA + ")");
    return Optional.empty();
  }

  /**
   * Says that something was not tested here. The build prints it at its end; with {@code CI=true}
   * nothing may be left out and this throws.
   */
  public static void leftOut(String sentence) {
    if ("true".equals(System.getenv("CI"))) {
      throw new AssertionError("left out, which CI=true forbids: " + sentence);
    }
    try {
      Path target = Files.createDirectories(root().resolve("target"));
      Files.writeString(
          target.resolve("left-out.txt"),
          sentence + "\n",
          StandardCharsets.UTF_8,
          StandardOpenOption.CREATE,
          StandardOpenOption.APPEND);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
