package org.tidemark.engine;

/**
 * The store of rows met what a user can mend: no room on the disk, too little memory, a file that
 * is no table of ours or of a newer schema. The message says where, what and what to do.
 */
public final class StoreRefusedException extends TablesException {
  private static final long serialVersionUID = 1L;

  public StoreRefusedException(String message) {
    super(message);
  }

  public StoreRefusedException(String message, Throwable cause) {
    super(message, cause);
  }
}
