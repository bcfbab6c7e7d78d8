package org.tidemark.exposure.identifiers;

import java.util.Optional;

/**
 * One kind of identifier: how it is written, what proves it, and its normal form. Stateless; safe
 * from any thread.
 */
public interface Identifier {
  /** Id of the kind: {@code email}. */
  String kind();

  Category category();

  /** The headers and labels that announce it, in Japanese, Korean and English. */
  HeaderWords words();

  /**
   * The normal form of a value that stands where the identifier is announced; empty when it is not
   * one. The whole value has to be the identifier.
   */
  Optional<String> match(String value, Hints hints);

  /** Finds it in running text; kinds that prove nothing by themselves find nothing. */
  default void find(String text, Hints hints, Found found) {}

  /**
   * Share of a column's values in 1/1000 that makes it such a column without a header; above 1000 =
   * never.
   */
  default int sharePerMilleWithoutHeader() {
    return 1001;
  }

  /** Share of a column's values in 1/1000 that a header needs beside it. */
  default int sharePerMilleWithHeader() {
    return 500;
  }

  /**
   * Whether an announced column can hold it, given how many cells are filled and how many values
   * differ (counted up to 4096): a column of two values holds no identifiers whatever its header
   * says.
   */
  default boolean acceptsColumn(long filled, int distinct) {
    return true;
  }

  /**
   * Whether one value proves itself, so that it counts in an announced column whatever the others
   * are.
   */
  default boolean provesItself() {
    return false;
  }

  /** Whether it alone makes a row a record of a person. */
  default boolean key() {
    return false;
  }

  /**
   * What is known around a value.
   *
   * @param region ISO 3166 alpha-2 of the country whose notation is tried first
   */
  record Hints(String region) {
    /** Nothing is known; Japanese notation is tried first. */
    public static final Hints NONE = new Hints("JP");
  }

  /** Takes what was found in running text. */
  @FunctionalInterface
  interface Found {
    /** {@code text[from, to)} is one, with this normal form. */
    void at(int from, int to, String match, String rule);
  }
}
