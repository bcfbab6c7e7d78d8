package org.tidemark.trail.telling;

import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;
import org.tidemark.trail.Rule;

/** The sentence of a rule by its id. */
final class Sentences {
  private static final Map<String, String> BY_ID =
      Arrays.stream(Rule.values()).collect(Collectors.toUnmodifiableMap(Rule::id, Rule::sentence));

  private Sentences() {}

  /** The rule's sentence; what the result says itself where this version has no such rule. */
  static String of(String rule, String otherwise) {
    return BY_ID.getOrDefault(rule, otherwise);
  }
}
