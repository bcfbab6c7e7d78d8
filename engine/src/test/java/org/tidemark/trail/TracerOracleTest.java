package org.tidemark.trail;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The pass over columns against a slow tracer that is plainly right: it goes over all logons again
 * and again until nothing new is held, and knows neither order nor sessions' maps.
 */
class TracerOracleTest {
  private static final int WORLDS = 120;
  private static final int HOSTS = 6;
  private static final int ACCOUNTS = 5;

  /** One logon; {@code from} -1 = the record shows no source; times in seconds of the day. */
  private record Act(
      int at, int account, int from, int to, boolean desktop, int session, int admin, int end) {}

  private record Held(int number, int from, String why) {}

  @TempDir
  Path temp;

  @Test
  void thePassFindsWhatTheSlowTracerFinds() {
    for (int seed = 0; seed < WORLDS; seed++) {
      List<Act> acts = acts(new Random(seed));
      Set<String> expected = expected(acts);
      Set<String> found = found(acts);
      assertEquals("", difference(expected, found), "seed " + seed + ": " + world(acts));
    }
  }

  private static String difference(Set<String> expected, Set<String> found) {
    TreeSet<String> missed = new TreeSet<>(expected);
    missed.removeAll(found);
    TreeSet<String> invented = new TreeSet<>(found);
    invented.removeAll(expected);
    return missed.isEmpty() && invented.isEmpty()
        ? ""
        : "missed " + missed + ", invented " + invented;
  }

  private static List<Act> acts(Random random) {
    List<Act> acts = new ArrayList<>();
    TreeSet<String> used = new TreeSet<>();
    int at = 36_000 - 30;
    int count = 5 + random.nextInt(25);
    for (int i = 0; i < count; i++) {
      at += random.nextInt(3) == 0 ? 0 : random.nextInt(random.nextBoolean() ? 3 : 40);
      boolean desktop = random.nextInt(3) == 0;
      int to = random.nextInt(HOSTS);
      int from = random.nextInt(HOSTS + 1) - 1;
      int account = random.nextInt(ACCOUNTS);
      // Of two logons of one account in one second the pass cannot tell which gave it away.
      at += used.add(at + " " + account) ? 0 : 1;
      used.add(at + " " + account);
      acts.add(new Act(
          at,
          account,
          desktop && from == to ? -1 : from,
          to,
          desktop,
          i + 1,
          random.nextInt(3) == 0 ? at + random.nextInt(30) : -1,
          random.nextInt(3) == 0 ? at + 30 + random.nextInt(60) : -1));
    }
    return acts;
  }

  private static String time(int second) {
    return String.format("%02d:%02d:%02d", second / 3600, second / 60 % 60, second % 60);
  }

  private static String world(List<Act> acts) {
    StringBuilder world = new StringBuilder("foothold h0 10:00");
    for (Act act : acts) {
      String session = " session " + act.session;
      String by = " by a" + act.account;
      world.append(';').append(time(act.at)).append(" a").append(act.account).append(' ');
      world.append(act.from < 0 ? "?" : "h" + act.from).append("->h").append(act.to);
      world.append(" type ").append(act.desktop ? 10 : 3).append(session);
      if (act.admin >= 0) {
        world.append(';').append(time(act.admin)).append(" admin h").append(act.to);
        world.append(session).append(by);
      }
      if (act.end >= 0) {
        world.append(';').append(time(act.end)).append(" logoff h").append(act.to);
        world.append(session).append(by);
      }
    }
    return world.toString();
  }

  private Set<String> found(List<Act> acts) {
    TreeSet<String> found = new TreeSet<>();
    for (String item : Seen.of(temp, world(acts), TracerOracleTest::words).split("\n", -1)) {
      found.add(item);
    }
    found.remove("");
    return found;
  }

  private static String words(Trail trail) {
    StringBuilder words = new StringBuilder();
    trail
        .hops()
        .forEach(hop -> words
            .append("hop ")
            .append(WorldTime.clock(hop.at()))
            .append(' ')
            .append(hop.account())
            .append(' ')
            .append(hop.from().flatMap(Trail.Source::host).orElse("?"))
            .append(' ')
            .append(hop.toHost())
            .append('\n'));
    trail.hosts().stream()
        .filter(place -> place.heldFrom().isPresent())
        .forEach(place -> words
            .append("host ")
            .append(place.name())
            .append(' ')
            .append(WorldTime.clock(place.heldFrom().get()))
            .append('\n'));
    trail
        .accounts()
        .forEach(account -> words
            .append("account ")
            .append(account.name())
            .append(' ')
            .append(WorldTime.clock(account.from()))
            .append('\n'));
    return words.toString();
  }

  private static Set<String> expected(List<Act> acts) {
    TreeSet<String> hops = new TreeSet<>();
    List<Held> hosts = new ArrayList<>(List.of(new Held(0, 36_000, "foothold")));
    List<Held> accounts = new ArrayList<>();
    int before = -1;
    while (before != hops.size() + hosts.size() + accounts.size()) {
      before = hops.size() + hosts.size() + accounts.size();
      for (Act act : acts) {
        if (act.from != act.to && opened(act, hosts, accounts)) {
          hops.add("hop " + clock(act.at) + " a" + act.account + " "
              + (act.from < 0 ? "?" : "h" + act.from) + " h" + act.to);
          hold(accounts, new Held(act.account, act.at, "hop"));
          if (act.desktop) {
            hold(hosts, new Held(act.to, act.at, act.admin >= 0 ? "administrator" : "hop"));
          }
          if (act.admin >= 0) {
            hold(hosts, new Held(act.to, act.admin, "administrator"));
          }
        }
        for (Held host : List.copyOf(hosts)) {
          boolean over = act.end >= 0 && act.end <= host.from;
          if (act.desktop && act.to == host.number && !over) {
            hold(accounts, new Held(act.account, Math.max(act.at, host.from), "exposed"));
          }
          if (act.desktop && act.to == host.number && over && !host.why.equals("hop")) {
            hold(accounts, new Held(act.account, host.from, "cached"));
          }
        }
      }
    }
    TreeSet<String> all = new TreeSet<>(hops);
    for (int i = 0; i < HOSTS; i++) {
      earliest(hosts, i, "host h", all);
      earliest(accounts, i, "account a", all);
    }
    return all;
  }

  private static void earliest(List<Held> held, int number, String word, Set<String> all) {
    held.stream()
        .filter(h -> h.number == number)
        .mapToInt(Held::from)
        .min()
        .ifPresent(from -> all.add(word + number + " " + clock(from)));
  }

  private static void hold(List<Held> list, Held held) {
    if (!list.contains(held)) {
      list.add(held);
    }
  }

  /** A hold that began up to the summed errors of a second each later may have come first. */
  private static boolean opened(Act act, List<Held> hosts, List<Held> accounts) {
    if (act.from < 0) {
      boolean exposing =
          act.desktop && hosts.stream().anyMatch(h -> h.number == act.to && h.from <= act.at);
      return accounts.stream()
          .anyMatch(h -> h.number == act.account
              && h.from <= act.at
              && !(exposing && h.why.equals("exposed") && h.from == act.at));
    }
    return hosts.stream()
        .anyMatch(
            h -> h.number == act.from && h.from - act.at <= (h.why.equals("foothold") ? 1 : 2));
  }

  private static String clock(int second) {
    return WorldTime.clock(WorldTime.of(time(second)));
  }
}
