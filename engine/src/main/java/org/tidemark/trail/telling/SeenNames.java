package org.tidemark.trail.telling;

import java.util.ArrayList;
import java.util.List;
import org.tidemark.evidence.Names;

/**
 * Names that stand in the logs at all, so that what the trail does not name is told apart from what
 * nobody ever saw. Valid while the evidence is open.
 */
public record SeenNames(Names endpoints, Names accounts) {
  /** So many are looked through for a near spelling; a million hosts must not take minutes. */
  private static final int NEAR_MOST = 200_000;

  /** No logs at hand. */
  public static final SeenNames NONE = new SeenNames(new None(), new None());

  List<String> some() {
    List<String> some = new ArrayList<>();
    for (Names names : List.of(endpoints, accounts)) {
      for (int number = 0; number < Math.min(NEAR_MOST, names.size()); number++) {
        some.add(names.text(number));
      }
    }
    return some;
  }

  private record None() implements Names {
    @Override
    public int size() {
      return 0;
    }

    @Override
    public String text(int number) {
      throw new IndexOutOfBoundsException(number);
    }

    @Override
    public int number(String text) {
      return -1;
    }
  }
}
