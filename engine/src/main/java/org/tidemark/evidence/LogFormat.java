package org.tidemark.evidence;

import java.io.IOException;
import java.util.Map;
import org.tidemark.engine.Cancellation;
import org.tidemark.engine.StoppedException;

/**
 * A log format: how to recognise it and what its records say. Stateless; safe from any thread. To
 * add one, write one class in {@code evidence.formats}, name it in its list, and give it a test and
 * a sample.
 */
public interface LogFormat {
  /** Most bytes of a file's head that recognition may look at. */
  int HEAD_BYTES = 1 << 16;

  /** As case.yaml and the results write it: {@code windows-json}. */
  String id();

  /** What it is and who writes it, one line. */
  String title();

  /** Which records are read, and what becomes of them; lines of at most 80 columns. */
  String reads();

  /** The document that describes the format. */
  String document();

  /** Whether the head of a file, at most {@link #HEAD_BYTES}, is of this format. Never throws. */
  boolean recognises(byte[] head, int length);

  /** Whether lines can be read without those before them, so that a file may be read in ranges. */
  boolean splits();

  /** Whether `columns:` of the case file can say where this format's fields lie. */
  default boolean takesColumns() {
    return false;
  }

  /**
   * What must be known of a file to read a range of it that lacks the head. Never throws.
   *
   * @param columns what the case file says: field → name of its column
   */
  default LogLayout layout(byte[] head, int length, Map<String, String> columns) {
    return LogLayout.NONE;
  }

  /**
   * Reads the records of a unit.
   *
   * @throws IOException when the bytes cannot be read on; what was found until then stays in the
   *     sink
   */
  void read(LogBytes bytes, FactSink sink, Cancellation cancellation)
      throws IOException, StoppedException;
}
