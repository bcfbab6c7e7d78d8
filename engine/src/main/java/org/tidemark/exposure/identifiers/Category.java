package org.tidemark.exposure.identifiers;

import java.util.Locale;

/** What an identifier says of a person, as notices and authorities group it. */
public enum Category {
  CONTACT,
  IDENTITY,
  FINANCIAL,
  GOVERNMENT,
  DEMOGRAPHIC,
  INTERNAL;

  /** As the tables write it. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }
}
