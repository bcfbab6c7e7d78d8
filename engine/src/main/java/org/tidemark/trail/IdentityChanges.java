package org.tidemark.trail;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.tidemark.evidence.Evidence;
import org.tidemark.evidence.Facts;

/**
 * Changes to identities that begin or end a hold, in true time: passwords set, keys issued
 * (RULES.md section 3). Read once from first to last; memory follows the number of such changes.
 */
final class IdentityChanges {
  /** Windows: an account changed its own password; somebody set another's. */
  private static final Set<String> PASSWORDS = Set.of("4723", "4724");

  /**
   * One change.
   *
   * @param at true time, µs
   * @param host that logged it; {@code by}: account that made it; {@code target}: whose password
   * @param issued key that was given; -1 = a password was set
   */
  record Change(long at, int host, int by, int target, int issued) {}

  private final List<Change> changes = new ArrayList<>();
  private int next;

  IdentityChanges(Evidence evidence, Endpoints endpoints, HostClocks clocks) {
    Facts.ChangeColumns columns = evidence.changes();
    for (long row = 0; row < columns.size(); row++) {
      int what = columns.what(row);
      boolean issues = columns.issued(row) >= 0;
      boolean sets = what >= 0 && PASSWORDS.contains(evidence.objects().text(what));
      if (columns.account(row) >= 0 && (issues || sets && columns.target(row) >= 0)) {
        int host = endpoints.host(columns.host(row));
        changes.add(new Change(
            clocks.corrected(host, columns.atMicros(row)),
            host,
            columns.account(row),
            columns.target(row),
            columns.issued(row)));
      }
    }
    changes.sort(Comparator.comparingLong(Change::at));
  }

  /** Instant of the next change, µs; {@link Long#MAX_VALUE} = there is none. */
  long nextAt() {
    return next < changes.size() ? changes.get(next).at : Long.MAX_VALUE;
  }

  /** Takes the next change; there must be one. */
  Change take() {
    return changes.get(next++);
  }

  /** Takes the changes before an instant, µs. */
  void before(long at, Consumer<Change> visitor) {
    while (nextAt() < at) {
      visitor.accept(take());
    }
  }
}
