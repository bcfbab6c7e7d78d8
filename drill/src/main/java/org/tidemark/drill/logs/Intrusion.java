package org.tidemark.drill.logs;

import org.tidemark.drill.files.FilePlan;
import org.tidemark.drill.files.FileSpec;
import org.tidemark.drill.files.FileSpec.Exposed;
import org.tidemark.drill.files.Share;
import org.tidemark.drill.world.Company;
import org.tidemark.drill.world.Desk;
import org.tidemark.drill.world.Login;
import org.tidemark.drill.world.Machine;
import org.tidemark.drill.world.Timeline;
import org.tidemark.drill.world.World;

/** The intruder's nights, each step as the real systems would log it, and the truth of it. */
final class Intrusion {
  /** The malware, which case.yaml names as an indicator. */
  static final String MALWARE = "C:\\ProgramData\\mrsvc.exe";

  /** Where the stolen key was used from, which case.yaml names as an indicator. */
  static final String OUTSIDE = "203.0.113.9";

  static final String CLOUD = "aws/" + CloudLines.ACCOUNT + "/s3";

  private final World world;
  private final Timeline timeline;
  private final FilePlan files;
  private final SecurityEvents logons;
  private final ActEvents acts;
  private final UnixLines unix;
  private final CloudLines cloud;
  private final TrailTruth truth;
  private final Machine jump;
  private final Machine directory;

  Intrusion(
      long seed, World world, Timeline timeline, FilePlan files, LogDay day, TrailTruth truth) {
    this.world = world;
    this.timeline = timeline;
    this.files = files;
    this.logons = new SecurityEvents(day);
    this.acts = new ActEvents(day);
    this.unix = new UnixLines(day);
    this.cloud = new CloudLines(day, world.machine("hb-mail01"), seed);
    this.truth = truth;
    this.jump = world.machine("td-jump01");
    this.directory = world.machine("hb-auth01");
  }

  void add(int date) {
    switch (date - timeline.footholdDay()) {
      case 0 -> foothold();
      case 2 -> jumpHost();
      case 4 -> attempts();
      case 5 -> affiliateDirectory();
      case 8 -> sharedDirectory();
      case 10 -> {
        fileServer();
        contactInTheHole();
      }
      case 11 -> fileServerAgain();
      case 12 -> linux();
      case 13 -> bucket();
      default -> {}
    }
  }

  private void foothold() {
    truth.host("mr-pc-0417", "held", "confirmed", timeline.foothold());
    truth.host("hb-mail01", "unknown", "unknown", 0);
    truth.host("hb-fs03", "excluded", "excluded", 0);
    truth.host("hb-db01", "excluded", "excluded", 0);
  }

  private void jumpHost() {
    Desk desk = world.desk(Company.MOORING, 0);
    long at = timeline.night(2, 1, 40);
    logons.explicitCredentials(desk.pc(), at - 6, desk.owner(), 0x7f3a1, World.KIM, jump);
    logons.ticket(world.machine("td-ad01"), at - 2, World.KIM, jump, desk.pc());
    long session = logons.remoteDesktop(jump, at, World.KIM, desk.pc());
    acts.process(jump, at + 180, World.KIM, session, MALWARE, "\"" + MALWARE + "\" -i");
    logons.logoff(jump, at + 4_200, World.KIM, session, 10);
    hop(at, World.KIM.normalised(), desk.pc(), jump, "confirmed", "execution");
    truth.host(jump.name(), "held", "confirmed", at);
  }

  /** Guessed passwords that nobody accepted: no hops. */
  private void attempts() {
    long at = timeline.night(4, 2, 5);
    for (int i = 0; i < 6; i++) {
      unix.refused(
          world.machine("hb-db01"),
          at + i * 7L,
          i % 2 == 0 ? "root" : "postgres",
          jump,
          31_500 + i);
      logons.refused(
          world.machine("td-fs01"),
          at + 300L + i * 5L,
          world.desk(Company.TIDAL, 2 + i % 2).owner(),
          jump);
    }
  }

  private void affiliateDirectory() {
    Machine target = world.machine("td-ad01");
    long at = timeline.night(5, 2, 10);
    logons.ticket(target, at - 1, World.ADMIN_2, target, jump);
    long session = logons.network(target, at, World.ADMIN_2, jump);
    logons.privileges(target, at, World.ADMIN_2, session);
    acts.share(target, at, World.ADMIN_2, session, jump, "IPC$");
    acts.open(
        target, at + 1, World.ADMIN_2, session, jump, "IPC$", "svcctl", ActEvents.Access.PIPE);
    acts.service(
        target, at + 2, World.ADMIN_2, session, "WinSyncHost", "%SystemRoot%\\winsynchost.exe");
    logons.logoff(target, at + 95, World.ADMIN_2, session, 3);
    hop(at, World.ADMIN_2.normalised(), jump, target, "possible", "execution");
    truth.host(target.name(), "held", "possible", at);
  }

  private void sharedDirectory() {
    long at = timeline.night(8, 1, 55);
    logons.explicitCredentials(
        jump, at - 5, jump.machineAccount(), 0x3e7, World.ADMIN_2, directory);
    logons.ticket(directory, at - 2, World.ADMIN_2, directory, jump);
    long session = logons.remoteDesktop(directory, at, World.ADMIN_2, jump);
    acts.process(directory, at + 140, World.ADMIN_2, session, MALWARE, "\"" + MALWARE + "\" -i");
    acts.create(directory, at + 900, World.ADMIN_2, session, World.SUPPORT);
    logons.logoff(directory, at + 3_900, World.ADMIN_2, session, 10);
    hop(at, World.ADMIN_2.normalised(), jump, directory, "confirmed", "execution");
    truth.host(directory.name(), "held", "confirmed", at);
  }

  private void fileServer() {
    long at = timeline.night(10, 1, 20);
    Machine target = world.machine("hb-fs01");
    logons.explicitCredentials(
        directory, at - 3, directory.machineAccount(), 0x3e7, World.SUPPORT, target);
    logons.ticketGranting(directory, at - 2, World.SUPPORT, directory);
    long session = readFiles(at, World.SUPPORT, directory, false);
    acts.open(
        target,
        at + 3_000,
        World.SUPPORT,
        session,
        directory,
        "share",
        "public\\update.exe",
        ActEvents.Access.WRITE);
    logons.logoff(target, at + 3_100, World.SUPPORT, session, 3);
    hop(at, World.SUPPORT.normalised(), directory, target, "confirmed", "access");
    truth.host(target.name(), "reached", "confirmed", at);
  }

  private void fileServerAgain() {
    long at = timeline.night(11, 2, 15);
    Machine target = world.machine("hb-fs01");
    Login sato = world.desk(Company.HARBOUR, 1).owner();
    logons.ticketGranting(directory, at - 2, sato, jump);
    long session = readFiles(at, sato, jump, true);
    logons.logoff(target, at + 3_100, sato, session, 3);
    hop(at, sato.normalised(), jump, target, "possible", "access");
  }

  /** One session on hb-fs01 that reads its share of the files, in the order of their index. */
  private long readFiles(long at, Login login, Machine from, boolean second) {
    Machine target = world.machine("hb-fs01");
    logons.ticket(directory, at - 1, login, target, from);
    long session = logons.network(target, at, login, from);
    acts.share(target, at, login, session, from, "share");
    for (int i = 0; i < files.size(); i++) {
      FileSpec spec = files.spec(i);
      boolean read = second
          ? files.readBySecondSession(spec)
          : spec.share() == Share.FS01 && spec.exposed() == Exposed.CONFIRMED;
      if (read) {
        acts.open(
            target,
            at + 60 + i * 2_400L / files.size(),
            login,
            session,
            from,
            "share",
            spec.name().replace('/', '\\'),
            ActEvents.Access.READ);
      }
    }
    return session;
  }

  /**
   * A ticket for hb-db02 while hb-db02's own log is missing: contact, and no word of what was done.
   */
  private void contactInTheHole() {
    long at = timeline.night(10, 2, 50);
    logons.ticket(directory, at, World.ADMIN_2, world.machine("hb-db02"), jump);
    truth.host("hb-db02", "reached", "possible", at);
  }

  private void linux() {
    Machine app = world.machine("hb-app01");
    Machine store = world.machine("hb-fs02");
    long at = timeline.night(12, 1, 30);
    unix.session(app, at, World.DEPLOY, jump, 33_100, 7_000);
    hop(at, World.DEPLOY, jump, app, "possible", "execution");
    truth.host(app.name(), "held", "possible", at);
    long next = at + 3_600;
    unix.session(store, next, World.DEPLOY, app, 33_400, 2_600);
    unix.sudo(store, next + 30, World.DEPLOY, "/usr/bin/tar -C /srv/share -cf - .");
    hop(next, World.DEPLOY, app, store, "possible", "execution");
    truth.host(store.name(), "held", "possible", next);
  }

  private void bucket() {
    long at = timeline.night(13, 2, 30);
    cloud.object(at, CloudLines.FIRST_KEY, OUTSIDE, "ListObjects", "");
    for (int i = 0; i < files.size(); i++) {
      FileSpec spec = files.spec(i);
      if (spec.share() == Share.BUCKET && spec.exposed() == Exposed.CONFIRMED) {
        cloud.object(
            at + 30 + i * 3_000L / files.size(),
            CloudLines.FIRST_KEY,
            OUTSIDE,
            "GetObject",
            spec.name());
      }
    }
    truth.hop(at, CloudLines.FIRST_KEY, OUTSIDE, CLOUD, "intruder", "confirmed", "access");
    truth.host(CLOUD, "reached", "confirmed", at);
  }

  private void hop(long at, String account, Machine from, Machine to, String grade, String kind) {
    truth.hop(at, account, from.name(), to.name(), "intruder", grade, kind);
  }
}
