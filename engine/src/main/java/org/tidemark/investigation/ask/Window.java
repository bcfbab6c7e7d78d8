package org.tidemark.investigation.ask;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

/** The time that a log has to speak for, both ends included; never backwards. */
public record Window(Instant from, Instant to) {
  public Window {
    if (to.isBefore(from)) {
      throw new IllegalArgumentException("to: " + to + " (expected: not before " + from + ")");
    }
  }

  /** From the earlier of the two to the later. */
  static Window between(Instant one, Instant other) {
    return other.isBefore(one) ? new Window(other, one) : new Window(one, other);
  }

  /** The least window that holds both. */
  Window with(Window other) {
    return new Window(
        from.isBefore(other.from) ? from : other.from, to.isAfter(other.to) ? to : other.to);
  }

  /** First day of it, UTC. */
  public LocalDate firstDay() {
    return from.atOffset(ZoneOffset.UTC).toLocalDate();
  }

  /** Last day of it, UTC. */
  public LocalDate lastDay() {
    return to.atOffset(ZoneOffset.UTC).toLocalDate();
  }
}
