package org.tidemark.drill.world;

import java.util.Locale;

/**
 * An account as Windows logs write it.
 *
 * @param domain NetBIOS name of its domain
 * @param rid last part of its SID
 */
public record Login(String domain, String name, int rid) {
  public static final Login SYSTEM = new Login("NT AUTHORITY", "SYSTEM", 18);

  public String sid() {
    return rid == 18
        ? "S-1-5-18"
        : "S-1-5-21-" + (1_000_000_007L + domain.hashCode() % 1000) + "-2406867588-1543852148-"
            + rid;
  }

  /** Normalised: {@code domain\name}, lower case. */
  public String normalised() {
    return (domain + "\\" + name).toLowerCase(Locale.ROOT);
  }
}
