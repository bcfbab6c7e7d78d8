package org.tidemark.trail;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.IntBinaryOperator;
import java.util.function.IntUnaryOperator;

/**
 * What accounts usually did in the baseline: on which of its days each came from where, went where,
 * at which hours, on which days of the week, by which kind of logon, across which organisations.
 *
 * <p>Days are kept as sets of at most 64 spells, a spell being a day, or several where the baseline
 * is longer than 64 days. Adding to a set commutes, so the order of rows changes nothing; memory
 * follows the pairs of account and habit, not the logons.
 */
final class Habits {
  /** What is looked at. Each is a number beside the account: a host, an hour, a kind of logon. */
  enum Habit {
    SOURCE,
    TARGET,
    HOUR,
    WEEKDAY,
    TYPE,
    CROSSING
  }

  private static final int SPELLS = 64;
  private static final int HOURS = 24;
  private static final int WEEK = 7;

  private final IntUnaryOperator sources;
  private final IntBinaryOperator crossings;
  private final long firstDay;
  private final long lastDay;
  private final long end;
  private final long daysASpell;
  private final Map<Habit, DaySets> seen = new EnumMap<>(Habit.class);
  private final Map<Integer, Known> known = new HashMap<>();
  private final long[] weekdays = new long[WEEK];
  private final int[] millibits = new int[SPELLS + 3];

  /** What is known of one account as a whole. */
  private static final class Known {
    long first = Long.MAX_VALUE;
    long active;
    long hops;
    boolean interactive;
  }

  /**
   * Nothing learnt yet.
   *
   * @param sources from a place to the number under which it is a habit
   * @param crossings from a place and a host to the organisations that are crossed
   * @param first earliest instant of any log, µs; {@code end}: end of the baseline, µs
   */
  Habits(IntUnaryOperator sources, IntBinaryOperator crossings, long first, long end) {
    this.sources = sources;
    this.crossings = crossings;
    this.end = end;
    this.firstDay = Math.floorDiv(first, HabitAct.DAY_MICROS);
    this.lastDay = Math.max(firstDay, Math.floorDiv(end - 1, HabitAct.DAY_MICROS));
    this.daysASpell = (lastDay - firstDay) / SPELLS + 1;
    for (Habit habit : Habit.values()) {
      seen.put(habit, new DaySets());
    }
    for (int i = 1; i < millibits.length; i++) {
      millibits[i] = millibits(i);
    }
  }

  /** Takes in one logon of the baseline. */
  void learn(HabitAct act) {
    long spell = spell(act.day());
    Known account = known.computeIfAbsent(act.account(), key -> new Known());
    account.first = Math.min(account.first, act.at());
    account.active |= spell;
    account.interactive |= act.interactive();
    for (int near = HOURS - 1; near <= HOURS + 1; near++) {
      add(Habit.HOUR, act.account(), (act.hour() + near) % HOURS, spell);
    }
    add(Habit.WEEKDAY, act.account(), act.weekday(), spell);
    if (act.hop()) {
      account.hops |= spell;
      for (Habit habit : new Habit[] {Habit.SOURCE, Habit.TARGET, Habit.TYPE, Habit.CROSSING}) {
        add(habit, act.account(), number(habit, act), spell);
      }
    }
  }

  private void add(Habit habit, int account, int number, long spell) {
    sets(habit).add(DaySets.key(account, number), spell);
  }

  private DaySets sets(Habit habit) {
    return Objects.requireNonNull(seen.get(habit));
  }

  /** The number of an act that a habit is about. */
  int number(Habit habit, HabitAct act) {
    return switch (habit) {
      case SOURCE -> sources.applyAsInt(act.place());
      case TARGET -> act.to();
      case HOUR -> act.hour();
      case WEEKDAY -> act.weekday();
      case TYPE -> act.type().code();
      case CROSSING -> crossings.applyAsInt(act.place(), act.to());
    };
  }

  private long spell(long day) {
    long back = (lastDay - Math.min(lastDay, Math.max(firstDay, day))) / daysASpell;
    return 1L << back;
  }

  /** Spells in which the account did as in this act. */
  int times(Habit habit, HabitAct act) {
    return Long.bitCount(sets(habit).of(DaySets.key(act.account(), number(habit, act))));
  }

  /** Spells in which the account could have done so. */
  int chances(Habit habit, HabitAct act) {
    Known account = known.get(act.account());
    if (account == null) {
      return 0;
    }
    return switch (habit) {
      case SOURCE, TARGET, TYPE, CROSSING -> Long.bitCount(account.hops);
      case HOUR -> Long.bitCount(account.active);
      case WEEKDAY -> Long.bitCount(weekdays(act.weekday()) & since(account.first));
    };
  }

  /** Whole days alone: of half a day nobody can say that the account did not work on it. */
  private long weekdays(int weekday) {
    if (weekdays[weekday] == 0) {
      for (long day = firstDay; (day + 1) * HabitAct.DAY_MICROS <= end; day++) {
        weekdays[HabitAct.weekday(day)] |= spell(day);
      }
    }
    return weekdays[weekday];
  }

  /** All spells from an instant on. */
  private long since(long at) {
    long first = spell(Math.floorDiv(at, HabitAct.DAY_MICROS));
    return first | first - 1;
  }

  /** When the account was first seen, µs; {@link Long#MAX_VALUE} = never in the baseline. */
  long first(int account) {
    Known of = known.get(account);
    return of == null ? Long.MAX_VALUE : of.first;
  }

  /** Whether the account opened a desktop, a shell or a console in the baseline. */
  boolean interactive(int account) {
    Known of = known.get(account);
    return of != null && of.interactive;
  }

  /**
   * How surprising an act is: for each habit the bits by which it is rarer than certain, one act
   * more and one act less being supposed (Laplace's rule of succession), summed.
   *
   * @param of habits that can be judged
   * @param member whether the act itself is part of the baseline; then its own spell is left out
   *     of the times but not of the chances, so that acts as frequent as each other surprise alike
   * @return 1/1000 bit, at least 0
   */
  int surprise(HabitAct act, Set<Habit> of, boolean member) {
    int sum = 0;
    for (Habit habit : of) {
      sum += surprise(habit, act, member);
    }
    return sum;
  }

  private int surprise(Habit habit, HabitAct act, boolean member) {
    int times = times(habit, act) - (member ? 1 : 0);
    int chances = chances(habit, act);
    return millibits[chances + 2] - millibits[Math.min(times, chances) + 1];
  }

  /** Logarithm to base 2 by squaring, in integers, so that every machine gives the same. */
  private static int millibits(int n) {
    int whole = 31 - Integer.numberOfLeadingZeros(n);
    long mantissa = (long) n << 30 - whole;
    long fraction = 0;
    for (int i = 0; i < 16; i++) {
      mantissa = mantissa * mantissa >> 30;
      fraction <<= 1;
      if (mantissa >= 1L << 31) {
        mantissa >>= 1;
        fraction |= 1;
      }
    }
    return whole * 1000 + (int) (fraction * 1000 >> 16);
  }
}
