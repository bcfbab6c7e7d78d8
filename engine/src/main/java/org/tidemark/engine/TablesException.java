package org.tidemark.engine;

/**
 * The store of rows could not do what it was asked. Where a user can mend that, it is a {@link
 * StoreRefusedException}; else a defect. The message never quotes a value.
 */
public class TablesException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public TablesException(String message) {
    super(message);
  }

  public TablesException(String message, Throwable cause) {
    super(message, cause);
  }
}
