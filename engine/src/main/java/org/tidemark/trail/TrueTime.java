package org.tidemark.trail;

import java.time.Instant;
import org.tidemark.casefile.CaseFile;
import org.tidemark.evidence.Evidence;

/**
 * True time of what a host logged, and which host a name or an address stood for then, for the
 * stages after the trail. Safe to read from any thread.
 */
public final class TrueTime {
  private final HostClocks clocks;
  private final Endpoints endpoints;

  public TrueTime(CaseFile caseFile, Evidence evidence) {
    this.endpoints = new Endpoints(caseFile, evidence);
    this.clocks = new HostClocks(caseFile, endpoints, evidence.json().clockOffsets());
  }

  /**
   * µs since 1970 UTC; {@code endpoint} is the dictionary number of the host that logged {@code
   * loggedMicros}.
   */
  public long micros(int endpoint, long loggedMicros) {
    return clocks.corrected(endpoints.host(endpoint), loggedMicros);
  }

  /**
   * Number of the host that an endpoint of the dictionary stood for at an instant as logged, µs;
   * the endpoint's own where no host is known.
   */
  public int host(int endpoint, long loggedMicros) {
    return endpoints.place(endpoint, loggedMicros);
  }

  /** Number of the host that results call so; -1 where there is none. */
  public int host(String name) {
    return endpoints.number(name);
  }

  /** µs since 1970 UTC. */
  public static long micros(Instant instant) {
    return HostClocks.micros(instant);
  }

  public static Instant instant(long micros) {
    return HostClocks.instant(micros);
  }
}
