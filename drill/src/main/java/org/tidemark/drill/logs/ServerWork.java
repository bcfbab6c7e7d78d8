package org.tidemark.drill.logs;

import org.tidemark.drill.files.FilePlan;
import org.tidemark.drill.files.FileSpec;
import org.tidemark.drill.files.Share;
import org.tidemark.drill.world.Chance;
import org.tidemark.drill.world.Company;
import org.tidemark.drill.world.Login;
import org.tidemark.drill.world.Machine;
import org.tidemark.drill.world.Timeline;
import org.tidemark.drill.world.World;

/**
 * What servers do every day by themselves or for their operators: services, backup, deployment,
 * exports.
 */
final class ServerWork {
  private static final String OBJECT_ACCESS = "%%8274";

  private final long seed;
  private final World world;
  private final Timeline timeline;
  private final FilePlan files;
  private final OrdinaryWork ordinary;
  private final SecurityEvents logons;
  private final ActEvents acts;
  private final UnixLines unix;
  private final CloudLines cloud;
  private final TrailTruth truth;

  ServerWork(
      long seed,
      World world,
      Timeline timeline,
      FilePlan files,
      LogDay day,
      OrdinaryWork ordinary,
      TrailTruth truth) {
    this.seed = seed;
    this.world = world;
    this.timeline = timeline;
    this.files = files;
    this.ordinary = ordinary;
    this.logons = new SecurityEvents(day);
    this.acts = new ActEvents(day);
    this.unix = new UnixLines(day);
    this.cloud = new CloudLines(day, world.machine("hb-mail01"), seed);
    this.truth = truth;
  }

  void add(int date) {
    for (Machine machine : world.machines()) {
      if (machine.kind() != Machine.Kind.PC && machine.isWindows()) {
        windowsServer(machine, date, Chance.of(seed, "server", machine.number(), date));
      }
    }
    ordinary.jumpHost(date);
    backup(date);
    report(date);
    linux(date);
    export(date);
    if (date >= 3 && date <= 12) {
      long at = timeline.at(date, 9, 40, 11);
      logons.ticket(
          world.machine("hb-auth01"),
          at,
          world.desk(Company.HARBOUR, 2).owner(),
          world.machine("hb-mail01"),
          world.desk(Company.HARBOUR, 2).pc());
    }
  }

  private void windowsServer(Machine machine, int date, Chance chance) {
    if (date == 0 && machine.kind() != Machine.Kind.WINDOWS_SERVER) {
      long at = timeline.at(0, 0, 0, 30);
      acts.auditPolicy(
          machine, at, OBJECT_ACCESS, "%%12808", "{0CCE9224-69AE-11D9-BED3-505054503030}");
      acts.auditPolicy(
          machine, at, OBJECT_ACCESS, "%%12811", "{0CCE9244-69AE-11D9-BED3-505054503030}");
    }
    for (int hour = 0; hour < 24; hour += 6) {
      logons.local(
          machine,
          timeline.at(date, hour + 1, chance.below(60), chance.below(60)),
          Login.SYSTEM,
          5);
    }
    logons.local(
        machine, timeline.at(date, 23, 40 + chance.below(19), chance.below(60)), Login.SYSTEM, 5);
    ordinary.machine(machine, timeline.at(date, 6, chance.below(50), chance.below(60)));
    if (machine.kind() == Machine.Kind.DOMAIN_CONTROLLER) {
      acts.process(
          machine,
          timeline.at(date, 4, 30, chance.below(60)),
          machine.machineAccount(),
          0x3e7,
          "C:\\Windows\\System32\\dsamain.exe",
          "dsamain.exe /check");
    }
  }

  /** The declared nightly backup. */
  private void backup(int date) {
    Machine from = world.machine("hb-bk01");
    int minute = 5;
    for (String name : new String[] {"hb-fs01", "hb-fs03"}) {
      Machine server = world.machine(name);
      long at = timeline.at(date, 22, minute, 0);
      logons.ticket(world.machine("hb-auth01"), at, World.BACKUP, server, from);
      long session = logons.network(server, at, World.BACKUP, from);
      logons.privileges(server, at, World.BACKUP, session);
      acts.share(server, at, World.BACKUP, session, from, "share");
      FileSpec spec = firstOf(name.equals("hb-fs01") ? Share.FS01 : Share.FS03, date);
      acts.open(
          server,
          at + 5,
          World.BACKUP,
          session,
          from,
          "share",
          spec.name().replace('/', '\\'),
          ActEvents.Access.READ);
      logons.logoff(server, at + 600, World.BACKUP, session, 3);
      minute += 20;
    }
  }

  private FileSpec firstOf(Share share, int from) {
    int index = from % files.size();
    while (files.spec(index).share() != share) {
      index = (index + 1) % files.size();
    }
    return files.spec(index);
  }

  /** A service on the jump host that fetches a report from the file server each morning. */
  private void report(int date) {
    Machine jump = world.machine("td-jump01");
    Machine server = world.machine("td-fs01");
    logons.local(jump, timeline.at(date, 7, 5, 0), World.REPORT, 5);
    long at = timeline.at(date, 7, 10, 4);
    logons.ticket(world.machine("td-ad01"), at, World.REPORT, server, jump);
    long session = logons.network(server, at, World.REPORT, jump);
    logons.logoff(server, at + 50, World.REPORT, session, 3);
    if (at > timeline.night(2, 1, 40)) {
      truth.hop(
          at, World.REPORT.normalised(), jump.name(), server.name(), "owner", "possible", "access");
    }
  }

  private void linux(int date) {
    Machine operator = world.desk(Company.HARBOUR, 0).pc();
    String[] names = {"hb-app01", "hb-db01", "hb-fs02"};
    for (int i = 0; i < names.length; i++) {
      Machine host = world.machine(names[i]);
      Chance chance = Chance.of(seed, "linux" + i, date);
      for (int hour = 0; hour < 24; hour++) {
        unix.cron(host, timeline.at(date, hour, 17, 1), 700 + hour * 1_000 + chance.below(900));
      }
      long at = timeline.at(date, 10 + i, 20 + chance.below(30), chance.below(60));
      int pid = 30_000 + chance.below(2_000);
      unix.session(host, at, World.DEPLOY, operator, pid, 120 + chance.below(900));
      if (i == 0) {
        unix.sudo(host, at + 20, World.DEPLOY, "/usr/bin/systemctl restart hb-app");
      }
    }
  }

  /**
   * The application's exports; its key is changed the morning after the theft, as it is every
   * month.
   */
  private void export(int date) {
    Chance chance = Chance.of(seed, "export", date);
    int change = timeline.footholdDay() + 13;
    if (date == change) {
      cloud.key(timeline.at(date, 10, 0, 0), "CreateAccessKey", CloudLines.SECOND_KEY);
      cloud.key(timeline.at(date, 10, 5, 0), "DeleteAccessKey", CloudLines.FIRST_KEY);
    }
    String key = date < change ? CloudLines.FIRST_KEY : CloudLines.SECOND_KEY;
    cloud.console(timeline.at(date, 9, 50 + chance.below(9), 0), "hb-cloudadmin");
    cloud.assumeRole(
        timeline.at(date, 11, 0, chance.below(60)), key, "ASIA5DRILL" + (1000000000L + date));
    cloud.object(timeline.at(date, 11, 1, 0), key, CloudLines.OFFICE, "ListObjects", "");
    for (int i = 0; i < 6 + chance.below(6); i++) {
      FileSpec spec = firstOf(Share.BUCKET, chance.below(files.size()));
      cloud.object(
          timeline.at(date, 11, 2 + i * 4, chance.below(60)),
          key,
          CloudLines.OFFICE,
          chance.percent(50) ? "PutObject" : "GetObject",
          spec.name());
    }
  }
}
