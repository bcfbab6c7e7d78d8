package org.tidemark.drill.logs;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** What the intrusion truly was: hops and what became of hosts. A few hundred lines at most. */
public final class TrailTruth {
  /**
   * One true hop.
   *
   * @param at true time, seconds since 1970 UTC
   * @param by {@code intruder} or {@code owner}
   * @param kind {@code access} or {@code execution}
   */
  public record TrueHop(
      long at, String account, String from, String to, String by, String grade, String kind) {
    public String csv() {
      return String.join(
          ",", Instant.ofEpochSecond(at).toString(), account, from, to, by, grade, kind);
    }
  }

  /** What became of a host; {@code since}: true time, or 0 where nothing was reached. */
  public record TrueHost(String host, String state, String grade, long since) {
    public String csv() {
      String from = since == 0 ? "" : Instant.ofEpochSecond(since).toString();
      return String.join(",", host, state, grade, from);
    }
  }

  /** An ordinary act that is easily taken for a hop; {@code why}: what made it. */
  public record OrdinaryAct(long at, String account, String from, String to, String why) {
    public String csv() {
      return String.join(",", Instant.ofEpochSecond(at).toString(), account, from, to, why);
    }
  }

  private final List<OrdinaryAct> ordinary = new ArrayList<>();
  private final List<TrueHop> hops = new ArrayList<>();
  private final List<TrueHost> hosts = new ArrayList<>();

  void hop(long at, String account, String from, String to, String by, String grade, String kind) {
    hops.add(new TrueHop(at, account, from, to, by, grade, kind));
    if (by.equals("owner") && hosts.stream().noneMatch(h -> h.host().equals(to))) {
      hosts.add(new TrueHost(to, "reached", grade, at));
    }
  }

  void ordinary(long at, String account, String from, String to, String why) {
    ordinary.add(new OrdinaryAct(at, account, from, to, why));
  }

  /** Ordinary acts of a hard background, by time. */
  public List<OrdinaryAct> ordinary() {
    return ordinary.stream()
        .sorted(Comparator.comparingLong(OrdinaryAct::at).thenComparing(OrdinaryAct::csv))
        .toList();
  }

  void host(String host, String state, String grade, long since) {
    hosts.add(new TrueHost(host, state, grade, since));
  }

  /** Hops by time. */
  public List<TrueHop> hops() {
    return hops.stream()
        .sorted(Comparator.comparingLong(TrueHop::at).thenComparing(TrueHop::to))
        .toList();
  }

  /** Hosts by name. */
  public List<TrueHost> hosts() {
    return hosts.stream().sorted(Comparator.comparing(TrueHost::host)).toList();
  }
}
