package org.tidemark.evidence;

/**
 * What the logs say, in primitive columns, each table ordered by time, then file, then record. Rows
 * count from 0. Times are µs since 1970 UTC as the writing host's clock read, zone applied, clock
 * offset not applied. Names are numbers of the {@link Evidence} dictionaries, -1 where the record
 * has none. Safe to read from any thread.
 */
public final class Facts {
  private Facts() {}

  /** What every table of facts has: when, and which log record says so. */
  public interface Columns {
    long size();

    long atMicros(long row);

    /**
     * Zone in which the record wrote its time, minutes east of UTC; {@link Short#MIN_VALUE} =
     * unknown, read as UTC.
     */
    short zoneMinutes(long row);

    /** Index into {@link Evidence#files()}. */
    int file(long row);

    /** Position of the record in its file or member, from 1. */
    int record(long row);
  }

  /** Logons, and what other records say of one (tickets, explicit credentials). */
  public interface LogonColumns extends Columns {
    /** Account that logged on. */
    int account(long row);

    /** Endpoint it came from: a host name or an address; -1 where the record shows none. */
    int from(long row);

    /** Endpoint logged on to. */
    int to(long row);

    /** Session id, unique per host and boot; 0 where there is none. */
    long session(long row);

    LogonType type(long row);

    boolean succeeded(long row);

    /** User agent, dictionary {@link Evidence#objects()}; -1 = none. */
    int agent(long row);
  }

  /** Accesses to files, pipes, buckets. */
  public interface AccessColumns extends Columns {
    /** Host or service that holds the object. */
    int host(long row);

    int account(long row);

    /** Endpoint of the client; -1 where the record shows none. */
    int from(long row);

    long session(long row);

    /**
     * Name of the object as the host's logs name it ({@code \\hb-fs01\share\a.csv}, {@code
     * s3://bucket/key}).
     */
    int object(long row);

    Operation operation(long row);

    boolean succeeded(long row);

    /** Bytes moved; -1 where the record does not say. */
    long bytes(long row);

    int agent(long row);
  }

  /** Code that ran. */
  public interface ExecutionColumns extends Columns {
    int host(long row);

    int account(long row);

    long session(long row);

    /** Image path, service or task name, command; dictionary {@link Evidence#objects()}. */
    int image(long row);

    /**
     * Hash, or hashes, as the log writes them, lower case ({@code sha1=…,sha256=…}); dictionary
     * objects; -1 = none.
     */
    int hash(long row);

    ExecutionKind kind(long row);
  }

  /** Changes to identities: created, reset, granted, key issued. */
  public interface ChangeColumns extends Columns {
    int host(long row);

    /** Who did it. */
    int account(long row);

    /** Account it was done to. */
    int target(long row);

    long session(long row);

    /**
     * What was done, in the log's own term ({@code 4720}, {@code CreateAccessKey}); dictionary
     * objects.
     */
    int what(long row);

    /** Key or token that was issued; -1 = none; dictionary {@link Evidence#accounts()}. */
    int issued(long row);
  }

  /** Connections, as either end or a sensor between them saw them. */
  public interface FlowColumns extends Columns {
    /** Who wrote the record: one of the ends, or a sensor; -1 where nobody is named. */
    int host(long row);

    /** Whose process it was; -1 where the record does not say. */
    int account(long row);

    /** Endpoint that opened the connection. */
    int from(long row);

    int to(long row);

    /** Image of the process that opened or took it, dictionary objects; -1 = unknown. */
    int image(long row);

    /** 0–65,535. */
    int fromPort(long row);

    /** 0–65,535. */
    int toPort(long row);

    /** Whether it was established: refused and half-open ones carried nothing. */
    boolean succeeded(long row);

    /** Bytes that the opener sent; -1 where the record does not say. */
    long bytesOut(long row);

    /** Bytes that came back; -1 where the record does not say. */
    long bytesIn(long row);

    /** µs from the record's time to the last packet; 0 where the record does not say. */
    long durationMicros(long row);
  }

  /**
   * Whose address an address was: runs of records that show it as one host's own, and leases. The
   * row's time is that of the first record.
   */
  public interface BindingColumns extends Columns {
    int host(long row);

    int address(long row);

    /** µs from the first record to the last, or of the lease. */
    long durationMicros(long row);
  }

  /** Two names of one account that one record shows (a name and its SID). */
  public interface AccountNameColumns extends Columns {
    int account(long row);

    int other(long row);
  }

  /** What records say of sessions and hosts beyond logons. */
  public interface SessionMarkColumns extends Columns {
    int host(long row);

    long session(long row);

    int account(long row);

    SessionMarkKind kind(long row);
  }
}
