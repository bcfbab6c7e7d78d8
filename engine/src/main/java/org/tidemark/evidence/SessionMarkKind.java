package org.tidemark.evidence;

/** What a record says of a session beyond its logon. */
public enum SessionMarkKind {
  /** The session ended (4634, 4647, sshd "session closed", Samba disconnect). */
  END,
  /** The account holds administrator rights in it (4672, sudo to root). */
  ADMIN,
  /** The host started: every session on it is over; session = 0. */
  BOOT
}
