package org.tidemark.exposure;

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
 */
record ColumnVerdict(
    Optional<Identifier> identifier,
    String kind,
    String rule,
    boolean somebodyElse,
    boolean anyValue) {
  static final ColumnVerdict NONE = new ColumnVerdict(Optional.empty(), "", "", false, false);
}
