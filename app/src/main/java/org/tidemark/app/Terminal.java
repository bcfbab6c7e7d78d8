package org.tidemark.app;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/**
 * Where answers and progress go: answers to standard output, everything else to standard error,
 * both UTF-8.
 *
 * @param environment variables of the process, for {@code NO_COLOR} and the like
 * @param outIsTerminal whether a person sees standard output as it comes
 * @param errIsTerminal whether a person sees standard error as it comes
 */
public record Terminal(
    PrintStream out,
    PrintStream err,
    Map<String, String> environment,
    boolean outIsTerminal,
    boolean errIsTerminal) {

  /** The terminal of this process. */
  public static Terminal ofProcess() {
    return new Terminal(
        stream(FileDescriptor.out),
        stream(FileDescriptor.err),
        System.getenv(),
        isTerminal(1),
        isTerminal(2));
  }

  /**
   * Whether standard output may be coloured: on a terminal, unless NO_COLOR is set (no-color.org).
   */
  public boolean isColoured() {
    return outIsTerminal
        && environment.getOrDefault("NO_COLOR", "").isEmpty()
        && !environment.getOrDefault("TERM", "").equals("dumb");
  }

  /** Columns of the terminal as its shell says; 100 where it does not. */
  public int columns() {
    String columns = environment.getOrDefault("COLUMNS", "");
    return columns.matches("[0-9]{2,3}") ? Integer.parseInt(columns) : 100;
  }

  private static PrintStream stream(FileDescriptor descriptor) {
    return new PrintStream(new FileOutputStream(descriptor), true, StandardCharsets.UTF_8);
  }

  // System.console() knows only both streams together, and from Java 22 on is there without any
  // terminal.
  private static boolean isTerminal(int descriptor) {
    for (String folder : new String[] {"/proc/self/fd/", "/dev/fd/"}) {
      Path link = Path.of(folder + descriptor);
      try {
        if (Files.exists(link)) {
          String target = link.toRealPath().toString();
          return target.startsWith("/dev/pts/") || target.startsWith("/dev/tty");
        }
      } catch (IOException e) {
        return false;
      }
    }
    return false;
  }
}
