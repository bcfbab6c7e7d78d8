package org.tidemark.engine;

/**
 * Where a stage tells how far it is. Counts only: rate and time left are made by whoever shows
 * them, since the engine has no clock. Safe from any thread.
 */
public interface Progress {
  /** Shows nothing. */
  Progress NONE = new Progress() {
    @Override
    public void begin(String step, long total, String unit) {}

    @Override
    public void advance(long done) {}

    @Override
    public void end() {}
  };

  /**
   * A step begins.
   *
   * @param step what is being done, in a user's words ("reading logs")
   * @param total how much there is to do in {@code unit}s; -1 where nobody knows
   * @param unit "bytes", "files", "people" …
   */
  void begin(String step, long total, String unit);

  /** {@code done} more units are done. */
  void advance(long done);

  /** The step ended. */
  void end();
}
