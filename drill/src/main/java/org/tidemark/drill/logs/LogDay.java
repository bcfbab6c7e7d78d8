package org.tidemark.drill.logs;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.tidemark.drill.world.Machine;
import org.tidemark.drill.world.World;

/** The records of one day, collected in any order and handed out by log file and time. */
final class LogDay {
  private final List<LogLine> lines = new ArrayList<>();
  private final long[] sessions;
  private long logons;

  LogDay(World world) {
    this.sessions = new long[world.machineCount()];
  }

  void add(Machine host, long at, LogLine.Text text) {
    add(host.log(), host, at, text);
  }

  void add(String log, Machine host, long at, LogLine.Text text) {
    lines.add(new LogLine(log, host, at, text));
  }

  void countLogon() {
    logons++;
  }

  long logons() {
    return logons;
  }

  /** A session id that the machine has not given before. */
  long openSession(Machine host) {
    return 0x40000 + ++sessions[host.number()] * 0x1a7;
  }

  /** All records by log file, then time, then order of making; the day is empty afterwards. */
  List<LogLine> take() {
    lines.sort(Comparator.comparing(LogLine::log).thenComparingLong(LogLine::at));
    List<LogLine> taken = new ArrayList<>(lines);
    lines.clear();
    return taken;
  }
}
