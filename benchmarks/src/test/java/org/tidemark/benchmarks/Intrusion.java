package org.tidemark.benchmarks;

import java.time.Duration;
import java.util.List;
import org.tidemark.evidence.LogonType;

/**
 * What the intruder did: from one PC over servers to a domain controller and on, with an
 * administrator's credentials that lay on that PC. Each act after the first is a hop, and each ran
 * the intruder's program on its target.
 */
public final class Intrusion {
  /** Image that the intruder ran; an indicator of the case. */
  public static final String IMAGE = "c:\\windows\\temp\\ebbtide.exe";

  private static final int FIRST_PC = 7;
  private static final Duration FOOTHOLD = Duration.ofDays(45).plusHours(3).plusMinutes(12);

  private record Act(Duration after, int from, int to, LogonType type) {}

  private final Estate estate;
  private final List<Act> acts;

  public Intrusion(Estate estate) {
    this.estate = estate;
    int pc = estate.pc(FIRST_PC);
    int web = estate.server(3);
    int files = estate.server(10);
    int controller = estate.controller(0);
    acts = List.of(
        new Act(Duration.ofHours(-30), estate.homeOf(admin()), pc, LogonType.REMOTE_INTERACTIVE),
        new Act(Duration.ofHours(2), pc, web, LogonType.NETWORK),
        new Act(Duration.ofHours(5), web, files, LogonType.REMOTE_INTERACTIVE),
        new Act(Duration.ofHours(29), files, controller, LogonType.NETWORK),
        new Act(Duration.ofHours(30), controller, estate.server(17), LogonType.NETWORK),
        new Act(Duration.ofHours(31), controller, estate.server(21), LogonType.NETWORK),
        new Act(Duration.ofDays(6), estate.server(21), estate.pc(11), LogonType.NETWORK));
  }

  private int admin() {
    return estate.administrator(1);
  }

  /** Host that the intruder held first. */
  public int foothold() {
    return estate.pc(FIRST_PC);
  }

  /** Acts in all; the first is the administrator's own. */
  int size() {
    return acts.size();
  }

  /** Hops among the acts. */
  public int hops() {
    return acts.size() - 1;
  }

  long at(int act) {
    return Estate.START.plus(FOOTHOLD).plus(acts.get(act).after()).getEpochSecond() * 1_000_000L
        + 137_000;
  }

  int account(int act) {
    return act >= 0 ? admin() : -1;
  }

  int from(int act) {
    return acts.get(act).from();
  }

  int to(int act) {
    return acts.get(act).to();
  }

  LogonType type(int act) {
    return acts.get(act).type();
  }

  /** Whether the intruder's program ran on the target. */
  public static boolean ran(int act) {
    return act > 0;
  }

  /** The case as a responder would write it down. */
  public String caseYaml() {
    return "tidemark: 1\n"
        + "case: benchmark\n"
        + "controller: harbour\n"
        + "organisations:\n"
        + "  - {id: harbour, name: Harbour, country: JP, hosts: [\"pc*\", \"srv*\", \"dc*\"],"
        + " domains: [HARBOUR]}\n"
        + "footholds:\n"
        + "  - {host: " + estate.hostName(estate.pc(FIRST_PC)) + ", from: "
        + Estate.START.plus(FOOTHOLD) + ", grade: confirmed, by: benchmark, why: planted}\n"
        + "indicators:\n"
        + "  - {process: 'ebbtide.exe', grade: confirmed, why: planted}\n"
        + "evidence:\n"
        + "  - {path: logs/, zone: UTC, audits: [logon, process]}\n";
  }
}
