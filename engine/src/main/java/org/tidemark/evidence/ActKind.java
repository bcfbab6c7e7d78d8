package org.tidemark.evidence;

/** Kinds of act whose recording is switched on or off separately (RULES.md section 2). */
public enum ActKind {
  LOGON,
  PROCESS,
  FILE,
  CHANGE;

  public String id() {
    return name().toLowerCase(java.util.Locale.ROOT);
  }
}
