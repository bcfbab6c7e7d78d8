package org.tidemark.trail;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.tidemark.casefile.CaseFile;
import org.tidemark.evidence.EvidenceJson;
import org.tidemark.evidence.Facts;

/**
 * True time from logged time: corrected = logged − offset, where an offset is what the case file
 * declares, else what events estimate (positive = that clock is ahead). Every instant also has an
 * error: half of what the record resolves, or half a day where no zone is known, and that of the
 * clock's estimate (RULES.md section 4, clocks).
 */
final class HostClocks {
  private static final long SECOND = 1_000_000L;

  /** Error of a time whose zone nobody knows: zones span from UTC−12 to UTC+14. */
  private static final long ZONE_UNKNOWN_MICROS = 14L * 3600 * SECOND;

  private record Offset(long fromMicros, long micros) {}

  private final Map<Integer, List<Offset>> offsets = new HashMap<>();
  private final Map<Integer, Long> errors = new HashMap<>();

  HostClocks(CaseFile caseFile, Endpoints endpoints, List<EvidenceJson.ClockOffset> known) {
    for (CaseFile.EvidenceSource source : caseFile.evidence()) {
      source.clockOffset().forEach((name, declared) -> {
        int host = endpoints.number(name);
        if (host >= 0) {
          List<Offset> list = offsets.computeIfAbsent(host, key -> new ArrayList<>());
          for (CaseFile.ClockOffset offset : declared) {
            list.add(new Offset(
                offset.from().map(HostClocks::micros).orElse(Long.MIN_VALUE),
                offset.offset().toNanos() / 1000));
          }
        }
      });
    }
    Set<Integer> declared = Set.copyOf(offsets.keySet());
    for (EvidenceJson.ClockOffset estimate : known) {
      int number = estimate.source() == null ? endpoints.number(estimate.host()) : -1;
      int host = endpoints.place(number, 0);
      if (host < 0 || declared.contains(host)) {
        continue;
      }
      errors.merge(host, estimate.errorMicros(), Math::max);
      if (!estimate.known().equals("relative")) {
        String from = estimate.from();
        offsets
            .computeIfAbsent(host, key -> new ArrayList<>())
            .add(new Offset(
                from == null ? Long.MIN_VALUE : micros(Instant.parse(from)),
                estimate.offsetMicros()));
      }
    }
    offsets.values().forEach(list -> list.sort(Comparator.comparingLong(Offset::fromMicros)));
  }

  /** Whether the host's clock is known to be off. */
  boolean off(int host) {
    return offsets.containsKey(host);
  }

  /** Whether any clock is known to be off, or unsure. */
  boolean anyOff() {
    return !offsets.isEmpty() || !errors.isEmpty();
  }

  /** Error of a time that is written to the second. */
  static long errorOfSeconds() {
    return SECOND;
  }

  /** How far any host's offset itself may be off, µs. */
  long widestErrorMicros() {
    return errors.values().stream().mapToLong(Long::longValue).max().orElse(0);
  }

  /** How far the host's offset itself may be off, µs; 0 where the case file declares it. */
  long errorOf(int host) {
    return errors.getOrDefault(host, 0L);
  }

  /** The largest offset either way, µs. */
  long widestMicros() {
    return offsets.values().stream()
        .flatMap(List::stream)
        .mapToLong(o -> Math.abs(o.micros))
        .max()
        .orElse(0);
  }

  /** True time of what {@code host} logged at {@code loggedMicros}. */
  long corrected(int host, long loggedMicros) {
    List<Offset> list = offsets.isEmpty() ? null : offsets.get(host);
    if (list == null) {
      return loggedMicros;
    }
    long micros = 0;
    for (Offset offset : list) {
      if (loggedMicros >= offset.fromMicros) {
        micros = offset.micros;
      }
    }
    return loggedMicros - micros;
  }

  /** How far a logged time may be off, either way, µs. */
  static long errorMicros(Facts.Columns columns, long row) {
    if (columns.zoneMinutes(row) == Short.MIN_VALUE) {
      return ZONE_UNKNOWN_MICROS;
    }
    return columns.atMicros(row) % SECOND == 0 ? SECOND : 1000;
  }

  /** The time as the log wrote it: local to its zone, to the digits that it had. */
  static String written(Facts.Columns columns, long row) {
    short zone = columns.zoneMinutes(row);
    long local = columns.atMicros(row) + (zone == Short.MIN_VALUE ? 0 : zone * 60L * SECOND);
    String text = instant(local).toString();
    return text.substring(0, text.length() - 1);
  }

  static long micros(Instant instant) {
    return Math.addExact(
        Math.multiplyExact(instant.getEpochSecond(), SECOND), instant.getNano() / 1000);
  }

  static Instant instant(long micros) {
    return Instant.ofEpochSecond(
        Math.floorDiv(micros, SECOND), Math.floorMod(micros, SECOND) * 1000L);
  }
}
