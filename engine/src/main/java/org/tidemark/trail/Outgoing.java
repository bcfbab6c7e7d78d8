package org.tidemark.trail;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.tidemark.engine.Doc;

/**
 * What went from a held host to somebody outside while it was held, as an upper bound: what its
 * owner sent in that time is in it. Stands in trail.json as it is.
 */
public record Outgoing(
    @Doc("V + 16 base-32 characters over host, destination") String id,
    @Doc("held host") String host,
    @Doc("organisation id, or outside") String organisation,

    @Doc("address or name; null = no log of connections says what left the host")
    Optional<String> destination,

    @Doc("indicator: a known sign of the intruder; shared: stands for several hosts, such as a"
        + " proxy; unresolved: private, and nobody's as far as the case knows; outside: else; null"
        + " = no log")
    Optional<String> kind,

    @Doc("first and last record's time, clock corrected, UTC")
    Optional<Instant> first,

    @Doc("UTC") Optional<Instant> last,

    @Doc("at most so many bytes left this way, those of its owner included; null = no upper bound,"
        + " since no record says how many")
    Optional<Long> bytes,

    @Doc("whether every connection's size is known; else bytes counts only those that are")
    boolean bounded,

    @Doc("connections, each once however many sensors saw it")
    long flows,

    @Doc("connections whose size no record shows") long unsized,

    @Doc("confirmed: to a known sign of the intruder; else possible")
    String grade,

    @Doc("rule that gave the grade") String rule,
    @Doc("in words") String why,
    @Doc("log to ask for, where there is no upper bound") Optional<String> askFor,

    @Doc("log records that show it, the first 20") List<Trail.RecordPlace> records) {
  public Outgoing {
    records = List.copyOf(records);
  }
}
