package org.tidemark.exposure;

import java.util.List;
import java.util.Optional;
import org.tidemark.exposure.identifiers.Identifier;

/**
 * What a column holds, decided after all of its rows were seen.
 *
 * @param identifier how its values are read; empty = no verdict, its cells are free text
 * @param kind kind of identifier, namespace included
 * @param rule why: {@code column-given}, {@code column-header}, {@code column-values}
 * @param somebodyElse whether its values speak of somebody else than their row does
 * @param anyValue whether every value counts, since a person named the column
 * @param parts columns whose values make one value together, in their order: numbers from 0 in a
 *     table, paths in objects; empty = the column stands alone
 * @param spent whether its values are told by another column's parts already
 */
record ColumnVerdict(
    Optional<Identifier> identifier,
    String kind,
    String rule,
    boolean somebodyElse,
    boolean anyValue,
    List<String> parts,
    boolean spent) {
  static final ColumnVerdict NONE = of(Optional.empty(), "", "", false, false);

  ColumnVerdict {
    parts = List.copyOf(parts);
  }

  /** A column that stands alone. */
  static ColumnVerdict of(
      Optional<Identifier> identifier,
      String kind,
      String rule,
      boolean somebodyElse,
      boolean anyValue) {
    return new ColumnVerdict(identifier, kind, rule, somebodyElse, anyValue, List.of(), false);
  }

  /** The same column with others as parts of one value. */
  ColumnVerdict with(String newRule, List<String> newParts) {
    return new ColumnVerdict(identifier, kind, newRule, somebodyElse, anyValue, newParts, false);
  }

  /** The same column, told by another. */
  ColumnVerdict toldElsewhere() {
    return new ColumnVerdict(Optional.empty(), "", rule, somebodyElse, false, List.of(), true);
  }
}
