package org.tidemark.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.Optional;

/**
 * What a defect in Tidemark leaves for its makers: versions and the stack. Messages of exceptions
 * that are not ours are left out, since a library may put a value that it read into them.
 */
final class DefectReport {
  private static final int MOST_CAUSES = 20;

  private DefectReport() {}

  static String text(Throwable defect, BuildIdentity build, Instant at) {
    StringBuilder text = new StringBuilder();
    text.append(build.text()).append('\n');
    text.append("stamp ").append(build.stamp()).append('\n');
    text.append("java ").append(System.getProperty("java.vm.version", "?")).append('\n');
    text.append("system ").append(System.getProperty("os.name", "?")).append(' ');
    text.append(System.getProperty("os.version", "?")).append(' ');
    text.append(System.getProperty("os.arch", "?")).append('\n');
    text.append("at ").append(at).append("\n\n");
    Throwable cause = defect;
    for (int i = 0; cause != null && i < MOST_CAUSES; i++) {
      boolean ours = cause.getClass().getName().startsWith("org.tidemark.");
      text.append(i == 0 ? "" : "caused by ").append(cause.getClass().getName());
      text.append(ours ? ": " + cause.getMessage() : "").append('\n');
      for (StackTraceElement frame : cause.getStackTrace()) {
        text.append("  at ").append(frame).append('\n');
      }
      cause = cause.getCause();
    }
    return text.toString();
  }

  /**
   * Writes the report into {@code folder}, or the system's folder for temporary files; empty if
   * neither can.
   */
  static Optional<Path> write(String text, Path folder, Instant at) {
    String name = "defect-" + at.toString().replace(":", "") + ".txt";
    for (Path place : new Path[] {folder, Path.of(System.getProperty("java.io.tmpdir", "."))}) {
      try {
        if (Files.isDirectory(place)) {
          Path file = place.resolve(name);
          return Optional.of(Files.writeString(file, text, StandardOpenOption.CREATE_NEW));
        }
      } catch (IOException e) {
        // The next place may do; the sentence on the terminal comes in any case.
      }
    }
    return Optional.empty();
  }
}
