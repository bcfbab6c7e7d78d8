package org.tidemark.casefile;

import java.util.List;
import java.util.Map;

/** What became of a case file: the case whole, or all its problems at once. */
public sealed interface CaseReading {

  /**
   * The case, without a problem.
   *
   * @param file what the responder says
   * @param lines where each field stands: {@code evidence[0].path} → line from 1
   */
  record Whole(CaseFile file, Map<String, Integer> lines) implements CaseReading {
    public Whole {
      lines = Map.copyOf(lines);
    }

    /** The line of a field; 0 where the file does not write it. */
    public int line(String at) {
      return lines.getOrDefault(at, 0);
    }
  }

  /** The case cannot be used as it stands. */
  record Faulty(List<CaseProblem> problems) implements CaseReading {
    public Faulty {
      problems = List.copyOf(problems);
    }
  }
}
