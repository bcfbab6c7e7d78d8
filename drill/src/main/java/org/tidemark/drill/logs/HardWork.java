package org.tidemark.drill.logs;

import java.util.List;
import org.tidemark.drill.world.Chance;
import org.tidemark.drill.world.Company;
import org.tidemark.drill.world.Desk;
import org.tidemark.drill.world.Login;
import org.tidemark.drill.world.Machine;
import org.tidemark.drill.world.Timeline;
import org.tidemark.drill.world.World;

/**
 * Ordinary work that looks like an intruder's: administrators who go on from the jump host, a
 * helpdesk at everybody's PC, a pool of remote workers' addresses, an administrator away from home,
 * a scanner, guessed passwords, logons without a source, an address that two machines use. None of
 * it is the intruder's, so none of it is a true hop; each act is told by what made it.
 */
final class HardWork {
  private static final Login HELPDESK = new Login("HARBOUR", "hb-help1", 1_201);
  private static final Login CONTRACTOR_HELPDESK = new Login("MOORING", "mr-help1", 1_202);
  private static final Login SCANNER = new Login("HARBOUR", "svc-scan", 1_203);
  private static final int WEEK = 7;

  private final long seed;
  private final World world;
  private final Timeline timeline;
  private final SecurityEvents logons;
  private final ActEvents acts;
  private final OrdinaryWork ordinary;
  private final TrailTruth truth;

  HardWork(
      long seed,
      World world,
      Timeline timeline,
      LogDay day,
      OrdinaryWork ordinary,
      TrailTruth truth) {
    this.seed = seed;
    this.world = world;
    this.timeline = timeline;
    this.logons = new SecurityEvents(day);
    this.acts = new ActEvents(day);
    this.ordinary = ordinary;
    this.truth = truth;
  }

  void add(int date) {
    Chance chance = Chance.of(seed, "hard", date);
    ordinary.machine(world.machine("hb-scan01"), timeline.at(date, 6, 40, chance.below(60)));
    if (date % WEEK == 3) {
      scan(date, chance);
      guesses(date, chance);
    }
    if (timeline.workday(date)) {
      fromTheJumpHost(date, chance);
      helpdesk(date, chance);
      contractorHelpdesk(date, chance);
      remoteWorkers(date, chance);
      withoutSource(date, chance);
      awayFromHome(date, chance);
    } else {
      guestLaptop(date, chance);
    }
  }

  /** An administrator who works on from the jump host, on every working day of the whole time. */
  private void fromTheJumpHost(int date, Chance chance) {
    Machine jump = world.machine("td-jump01");
    Login admin = world.desk(Company.TIDAL, 0).owner();
    long at = timeline.at(date, 14, 30 + chance.below(29), chance.below(60));
    administer(world.machine("td-fs01"), at, admin, jump, "jump-host");
    if (date % 2 == 0) {
      Machine controller = world.machine("td-ad01");
      long later = at + 900;
      logons.ticket(controller, later - 1, admin, controller, jump);
      long session = logons.remoteDesktop(controller, later, admin, jump);
      logons.logoff(controller, later + 600, admin, session, 10);
      told(later, admin, jump.name(), controller, "jump-host");
    }
  }

  private void administer(Machine server, long at, Login login, Machine from, String why) {
    ticket(server, at - 1, login, from);
    long session = logons.network(server, at, login, from);
    logons.privileges(server, at, login, session);
    logons.logoff(server, at + 300, login, session, 3);
    told(at, login, from.name(), server, why);
  }

  private void ticket(Machine server, long at, Login login, Machine from) {
    logons.ticket(world.domainController(server.company()), at, login, server, from);
  }

  /** One account at many PCs: it opens a session at the PC, and from there one on a server. */
  private void helpdesk(int date, Chance chance) {
    List<Desk> desks = world.desks();
    for (int i = 0; i < Math.max(2, desks.size() / 200); i++) {
      Desk desk = desks.get(chance.below(desks.size()));
      if (desk.pc().company() == Company.HARBOUR) {
        atDesk(desk, HELPDESK, world.machine("hb-fs01"), date, chance, "helpdesk");
      }
    }
  }

  /** The same at the subcontractor, now and then at the foothold too. */
  private void contractorHelpdesk(int date, Chance chance) {
    int after = date - timeline.footholdDay();
    int desk = after % 5 == 3 ? 0 : 1 + chance.below(2);
    atDesk(
        world.desk(Company.MOORING, desk),
        CONTRACTOR_HELPDESK,
        world.machine("mr-fs01"),
        date,
        chance,
        "helpdesk");
  }

  private void atDesk(Desk desk, Login login, Machine server, int date, Chance chance, String why) {
    long at = timeline.at(date, 9 + chance.below(8), chance.below(60), chance.below(60));
    long local = logons.local(desk.pc(), at, login, 2);
    session(server, at + 120, login, desk.pc(), why);
    logons.logoff(desk.pc(), at + 900, login, local, 2);
  }

  private void session(Machine server, long at, Login login, Machine from, String why) {
    ticket(server, at - 1, login, from);
    long session = logons.network(server, at, login, from);
    if (server.kind() == Machine.Kind.AUDITED_FILE_SERVER) {
      acts.share(server, at, login, session, from, "share");
    }
    logons.logoff(server, at + 240, login, session, 3);
    told(at, login, from.name().isEmpty() ? from.address() : from.name(), server, why);
  }

  /** Owners who work from home, each day with another address of the pool; no log resolves it. */
  private void remoteWorkers(int date, Chance chance) {
    for (int i = 0; i < Math.max(3, world.desks().size() / 60); i++) {
      Desk desk = world.desks().get(chance.below(world.desks().size()));
      if (desk.pc().company() == Company.HARBOUR) {
        Machine pool = unnamed("10.10.250." + (2 + chance.below(60)));
        long at = timeline.at(date, 8 + chance.below(11), chance.below(60), chance.below(60));
        session(world.machine("hb-fs01"), at, desk.owner(), pool, "vpn-pool");
      }
    }
  }

  private static Machine unnamed(String address) {
    return new Machine(-1, "", Company.HARBOUR, address, Machine.Kind.PC, "", 0);
  }

  /** Remote management as many systems log it: accepted, and no word of where it came from. */
  private void withoutSource(int date, Chance chance) {
    Machine nowhere = unnamed("-");
    Login[] logins = {
      world.desk(Company.TIDAL, 0).owner(),
      world.desk(Company.HARBOUR, 2).owner(),
      world.desk(Company.HARBOUR, 1).owner()
    };
    String[] servers = {"td-fs01", "hb-fs03", "hb-fs01"};
    for (int i = 0; i < logins.length; i++) {
      Machine server = world.machine(servers[i]);
      long at = timeline.at(date, 11 + i, chance.below(60), chance.below(60));
      long session = logons.network(server, at, logins[i], nowhere);
      logons.logoff(server, at + 30, logins[i], session, 3);
      told(at, logins[i], "", server, "no-source");
    }
  }

  /** An administrator who works for two weeks from another company's PC. */
  private void awayFromHome(int date, Chance chance) {
    int after = date - timeline.footholdDay();
    if (after >= 3 && after <= 16) {
      Desk host = world.desk(Company.TIDAL, 3);
      Login admin = world.desk(Company.HARBOUR, 2).owner();
      long at = timeline.at(date, 15, chance.below(60), chance.below(60));
      administer(world.machine("hb-fs03"), at, admin, host.pc(), "away-from-home");
    }
  }

  /** Credentials of the scanner are tried on every server, once a week by night. */
  private void scan(int date, Chance chance) {
    Machine from = world.machine("hb-scan01");
    int minute = 0;
    for (Machine server : world.machines()) {
      if (server.kind() != Machine.Kind.PC && server.isWindows() && server != from) {
        long at = timeline.at(date, 23, minute++, chance.below(60));
        logons.refused(server, at - 5, SCANNER, from);
        administer(server, at, SCANNER, from, "scanner");
      }
    }
  }

  /** A PC with an old list of passwords: refused everywhere. */
  private void guesses(int date, Chance chance) {
    Machine from = world.desk(Company.HARBOUR, 3).pc();
    for (int i = 0; i < 40; i++) {
      Desk desk = world.desks().get(chance.below(world.desks().size()));
      long at = timeline.at(date, 12, 10, 0) + i * 3L;
      logons.refused(world.machine("hb-fs01"), at, desk.owner(), from);
    }
  }

  /** On free days a laptop gets the address that on working days is the PC's of hb-sato. */
  private void guestLaptop(int date, Chance chance) {
    Machine laptop = world.machine("hb-lap01");
    Machine there = new Machine(
        laptop.number(),
        laptop.name(),
        laptop.company(),
        world.desk(Company.HARBOUR, 1).pc().address(),
        laptop.kind(),
        laptop.log(),
        laptop.fast());
    ordinary.machine(there, timeline.at(date, 13, chance.below(60), chance.below(60)));
  }

  private void told(long at, Login login, String from, Machine to, String why) {
    truth.ordinary(at, login.normalised(), from, to.name(), why);
  }
}
