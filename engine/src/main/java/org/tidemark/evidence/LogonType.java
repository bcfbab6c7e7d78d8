package org.tidemark.evidence;

/**
 * How a session was opened. Windows logon types (event 4624) by their number; the others have
 * numbers from 64 on.
 */
public enum LogonType {
  OTHER(0),
  INTERACTIVE(2),
  NETWORK(3),
  BATCH(4),
  SERVICE(5),
  UNLOCK(7),
  NETWORK_CLEARTEXT(8),
  NEW_CREDENTIALS(9),
  REMOTE_INTERACTIVE(10),
  CACHED_INTERACTIVE(11),
  /** sshd: a shell or command on the target. */
  SHELL(64),
  /** A connection to a file share (Samba full_audit connect). */
  SHARE(65),
  /** A use of a cloud credential: console logon, AssumeRole. */
  CLOUD(66),
  /** The source's own record of credentials used outbound (event 4648). */
  EXPLICIT(67),
  /** A service ticket that a domain controller gave for the target (event 4769). */
  TICKET(68),
  /**
   * A ticket to get tickets, asked of a domain controller (event 4768, refused: 4771); the row's
   * target is the controller. It opens no session.
   */
  TICKET_GRANTING(69),
  /**
   * Credentials that the writer checked without opening a session: NTLM at a controller, or at a
   * host for its own accounts (event 4776).
   */
  VALIDATION(70);

  private final int code;

  LogonType(int code) {
    this.code = code;
  }

  /** Number under which columns keep it; stable. */
  public int code() {
    return code;
  }

  /**
   * Whether the row says only that the writer checked who somebody is: neither a session there nor
   * contact with another host.
   */
  public boolean isCheck() {
    return this == TICKET_GRANTING || this == VALIDATION;
  }

  /** The type of a number; {@link #OTHER} where it is not known. */
  public static LogonType of(int code) {
    for (LogonType type : values()) {
      if (type.code == code) {
        return type;
      }
    }
    return OTHER;
  }
}
