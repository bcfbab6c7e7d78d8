package org.tidemark.evidence;

/**
 * A dictionary of names: number ↔ text. Numbers run from 0 in the order of the texts' UTF-16 code
 * units.
 */
public interface Names {
  int size();

  String text(int number);

  /** The number of a text; -1 where no record holds it. */
  int number(String text);
}
