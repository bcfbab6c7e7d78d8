package org.tidemark.benchmarks;

import java.time.Instant;
import org.tidemark.evidence.LogonType;

/**
 * Hosts and accounts of a made company, and who is where. Everything follows from the sizes: no
 * random source, so that two runs write the same bytes.
 *
 * <p>Hosts are numbered domain controllers first, then servers, then PCs. Accounts: people, then
 * administrators, services, the system's own, then the PCs'. Proportions are those of public logs
 * of a real network (LANL 2015: 17,684 computers, 12,425 users, 1.05 G events in 58 days).
 *
 * @see <a href="https://csr.lanl.gov/data/cyber1/">A. D. Kent, Comprehensive, multi-source
 *     cyber-security events, 2015</a>
 */
public final class Estate {
  /** Days that the logs span. */
  public static final int DAYS = 60;

  /** First instant of the logs. */
  public static final Instant START = Instant.parse("2026-06-01T00:00:00Z");

  private static final int LEAST_HOSTS = 60;
  private static final int LEAST_PEOPLE = 40;
  private static final int SERVICES = 10;
  private static final int USUAL_SERVERS = 6;

  private final int controllers;
  private final int servers;
  private final int pcs;
  private final int people;
  private final int administrators;

  /** Sizes are raised to what the planted intrusion needs. */
  public Estate(int hosts, int people) {
    int wanted = Math.max(LEAST_HOSTS, hosts);
    this.controllers = Math.max(1, wanted / 2000);
    this.servers = Math.max(30, wanted / 10);
    this.pcs = Math.max(20, wanted - controllers - servers);
    this.people = Math.max(LEAST_PEOPLE, people);
    this.administrators = Math.max(4, this.people / 500);
  }

  public int hosts() {
    return controllers + servers + pcs;
  }

  public int controllers() {
    return controllers;
  }

  public int servers() {
    return servers;
  }

  public int pcs() {
    return pcs;
  }

  public int people() {
    return people;
  }

  public int administrators() {
    return administrators;
  }

  public int accounts() {
    return people + administrators + SERVICES + 1 + pcs;
  }

  /** The n-th domain controller's host number. */
  public int controller(long n) {
    return (int) (n % controllers);
  }

  /** The n-th server's host number. */
  public int server(long n) {
    return controllers + (int) (n % servers);
  }

  /** The n-th PC's host number. */
  public int pc(long n) {
    return controllers + servers + (int) (n % pcs);
  }

  /** PC at which a person or administrator sits. */
  public int homeOf(int account) {
    return pc(account);
  }

  /** One of the few servers that a person works with; {@code n} from 0. */
  public int usualServer(int person, long n) {
    return server(Scatter.mix(person * 31L + n % USUAL_SERVERS) >>> 1);
  }

  public int person(long n) {
    return (int) (n % people);
  }

  public int administrator(long n) {
    return people + (int) (n % administrators);
  }

  public int service(long n) {
    return people + administrators + (int) (n % SERVICES);
  }

  public int system() {
    return people + administrators + SERVICES;
  }

  /** The account of the n-th PC itself. */
  public int machine(long n) {
    return system() + 1 + (int) (n % pcs);
  }

  public String hostName(int host) {
    if (host < controllers) {
      return "dc" + digits(host);
    }
    return host < controllers + servers
        ? "srv" + digits(host - controllers)
        : "pc" + digits(host - controllers - servers);
  }

  /** The host's one address. */
  public String address(int host) {
    int n = host + 1;
    return "10." + (n >> 16 & 0xff) + "." + (n >> 8 & 0xff) + "." + (n & 0xff);
  }

  /** Name without its domain, as a log writes it. */
  public String accountName(int account) {
    if (account < people) {
      return "u" + digits(account);
    }
    if (account < people + administrators) {
      return "adm" + digits(account - people);
    }
    if (account < system()) {
      return "svc" + digits(account - people - administrators);
    }
    return account == system() ? "SYSTEM" : "PC" + digits(account - system() - 1) + "$";
  }

  public String domain(int account) {
    return account == system() ? "NT AUTHORITY" : "HARBOUR";
  }

  /** Types that leave no source in the record. */
  static boolean isLocal(LogonType type) {
    return type == LogonType.SERVICE || type == LogonType.BATCH || type == LogonType.UNLOCK;
  }

  private static String digits(int n) {
    return Integer.toString(1_000_000 + n).substring(1);
  }
}
