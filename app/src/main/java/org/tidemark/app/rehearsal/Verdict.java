package org.tidemark.app.rehearsal;

import java.util.ArrayList;
import java.util.List;

/**
 * How the answer compares with the truth, one line a question.
 *
 * @param lines in the order of the questions
 * @param hops how right the hops are, by grade, and what made the false ones; as text
 */
public record Verdict(List<Line> lines, List<String> hops) {
  public Verdict {
    lines = List.copyOf(lines);
    hops = List.copyOf(hops);
  }

  /**
   * One question.
   *
   * @param what "hops", "hosts" …
   * @param truth how many there are in truth
   * @param missing in truth but not in the answer
   * @param surplus in the answer but not in truth
   * @param samples of what differs: names of hosts, ids and places, never a value
   */
  public record Line(String what, long truth, long missing, long surplus, List<String> samples) {
    public Line {
      samples = List.copyOf(samples);
    }

    public boolean exact() {
      return missing == 0 && surplus == 0;
    }
  }

  /** Whether every answer is the truth. */
  public boolean exact() {
    return lines.stream().allMatch(Line::exact);
  }

  /** What a terminal shows. */
  public List<String> text() {
    List<String> text = new ArrayList<>();
    for (Line line : lines) {
      text.add(
          line.exact()
              ? String.format(
                  "  %-9s %,9d of %,d exactly as in truth", line.what, line.truth, line.truth)
              : String.format(
                  "  %-9s %,9d in truth, %,d missing, %,d too many",
                  line.what, line.truth, line.missing, line.surplus));
      line.samples.forEach(sample -> text.add("      " + sample));
    }
    return text;
  }
}
