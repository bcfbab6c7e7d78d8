package org.tidemark.investigation.ask;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Period;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.tidemark.investigation.ask.LogSource.Bound;

/** All logs of retention.tsv, in its order. Immutable; safe from any thread. */
public final class LogSources {
  private static final String FILE = "retention.tsv";
  private static final int COLUMNS = 10;

  private final List<LogSource> all;

  private LogSources(List<LogSource> all) {
    this.all = List.copyOf(all);
  }

  /** Reads the resource. */
  public static LogSources read() {
    try (InputStream in = LogSources.class.getResourceAsStream(FILE)) {
      if (in == null) {
        throw new IllegalStateException(FILE + ": is no part of this build");
      }
      return parse(new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(FILE, e);
    }
  }

  static LogSources parse(String text) {
    List<LogSource> all = new ArrayList<>();
    List<String> lines = text.lines().filter(line -> !line.startsWith("#")).toList();
    for (String line : lines.subList(1, lines.size())) {
      String[] cells = line.split("\t", -1);
      if (cells.length != COLUMNS) {
        throw new IllegalArgumentException(FILE + ": '" + cells[0] + "' has " + cells.length
            + " columns (expected: " + COLUMNS + ")");
      }
      Optional<Period> keeps =
          cells[2].startsWith("P") ? Optional.of(Period.parse(cells[2])) : Optional.empty();
      all.add(new LogSource(
          cells[0],
          cells[1],
          keeps.isPresent() ? Bound.PERIOD : Bound.valueOf(cells[2].toUpperCase(Locale.ROOT)),
          keeps,
          words(cells[3]).stream().map(ShownAct::of).toList(),
          words(cells[4]),
          cells[5],
          cells[6],
          cells[7],
          cells[8],
          cells[9]));
    }
    return new LogSources(all);
  }

  private static List<String> words(String cell) {
    return cell.isEmpty() ? List.of() : Arrays.asList(cell.split(",", -1));
  }

  /** Every log, in the order of the file. */
  public List<LogSource> all() {
    return all;
  }

  /** The log of an id; empty where there is none. */
  public Optional<LogSource> of(String id) {
    return all.stream().filter(log -> log.id().equals(id)).findFirst();
  }

  /** The log that is read as a format and shows the act; else the first that is read as it. */
  LogSource ofFormat(String format, ShownAct act) {
    List<LogSource> read =
        all.stream().filter(log -> log.formats().contains(format)).toList();
    return read.stream()
        .filter(log -> log.acts().contains(act))
        .findFirst()
        .or(() -> read.stream().findFirst())
        .orElseGet(() -> LogSource.unlisted(format));
  }

  /** What to ask for where nothing shows which log a place keeps. */
  LogSource general(ShownAct act) {
    return of(switch (act) {
          case LOGON, CHANGE -> "host-logon";
          case PROCESS -> "host-process";
          case FILE -> "host-file";
          case TICKET -> "windows-security";
          case ADDRESS -> "address-assignment";
          case CONNECTION -> "network-flow";
          case TIME -> "time-service";
        })
        .orElseThrow();
  }
}
