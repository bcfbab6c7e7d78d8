package org.tidemark.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

/**
 * A command that runs in a process of its own, watched from outside: wall and CPU seconds, peak
 * resident memory in MB with and without pages of mapped files.
 */
record Watched(int status, double seconds, double cpuSeconds, long anonymous, long resident) {
  private static final long LOOK_MILLIS = 50;
  private static final double TICKS_PER_SECOND = 100;

  /** Runs it to its end; what it says goes to this process's own output. */
  static Watched run(List<String> command) throws IOException, InterruptedException {
    long begun = System.nanoTime();
    Process process = new ProcessBuilder(command).inheritIO().start();
    String id = Long.toString(process.pid());
    long anonymous = 0;
    long resident = 0;
    double cpu = 0;
    do {
      anonymous = Math.max(anonymous, Footprint.statusMegabytes(id, "RssAnon"));
      resident = Math.max(resident, Footprint.statusMegabytes(id, "VmRSS"));
      cpu = Math.max(cpu, cpuSeconds(id));
    } while (!process.waitFor(LOOK_MILLIS, TimeUnit.MILLISECONDS));
    double seconds = (System.nanoTime() - begun) / 1e9;
    return new Watched(process.exitValue(), seconds, cpu, anonymous, resident);
  }

  private static double cpuSeconds(String process) {
    try {
      String stat = Files.readString(Path.of("/proc", process, "stat"));
      String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
      return (Long.parseLong(fields[11]) + Long.parseLong(fields[12])) / TICKS_PER_SECOND;
    } catch (IOException e) {
      return 0;
    }
  }

  /** One line of figures for work of this size. */
  String line(String what, long rows, long bytes) {
    return String.format(
        Locale.ROOT,
        "%s: %.1f s wall, %.1f s CPU, %.2f M rows/s, %.0f MB/s; peak resident %,d MB without files,"
            + " %,d MB with; load %s; status %d",
        what,
        seconds,
        cpuSeconds,
        rows / seconds / 1e6,
        bytes / seconds / 1e6,
        anonymous,
        resident,
        Footprint.load(),
        status);
  }
}
