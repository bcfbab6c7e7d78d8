package org.tidemark.investigation.ask;

import java.util.Locale;

/** Where a log is kept. {@code name}: host, address, domain, organisation id, or glob. */
public record LogPlace(Kind kind, String name) {
  /** What the name names. */
  public enum Kind {
    HOST,
    ADDRESS,
    /** The domain controllers of a domain. */
    DOMAIN,
    /** Where an organisation's network ends: VPN gateway, firewall, proxy. */
    EDGE,
    /** Hosts that a glob matches, none of which any log shows. */
    HOSTS;

    /** As results write it. */
    public String id() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  static LogPlace host(String name) {
    return new LogPlace(Kind.HOST, name);
  }
}
