package org.tidemark.drill.people;

/** In what language a file writes its labels and, where its encoding allows, its names. */
public enum Language {
  JAPANESE,
  KOREAN,
  ENGLISH
}
