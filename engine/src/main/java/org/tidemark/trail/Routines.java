package org.tidemark.trail;

import java.util.Locale;
import org.tidemark.casefile.CaseFile;
import org.tidemark.casefile.Glob;

/**
 * Declared routine ({@code expected:} in case.yaml): backup, scan, monitoring that is never a hop.
 */
final class Routines {
  private final CaseFile caseFile;

  Routines(CaseFile caseFile) {
    this.caseFile = caseFile;
  }

  /**
   * {@code account} as {@code domain\name} or {@code name}; a routine without a domain covers every
   * domain.
   */
  boolean covers(String account, String host) {
    String bare = account.substring(account.indexOf('\\') + 1);
    for (CaseFile.Routine routine : caseFile.expected()) {
      String expected = routine.account().toLowerCase(Locale.ROOT);
      if ((expected.equals(account) || expected.equals(bare))
          && routine.to().stream().anyMatch(glob -> Glob.ofHost(glob).matches(host))) {
        return true;
      }
    }
    return false;
  }
}
