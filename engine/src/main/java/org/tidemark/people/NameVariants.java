package org.tidemark.people;

import java.lang.Character.UnicodeScript;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * How many different people a set of names must be. One person is written in several scripts
 * (山田花子, ヤマダハナコ, Hanako Yamada), in either order, with a title: names of different scripts are
 * never held against each other, and within one script order, case, spaces and titles do not count.
 */
final class NameVariants {
  private static final Set<String> TITLES =
      Set.of("様", "さん", "先生", "殿", "氏", "님", "씨", "mr", "mrs", "ms", "miss", "dr", "prof");

  private NameVariants() {}

  /** The largest number of different names in one script; 0 where there is none. */
  static int differing(Collection<String> names) {
    Map<UnicodeScript, Set<String>> byScript = new EnumMap<>(UnicodeScript.class);
    for (String name : names) {
      String plain = plain(name);
      byScript.computeIfAbsent(script(plain), w -> new HashSet<>()).add(plain);
    }
    return byScript.values().stream().mapToInt(Set::size).max().orElse(0);
  }

  private static String plain(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    String[] words = lower.split("[\\s\\u3000,.・·]+", -1);
    if (isWrittenTogether(script(lower))) {
      return withoutTitle(String.join("", words));
    }
    return Arrays.stream(words)
        .filter(w -> !w.isEmpty() && !TITLES.contains(w))
        .sorted()
        .collect(Collectors.joining(" "));
  }

  private static String withoutTitle(String name) {
    for (String title : TITLES) {
      if (name.endsWith(title) && name.length() > title.length() + 1) {
        return name.substring(0, name.length() - title.length());
      }
    }
    return name;
  }

  private static boolean isWrittenTogether(UnicodeScript script) {
    return script == UnicodeScript.HAN
        || script == UnicodeScript.HIRAGANA
        || script == UnicodeScript.HANGUL;
  }

  /** Ideographs decide, wherever they stand; both kana count as one; else the first letter's. */
  private static UnicodeScript script(String name) {
    UnicodeScript first = UnicodeScript.COMMON;
    for (int i = 0; i < name.length(); ) {
      int c = name.codePointAt(i);
      UnicodeScript script = UnicodeScript.of(c);
      if (script == UnicodeScript.HAN) {
        return script;
      }
      if (first == UnicodeScript.COMMON) {
        first = script == UnicodeScript.KATAKANA ? UnicodeScript.HIRAGANA : script;
      }
      i += Character.charCount(c);
    }
    return first;
  }
}
