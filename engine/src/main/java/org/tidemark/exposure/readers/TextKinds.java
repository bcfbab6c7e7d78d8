package org.tidemark.exposure.readers;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Tells kinds of text apart by their first lines. */
final class TextKinds {
  private static final int LINES_MAX = 200;
  private static final char[] DELIMITERS = {',', '\t', ';', '|'};
  private static final Set<String> TABLE_ENDINGS = Set.of("csv", "tsv", "tab");

  /**
   * Endings of text that people write; commas in it are no delimiters unless every line has as
   * many.
   */
  private static final Set<String> PROSE_ENDINGS = Set.of("txt", "md", "log", "text");

  private static final Pattern MARKUP = Pattern.compile(
      "^\\s*<(\\?xml|!doctype|html|[a-z][a-z0-9:_-]*[\\s>/])", Pattern.CASE_INSENSITIVE);

  private static final Pattern SQL = Pattern.compile(
      "^\\s*(--[^\\n]*\\n|/\\*.*?\\*/;?|\\s)*(create|insert|drop|set|use|begin|alter|lock|copy)\\s+"
          + "(table|into|database|schema|if|names|transaction|index|tables|[`@a-z_])",
      Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

  private static final Pattern MAIL_FIELD = Pattern.compile(
      "(?im)^(from|received|return-path|message-id|mime-version|date|delivered-to|x-[a-z-]+):");

  private static final Set<String> JSON_ENDINGS = Set.of("json", "geojson", "ipynb");

  private TextKinds() {}

  /** Whether it begins with the header of a message: fields only, those of mail among them. */
  private static boolean mail(String head, String ending) {
    int fields = 0;
    int known = 0;
    boolean from = false;
    boolean sure = false;
    for (String line : head.lines().limit(LINES_MAX).toList()) {
      if (line.isBlank()) {
        break;
      }
      if (line.startsWith(" ") || line.startsWith("\t")) {
        continue;
      }
      int colon = line.indexOf(':');
      if (colon < 1 || !line.substring(0, colon).matches("[!-9;-~]+")) {
        return false;
      }
      String name = line.substring(0, colon).toLowerCase(Locale.ROOT);
      fields++;
      from |= name.equals("from");
      sure |= Set.of("received", "return-path", "message-id", "mime-version", "delivered-to")
          .contains(name);
      known += Set.of("from", "to", "date", "subject", "cc", "reply-to").contains(name) ? 1 : 0;
    }
    boolean named = ending.equals("eml") && (known > 0 || sure);
    return fields > 0 && (named || (from && sure && known >= 2));
  }

  private static char first(String head) {
    for (int i = 0; i < head.length(); i++) {
      if (!Character.isWhitespace(head.charAt(i))) {
        return head.charAt(i);
      }
    }
    return 0;
  }

  /** Whether the first line is a whole object and another follows or the name says so. */
  private static boolean jsonLines(String head, String ending) {
    int end = head.indexOf('\n');
    String line = end < 0 ? head : head.substring(0, end);
    boolean named = Set.of("jsonl", "ndjson", "jl").contains(ending);
    boolean more = end >= 0 && head.substring(end).strip().startsWith("{");
    return (named && (end < 0 || JsonLinesReader.parses(line) || more))
        || (more && JsonLinesReader.parses(line));
  }

  /** Whether it begins like JSON: a text may begin with a bracket as well. */
  private static boolean json(String head, String ending) {
    return JSON_ENDINGS.contains(ending)
        || head.strip()
            .matches("(?s)(\\{\\s*(\"[^\"\\n]{0,200}\"\\s*:|\\}).*|\\[\\s*[\\[{\"\\]0-9-].*)");
  }

  static Recognition recognise(String head, String ending, boolean whole) {
    if (MARKUP.matcher(head).find()) {
      boolean html = head.toLowerCase(Locale.ROOT).contains("<html")
          || ending.equals("html")
          || ending.equals("htm");
      return Recognition.unread(html ? "html" : "xml", "no-reader");
    }
    if (ending.equals("sql") && SQL.matcher(head).find()) {
      return Recognition.unread("sql", "no-reader");
    }
    if (mail(head, ending)) {
      return Recognition.readable("eml", new MailReader(), false);
    }
    if (head.startsWith("From ") && MAIL_FIELD.matcher(head).find()) {
      return Recognition.unread("mbox", "no-reader");
    }
    char first = first(head);
    if (first == '{' && jsonLines(head, ending)) {
      return Recognition.readable("json-lines", new JsonLinesReader(), true);
    }
    if ((first == '{' || first == '[') && json(head, ending)) {
      return Recognition.readable("json", new JsonReader(), true);
    }
    char delimiter = delimiter(head, ending, whole);
    if (delimiter != 0) {
      return Recognition.readable(
          delimiter == '\t' ? "tsv" : "csv", new DelimitedReader(delimiter), true);
    }
    return Recognition.readable("text", new TextReader(), true);
  }

  /**
   * The delimiter that cuts the first rows into the same number of cells most often; 0 = this is no
   * table.
   */
  static char delimiter(String head, String ending, boolean whole) {
    boolean table = TABLE_ENDINGS.contains(ending);
    char best = 0;
    int bestScore = 0;
    for (char delimiter : DELIMITERS) {
      List<Integer> widths = widths(head, delimiter, whole);
      if (widths.isEmpty()) {
        continue;
      }
      int width = widths.get(0);
      int common = 0;
      for (int w : widths) {
        common = Math.max(common, (int) widths.stream().filter(x -> x == w).count());
      }
      long same = widths.stream().filter(w -> w == width).count();
      long wide = widths.stream().filter(w -> w > 1).count();
      int percent = (int) ((table ? common : same) * 100 / widths.size());
      int needed = table ? 50 : PROSE_ENDINGS.contains(ending) ? 100 : 90;
      int rowsNeeded = table ? 1 : 3;
      if (wide == 0 || percent < needed || widths.size() < rowsNeeded || (!table && width < 2)) {
        continue;
      }
      int score = percent * 10 + Math.min(width, 100) * 3;
      if (score > bestScore) {
        bestScore = score;
        best = delimiter;
      }
    }
    return best == 0 && table ? (ending.equals("csv") ? ',' : '\t') : best;
  }

  /** Cells of each of the first rows; the last one, which may be cut, is left out. */
  private static List<Integer> widths(String head, char delimiter, boolean whole) {
    List<Integer> widths = new ArrayList<>();
    boolean quoted = false;
    int cells = 1;
    boolean any = false;
    for (int i = 0; i < head.length() && widths.size() < LINES_MAX; i++) {
      char c = head.charAt(i);
      if (c == '"') {
        quoted = !quoted;
        any = true;
      } else if (!quoted && c == delimiter) {
        cells++;
        any = true;
      } else if (!quoted && c == '\n') {
        if (any) {
          widths.add(cells);
        }
        cells = 1;
        any = false;
      } else if (c != '\r') {
        any = true;
      }
    }
    if (any && (whole || widths.isEmpty())) {
      widths.add(cells);
    }
    return widths;
  }
}
