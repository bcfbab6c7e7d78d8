package org.tidemark.drill;

import java.util.List;

/** The settings cannot be used; {@link #problems()} names everything that is wrong with them. */
public final class DrillRefusedException extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  private final List<String> problems;

  DrillRefusedException(List<String> problems) {
    super(String.join("\n", problems));
    this.problems = List.copyOf(problems);
  }

  public List<String> problems() {
    return problems;
  }
}
