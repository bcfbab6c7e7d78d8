package org.tidemark.exposure.readers;

/**
 * How far a file could be read.
 *
 * @param state read, partly or unread
 * @param reason why not, or not to its end; "" when read
 * @param bytesRead bytes of the file that were read as content
 */
public record ReadOutcome(State state, String reason, long bytesRead) {
  /** How far. */
  public enum State {
    READ,
    PARTLY,
    UNREAD;

    /** As the tables write it. */
    public String id() {
      return name().toLowerCase(java.util.Locale.ROOT);
    }
  }

  public static ReadOutcome read(long bytes) {
    return new ReadOutcome(State.READ, "", bytes);
  }

  public static ReadOutcome partly(String reason, long bytes) {
    return new ReadOutcome(State.PARTLY, reason, bytes);
  }

  public static ReadOutcome unread(String reason) {
    return new ReadOutcome(State.UNREAD, reason, 0);
  }
}
