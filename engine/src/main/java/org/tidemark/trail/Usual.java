package org.tidemark.trail;

import org.tidemark.evidence.Facts;
import org.tidemark.evidence.LogonType;

/**
 * What is usual: which account came from which endpoint before anything was held. Learned up to the
 * earliest foothold less a margin of 14 days, from accounts that were seen for at least 14 days of
 * it (RULES.md section 4). Without such a baseline nothing is usual.
 */
final class Usual {
  /**
   * Days before the earliest foothold that are not learned from: the foothold may be older than we
   * know.
   */
  static final long MARGIN_MICROS = 14L * 86_400_000_000L;

  /** How long an account must be known before its habits count. */
  static final long LEAST_MICROS = 14L * 86_400_000_000L;

  private final LongSet pairs = new LongSet();
  private final long[] firstSeen;
  private final long end;

  /** Reads the baseline once; {@code earliest}: the earliest foothold, µs. */
  Usual(Facts.LogonColumns logons, Endpoints endpoints, int accounts, long earliest) {
    this.end = earliest - MARGIN_MICROS;
    this.firstSeen = new long[accounts];
    java.util.Arrays.fill(firstSeen, Long.MAX_VALUE);
    for (long row = 0; row < logons.size() && logons.atMicros(row) < end; row++) {
      int account = logons.account(row);
      LogonType type = logons.type(row);
      if (account < 0 || !logons.succeeded(row) || type == LogonType.TICKET || type.isCheck()) {
        continue;
      }
      firstSeen[account] = Math.min(firstSeen[account], logons.atMicros(row));
      int source = place(endpoints, logons.from(row));
      if (source >= 0) {
        pairs.add(pair(account, source));
      }
    }
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
