package org.tidemark.casefile;

import java.util.Arrays;
import java.util.Collection;
import java.util.Optional;

/** Which known word somebody meant. */
public final class Spelling {
  private static final int LONGEST = 64;

  private Spelling() {}

  /**
   * The known word closest to what was written: at most a third of its letters differ, two
   * neighbours that changed places count once (optimal string alignment distance). The first of
   * equals wins.
   */
  public static Optional<String> closest(String written, Collection<String> known) {
    if (written.length() > LONGEST) {
      return Optional.empty();
    }
    String best = "";
    int bestDistance = Integer.MAX_VALUE;
    for (String word : known) {
      int distance = distance(fold(written), fold(word));
      if (distance < bestDistance && distance <= Math.max(1, word.length() / 3)) {
        best = word;
        bestDistance = distance;
      }
    }
    return Optional.of(best).filter(word -> !word.isEmpty());
  }

  private static String fold(String word) {
    return word.toLowerCase(java.util.Locale.ROOT).replace('-', '_').replace(' ', '_');
  }

  private static int distance(String a, String b) {
    int[] beforeLast = new int[b.length() + 1];
    int[] last = new int[b.length() + 1];
    Arrays.setAll(last, i -> i);
    for (int i = 1; i <= a.length(); i++) {
      int[] row = new int[b.length() + 1];
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int change = last[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        row[j] = Math.min(change, Math.min(last[j], row[j - 1]) + 1);
        if (i > 1
            && j > 1
            && a.charAt(i - 1) == b.charAt(j - 2)
            && a.charAt(i - 2) == b.charAt(j - 1)) {
          row[j] = Math.min(row[j], beforeLast[j - 2] + 1);
        }
      }
      beforeLast = last;
      last = row;
    }
    return last[b.length()];
  }
}
