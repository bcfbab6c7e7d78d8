package org.tidemark.trail;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tidemark.evidence.Evidence;
import org.tidemark.evidence.EvidenceFile;
import org.tidemark.evidence.LogonType;

/**
 * Which logons are one act: it counts once however many exports, sensors or kinds of record show it
 * (RULES.md section 4). Records of one session number are one act; records of two formats that show
 * one account going from one place to another within seconds are one act; two records of one format
 * with two session numbers are two.
 */
final class SameActs {
  /** Two exports of one record have one time; sensors and hosts agree to seconds. */
  private static final long WINDOW_MICROS = 2_000_000;

  private static final long DAY_MICROS = 86_400_000_000L;

  private record Act(
      long at, LogonType type, int account, long session, int agent, String format) {}

  private final Evidence evidence;
  private final Logons logons;
  private final Map<Long, List<Act>> acts = new HashMap<>();

  SameActs(Evidence evidence, Logons logons) {
    this.evidence = evidence;
    this.logons = logons;
  }

  /** Whether a row shows an act that an earlier row showed; else it is remembered. */
  boolean known(long row, long at) {
    Optional<String> format =
        Optional.of(evidence.files().get(logons.columns().file(row))).flatMap(EvidenceFile::format);
    Act act = new Act(
        at,
        logons.type(row),
        logons.account(row),
        logons.session(row),
        logons.columns().agent(row),
        format.orElse(""));
    long ends = (long) logons.place(row) << 32 | logons.to(row) & 0xffff_ffffL;
    List<Act> before = acts.computeIfAbsent(ends, key -> new ArrayList<>());
    boolean cloud = act.type == LogonType.CLOUD;
    long window = cloud ? DAY_MICROS : WINDOW_MICROS;
    for (int i = before.size() - 1; i >= 0 && at - before.get(i).at <= window; i--) {
      if (cloud ? sameDay(before.get(i), act) : same(before.get(i), act)) {
        return true;
      }
    }
    before.add(act);
    return false;
  }

  /** Uses of a credential by one program from one place on a day are one act. */
  private static boolean sameDay(Act a, Act b) {
    return a.type == b.type
        && a.account == b.account
        && a.agent == b.agent
        && Math.floorDiv(a.at, DAY_MICROS) == Math.floorDiv(b.at, DAY_MICROS);
  }

  private static boolean same(Act a, Act b) {
    if (a.account >= 0 && b.account >= 0 && a.account != b.account) {
      return false;
    }
    return !a.format.equals(b.format)
        || a.type == b.type && a.account == b.account && a.session == b.session;
  }
}
