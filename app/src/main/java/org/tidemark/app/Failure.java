package org.tidemark.app;

/**
 * A command cannot go on, through no defect of Tidemark: a sentence for the user and an exit
 * status.
 */
public final class Failure extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final int status;

  /**
   * @param status one of {@link ExitStatus}
   * @param message where, what, what was expected, what to do; several lines are several problems
   */
  public Failure(int status, String message) {
    super(message);
    this.status = status;
  }

  /** How the command ends. */
  public int status() {
    return status;
  }

  /** What the user reads. */
  public String message() {
    return String.valueOf(getMessage());
  }
}
