package org.tidemark.casefile;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.snakeyaml.engine.v2.nodes.Node;

/** Collects the problems of one file while it is read, and remembers where each field stands. */
final class Problems {
  private static final int LONGEST_SHOWN = 80;
  private static final int MOST = 200;

  private final List<CaseProblem> problems = new ArrayList<>();
  private final Map<String, Integer> lines = new HashMap<>();
  private final int lineOffset;

  /** @param lineOffset lines before the first line of what is read, where it is a part of a file */
  Problems(int lineOffset) {
    this.lineOffset = lineOffset;
  }

  void add(Node where, String at, String found, String expected, String mend) {
    problems.add(new CaseProblem(lineOf(where), at, found, expected, mend));
  }

  /** @param line in the part that is read, from 1; 0 = no line */
  void add(int line, String at, String found, String expected, String mend) {
    int inFile = line == 0 && lineOffset == 0 ? 0 : Math.max(1, line) + lineOffset;
    problems.add(new CaseProblem(inFile, at, found, expected, mend));
  }

  void stands(String at, Node where) {
    lines.put(at, lineOf(where));
  }

  int line(String at) {
    return lines.getOrDefault(at, 0);
  }

  int lineOf(Node node) {
    return node.getStartMark().map(mark -> mark.getLine() + 1 + lineOffset).orElse(0);
  }

  Map<String, Integer> lines() {
    return lines;
  }

  boolean isEmpty() {
    return problems.isEmpty();
  }

  /** In the order of the file; beyond {@value #MOST} the rest is counted. */
  List<CaseProblem> sorted() {
    List<CaseProblem> sorted = new ArrayList<>(problems);
    sorted.sort(Comparator.comparingInt(CaseProblem::line).thenComparing(CaseProblem::at));
    if (sorted.size() <= MOST) {
      return sorted;
    }
    int more = sorted.size() - MOST;
    List<CaseProblem> shown = new ArrayList<>(sorted.subList(0, MOST));
    shown.add(new CaseProblem(0, "", more + " more problems", "", "Mend these first."));
    return shown;
  }

  /**
   * A value as a message shows it: in quotes, short, control characters visible and harmless to a
   * terminal.
   */
  static String quoted(String value) {
    StringBuilder shown = new StringBuilder("'");
    int length = Math.min(value.length(), LONGEST_SHOWN);
    for (int i = 0; i < length; i++) {
      char c = value.charAt(i);
      shown.append(Character.isISOControl(c) ? "\\u%04x".formatted((int) c) : String.valueOf(c));
    }
    return shown.append(length < value.length() ? "…'" : "'").toString();
  }
}
