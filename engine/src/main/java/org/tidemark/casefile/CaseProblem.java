package org.tidemark.casefile;

/**
 * One thing in a case file that cannot stand as it is.
 *
 * @param line line in the file, from 1; 0 where the problem has no line (a file that is missing)
 * @param at the field, as {@code footholds[0].from}; empty = the file as a whole
 * @param found what stands there, with the value, as a clause ("'2023-09-14' is a day without a
 *     time")
 * @param expected what was expected instead; empty where {@code found} says it
 * @param mend what to do, as a sentence; may be empty
 */
public record CaseProblem(int line, String at, String found, String expected, String mend) {

  /** The problem as one line for the terminal: where, what, what was expected, what to do. */
  public String text(String fileName) {
    StringBuilder text = new StringBuilder(fileName);
    if (line > 0) {
      text.append(':').append(line);
    }
    text.append(": ");
    if (!at.isEmpty()) {
      text.append(at).append(": ");
    }
    text.append(found);
    if (!expected.isEmpty()) {
      text.append(" (expected: ").append(expected).append(')');
    }
    text.append('.');
    if (!mend.isEmpty()) {
      text.append(' ').append(mend);
    }
    return text.toString();
  }
}
