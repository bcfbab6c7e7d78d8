package org.tidemark.trail;

import java.util.Arrays;
import java.util.List;

/**
 * Who usually came to the hosts that hops reached, whoever it was. Only words are made of it: a
 * host's log may begin later than the account is known, so it does not weigh.
 */
final class HostHabits {
  private final Parties parties;
  private final long[] firstSeen;
  private final LongSet ways = new LongSet();
  private final LongSet visitors = new LongSet();

  /** {@code endpoints}: how many there are. */
  HostHabits(Parties parties, int endpoints) {
    this.parties = parties;
    this.firstSeen = new long[endpoints];
    Arrays.fill(firstSeen, Long.MAX_VALUE);
  }

  void learn(HabitAct act) {
    firstSeen[act.to()] = Math.min(firstSeen[act.to()], act.at());
    if (act.hop()) {
      ways.add(DaySets.key(act.to(), parties.source(act.place())));
      visitors.add(DaySets.key(act.to(), parties.ofAccount(act.account())));
    }
  }

  /** Whether the host's log reaches back to an instant, µs. */
  boolean knows(int host, long at) {
    return firstSeen[host] <= at;
  }

  /** Adds what nobody did, where the host's log reaches back far enough to say so. */
  void words(HabitAct act, long end, List<String> words) {
    if (!knows(act.to(), end - Usual.LEAST_MICROS)) {
      return;
    }
    long days = Likelihood.days(firstSeen[act.to()], end);
    if (act.place() >= 0 && !ways.contains(DaySets.key(act.to(), parties.source(act.place())))) {
      words.add(UnusualWords.nobodyFrom(parties.network(act.place()), days));
    }
    int organisation = parties.ofAccount(act.account());
    if (!visitors.contains(DaySets.key(act.to(), organisation))) {
      words.add(UnusualWords.nobodyOf(parties.id(organisation), days));
    }
  }
}
