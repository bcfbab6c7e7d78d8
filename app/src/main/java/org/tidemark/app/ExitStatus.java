package org.tidemark.app;

/** How a command ends (CONTRACT.md section 3; docs/reference/exit-statuses.md). */
public final class ExitStatus {
  /** An answer. */
  public static final int ANSWER = 0;

  /** The case or the evidence is at fault; the message says what to do. */
  public static final int CASE_AT_FAULT = 1;

  /** Wrong usage. */
  public static final int WRONG_USAGE = 2;

  /** Nothing usable was read: zero results never look like success. */
  public static final int NOTHING_READ = 3;

  /** The check says no. */
  public static final int CHECK_SAYS_NO = 4;

  /** A defect in Tidemark. */
  public static final int DEFECT = 5;

  /** Stopped by the user; what is finished is kept. */
  public static final int STOPPED = 130;

  private ExitStatus() {}
}
