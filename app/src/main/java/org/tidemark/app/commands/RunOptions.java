package org.tidemark.app.commands;

import java.nio.file.Path;
import java.util.List;
import java.util.ServiceLoader;
import java.util.TreeMap;
import org.tidemark.app.ExitStatus;
import org.tidemark.app.Failure;
import org.tidemark.engine.Engine;
import org.tidemark.engine.EngineOptions;
import org.tidemark.engine.EngineProvider;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** How a run uses the machine: threads, memory, engine. */
final class RunOptions {
  private static final long DEFAULT_MEMORY = 1L << 30;

  @Option(
      names = "--threads",
      paramLabel = "N",
      description = "How many threads work at a time (default: one for each processor).")
  private int threads = Runtime.getRuntime().availableProcessors();

  @Option(
      names = "--memory",
      paramLabel = "SIZE",
      converter = Size.class,
      description = "Memory to use in all, as 512m or 4g (default: a quarter of the machine's).")
  private long memory = Long.getLong("tidemark.memory", DEFAULT_MEMORY);

  @Option(
      names = "--engine",
      paramLabel = "NAME",
      description = "What does the heavy work: embedded or spark (default: embedded).")
  private String engine = "embedded";

  @Option(names = "--quiet", description = "Show no progress.")
  private boolean quiet;

  @Option(names = "--rehash", description = "Read every file again, even if it looks unchanged.")
  private boolean rehash;

  int threads() {
    return threads;
  }

  boolean quiet() {
    return quiet;
  }

  boolean rehash() {
    return rehash;
  }

  /**
   * Opens the engine that was asked for.
   *
   * @param spill folder for scratch files
   * @throws Failure when there is none of that name, or the options cannot be used
   */
  Engine open(Path spill) {
    if (threads < 1 || threads > 1024) {
      throw new Failure(
          ExitStatus.WRONG_USAGE, "--threads: " + threads + " (expected: 1 to 1024).");
    }
    TreeMap<String, EngineProvider> engines = new TreeMap<>();
    ServiceLoader.load(EngineProvider.class).forEach(e -> engines.put(e.name(), e));
    EngineProvider provider = engines.get(engine);
    if (provider == null) {
      throw new Failure(
          ExitStatus.WRONG_USAGE,
          "--engine: '" + engine + "' is not here (expected: one of "
              + String.join(", ", List.copyOf(engines.keySet())) + ").");
    }
    // The launcher gives half of the memory to Java's heap; the other half is for tables.
    long tables = Math.max(EngineOptions.LEAST_MEMORY_BYTES, memory / 2);
    return provider.open(new EngineOptions(threads, tables, spill));
  }

  /** {@code 512m}, {@code 4g}. */
  static final class Size implements ITypeConverter<Long> {
    private static final long LEAST = 256L << 20;

    @Override
    public Long convert(String text) {
      String digits = text.replaceAll("[kKmMgGbB]$", "");
      if (!digits.matches("[0-9]{1,13}")) {
        throw new TypeConversionException("'" + text + "' is no size (expected: as 512m or 4g)");
      }
      char unit = Character.toLowerCase(text.charAt(text.length() - 1));
      int shift = unit == 'k' ? 10 : unit == 'm' ? 20 : unit == 'g' ? 30 : 0;
      long bytes = Long.parseLong(digits) << shift;
      if (bytes < LEAST || bytes >> shift != Long.parseLong(digits)) {
        throw new TypeConversionException(
            "'" + text + "' is too small or too large (expected: at" + " least 256m)");
      }
      return bytes;
    }
  }
}
