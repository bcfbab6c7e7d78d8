package org.tidemark.trail;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.tidemark.evidence.Evidence;
import org.tidemark.evidence.Facts;

/**
 * Changes to identities that begin or end a hold, in true time: keys issued, accounts made,
 * passwords set, keys deleted (RULES.md section 3). Read once from first to last; memory follows
 * the number of such changes.
 */
final class IdentityChanges {
  /**
   * Windows: an account changed its own password, somebody set another's, an account was disabled
   * or deleted. CloudTrail: a key or a console password went, or got another state.
   */
  private static final Set<String> ENDS = Set.of(
      "4723",
      "4724",
      "4725",
      "4726",
      "DeleteAccessKey",
      "DeleteLoginProfile",
      "UpdateLoginProfile",
      "ChangePassword",
      "DeleteUser");

  /** What readers write where a record says when a key will expire. */
  private static final String EXPIRES = "expires";

  /** What readers write where a key left its host; whether the host signs with it is for us. */
  private static final String EXPORTS = "signing-key-export";

  /** Windows: an account was created. */
  private static final Set<String> CREATES = Set.of("4720");

  /** What a change does to a hold. */
  enum Kind {
    ISSUED,
    CREATED,
    EXPIRED,
    EXPORTED,
    ENDED
  }

  /**
   * One change.
   *
   * @param at true time, µs
   * @param host that logged it; {@code by}: account that made it, in {@code session}
   * @param target the key that was issued, the account that was made or ended
   */
  record Change(long at, Kind kind, int host, int by, long session, int target) {}

  private final List<Change> changes = new ArrayList<>();
  private int next;

  IdentityChanges(Evidence evidence, Logons logons) {
    Facts.ChangeColumns columns = evidence.changes();
    Accounts accounts = logons.accounts();
    for (long row = 0; row < columns.size(); row++) {
      int what = columns.what(row);
      String term = what < 0 ? "" : evidence.objects().text(what);
      int issued = accounts.of(columns.issued(row));
      int target = accounts.of(columns.target(row));
      Kind kind = kind(term, issued, target);
      if (kind != null && (columns.account(row) >= 0 || kind == Kind.EXPORTED)) {
        int host = logons.endpoints().host(columns.host(row));
        changes.add(new Change(
            logons.clocks().corrected(host, columns.atMicros(row)),
            kind,
            host,
            accounts.of(columns.account(row)),
            columns.session(row),
            kind == Kind.ISSUED ? issued : target));
      }
    }
    changes.sort(Comparator.comparingLong(Change::at));
  }

  private static @Nullable Kind kind(String term, int issued, int target) {
    if (issued >= 0) {
      return Kind.ISSUED;
    }
    if (term.equals(EXPORTS)) {
      return Kind.EXPORTED;
    }
    if (target < 0) {
      return null;
    }
    if (term.equals(EXPIRES)) {
      return Kind.EXPIRED;
    }
    return CREATES.contains(term) ? Kind.CREATED : ENDS.contains(term) ? Kind.ENDED : null;
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
