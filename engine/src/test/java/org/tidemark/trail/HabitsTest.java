package org.tidemark.trail;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.tidemark.evidence.LogonType;
import org.tidemark.trail.Habits.Habit;

/** Surprise as a measure, on random baselines: what must hold of it whatever was learnt. */
class HabitsTest {
  private static final int WORLDS = 300;
  private static final int DAYS = 150;
  private static final int HOURS = 24;
  private static final Set<Habit> ALL = EnumSet.allOf(Habit.class);
  private static final List<LogonType> TYPES = List.of(
      LogonType.NETWORK, LogonType.REMOTE_INTERACTIVE, LogonType.SHELL, LogonType.INTERACTIVE);

  private static Habits habits(List<HabitAct> acts) {
    Habits habits = new Habits(
        place -> place, (place, to) -> place / 3 * 9 + to / 3, 0, DAYS * HabitAct.DAY_MICROS);
    acts.forEach(habits::learn);
    return habits;
  }

  private static int surprise(List<HabitAct> baseline, HabitAct act) {
    return habits(baseline).surprise(act, ALL, false);
  }

  private static HabitAct act(Random random) {
    return new HabitAct(
        1,
        random.nextInt(6),
        random.nextInt(6),
        TYPES.get(random.nextInt(TYPES.size())),
        random.nextInt(DAYS * HOURS) * HabitAct.HOUR_MICROS);
  }

  private static List<HabitAct> acts(Random random) {
    List<HabitAct> acts = new ArrayList<>();
    for (int count = random.nextInt(60); count > 0; count--) {
      acts.add(act(random));
    }
    return acts;
  }

  @Test
  void orderChangesNothing() {
    for (int seed = 0; seed < WORLDS; seed++) {
      Random random = new Random(seed);
      List<HabitAct> baseline = acts(random);
      HabitAct act = act(random);
      List<HabitAct> other = new ArrayList<>(baseline);
      Collections.shuffle(other, random);
      assertEquals(surprise(baseline, act), surprise(other, act), "seed " + seed);
    }
  }

  @Test
  void whatIsSeenOnceMoreSurprisesLess() {
    for (int seed = 0; seed < WORLDS; seed++) {
      Random random = new Random(seed);
      List<HabitAct> baseline = acts(random);
      HabitAct act = act(random);
      long before = baseline.stream().mapToLong(HabitAct::day).min().orElse(0);
      // The same hour and day of the week, a day on which the account is known already.
      long week = 7 * HabitAct.DAY_MICROS;
      long at =
          act.at() + Math.max(0, before * HabitAct.DAY_MICROS - act.at() + week) / week * week;
      if (!baseline.isEmpty() && at < DAYS * HabitAct.DAY_MICROS) {
        List<HabitAct> more = new ArrayList<>(baseline);
        more.add(new HabitAct(1, act.place(), act.to(), act.type(), at));
        assertTrue(surprise(more, act) <= surprise(baseline, act), "seed " + seed);
      }
    }
  }

  @Test
  void surpriseIsNeverNegativeAndAMemberKnowsItself() {
    for (int seed = 0; seed < WORLDS; seed++) {
      Random random = new Random(seed);
      List<HabitAct> baseline = acts(random);
      Habits habits = habits(baseline);
      assertTrue(habits.surprise(act(random), ALL, false) >= 0, "seed " + seed);
      for (HabitAct one : baseline) {
        assertTrue(!one.hop() || habits.surprise(one, ALL, true) >= 0, "seed " + seed);
        assertTrue(!one.hop() || habits.times(Habit.TARGET, one) > 0, "seed " + seed);
        assertTrue(
            habits.surprise(one, ALL, true) >= habits.surprise(one, ALL, false), "seed " + seed);
      }
    }
  }

  @Test
  void whatWasNeverDoneSurprisesMostAndMoreTheLongerTheAccountIsKnown() {
    List<HabitAct> days = new ArrayList<>();
    HabitAct never = new HabitAct(1, 5, 4, LogonType.SHELL, 3 * HabitAct.HOUR_MICROS);
    int last = 0;
    for (int day = 0; day < 60; day++) {
      days.add(new HabitAct(
          1, 0, 1, LogonType.NETWORK, day * HabitAct.DAY_MICROS + 10 * HabitAct.HOUR_MICROS));
      int surprise = habits(days).surprise(never, EnumSet.of(Habit.SOURCE), false);
      assertTrue(surprise >= last, "day " + day);
      last = surprise;
    }
    assertTrue(last > 4_000 && last <= 6_000, Integer.toString(last));
  }
}
