package org.tidemark.drill.world;

import java.util.Locale;

/** The organisations of a drill, all invented. */
public enum Company {
  HARBOUR("hb", 10),
  TIDAL("td", 20),
  MOORING("mr", 30);

  private final String prefix;
  private final int network;

  Company(String prefix, int network) {
    this.prefix = prefix;
    this.network = network;
  }

  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** First part of its host names. */
  public String prefix() {
    return prefix;
  }

  /** Second byte of its addresses, the first being 10. */
  public int network() {
    return network;
  }

  /** Windows domain in its DNS form. */
  public String dnsDomain() {
    return id() + ".example";
  }
}
