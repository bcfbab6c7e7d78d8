package org.tidemark.exposure.identifiers;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.StringJoiner;

/** Table tests of one kind: a value and its normal form, a text and what is found in it. */
final class Table {
  private Table() {}

  /** Pairs of a value and its normal form; "" = it is not one. */
  static void matches(Identifier identifier, String... pairs) {
    for (int i = 0; i < pairs.length; i += 2) {
      assertEquals(
          pairs[i + 1],
          identifier.match(pairs[i], Identifier.Hints.NONE).orElse(""),
          "the match of " + pairs[i]);
    }
  }

  /** Pairs of a text and what is found in it, joined by {@code |}. */
  static void finds(Identifier identifier, String... pairs) {
    for (int i = 0; i < pairs.length; i += 2) {
      StringJoiner found = new StringJoiner("|");
      identifier.find(pairs[i], Identifier.Hints.NONE, (from, to, match, rule) -> found.add(match));
      assertEquals(pairs[i + 1], found.toString(), "what is found in " + pairs[i]);
    }
  }

  /** Headers that announce the kind. */
  static void announced(Identifier identifier, String... headers) {
    for (String header : headers) {
      assertEquals(true, identifier.words().announcedBy(header), "announced by " + header);
    }
  }

  /** Headers that do not announce the kind. */
  static void notAnnounced(Identifier identifier, String... headers) {
    for (String header : headers) {
      assertEquals(false, identifier.words().announcedBy(header), "announced by " + header);
    }
  }
}
