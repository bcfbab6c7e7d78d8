package org.tidemark.trail;

import java.util.HashSet;
import java.util.Set;
import org.tidemark.evidence.Facts;
import org.tidemark.evidence.LogonType;

/**
 * What is usual: which account came from which endpoint before anything was held. Learned up to the
 * earliest foothold less a margin of 14 days, from accounts that were seen for at least 14 days of
 * it (RULES.md section 4). Without such a baseline nothing is usual.
 *
 * <p>Never learned from held sources: whatever the case file declares is held later than the
 * baseline, so a source is held within it only where a record there bears a sign of the intruder.
 * Such a record teaches nothing, nor does any other from the same source.
 */
final class Usual {
  /**
   * Days before the earliest foothold that are not learned from: the foothold may be older than we
   * know.
   */
  static final long MARGIN_MICROS = 14L * 86_400_000_000L;

  /** How long an account must be known before its habits count. */
  static final long LEAST_MICROS = 14L * 86_400_000_000L;

  private final Logons logons;
  private final Indicators indicators;
  private final Set<Integer> held = new HashSet<>();
  private final LongSet pairs = new LongSet();
  private final long[] firstSeen;
  private final long end;

  /** Reads the baseline once; {@code earliest}: the earliest foothold, µs. */
  Usual(Logons logons, Indicators indicators, LooseReach loose, long earliest) {
    this.logons = logons;
    this.indicators = indicators;
    this.end = earliest - MARGIN_MICROS;
    findHeld();
    this.firstSeen = new long[logons.accounts().size()];
    java.util.Arrays.fill(firstSeen, Long.MAX_VALUE);
    Facts.LogonColumns columns = logons.columns();
    long rows = LooseReach.firstRow(columns, end);
    for (long row = 0; row < rows; row++) {
      if (!loose.account(columns.account(row)) || !columns.succeeded(row)) {
        continue;
      }
      LogonType type = columns.type(row);
      boolean habit =
          Logons.opensFromElsewhere(type) || Logons.exposes(type) || type == LogonType.EXPLICIT;
      if (!habit || !teaches(row)) {
        continue;
      }
      int account = logons.account(row);
      firstSeen[account] = Math.min(firstSeen[account], columns.atMicros(row));
      int source = logons.place(row);
      if (source >= 0) {
        pairs.add(pair(account, source));
      }
    }
  }

  private void findHeld() {
    long rows = indicators.any() ? LooseReach.firstRow(logons.columns(), end) : 0;
    for (long row = 0; row < rows; row++) {
      if (signed(row) && logons.place(row) >= 0) {
        held.add(logons.place(row));
      }
    }
  }

  private boolean signed(long row) {
    return indicators
        .logon(logons.columns(), row, logons.columns().atMicros(row))
        .isPresent();
  }

  /** Whether habits may be learned from a row: nothing held opened it. */
  boolean teaches(long row) {
    return !indicators.any()
        || !signed(row) && (held.isEmpty() || !held.contains(logons.place(row)));
  }

  /** End of the baseline, µs. */
  long end() {
    return end;
  }

  /** Whether the account was known long enough for its habits to count. */
  boolean known(int account) {
    return account >= 0 && firstSeen[account] <= end - LEAST_MICROS;
  }

  /** Whether the logon's account usually comes from where the logon comes from. */
  boolean usual(long row) {
    int account = logons.account(row);
    int source = logons.place(row);
    return known(account) && source >= 0 && pairs.contains(pair(account, source));
  }

  private static long pair(int account, int source) {
    return (long) account << 32 | source;
  }
}
