package org.tidemark.trail;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.tidemark.evidence.Facts;
import org.tidemark.trail.Habits.Habit;

/**
 * How much hops differ from what their accounts usually did (RULES.md section 4). It orders what is
 * possible and never grades.
 *
 * <p>An act's surprise is a sum over {@link Habit}s; its likelihood the share of the account's own
 * logons on other hosts in the baseline that surprise less, each measured without its own day. It
 * costs two passes over the logons of the accounts that have hops, and memory for what these did.
 */
final class Likelihood {
  /** Days that a host's log must reach back for it to say who never came. */
  private static final long LEAST_MICROS = Usual.LEAST_MICROS;

  /** Rows are ordered as clocks wrote them; no clock is further off than this and its offset. */
  private static final long SLACK_MICROS = 2 * HabitAct.DAY_MICROS;

  /**
   * What can be said of one hop.
   *
   * @param perMille 0–1000, the higher the less usual; empty where the account has no baseline
   * @param unusual in words, what was never seen before; may be empty
   * @param rule {@link Rule#NO_BASELINE} where the account has none
   */
  record Judged(OptionalInt perMille, List<String> unusual, Optional<Rule> rule) {
    static final Judged NO_BASELINE =
        new Judged(OptionalInt.empty(), List.of(), Optional.of(Rule.NO_BASELINE));
  }

  private final Logons logons;
  private final Usual usual;
  private final Parties parties;
  private final long end;

  Likelihood(Logons logons, Usual usual, Parties parties) {
    this.logons = logons;
    this.usual = usual;
    this.parties = parties;
    this.end = usual.end();
  }

  /** Judges acts; the answers have their order. */
  List<Judged> judge(List<HabitAct> acts) {
    List<HabitAct> known =
        acts.stream().filter(act -> usual.known(act.account())).toList();
    if (known.isEmpty()) {
      return acts.stream().map(act -> Judged.NO_BASELINE).toList();
    }
    Habits habits =
        new Habits(parties::source, parties::crossing, logons.columns().atMicros(0), end);
    Firsts firsts = new Firsts(habits, known);
    HostHabits hosts = new HostHabits(parties, logons.endpoints().size());
    learn(habits, firsts, hosts, known);
    Map<Integer, Shares> shares = new HashMap<>();
    Map<HabitAct, Integer> surprises = new HashMap<>();
    for (HabitAct act : known) {
      surprises.put(act, habits.surprise(act, judgeable(hosts, act), false));
    }
    for (HabitAct act : known) {
      int surprise = Objects.requireNonNull(surprises.get(act));
      shares.computeIfAbsent(act.account(), key -> new Shares()).ask(surprise);
    }
    shares.values().forEach(Shares::ready);
    compare(habits, known, shares);
    List<Judged> judged = new ArrayList<>();
    for (HabitAct act : acts) {
      Shares of = shares.get(act.account());
      Integer surprise = surprises.get(act);
      judged.add(
          of == null || surprise == null
              ? Judged.NO_BASELINE
              : new Judged(
                  OptionalInt.of(of.perMille(surprise)),
                  words(habits, firsts, hosts, act),
                  Optional.empty()));
    }
    return judged;
  }

  /** A host whose log does not reach back cannot say that the account never came. */
  private Set<Habit> judgeable(HostHabits hosts, HabitAct act) {
    Set<Habit> habits = EnumSet.allOf(Habit.class);
    if (!hosts.knows(act.to(), end - LEAST_MICROS)) {
      habits.remove(Habit.TARGET);
      habits.remove(Habit.CROSSING);
    }
    return habits;
  }

  private void learn(Habits habits, Firsts firsts, HostHabits hosts, List<HabitAct> known) {
    long last = known.stream().mapToLong(HabitAct::at).max().orElseThrow() + SLACK_MICROS;
    boolean[] accounts = accounts(known);
    boolean[] targets = targets(known);
    Facts.LogonColumns columns = logons.columns();
    long early = LooseReach.firstRow(columns, end);
    long rows = LooseReach.firstRow(columns, last);
    for (long row = 0; row < rows; row++) {
      boolean ours = at(accounts, columns.account(row));
      boolean there = row < early && at(targets, columns.to(row));
      if (!ours && !there || columns.account(row) < 0 || !HabitAct.is(logons, row)) {
        continue;
      }
      HabitAct act = HabitAct.of(logons, row);
      if (there) {
        hosts.learn(act);
      }
      if (ours && row < early && usual.teaches(row)) {
        habits.learn(act);
      } else if (ours) {
        firsts.see(act);
      }
    }
  }

  private void compare(Habits habits, List<HabitAct> known, Map<Integer, Shares> shares) {
    Set<Habit> all = EnumSet.allOf(Habit.class);
    boolean[] accounts = accounts(known);
    Facts.LogonColumns columns = logons.columns();
    long early = LooseReach.firstRow(columns, end);
    for (long row = 0; row < early; row++) {
      if (!at(accounts, columns.account(row)) || !HabitAct.is(logons, row) || !usual.teaches(row)) {
        continue;
      }
      HabitAct act = HabitAct.of(logons, row);
      Shares of = shares.get(act.account());
      if (of != null && act.hop()) {
        of.compare(habits.surprise(act, all, true));
      }
    }
  }

  private static boolean at(boolean[] marks, int number) {
    return number >= 0 && marks[number];
  }

  /** By every number of the account, so that the loop over rows resolves nothing. */
  private boolean[] accounts(List<HabitAct> acts) {
    boolean[] marks = new boolean[logons.accounts().size()];
    for (HabitAct act : acts) {
      logons.accounts().numbersOf(act.account()).forEach(number -> marks[number] = true);
    }
    return marks;
  }

  private boolean[] targets(List<HabitAct> acts) {
    boolean[] marks = new boolean[logons.endpoints().size()];
    for (HabitAct act : acts) {
      for (int number : logons.endpoints().namesOf(act.to())) {
        marks[number] = true;
      }
      marks[act.to()] = true;
    }
    return marks;
  }

  private List<String> words(Habits habits, Firsts firsts, HostHabits hosts, HabitAct act) {
    List<String> words = new ArrayList<>();
    long since = habits.first(act.account());
    long baseline = days(since, end);
    if (act.interactive() && !habits.interactive(act.account())) {
      words.add(UnusualWords.neverInteractive(baseline));
    }
    if (habits.chances(Habit.SOURCE, act) == 0) {
      words.add(UnusualWords.neverElsewhere(baseline));
    }
    for (Habit habit : judgeable(hosts, act)) {
      boolean elsewhere = habit != Habit.HOUR && habit != Habit.WEEKDAY;
      boolean worth =
          elsewhere ? habits.chances(Habit.SOURCE, act) > 0 : habits.chances(habit, act) >= 2;
      if (worth
          && habits.times(habit, act) == 0
          && !saysNothing(habit, act)
          && firsts.at(habit, act) >= end) {
        boolean first = elsewhere && firsts.at(habit, act) >= act.at();
        words.add(UnusualWords.never(
            habit,
            act,
            parties.network(act.place()),
            first,
            first ? days(since, act.at()) : baseline));
      }
    }
    hosts.words(act, end, words);
    return List.copyOf(words);
  }

  /** Within one organisation nothing is crossed; without a source nobody knows. */
  private boolean saysNothing(Habit habit, HabitAct act) {
    return habit == Habit.CROSSING
        && (act.place() < 0 || parties.ofPlace(act.place()) == parties.ofPlace(act.to()));
  }

  static long days(long from, long until) {
    return (until - from) / HabitAct.DAY_MICROS;
  }

  /** When what the baseline did not teach was first done. */
  private static final class Firsts {
    private static final Set<Habit> OF =
        EnumSet.of(Habit.SOURCE, Habit.TARGET, Habit.TYPE, Habit.CROSSING);

    private final Habits habits;
    private final Map<Habit, Map<Long, Long>> first = new EnumMap<>(Habit.class);

    Firsts(Habits habits, List<HabitAct> acts) {
      this.habits = habits;
      for (Habit habit : OF) {
        Map<Long, Long> asked = new HashMap<>();
        acts.forEach(act -> asked.put(key(habit, act), Long.MAX_VALUE));
        first.put(habit, asked);
      }
    }

    private long key(Habit habit, HabitAct act) {
      return DaySets.key(act.account(), habits.number(habit, act));
    }

    void see(HabitAct act) {
      if (act.hop()) {
        first.forEach((habit, asked) ->
            asked.computeIfPresent(key(habit, act), (key, at) -> Math.min(at, act.at())));
      }
    }

    /** The first instant, µs; one within the baseline stems from something held then. */
    long at(Habit habit, HabitAct act) {
      return first.getOrDefault(habit, Map.of()).getOrDefault(key(habit, act), Long.MAX_VALUE);
    }
  }

  /** How many logons of one account surprise less than each of its hops. */
  private static final class Shares {
    private final List<Integer> asked = new ArrayList<>();
    private int[] surprises = {};
    private long[] below = {};
    private long all;

    void ask(int surprise) {
      asked.add(surprise);
    }

    void ready() {
      surprises = asked.stream().mapToInt(Integer::intValue).sorted().distinct().toArray();
      below = new long[surprises.length];
    }

    /** Counted once, at the least of the surprises that are greater. */
    void compare(int surprise) {
      all++;
      int at = Arrays.binarySearch(surprises, surprise);
      int greater = at >= 0 ? at + 1 : -at - 1;
      if (greater < below.length) {
        below[greater]++;
      }
    }

    /** An account that never logged on to another host is as unusual there as can be. */
    int perMille(int surprise) {
      long less = 0;
      for (int i = 0; i < surprises.length && surprises[i] <= surprise; i++) {
        less += below[i];
      }
      return all == 0 ? 1000 : (int) (less * 1000 / all);
    }
  }
}
