package org.tidemark.trail;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Who usually came to the hosts that hops reached, whoever it was. Only words are made of it: a
 * host's log may begin later than the account is known, so it does not weigh.
 */
final class HostHabits {
  private final Parties parties;
  private final Map<Integer, Long> firstSeen = new HashMap<>();
  private final Set<Long> ways = new HashSet<>();
  private final Set<Long> visitors = new HashSet<>();

  HostHabits(Parties parties, List<HabitAct> acts) {
    this.parties = parties;
    acts.forEach(act -> firstSeen.put(act.to(), Long.MAX_VALUE));
  }

  void learn(HabitAct act) {
    firstSeen.merge(act.to(), act.at(), Math::min);
    if (act.hop()) {
      ways.add(DaySets.key(act.to(), parties.source(act.place())));
      visitors.add(DaySets.key(act.to(), parties.ofAccount(act.account())));
    }
  }

  /** Whether the host's log reaches back to an instant, µs. */
  boolean knows(int host, long at) {
    return firstSeen.getOrDefault(host, Long.MAX_VALUE) <= at;
  }

  /** Adds what nobody did, where the host's log reaches back far enough to say so. */
  void words(HabitAct act, long end, List<String> words) {
    if (!knows(act.to(), end - Usual.LEAST_MICROS)) {
      return;
    }
    long days = Likelihood.days(firstSeen.getOrDefault(act.to(), end), end);
    if (act.place() >= 0 && !ways.contains(DaySets.key(act.to(), parties.source(act.place())))) {
      words.add(UnusualWords.nobodyFrom(parties.network(act.place()), days));
    }
    int organisation = parties.ofAccount(act.account());
    if (!visitors.contains(DaySets.key(act.to(), organisation))) {
      words.add(UnusualWords.nobodyOf(parties.id(organisation), days));
    }
  }
}
