package org.tidemark.evidence;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Names in the order in which one work unit, or the driver, met them. */
final class UnitNames {
  private final Map<String, Integer> numbers = new HashMap<>();
  private final List<String> texts = new ArrayList<>();

  /** The number of a name, given at first sight; -1 for the empty text. */
  int number(String text) {
    if (text.isEmpty()) {
      return -1;
    }
    Integer known = numbers.get(text);
    if (known != null) {
      return known;
    }
    numbers.put(text, texts.size());
    texts.add(text);
    return texts.size() - 1;
  }

  String text(int number) {
    return texts.get(number);
  }

  int size() {
    return texts.size();
  }

  String[] texts() {
    return texts.toArray(String[]::new);
  }
}
