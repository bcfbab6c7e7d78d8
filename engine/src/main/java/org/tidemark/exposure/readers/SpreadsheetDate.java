package org.tidemark.exposure.readers;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;

/** Days since an epoch, as spreadsheets keep dates (ISO/IEC 29500-1, 18.17.4.1). */
final class SpreadsheetDate {
  private static final int LAST_DAY = 2_958_465;
  private static final int PHANTOM_DAY = 60;
  private static final int DAY_SECONDS = 86_400;

  private SpreadsheetDate() {}

  /** ISO 8601 date, with a time where there is one; the number itself where it is no date. */
  static String text(BigDecimal days, boolean from1904) {
    double value = days.doubleValue();
    if (value < 0 || value > LAST_DAY) {
      return days.toPlainString();
    }
    long whole = (long) value;
    long seconds = Math.round((value - whole) * DAY_SECONDS);
    // 1900 is taken for a leap year: serial 60 is a day that never was.
    LocalDate epoch =
        from1904 ? LocalDate.of(1904, 1, 1) : LocalDate.of(1899, 12, whole < PHANTOM_DAY ? 31 : 30);
    LocalDateTime at =
        LocalDateTime.of(epoch.plusDays(whole), LocalTime.MIDNIGHT).plusSeconds(seconds);
    return seconds == 0 ? at.toLocalDate().toString() : at.toString();
  }
}
