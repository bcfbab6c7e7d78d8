package org.tidemark.drill.logs;

import org.tidemark.drill.world.Machine;

/**
 * One record to be, written only once its place in the log is known.
 *
 * @param log stem of the log file below {@code logs/}
 * @param at true time, seconds since 1970 UTC
 * @param text writes the record, given its number on that machine; ends without a line break
 */
record LogLine(String log, Machine host, long at, Text text) {
  /** Writes one record. */
  interface Text {
    void write(StringBuilder out, long recordNumber);
  }
}
