package org.tidemark.drill.logs;

import org.tidemark.drill.files.FilePlan;
import org.tidemark.drill.files.FileSpec;
import org.tidemark.drill.files.Share;
import org.tidemark.drill.world.Chance;
import org.tidemark.drill.world.Company;
import org.tidemark.drill.world.Desk;
import org.tidemark.drill.world.Login;
import org.tidemark.drill.world.Machine;
import org.tidemark.drill.world.Timeline;
import org.tidemark.drill.world.World;

/**
 * What people and machines do at their desks every day: each owner works at one PC with the same
 * servers, so that a stranger's act stands out. Nothing here starts from a host that the intruder
 * holds, but for the owner of the foothold, who keeps working.
 */
final class OrdinaryWork {
  private static final String POLICY = "Policies\\{31B2F340-016D-11D2-945F-00C04FB984F9}\\gpt.ini";

  private final long seed;
  private final World world;
  private final Timeline timeline;
  private final FilePlan files;
  private final SecurityEvents logons;
  private final ActEvents acts;
  private final UnixLines unix;
  private final TrailTruth truth;

  OrdinaryWork(
      long seed, World world, Timeline timeline, FilePlan files, LogDay day, TrailTruth truth) {
    this.seed = seed;
    this.world = world;
    this.timeline = timeline;
    this.files = files;
    this.logons = new SecurityEvents(day);
    this.acts = new ActEvents(day);
    this.unix = new UnixLines(day);
    this.truth = truth;
  }

  void add(int date) {
    for (Desk desk : world.desks()) {
      desk(desk, date, Chance.of(seed, "desk", desk.pc().number(), date));
    }
  }

  private void desk(Desk desk, int date, Chance chance) {
    boolean foothold = desk.pc().name().equals("mr-pc-0417");
    if (foothold && date == timeline.days() - 1) {
      footholdLastMorning(desk, date);
      return;
    }
    machine(desk.pc(), timeline.at(date, 5 + chance.below(3), chance.below(60), chance.below(60)));
    if (timeline.workday(date)) {
      workday(desk, date, chance, foothold ? 1 : world.sessionsADay());
    } else if (!foothold) {
      for (Machine server : desk.usual().stream().distinct().toList()) {
        session(desk, server, timeline.at(date, 11 + chance.below(6), chance.below(60), 0), chance);
      }
    }
    long evening = timeline.at(date, 20 + chance.below(3), chance.below(60), chance.below(60));
    logons.local(desk.pc(), evening, Login.SYSTEM, 5);
  }

  /** The PC is seized at noon of the last day. */
  private void footholdLastMorning(Desk desk, int date) {
    machine(desk.pc(), timeline.at(date, 7, 12, 9));
    logons.local(desk.pc(), timeline.at(date, 8, 55, 0), desk.owner(), 2);
  }

  private void workday(Desk desk, int date, Chance chance, int sessions) {
    long start = timeline.at(date, 8, 30 + chance.below(29), chance.below(60));
    long lunch = timeline.at(date, 12, 50 + chance.below(9), chance.below(60));
    long end = timeline.at(date, 18, chance.below(60), chance.below(60));
    Machine controller = world.domainController(desk.pc().company());
    long local = logons.local(desk.pc(), start, desk.owner(), 2);
    logons.ticketGranting(controller, start, desk.owner(), desk.pc());
    long policy = logons.network(controller, start + 3, desk.owner(), desk.pc());
    acts.share(controller, start + 3, desk.owner(), policy, desk.pc(), "SYSVOL");
    acts.open(
        controller,
        start + 4,
        desk.owner(),
        policy,
        desk.pc(),
        "SYSVOL",
        desk.pc().company().dnsDomain() + "\\" + POLICY,
        ActEvents.Access.READ);
    logons.logoff(controller, start + 15, desk.owner(), policy, 3);
    long unlocked = logons.local(desk.pc(), lunch, desk.owner(), 7);
    logons.logoff(desk.pc(), lunch + 1, desk.owner(), unlocked, 7);
    for (int i = 0; i < sessions; i++) {
      long slot = (end - start - 1200) / sessions;
      long at = start + 300 + slot * i + chance.below((int) Math.max(1, slot - 30));
      session(desk, desk.usual().get(i % desk.usual().size()), at, chance);
    }
    logons.logoff(desk.pc(), end, desk.owner(), local, 2);
  }

  private void session(Desk desk, Machine server, long at, Chance chance) {
    Machine pc = desk.pc();
    logons.ticket(world.domainController(server.company()), at, desk.owner(), server, pc);
    if (chance.percent(1)) {
      if (server.isWindows()) {
        logons.refused(server, at, desk.owner(), pc);
      }
      at += 9;
    }
    if (server.kind() == Machine.Kind.LINUX) {
      samba(desk, server, at, chance);
      return;
    }
    long session = logons.network(server, at, desk.owner(), pc);
    if (pc.name().equals("mr-pc-0417") && at >= timeline.foothold()) {
      truth.hop(
          at, desk.owner().normalised(), pc.name(), server.name(), "owner", "possible", "access");
    }
    if (server.kind() == Machine.Kind.AUDITED_FILE_SERVER) {
      Share share = server.name().equals("hb-fs01") ? Share.FS01 : Share.FS03;
      acts.share(server, at, desk.owner(), session, pc, "share");
      for (int i = 0; i < 1 + chance.below(2); i++) {
        ActEvents.Access access =
            chance.percent(85) ? ActEvents.Access.READ : ActEvents.Access.WRITE;
        acts.open(
            server,
            at + 2 + i,
            desk.owner(),
            session,
            pc,
            "share",
            anyFile(share, chance).replace('/', '\\'),
            access);
      }
    }
    logons.logoff(server, at + 20 + chance.below(200), desk.owner(), session, 3);
  }

  private void samba(Desk desk, Machine server, long at, Chance chance) {
    int pid = 2_000 + chance.below(28_000);
    unix.samba(server, at, desk.owner(), desk.pc(), pid, "connect|ok|share");
    for (int i = 0; i < 1 + chance.below(2); i++) {
      String what = chance.percent(85) ? "openat|ok|r|" : "openat|ok|w|";
      unix.samba(
          server, at + 1 + i, desk.owner(), desk.pc(), pid, what + anyFile(Share.FS02, chance));
    }
    unix.samba(
        server, at + 30 + chance.below(100), desk.owner(), desk.pc(), pid, "disconnect|ok|share");
  }

  /** A file of the share, by its name there. */
  private String anyFile(Share share, Chance chance) {
    FileSpec spec = files.spec(chance.below(files.size()));
    for (int i = 0; spec.share() != share; i = (i + 1) % files.size()) {
      spec = files.spec(chance.below(files.size()));
    }
    return spec.name();
  }

  /** A machine logs on to its domain with its own account, as it does all day. */
  void machine(Machine machine, long at) {
    Machine controller = world.domainController(machine.company());
    Login account = machine.machineAccount();
    logons.ticketGranting(controller, at, account, machine);
    long session = logons.network(controller, at + 1, account, machine);
    logons.logoff(controller, at + 12, account, session, 3);
  }

  /**
   * The two administrators of the affiliate and the subcontractor's engineer come in by the jump
   * host.
   */
  void jumpHost(int date) {
    Machine jump = world.machine("td-jump01");
    for (int i = 0; i < 3; i++) {
      Chance chance = Chance.of(seed, "jump", i, date);
      Desk desk = i < 2 ? world.desk(Company.TIDAL, i) : world.desk(Company.MOORING, 1);
      Login login = i < 2 ? desk.owner() : World.KIM;
      long at = timeline.at(date, 10 + chance.below(5), chance.below(60), chance.below(60));
      if (i == 2) {
        logons.explicitCredentials(
            desk.pc(), at - 2, desk.owner(), 0x51a20 + date * 16L, login, jump);
      }
      logons.ticket(world.domainController(Company.TIDAL), at - 1, login, jump, desk.pc());
      long session = logons.remoteDesktop(jump, at, login, desk.pc());
      acts.process(
          jump,
          at + 20,
          login,
          session,
          "C:\\Windows\\System32\\mmc.exe",
          "\"C:\\Windows\\System32\\mmc.exe\" compmgmt.msc");
      logons.logoff(jump, at + 1_800 + chance.below(1_800), login, session, 10);
    }
  }
}
