package org.tidemark.casefile;

/**
 * A written value does not fit its field: what stands there, and what to do. Becomes a {@link
 * CaseProblem}.
 */
final class Misfit extends Exception {
  private static final long serialVersionUID = 1L;

  private final String mend;

  /**
   * @param found a clause on the value that continues "'value' …": "is not a time"
   * @param mend what to do, as a sentence; may be empty
   */
  Misfit(String found, String mend) {
    super(found);
    this.mend = mend;
  }

  String found() {
    return String.valueOf(getMessage());
  }

  String mend() {
    return mend;
  }
}
