package org.tidemark.engine;

/**
 * The store of rows could not do what it was asked: disk full, memory limit too low, a file that is
 * no Parquet or of a newer schema. The message says where, what and what to do; it never quotes a
 * value.
 */
public final class TablesException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public TablesException(String message) {
    super(message);
  }

  public TablesException(String message, Throwable cause) {
    super(message, cause);
  }
}
