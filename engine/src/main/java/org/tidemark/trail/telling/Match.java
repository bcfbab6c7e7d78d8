package org.tidemark.trail.telling;

import java.util.Locale;

/**
 * One thing that a name or an id may mean.
 *
 * @param id its id; its name where it has none
 * @param name how it is shown in a list
 */
public record Match(Kind kind, String id, String name) {
  /** What it is. */
  public enum Kind {
    HOP,
    HOST,
    ACCOUNT,
    FOOTHOLD,
    SESSION,
    OBJECT;

    /** As results write it. */
    public String id() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
