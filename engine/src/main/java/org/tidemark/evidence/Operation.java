package org.tidemark.evidence;

/** What an {@link Facts.AccessColumns access} did to its object. */
public enum Operation {
  READ,
  LIST,
  WRITE,
  DELETE,
  RENAME,
  /** A pipe, share or handle was opened; no content moved. */
  OPEN
}
