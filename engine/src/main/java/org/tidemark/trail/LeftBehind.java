package org.tidemark.trail;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.tidemark.engine.Doc;

/**
 * Something that stays when the intruder is gone: an account, a password, a membership, a key, a
 * service, a task, a changed policy. Stands in trail.json as it is.
 */
public record LeftBehind(
    @Doc("L + 16 base-32 characters over kind, host, name, first record")
    String id,

    @Doc("account-created, account-enabled, account-changed, password-set, group-membership,"
        + " key-issued, policy-changed, second-factor-removed, auditing-changed, service or task")
    String kind,

    @Doc("account, member, key, service or task, as the log names it")
    String name,

    @Doc("group, whom a key was issued for, or the log's own term; null = the name says it all")
    Optional<String> what,

    @Doc("host or service on which it was done") String host,
    @Doc("organisation id, or outside") String organisation,
    @Doc("account that did it; null = no record says") Optional<String> by,
    @Doc("clock corrected, UTC") Instant at,

    @Doc("confirmed: in a session that is the intruder's, or by a sign in its record; else"
        + " possible")
    String grade,

    @Doc("rule that gave the grade") String rule,
    @Doc("in words") String why,

    @Doc("hop whose session it was done in, or that had one open there")
    Optional<String> hop,

    @Doc("session id") Optional<String> session,

    @Doc("when it was deleted, taken back or ran out, UTC; null = no record says so")
    Optional<Instant> undone,

    @Doc("log records that show it") List<Trail.RecordPlace> records) {
  public LeftBehind {
    records = List.copyOf(records);
  }
}
