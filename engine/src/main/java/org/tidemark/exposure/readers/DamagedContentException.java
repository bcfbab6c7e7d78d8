package org.tidemark.exposure.readers;

import java.io.IOException;

/**
 * The bytes are not what the format asks for, or more than a limit allows; carries the reason's id
 * only.
 */
public final class DamagedContentException extends IOException {
  private static final long serialVersionUID = 1L;

  private final String reason;

  public DamagedContentException(String reason) {
    super(reason);
    this.reason = reason;
  }

  /** {@code damaged}, {@code encrypted}, {@code too-large} … */
  public String reason() {
    return reason;
  }
}
