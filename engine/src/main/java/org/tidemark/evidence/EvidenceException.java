package org.tidemark.evidence;

/**
 * Evidence could not be kept or opened again: a full disk, a damaged work folder. The message says
 * what to do.
 */
public final class EvidenceException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public EvidenceException(String message, Throwable cause) {
    super(message, cause);
  }
}
