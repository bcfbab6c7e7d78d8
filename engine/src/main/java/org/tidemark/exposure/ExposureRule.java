package org.tidemark.exposure;

import java.util.Locale;

/** What gave an object its grade (RULES.md section 5). */
public enum ExposureRule {
  SESSION_ACCESS("it was accessed in a session of the intruder"),
  HELD_ADMINISTRATOR_INVENTORY(
      "its host was held with administrator rights, so its own log excludes nothing"),
  HELD_UNCOVERED_INVENTORY("its host was held, and no trusted log shows what was read there"),
  DECLARED("the case file says that it leaked"),
  COVERED_NOT_ACCESSED("its host was only reached, and its file log shows no access"),
  HOST_EXCLUDED("its host was never reached, as trusted logs show");

  private final String sentence;

  ExposureRule(String sentence) {
    this.sentence = sentence;
  }

  /** As results write it. */
  public String id() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** Why, in words. */
  public String sentence() {
    return sentence;
  }
}
