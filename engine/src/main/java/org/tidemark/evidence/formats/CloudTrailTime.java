package org.tidemark.evidence.formats;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.OptionalLong;

/**
 * Instants inside of CloudTrail's response elements, which it writes in two ways: {@code Sep 14,
 * 2020 7:17:52 AM} in UTC, and as ISO 8601.
 */
final class CloudTrailTime {
  private static final DateTimeFormatter ENGLISH =
      DateTimeFormatter.ofPattern("MMM d, yyyy[,] h:mm:ss a", Locale.US);

  private CloudTrailTime() {}

  /** µs since 1970 UTC; empty where the text is neither. */
  static OptionalLong micros(String written) {
    if (written.isEmpty()) {
      return OptionalLong.empty();
    }
    try {
      // JDK 20 and later write a narrow no-break space before AM and PM; logs do not.
      Instant instant = Character.isDigit(written.charAt(0))
          ? Instant.parse(written)
          : LocalDateTime.parse(written.replace('\u202f', ' '), ENGLISH).toInstant(ZoneOffset.UTC);
      return OptionalLong.of(Math.addExact(
          Math.multiplyExact(instant.getEpochSecond(), 1_000_000L), instant.getNano() / 1000));
    } catch (DateTimeException | ArithmeticException e) {
      return OptionalLong.empty();
    }
  }
}
