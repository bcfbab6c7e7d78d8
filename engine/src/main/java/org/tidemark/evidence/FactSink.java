package org.tidemark.evidence;

import java.util.HashMap;
import java.util.Map;
import java.util.SortedMap;

/**
 * Where a {@link LogFormat} puts what a work unit's records say. For each record: {@link #begin},
 * then its time and writer, then its facts, then exactly one of {@link #used}, {@link #ignored},
 * {@link #unparsed}. Facts of a record that ends as ignored or unparsed must not have been added.
 * Used by one thread.
 */
@SuppressWarnings("EnumOrdinal") // columns are a cache of this build: no ordinal outlives it
public final class FactSink {
  /**
   * Times outside are absurd: a record that claims one is unparsed. 1990-01-01 and 2100-01-01, µs.
   */
  private static final long EARLIEST = 631_152_000_000_000L;

  private static final long LATEST = 4_102_444_800_000_000L;

  private final ReadSettings settings;
  private final ZoneVotes zones = new ZoneVotes();
  private final UnitNames endpoints = new UnitNames();
  private final UnitNames accounts = new UnitNames();
  private final UnitNames objects = new UnitNames();
  private final Map<FactTable, UnitRows> rows = new java.util.EnumMap<>(FactTable.class);
  private final Map<FactTable, IntList> pendingWriters = new java.util.EnumMap<>(FactTable.class);
  private final HostActivities activities = new HostActivities();
  private final java.util.Set<Long> sameAccounts = new java.util.HashSet<>();
  private final AddressRuns bindings = new AddressRuns(this::binding);
  private final Map<Integer, Boolean> controllers = new HashMap<>();
  private final RecordCounts counts = new RecordCounts();

  private int record;
  private long offset;
  private long at;
  private short zoneMinutes;
  private int writer = -1;
  private boolean pendingZone;

  public FactSink(ReadSettings settings) {
    this.settings = settings;
  }

  /** What the case file says of the source. */
  public ReadSettings settings() {
    return settings;
  }

  /**
   * A record begins.
   *
   * @param number its position in the unit, from 1
   * @param byteOffset of its first byte in the file or member, from 0
   */
  public void begin(int number, long byteOffset) {
    record = number;
    offset = byteOffset;
    writer = -1;
    at = 0;
    zoneMinutes = Short.MIN_VALUE;
    pendingZone = false;
    counts.read++;
  }

  /**
   * The record's time is an instant.
   *
   * @param micros since 1970 UTC
   * @param zone minutes east of UTC that it was written in
   * @return false when the time is absurd; the record is unparsed then
   */
  public boolean at(long micros, int zone) {
    at = micros;
    zoneMinutes = (short) zone;
    pendingZone = false;
    return micros >= EARLIEST && micros < LATEST;
  }

  /**
   * The record's time has no zone: the source's, or else the one that the writer's other records
   * vote for.
   */
  public boolean atLocal(long localMicros) {
    at = localMicros;
    pendingZone = settings.zone().isEmpty();
    if (!pendingZone) {
      int minutes = zones.offsetOf(settings.zone().get(), localMicros);
      at = localMicros - minutes * 60_000_000L;
      zoneMinutes = (short) minutes;
    }
    return at >= EARLIEST && at < LATEST;
  }

  /** A record of the writer shows one instant both as its local time and, nearly, as UTC. */
  public void zoneVote(int host, long localMicros, long utcMicros) {
    zones.vote(host, localMicros - utcMicros);
  }

  /** Number of the record in its unit, from 1. */
  public int record() {
    return record;
  }

  /**
   * The record's time as a fact of it would have it, µs; without its zone where that is still to be
   * found.
   */
  public long at() {
    return at;
  }

  /** The host that wrote the record; its log covers this instant. Call after the time is set. */
  public void writtenBy(int host) {
    writer = host;
    if (at <= settings.latestCredible()) {
      activities.saw(host, pendingZone, at);
    } else {
      counts.afterCollection++;
    }
  }

  /** The record shows that its writer records acts of this kind. */
  public void shows(ActKind kind) {
    if (writer >= 0) {
      activities.of(writer, pendingZone).show(kind);
    }
  }

  /** The writer's channel gave the record a number; kept where the export holds every record. */
  public void numbered(String channel, long number) {
    if (writer >= 0 && number >= 0) {
      activities.of(writer, pendingZone).numbers.add(channel, number, at);
    }
  }

  /** The writer's log was cleared at the record's time. */
  public void cleared() {
    if (writer >= 0) {
      activities.of(writer, pendingZone).cleared.add(at);
    }
  }

  /** The writer stopped recording some kind of act at the record's time. */
  public void switchedOff() {
    if (writer >= 0) {
      activities.of(writer, pendingZone).switchedOff.add(at);
    }
  }

  /**
   * The facts that follow are what several records say together, this one first. Not counted again.
   */
  public void again(int number, long micros) {
    record = number;
    at = micros;
    zoneMinutes = 0;
    pendingZone = false;
  }

  /** The record shows an address as the host's own; both are endpoint numbers. */
  public void ownAddress(int host, int address) {
    if (host >= 0 && address >= 0 && host != address) {
      bindings.show(host, address, at);
    }
  }

  /**
   * The address was given to the host at the record's time for so long, µs (DHCP). Both are
   * endpoint numbers.
   */
  public void lease(int host, int address, long micros) {
    if (host >= 0 && address >= 0 && host != address && micros >= 0) {
      bindings.add(host, address, micros);
    }
  }

  private UnitRows binding(int host, int address) {
    UnitRows table = row(FactTable.BINDINGS, 0, true, 0);
    names(table, host, address);
    return table;
  }

  /** The record shows two names of one account (a name and its SID); account numbers. */
  public void sameAccount(int account, int other) {
    if (account >= 0
        && other >= 0
        && account != other
        && sameAccounts.add((long) Math.min(account, other) << 32 | Math.max(account, other))) {
      UnitRows table = row(FactTable.ACCOUNT_NAMES, 0, true, 0);
      names(table, account, other);
    }
  }

  /**
   * A connection.
   *
   * @param host who wrote the record; {@code account}, {@code image}: of the process, -1 = unknown
   * @param ports source and destination, 0–65,535 each
   * @param bytesOut sent by the opener, {@code bytesIn}: came back; -1 = unknown
   * @param durationMicros to the last packet, 0 = unknown
   */
  public void flow(
      int host,
      int account,
      int from,
      int to,
      int image,
      int[] ports,
      boolean established,
      long bytesOut,
      long bytesIn,
      long durationMicros) {
    long packed = (ports[0] & 0xffffL) << 16 | ports[1] & 0xffff;
    UnitRows table = row(FactTable.FLOWS, 0, established, packed);
    table.longs[2][table.size - 1] = bytesOut;
    table.longs[3][table.size - 1] = bytesIn;
    table.longs[4][table.size - 1] = durationMicros;
    names(table, host, account, from, to, image);
  }

  /** The writer acts as a domain controller. */
  public void controller() {
    controller(writer);
  }

  /** The endpoint acts as a domain controller, by its name or its address. */
  public void controller(int endpoint) {
    if (endpoint >= 0) {
      controllers.put(endpoint, true);
    }
  }

  /** Number of an endpoint as {@link EndpointName} writes it; -1 for the empty text. */
  public int endpoint(String name) {
    return endpoints.number(name);
  }

  /** The endpoint's name. */
  public String endpointName(int number) {
    return endpoints.text(number);
  }

  /** Number of an account as {@link AccountName} writes it; -1 for the empty text. */
  public int account(String name) {
    return accounts.number(name);
  }

  /** Number of an object, image, user agent, hash or kind of change; -1 for the empty text. */
  public int object(String name) {
    return objects.number(name);
  }

  public void logon(
      int account, int from, int to, long session, LogonType type, boolean succeeded, int agent) {
    UnitRows table = row(FactTable.LOGONS, type.code(), succeeded, session);
    names(table, account, from, to, agent);
  }

  public void access(
      int host,
      int account,
      int from,
      long session,
      int object,
      Operation operation,
      boolean succeeded,
      long bytes,
      int agent) {
    UnitRows table = row(FactTable.ACCESSES, operation.ordinal(), succeeded, session);
    table.longs[2][table.size - 1] = bytes;
    names(table, host, account, from, object, agent);
  }

  public void execution(
      int host, int account, long session, int image, int hash, ExecutionKind kind) {
    UnitRows table = row(FactTable.EXECUTIONS, kind.ordinal(), true, session);
    names(table, host, account, image, hash);
  }

  public void change(int host, int account, int target, long session, int what, int issued) {
    UnitRows table = row(FactTable.CHANGES, 0, true, session);
    names(table, host, account, target, what, issued);
  }

  public void mark(int host, int account, long session, SessionMarkKind kind) {
    if (kind == SessionMarkKind.BOOT && host == writer && host >= 0) {
      activities.of(host, pendingZone).boots.add(at);
    }
    UnitRows table = row(FactTable.MARKS, kind.ordinal(), true, session);
    names(table, host, account);
  }

  /** The record's facts were added. */
  public void used() {
    counts.used++;
  }

  /** The record is of no use to any stage. {@code reason}: a kebab-case id. */
  public void ignored(String reason) {
    counts.ignored.merge(reason, 1L, Long::sum);
  }

  /** The record cannot be read; its place is kept as a sample. */
  public void unparsed() {
    counts.unparsed(record, offset);
  }

  /** The same, and why. {@code reason}: a kebab-case id. */
  public void unparsed(String reason) {
    counts.unparsed(record, offset, reason);
  }

  /** What was found so far, sorted, zones settled. The sink must not be used after it. */
  ReadResult finish(String broken) {
    zones.settle();
    for (UnitRows table : rows.values()) {
      IntList writers = writers(table.table);
      for (int i = 0; i < table.size; i++) {
        int host = writers.get(i);
        if (host >= -1) {
          int minutes = host < 0 ? Short.MIN_VALUE : zones.minutes(host);
          int packed = table.ints[FactTable.PACKED][i];
          table.ints[FactTable.PACKED][i] = (packed & 0xffff) | (minutes << 16);
          table.longs[FactTable.AT][i] -= shift(minutes);
        }
      }
      table.sortByTime();
    }
    SortedMap<Integer, HostActivities.Activity> settled = activities.settled(zones);
    settled.values().forEach(activity -> counts.covers(activity.first(), activity.last()));
    return new ReadResult(
        rows.values().toArray(UnitRows[]::new),
        endpoints.texts(),
        accounts.texts(),
        objects.texts(),
        counts,
        bindings.pairs(),
        controllers.keySet().stream().mapToInt(Integer::intValue).sorted().toArray(),
        settled,
        broken);
  }

  /** µs that a local time of this zone lies ahead of UTC; 0 where the zone is unknown. */
  static long shift(int minutes) {
    return minutes == Short.MIN_VALUE ? 0 : minutes * 60_000_000L;
  }

  private UnitRows row(FactTable which, int code, boolean succeeded, long session) {
    UnitRows table = rows.computeIfAbsent(which, UnitRows::new);
    int i = table.add();
    table.longs[FactTable.AT][i] = at;
    table.longs[1][i] = session;
    table.ints[FactTable.RECORD][i] = record;
    table.ints[FactTable.PACKED][i] = FactTable.pack(zoneMinutes, code, succeeded);
    writers(which).add(pendingZone ? writer : Integer.MIN_VALUE);
    return table;
  }

  private IntList writers(FactTable table) {
    return pendingWriters.computeIfAbsent(table, t -> new IntList());
  }

  private static void names(UnitRows table, int... numbers) {
    for (int c = 0; c < numbers.length; c++) {
      table.ints[FactTable.NAMES + c][table.size - 1] = numbers[c];
    }
  }
}
