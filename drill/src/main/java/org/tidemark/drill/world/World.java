package org.tidemark.drill.world;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * All machines and desks of a drill. A few thousand at most, whatever the drill's size. Immutable.
 */
public final class World {
  /** Clock of hb-fs01: 7 min 12 s ahead, as case.yaml declares. */
  public static final int FS01_FAST = 432;

  public static final Login ADMIN_2 = new Login("TIDAL", "td-admin2", 1_102);
  public static final Login KIM = new Login("TIDAL", "mr-kim", 1_103);
  public static final Login REPORT = new Login("TIDAL", "svc-report", 1_104);
  public static final Login BACKUP = new Login("HARBOUR", "svc-backup", 1_105);
  public static final Login SUPPORT = new Login("HARBOUR", "hb-support9", 1_777);
  public static final String DEPLOY = "svc-deploy";

  private static final int MOST_PCS = 2_000;
  /** Logons of servers and their operators a day. */
  private static final double SERVERS_A_DAY = 71;

  /** Logons a desk makes on a working day besides sessions on file servers. */
  private static final double OWN_A_WORKDAY = 3;

  /** Logons by which a desk's files are kept in step on a free day. */
  private static final double SYNCS_A_FREE_DAY = 1.4;

  /** Share of file server sessions that leave a logon record; Samba's do not. */
  private static final double SESSIONS_THAT_COUNT = 0.85;

  private final Map<String, Machine> machines = new LinkedHashMap<>();
  private final List<Desk> desks = new ArrayList<>();
  private final Map<Company, List<Desk>> byCompany = new LinkedHashMap<>();
  private final int sessionsADay;

  /**
   * All machines and desks.
   *
   * @param hard whether there are also those that only a hard background needs
   */
  public World(int logons, Timeline timeline, boolean hard) {
    int workdays = timeline.workdays();
    double forDesks = logons - SERVERS_A_DAY * timeline.days();
    double fixed = 2.0 * timeline.days()
        + OWN_A_WORKDAY * workdays
        + SYNCS_A_FREE_DAY * (timeline.days() - workdays);
    double session = SESSIONS_THAT_COUNT * workdays;
    int pcs = (int) Math.max(14, Math.min(MOST_PCS, forDesks / (fixed + 3 * session)));
    this.sessionsADay = (int) Math.max(1, Math.round((forDesks / pcs - fixed) / session));
    servers();
    desks(pcs);
    if (hard) {
      add("hb-scan01", Company.HARBOUR, 26, Machine.Kind.WINDOWS_SERVER, "harbour/hb-scan01", 0);
      add("hb-lap01", Company.HARBOUR, 240, Machine.Kind.PC, "harbour/pcs", 0);
    }
  }

  private void servers() {
    add("hb-auth01", Company.HARBOUR, 5, Machine.Kind.DOMAIN_CONTROLLER, "harbour-dc/hb-auth01", 0);
    add(
        "hb-fs01",
        Company.HARBOUR,
        11,
        Machine.Kind.AUDITED_FILE_SERVER,
        "harbour-fs/hb-fs01",
        FS01_FAST);
    add("hb-fs02", Company.HARBOUR, 12, Machine.Kind.LINUX, "harbour-linux/hb-fs02", 0);
    add("hb-fs03", Company.HARBOUR, 13, Machine.Kind.AUDITED_FILE_SERVER, "harbour-fs/hb-fs03", 0);
    add("hb-app01", Company.HARBOUR, 21, Machine.Kind.LINUX, "harbour-linux/hb-app01", 0);
    add("hb-db01", Company.HARBOUR, 22, Machine.Kind.LINUX, "harbour-db01/hb-db01", 0);
    add("hb-db02", Company.HARBOUR, 23, Machine.Kind.WINDOWS_SERVER, "harbour-db02/hb-db02", 0);
    add("hb-mail01", Company.HARBOUR, 24, Machine.Kind.SILENT, "", 0);
    add("hb-bk01", Company.HARBOUR, 25, Machine.Kind.WINDOWS_SERVER, "harbour/hb-bk01", 0);
    add("td-ad01", Company.TIDAL, 5, Machine.Kind.DOMAIN_CONTROLLER, "tidal-dc/td-ad01", 0);
    add("td-jump01", Company.TIDAL, 8, Machine.Kind.WINDOWS_SERVER, "tidal-jump/td-jump01", 0);
    add("td-fs01", Company.TIDAL, 11, Machine.Kind.WINDOWS_SERVER, "tidal/td-fs01", 0);
    add("mr-ad01", Company.MOORING, 5, Machine.Kind.DOMAIN_CONTROLLER, "mooring-dc/mr-ad01", 0);
    add("mr-fs01", Company.MOORING, 11, Machine.Kind.WINDOWS_SERVER, "mooring/mr-fs01", 0);
  }

  private Machine add(
      String name, Company company, int last, Machine.Kind kind, String log, int fast) {
    return add(name, company, "10." + company.network() + ".0." + last, kind, log, fast);
  }

  private Machine add(
      String name, Company company, String address, Machine.Kind kind, String log, int fast) {
    Machine machine = new Machine(machines.size(), name, company, address, kind, log, fast);
    machines.put(name, machine);
    return machine;
  }

  private void desks(int pcs) {
    int mooring = Math.max(3, pcs * 12 / 100);
    int tidal = Math.max(4, pcs * 25 / 100);
    for (int i = 0; i < pcs - mooring - tidal; i++) {
      harbourDesk(i);
    }
    for (int i = 0; i < tidal; i++) {
      String owner = i < 2 ? "td-admin" + (i + 1) : number("td-user", i);
      Machine second = machine(i % 5 == 4 ? "hb-fs01" : "td-fs01");
      desk(Company.TIDAL, "td-pc-" + four(i + 1), i, owner, List.of(machine("td-fs01"), second));
    }
    for (int i = 0; i < mooring; i++) {
      int number = i == 0 ? 417 : i == 1 ? 402 : i < 17 ? 400 + i + (i == 2 ? -1 : 0) : 401 + i;
      desk(
          Company.MOORING,
          "mr-pc-" + four(number),
          i,
          "mr-user" + number,
          List.of(machine("mr-fs01")));
    }
  }

  private void harbourDesk(int i) {
    String owner = i == 1 ? "hb-sato" : i == 2 ? "hb-admin1" : number("hb-user", i);
    List<Machine> usual = switch (i % 4) {
      case 0 -> List.of(machine("hb-fs02"), machine("hb-fs03"));
      case 1 -> List.of(machine("hb-fs01"), machine("hb-fs02"));
      case 2 -> List.of(machine("hb-fs01"), machine("hb-db02"));
      default -> List.of(machine("hb-fs01"), machine("hb-fs03"));
    };
    desk(Company.HARBOUR, "hb-pc-" + four(i + 1), i, owner, usual);
  }

  private void desk(Company company, String name, int i, String owner, List<Machine> usual) {
    String address = "10." + company.network() + "." + (1 + i / 250) + "." + (1 + i % 250);
    String log = name.equals("mr-pc-0417") ? "mooring/mr-pc-0417" : company.id() + "/pcs";
    Machine pc = add(name, company, address, Machine.Kind.PC, log, 0);
    Login login = owner.equals("td-admin2") ? ADMIN_2 : new Login(company.name(), owner, 3_000 + i);
    Desk desk = new Desk(pc, login, usual);
    desks.add(desk);
    byCompany.computeIfAbsent(company, c -> new ArrayList<>()).add(desk);
  }

  private static String number(String stem, int i) {
    return stem + String.format(Locale.ROOT, "%04d", i + 1);
  }

  private static String four(int number) {
    return String.format(Locale.ROOT, "%04d", number);
  }

  public Machine machine(String name) {
    Machine machine = machines.get(name);
    if (machine == null) {
      throw new IllegalArgumentException("machine: " + name + " (expected: one of the drill's)");
    }
    return machine;
  }

  public Iterable<Machine> machines() {
    return machines.values();
  }

  public int machineCount() {
    return machines.size();
  }

  public List<Desk> desks() {
    return desks;
  }

  /** Desk of one organisation, from 0. */
  public Desk desk(Company company, int i) {
    List<Desk> of = byCompany.getOrDefault(company, List.of());
    return of.get(i);
  }

  public Machine domainController(Company company) {
    return switch (company) {
      case HARBOUR -> machine("hb-auth01");
      case TIDAL -> machine("td-ad01");
      case MOORING -> machine("mr-ad01");
    };
  }

  /** Sessions on file servers that a desk opens on a working day. */
  public int sessionsADay() {
    return sessionsADay;
  }
}
