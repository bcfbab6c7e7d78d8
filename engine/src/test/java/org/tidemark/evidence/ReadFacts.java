package org.tidemark.evidence;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.tidemark.engine.Cancellation;
import org.tidemark.engine.StoppedException;

/** Facts that a format finds in a text, one a line, as words; then what became of the records. */
public final class ReadFacts {
  private ReadFacts() {}

  public static String of(LogFormat format, ReadSettings settings, String text) {
    return of(format, settings, text.getBytes(StandardCharsets.UTF_8));
  }

  public static String of(LogFormat format, ReadSettings settings, byte[] bytes) {
    FactSink sink = new FactSink(settings);
    String broken = "";
    try {
      InputStream in = new ByteArrayInputStream(bytes);
      format.read(new LogBytes(in, 0, Long.MAX_VALUE), sink, Cancellation.NEVER);
    } catch (IOException e) {
      broken = " broken";
    } catch (StoppedException e) {
      throw new IllegalStateException(e);
    }
    ReadResult result = sink.finish("");
    List<String> lines = new ArrayList<>();
    for (UnitRows rows : result.rows()) {
      if (rows.table == FactTable.BINDINGS) {
        continue; // a run's row is of its first record: see AddressRunsTest
      }
      for (int row = 0; row < rows.size; row++) {
        lines.add(line(rows, row, result));
      }
    }
    RecordCounts counts = result.counts();
    String why = counts.unparsedBy.isEmpty() ? "" : " " + counts.unparsedBy;
    lines.add("read " + counts.read + ": used " + counts.used + " ignored " + counts.ignored
        + " unparsed " + counts.unparsed + why + broken);
    return String.join("\n", lines);
  }

  /**
   * Whose each address was, {@code host address first duration} one a line, then the domain
   * controllers.
   */
  public static String names(LogFormat format, ReadSettings settings, byte[] bytes) {
    FactSink sink = new FactSink(settings);
    try {
      InputStream in = new ByteArrayInputStream(bytes);
      format.read(new LogBytes(in, 0, Long.MAX_VALUE), sink, Cancellation.NEVER);
    } catch (IOException | StoppedException e) {
      throw new IllegalStateException(e);
    }
    ReadResult result = sink.finish("");
    java.util.TreeSet<String> lines = new java.util.TreeSet<>();
    for (UnitRows rows : result.rows()) {
      for (int row = 0; row < rows.size && rows.table == FactTable.BINDINGS; row++) {
        lines.add(result.endpoints()[rows.ints[FactTable.NAMES][row]]
            + " " + result.endpoints()[rows.ints[FactTable.NAMES + 1][row]]
            + " " + CoverageMaker.instant(rows.longs[FactTable.AT][row])
            + " " + java.time.Duration.ofNanos(rows.longs[1][row] * 1000));
      }
    }
    java.util.TreeSet<String> controllers = new java.util.TreeSet<>();
    for (int host : result.controllers()) {
      controllers.add(result.endpoints()[host]);
    }
    return String.join("\n", lines) + "\ncontrollers " + controllers;
  }

  /** A sample beside the test of a format. */
  public static byte[] sample(Class<?> test, String name) {
    try (InputStream in = test.getResourceAsStream(name)) {
      if (in == null) {
        throw new AssertionError(name + ": no such sample beside " + test.getName());
      }
      return in.readAllBytes();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static String line(UnitRows rows, int row, ReadResult result) {
    int packed = rows.ints[FactTable.PACKED][row];
    StringBuilder line = new StringBuilder();
    line.append(rows.ints[FactTable.RECORD][row]).append(' ');
    line.append(CoverageMaker.instant(rows.longs[FactTable.AT][row])).append(' ');
    line.append(word(rows.table, FactTable.code(packed)));
    line.append(FactTable.succeeded(packed) ? "" : " refused");
    for (int c = FactTable.NAMES; c < rows.table.intColumns(); c++) {
      int name = rows.ints[c][row];
      String[] names = switch (rows.table.dictionary(c)) {
        case ENDPOINTS -> result.endpoints();
        case ACCOUNTS -> result.accounts();
        case OBJECTS -> result.objects();
      };
      line.append(' ').append(name < 0 ? "-" : names[name]);
    }
    return line.append(" #").append(Long.toHexString(rows.longs[1][row])).toString();
  }

  private static String word(FactTable table, int code) {
    return switch (table) {
      case LOGONS -> LogonType.of(code).name();
      case ACCESSES -> Operation.values()[code].name();
      case EXECUTIONS -> ExecutionKind.values()[code].name();
      case CHANGES -> "CHANGE";
      case MARKS -> SessionMarkKind.values()[code].name();
      case FLOWS -> "FLOW";
      case BINDINGS -> "BINDING";
      case ACCOUNT_NAMES -> "SAME";
    };
  }
}
