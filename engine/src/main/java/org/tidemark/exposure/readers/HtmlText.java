package org.tidemark.exposure.readers;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The text of an HTML body as its reader sees it: enough for mail, where tags are layout. */
final class HtmlText {
  private static final Pattern UNSEEN =
      Pattern.compile("(?is)<(script|style|head)\\b[^>]{0,2000}>.*?</\\1\\s*>|<!--.*?-->");
  private static final Pattern LINE_END =
      Pattern.compile("(?i)<(br|/p|/div|/tr|/li|/h[1-6]|/table|hr)\\b[^>]{0,2000}>");
  private static final Pattern CELL_END = Pattern.compile("(?i)</t[dh]\\s*>");
  private static final Pattern TAG = Pattern.compile("</?[a-zA-Z!][^>]{0,10000}>");
  private static final Pattern REFERENCE =
      Pattern.compile("&(#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[a-zA-Z]{2,8});");
  private static final Map<String, String> NAMED = Map.of(
      "amp", "&", "lt", "<", "gt", ">", "quot", "\"", "apos", "'", "nbsp", " ", "commat", "@");

  private HtmlText() {}

  static String of(String html) {
    String text = UNSEEN.matcher(html).replaceAll(" ");
    text = text.replace('\r', ' ').replace('\n', ' ');
    text = LINE_END.matcher(text).replaceAll("\n");
    text = CELL_END.matcher(text).replaceAll("\t");
    text = TAG.matcher(text).replaceAll("");
    return REFERENCE.matcher(text).replaceAll(HtmlText::character);
  }

  private static String character(java.util.regex.MatchResult reference) {
    String name = reference.group(1);
    if (name.charAt(0) != '#') {
      return Matcher.quoteReplacement(NAMED.getOrDefault(name, reference.group()));
    }
    boolean hex = name.charAt(1) == 'x' || name.charAt(1) == 'X';
    int code = Integer.parseInt(name.substring(hex ? 2 : 1), hex ? 16 : 10);
    return Character.isValidCodePoint(code) && code > 0
        ? Matcher.quoteReplacement(Character.toString(code))
        : " ";
  }
}
