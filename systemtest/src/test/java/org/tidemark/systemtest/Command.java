package org.tidemark.systemtest;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.tidemark.app.Terminal;
import org.tidemark.app.Tidemark;

/** One command and what it left: how it ended, what it said. */
record Command(int status, String out, String err) {
  /** Runs a command in this process, without a terminal, under the rehearsal's key. */
  static Command run(String... arguments) {
    return under(Map.of("TIDEMARK_KEY_FILE", Rehearsal.get().key().toString()), arguments);
  }

  /** Runs a command in this process with these variables and no others. */
  static Command under(Map<String, String> environment, String... arguments) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    Terminal terminal = new Terminal(
        new PrintStream(out, true, StandardCharsets.UTF_8),
        new PrintStream(err, true, StandardCharsets.UTF_8),
        environment,
        false,
        false);
    int status = Tidemark.run(arguments, terminal);
    return new Command(
        status, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }

  /** A command in a process of its own, its streams written to files. */
  record Started(Process process, Path out, Path err) {
    Command end() throws IOException, InterruptedException {
      int status = process.waitFor();
      return new Command(status, Files.readString(out), Files.readString(err));
    }

    /** Waits until standard error has {@code lines} lines, or the process has ended. */
    void awaitLines(int lines) throws IOException, InterruptedException {
      while (process.isAlive() && Files.readAllLines(err).size() < lines) {
        process.waitFor(5, java.util.concurrent.TimeUnit.MILLISECONDS);
      }
    }

    /** Sends a signal as a terminal or a system does. */
    void send(String signal) throws IOException, InterruptedException {
      new ProcessBuilder("kill", "-" + signal, Long.toString(process.pid()))
          .start()
          .waitFor();
    }
  }

  /** Starts a real process, with system properties as {@code -Dname=value}. */
  static Started start(Path logs, List<String> properties, String... arguments) throws IOException {
    Files.createDirectories(logs);
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-Xmx512m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"));
    command.addAll(properties);
    command.addAll(List.of("-cp", classPath(), Tidemark.class.getName()));
    command.addAll(List.of(arguments));
    Path out = Files.createTempFile(logs, "out", ".txt");
    Path err = Files.createTempFile(logs, "err", ".txt");
    ProcessBuilder builder =
        new ProcessBuilder(command).redirectOutput(out.toFile()).redirectError(err.toFile());
    builder.environment().put("TIDEMARK_KEY_FILE", Rehearsal.get().key().toString());
    return new Started(builder.start(), out, err);
  }

  private static String classPath() {
    String given = System.getProperty("surefire.test.class.path", "");
    return given.isEmpty() ? System.getProperty("java.class.path") : given;
  }
}
