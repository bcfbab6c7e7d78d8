package org.tidemark.house.samples.engine;

import java.sql.DriverManager;
import java.sql.SQLException;

/** Goes to the row store beside the one class that may. */
public final class OpensTheStore {
  private OpensTheStore() {}

  /** Opens a connection of its own. */
  public static boolean open() throws SQLException {
    return !DriverManager.getConnection("jdbc:duckdb:").isClosed();
  }
}
