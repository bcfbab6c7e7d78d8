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

  private final Facts.LogonColumns logons;
  private final Endpoints endpoints;
  private final Indicators indicators;
  private final Set<Integer> held = new HashSet<>();
  private final LongSet pairs = new LongSet();
  private final long[] firstSeen;
  private final long end;

  /** Reads the baseline; {@code earliest}: the earliest foothold, µs. */
  Usual(
      Facts.LogonColumns logons,
      Endpoints endpoints,
      Indicators indicators,
      int accounts,
      long earliest) {
    this.logons = logons;
    this.endpoints = endpoints;
    this.indicators = indicators;
    this.end = earliest - MARGIN_MICROS;
    findHeld();
    this.firstSeen = new long[accounts];
    java.util.Arrays.fill(firstSeen, Long.MAX_VALUE);
    for (long row = 0; row < logons.size() && logons.atMicros(row) < end; row++) {
      int account = logons.account(row);
      LogonType type = logons.type(row);
      if (account < 0
          || !logons.succeeded(row)
          || type == LogonType.TICKET
          || type.isCheck()
          || !teaches(row)) {
        continue;
      }
      firstSeen[account] = Math.min(firstSeen[account], logons.atMicros(row));
      int source = place(endpoints, logons.from(row));
      if (source >= 0) {
        pairs.add(pair(account, source));
      }
    }
  }

  private void findHeld() {
    for (long row = 0;
        indicators.any() && row < logons.size() && logons.atMicros(row) < end;
        row++) {
      if (signed(row) && place(endpoints, logons.from(row)) >= 0) {
        held.add(place(endpoints, logons.from(row)));
      }
    }
  }

  private boolean signed(long row) {
    return indicators.logon(logons, row, logons.atMicros(row)).isPresent();
  }

  /** Whether habits may be learned from a row: nothing held opened it. */
  boolean teaches(long row) {
    return !indicators.any()
        || !signed(row) && (held.isEmpty() || !held.contains(place(endpoints, logons.from(row))));
  }

  /** End of the baseline, µs. */
  long end() {
    return end;
  }

  /** Whether the account was known long enough for its habits to count. */
  boolean known(int account) {
    return account >= 0 && firstSeen[account] <= end - LEAST_MICROS;
  }

  /** Whether this account usually comes from this endpoint. */
  boolean usual(Endpoints endpoints, int account, int from) {
    int source = place(endpoints, from);
    return known(account) && source >= 0 && pairs.contains(pair(account, source));
  }

  private static int place(Endpoints endpoints, int from) {
    int host = endpoints.host(from);
    return host >= 0 ? host : from;
  }

  private static long pair(int account, int source) {
    return (long) account << 32 | source;
  }
}
