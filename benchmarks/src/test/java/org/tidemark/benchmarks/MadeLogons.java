package org.tidemark.benchmarks;

import org.tidemark.evidence.LogonType;

/**
 * The logons of an {@link Estate} over sixty days, in order of time, with an {@link Intrusion}
 * among them. A cursor: the fields hold one logon until the next is asked for.
 *
 * <p>Of a thousand: 400 PCs at their domain controller, 350 people at servers they usually work
 * with (1 of 200 at any), 100 tickets for them, 50 services starting, 40 people at their own PC, 30
 * services that go around all hosts, 10 failed, 10 administrators by remote desktop, 5 explicit
 * credentials, 5 batch jobs. Two thirds fall into ten hours of the day.
 */
public final class MadeLogons {
  private static final long HOUR = 3_600_000_000L;
  private static final long DAY = 24 * HOUR;

  private final Estate estate;
  private final Intrusion intrusion;
  private final long size;
  private final long start;
  private long index;
  private int planted;

  /** µs since 1970 UTC. */
  public long at;

  public int account;

  /** Host it came from; -1 where the record shows none. */
  public int from;

  public int to;
  public long session;
  public LogonType type = LogonType.OTHER;
  public boolean succeeded;

  /** Number of the {@link Intrusion}'s act; -1 = an ordinary logon. */
  public int act;

  /** @param size ordinary logons; those of the intrusion come on top */
  public MadeLogons(Estate estate, Intrusion intrusion, long size) {
    this.estate = estate;
    this.intrusion = intrusion;
    this.size = size;
    this.start = Estate.START.getEpochSecond() * 1_000_000L;
  }

  /** Logons in all. */
  public long size() {
    return size + intrusion.size();
  }

  /** Goes on to the next logon; false after the last. */
  public boolean next() {
    long then = index < size ? time(index) : Long.MAX_VALUE;
    if (planted < intrusion.size() && intrusion.at(planted) <= then) {
      plant(planted++);
      return true;
    }
    if (index == size) {
      return false;
    }
    at = then;
    session = 100_000 + index;
    act = -1;
    ordinary(Scatter.mix(index++));
    return true;
  }

  private void plant(int number) {
    act = number;
    at = intrusion.at(number);
    account = intrusion.account(number);
    from = intrusion.from(number);
    to = intrusion.to(number);
    type = intrusion.type(number);
    session = 90_000 + number;
    succeeded = true;
  }

  /** Time of the n-th logon: rises with n; busy from 8 to 18 o'clock. */
  private long time(long n) {
    long even = (long) ((double) n / size * (Estate.DAYS * (double) DAY));
    long day = even / DAY * DAY;
    long part = even - day;
    long morning = DAY / 6;
    long work = DAY * 5 / 6;
    long warped;
    if (part < morning) {
      warped = part * 2;
    } else if (part < work) {
      warped = 8 * HOUR + (part - morning) * 10 / 16;
    } else {
      warped = 18 * HOUR + (part - work) * 6 / 4;
    }
    return start + day + warped;
  }

  private void ordinary(long scatter) {
    int what = (int) (scatter >>> 54) * 1000 >>> 10;
    long one = scatter & 0xff_ffff;
    long other = scatter >>> 24 & 0xff_ffff;
    succeeded = true;
    if (what < 400) {
      logon(LogonType.NETWORK, estate.machine(one), estate.pc(one), estate.controller(other));
    } else if (what < 850) {
      int person = estate.person(one);
      boolean unusual = other % 200 == 0;
      int server = unusual ? estate.server(scatter >>> 17) : estate.usualServer(person, other);
      LogonType type = what < 750 ? LogonType.NETWORK : LogonType.TICKET;
      logon(type, person, estate.homeOf(person), server);
    } else if (what < 890) {
      int person = estate.person(one);
      LogonType type = other % 4 == 0 ? LogonType.INTERACTIVE : LogonType.UNLOCK;
      logon(type, person, estate.homeOf(person), estate.homeOf(person));
    } else if (what < 940) {
      int host = (int) (one % estate.hosts());
      logon(LogonType.SERVICE, estate.system(), host, host);
    } else if (what < 970) {
      int service = estate.service(one);
      logon(LogonType.NETWORK, service, estate.server(service), (int) (other % estate.hosts()));
    } else if (what < 980) {
      int person = estate.person(one);
      logon(LogonType.NETWORK, person, estate.homeOf(person), estate.usualServer(person, other));
      succeeded = false;
    } else if (what < 990) {
      int admin = estate.administrator(one);
      int target = other % 3 == 0 ? estate.pc(other) : estate.server(other);
      logon(LogonType.REMOTE_INTERACTIVE, admin, estate.homeOf(admin), target);
    } else if (what < 995) {
      int person = estate.person(one);
      logon(LogonType.EXPLICIT, person, estate.homeOf(person), estate.usualServer(person, other));
    } else {
      int host = estate.server(other);
      logon(LogonType.BATCH, estate.service(one), host, host);
    }
  }

  private void logon(LogonType type, int account, int from, int to) {
    this.type = type;
    this.account = account;
    this.from = Estate.isLocal(type) ? -1 : from;
    this.to = to;
  }
}
