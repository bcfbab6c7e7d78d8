package org.tidemark.app.ask;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Puts values into the lines of a {@link LetterText}. */
final class LetterTemplate {
  private static final Pattern NAME = Pattern.compile("\\{\\{([a-z_]+)}}");
  private static final String BEGIN = "{{#request}}";
  private static final String END = "{{/request}}";

  private LetterTemplate() {}

  /**
   * The filled letter, each line ended by a line feed.
   *
   * @param values by name, for the letter
   * @param requests by name, for each request; the letter's values hold there, too
   * @throws IllegalArgumentException when the letter names a value that nobody gives
   */
  static String fill(
      List<String> lines, Map<String, String> values, List<Map<String, String>> requests) {
    List<String> out = new ArrayList<>();
    int begin = lines.indexOf(BEGIN);
    int end = lines.indexOf(END);
    if (begin < 0 || end < begin) {
      throw new IllegalArgumentException(
          "a letter lacks " + BEGIN + " or " + END + " (expected: both, each on its line)");
    }
    add(lines.subList(0, begin), values, out);
    for (Map<String, String> request : requests) {
      add(lines.subList(begin + 1, end), request, out);
    }
    add(lines.subList(end + 1, lines.size()), values, out);
    return String.join("\n", out) + "\n";
  }

  private static void add(List<String> lines, Map<String, String> values, List<String> out) {
    for (String line : lines) {
      boolean empty = false;
      StringBuilder filled = new StringBuilder();
      Matcher name = NAME.matcher(line);
      while (name.find()) {
        String value = values.get(name.group(1));
        if (value == null) {
          throw new IllegalArgumentException("a letter names {{" + name.group(1)
              + "}}, which has no value there (expected: one of " + values.keySet() + ")");
        }
        empty |= value.isEmpty();
        name.appendReplacement(filled, Matcher.quoteReplacement(value));
      }
      name.appendTail(filled);
      if (!empty) {
        out.add(filled.toString());
      }
    }
  }
}
