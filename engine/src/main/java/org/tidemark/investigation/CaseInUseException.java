package org.tidemark.investigation;

/** Another process writes the case. Exit status 1. */
public final class CaseInUseException extends Exception {
  private static final long serialVersionUID = 1L;

  CaseInUseException(String caseFolder, String holder) {
    super(caseFolder + ": in use by " + holder + ". Wait until it ends, or stop it.");
  }
}
