package org.tidemark.exposure;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.tidemark.exposure.identifiers.HeaderWords;
import org.tidemark.exposure.identifiers.Identifier;
import org.tidemark.exposure.identifiers.Identifiers;
import org.tidemark.exposure.identifiers.PersonName;

/**
 * Counts over one whole column, from which its {@link ColumnVerdict} follows. Empty cells and words
 * for "nothing" do not count, so that a column with three addresses in a million rows is a column
 * of addresses. One thread.
 */
final class ColumnSurvey {
  /** Different values that are told apart; more are simply many. */
  private static final int DISTINCT_MAX = 4096;

  private static final int HEADERLESS_VALUES_MIN = 3;
  private static final int PER_MILLE = 1000;

  private static final Set<String> NOTHING = Set.of(
      "", "-", "--", "n/a", "na", "null", "none", "nil", "unknown", "なし", "無し", "不明", "未設定", "未登録",
      "없음", "미상", "?", "―", "ー", "－");

  private final String header;
  private final Optional<String> given;
  private final Optional<String> namespace;
  private final List<Identifier> tried = new ArrayList<>();
  private final int announced;
  private final String part;
  private final long[] matches;
  private final Set<Integer> distinct = new HashSet<>();
  private long filled;

  ColumnSurvey(String header, ScanSettings settings) {
    this.header = header;
    given = settings.given(header);
    namespace = settings.namespace(header);
    String normal = HeaderWords.normal(header);
    String leaf = HeaderWords.normal(leaf(header));
    for (Identifier identifier : Identifiers.ALL) {
      if (identifier.words().announcedByNormal(normal)
          || identifier.words().announcedByNormal(leaf)
          || (namespace.isPresent() && identifier.kind().equals("internal-id"))) {
        tried.add(identifier);
      }
    }
    part = part(header, tried);
    if (!part.isEmpty()) {
      tried.add(Identifiers.of("name").orElseThrow());
    }
    announced = tried.size();
    for (Identifier identifier : Identifiers.ALL) {
      if (announced == 0 && identifier.sharePerMilleWithoutHeader() <= PER_MILLE) {
        tried.add(identifier);
      }
    }
    matches = new long[tried.size()];
  }

  /**
   * Whether the header announces a part of a name, told by the rule that its verdict carries until
   * it is settled.
   */
  private static String part(String header, List<Identifier> announced) {
    if (!announced.isEmpty()) {
      return "";
    }
    String leaf = leaf(header);
    return PersonName.familyAnnouncedBy(leaf)
        ? PersonNameColumns.FAMILY
        : PersonName.givenAnnouncedBy(leaf) ? PersonNameColumns.GIVEN : "";
  }

  /** The last key of a path; the whole header where it is none. */
  private static String leaf(String header) {
    return header.substring(header.lastIndexOf('.') + 1);
  }

  static boolean nothing(String cell) {
    return cell.isEmpty()
        || (cell.length() < 16 && NOTHING.contains(cell.strip().toLowerCase(Locale.ROOT)));
  }

  void add(String cell, Identifier.Hints hints) {
    if (nothing(cell) || given.isPresent()) {
      return;
    }
    filled++;
    if (distinct.size() < DISTINCT_MAX) {
      distinct.add(cell.hashCode());
    }
    for (int i = 0; i < tried.size(); i++) {
      if (tried.get(i).match(cell, hints).isPresent()) {
        matches[i]++;
      }
    }
  }

  /** The verdict, once every row was added. */
  ColumnVerdict verdict() {
    boolean others = HeaderWords.speaksOfSomebodyElse(header);
    if (given.isPresent()) {
      return ColumnVerdict.of(
          Identifiers.of(given.get()), given.get(), "column-given", others, true);
    }
    for (int i = 0; i < tried.size(); i++) {
      Identifier identifier = tried.get(i);
      boolean byHeader = i < announced;
      if (byHeader ? announcedHolds(identifier, matches[i]) : valuesHold(identifier, matches[i])) {
        String kind = identifier.kind().equals("internal-id")
            ? namespace.orElse(identifier.kind())
            : identifier.kind();
        return ColumnVerdict.of(
            Optional.of(identifier),
            kind,
            byHeader ? (part.isEmpty() ? "column-header" : part) : "column-values",
            others,
            false);
      }
    }
    return ColumnVerdict.NONE;
  }

  private boolean announcedHolds(Identifier identifier, long matched) {
    return matched > 0
        && (identifier.provesItself()
            || matched * PER_MILLE >= filled * identifier.sharePerMilleWithHeader())
        && identifier.acceptsColumn(filled, distinct.size());
  }

  private boolean valuesHold(Identifier identifier, long matched) {
    return filled >= HEADERLESS_VALUES_MIN
        && distinct.size() * 2L >= Math.min(filled, DISTINCT_MAX)
        && matched * PER_MILLE >= filled * identifier.sharePerMilleWithoutHeader();
  }
}
