package org.tidemark.app.commands;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The most memory that this process ever had resident. */
final class PeakMemory {
  private PeakMemory() {}

  /** Bytes, as Linux says (VmHWM in proc(5)); -1 elsewhere. */
  static long bytes() {
    Path status = Path.of("/proc/self/status");
    if (!Files.isReadable(status)) {
      return -1;
    }
    try {
      return Files.readAllLines(status).stream()
          .filter(line -> line.matches("VmHWM:\\s+[0-9]{1,12} kB"))
          .mapToLong(line -> Long.parseLong(line.replaceAll("[^0-9]", "")) * 1024)
          .findFirst()
          .orElse(-1);
    } catch (IOException e) {
      return -1;
    }
  }
}
