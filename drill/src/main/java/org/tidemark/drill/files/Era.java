package org.tidemark.drill.files;

import java.time.LocalDate;

/** Dates as Japanese offices write them: the era's name and the year within it. */
final class Era {
  private static final LocalDate REIWA = LocalDate.of(2019, 5, 1);
  private static final LocalDate HEISEI = LocalDate.of(1989, 1, 8);
  private static final LocalDate SHOWA = LocalDate.of(1926, 12, 25);

  private Era() {}

  static String write(LocalDate date) {
    if (!date.isBefore(REIWA)) {
      return write("令和", 2018, date);
    }
    if (!date.isBefore(HEISEI)) {
      return write("平成", 1988, date);
    }
    return date.isBefore(SHOWA) ? date.toString() : write("昭和", 1925, date);
  }

  private static String write(String era, int before, LocalDate date) {
    int year = date.getYear() - before;
    return era + (year == 1 ? "元" : String.valueOf(year)) + "年" + date.getMonthValue() + "月"
        + date.getDayOfMonth() + "日";
  }
}
