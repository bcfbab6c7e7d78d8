package org.tidemark.investigation.ask;

import java.util.Locale;

/** What a log has to show for a question to be settled. */
public enum ShownAct {
  LOGON,
  PROCESS,
  FILE,
  CHANGE,
  /** Tickets that a domain controller issued, with the address that asked for them. */
  TICKET,
  /** Which host had an address when, or whose session went through a shared one. */
  ADDRESS,
  CONNECTION,
  /** What a clock was off by. */
  TIME;

  /** As results and retention.tsv write it. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  static ShownAct of(String id) {
    return valueOf(id.toUpperCase(Locale.ROOT));
  }
}
