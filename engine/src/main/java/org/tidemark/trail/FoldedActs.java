package org.tidemark.trail;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.tidemark.trail.LeftActs.Act;

/**
 * Each act once. Several exports repeat a record; a new service stands in the Security log (4697:
 * its name, who and in which session) and in the System log (7045: its display name, nobody); a new
 * account is also enabled, given a password and put into the group None in one breath; a sensor
 * sees the call that made it, without its name.
 */
final class FoldedActs {
  /** Records of one act are this close. */
  private static final long ONE_ACT_MICROS = 5_000_000;

  private final List<@Nullable Act> acts;

  /** {@code acts}: by time. */
  FoldedActs(List<Act> acts) {
    this.acts = new ArrayList<>(repeated(acts));
  }

  List<Act> list() {
    for (int i = 0; i < acts.size(); i++) {
      Act act = acts.get(i);
      if (act != null && act.kind() == LeftKind.SERVICE && act.named() && !call(act)) {
        service(i, act);
      }
    }
    for (int i = 0; i < acts.size(); i++) {
      Act act = acts.get(i);
      if (act != null && call(act)) {
        call(i, act);
      }
    }
    for (int i = 0; i < acts.size(); i++) {
      Act act = acts.get(i);
      if (act != null && act.kind() == LeftKind.ACCOUNT_CREATED) {
        creation(i, act);
      }
    }
    List<Act> left = new ArrayList<>();
    acts.forEach(act -> {
      if (act != null) {
        left.add(act);
      }
    });
    return left;
  }

  private static List<Act> repeated(List<Act> acts) {
    Map<String, Integer> last = new HashMap<>();
    List<Act> once = new ArrayList<>();
    for (Act act : acts) {
      String key = act.kind() + " " + act.host() + " " + act.named() + " "
          + act.name().toLowerCase(Locale.ROOT) + " " + act.what().orElse("");
      Integer before = last.get(key);
      if (before != null && act.at() - once.get(before).at() <= ONE_ACT_MICROS) {
        once.set(before, join(once.get(before), act, Optional.empty()));
      } else {
        last.put(key, once.size());
        once.add(act);
      }
    }
    return once;
  }

  /** Takes in the System log's record of the same service: of the same name, else the nearest. */
  private void service(int index, Act act) {
    Predicate<Act> nameless = other -> other.kind() == LeftKind.SERVICE && !other.named();
    int twin = nearest(index, act, nameless.and(other -> sameName(act, other)));
    twin = twin >= 0 ? twin : nearest(index, act, nameless);
    Act other = twin < 0 ? null : acts.get(twin);
    if (other != null) {
      Optional<String> shown = sameName(act, other) ? Optional.empty() : Optional.of(other.name());
      acts.set(index, join(act, other, shown));
      acts.set(twin, null);
    }
  }

  private static boolean call(Act act) {
    return LeftKind.isCall(act.name());
  }

  /** Gives a sensor's record of the call to the act that the host's own log names. */
  private void call(int index, Act act) {
    int host = nearest(index, act, other -> other.kind() == act.kind() && !call(other));
    Act other = host < 0 ? null : acts.get(host);
    if (other != null) {
      acts.set(host, join(other, act, Optional.empty()));
      acts.set(index, null);
    }
  }

  private void creation(int index, Act act) {
    Act whole = act;
    Predicate<Act> part = other -> other.kind().partOfCreation()
            && (sameName(act, other) || other.name().isEmpty() && sameSession(act, other))
        || other.kind() == LeftKind.GROUP_MEMBERSHIP
            && other.what().orElse("").endsWith("\\none")
            && sameSession(act, other);
    for (int i = nearest(index, act, part); i >= 0; i = nearest(index, act, part)) {
      Act other = acts.get(i);
      if (other == null) {
        break;
      }
      whole = join(whole, other, Optional.empty());
      acts.set(i, null);
    }
    acts.set(index, whole);
  }

  /** Index of the nearest such act on the same host, close enough to be one; -1 = none. */
  private int nearest(int index, Act act, Predicate<Act> such) {
    int best = -1;
    long least = ONE_ACT_MICROS;
    for (int step : new int[] {-1, 1}) {
      for (int i = index + step; i >= 0 && i < acts.size(); i += step) {
        Act other = acts.get(i);
        if (other == null) {
          continue;
        }
        long apart = Math.abs(other.at() - act.at());
        if (apart > ONE_ACT_MICROS) {
          break;
        }
        boolean nearer = best < 0 ? apart <= least : apart < least;
        if (nearer && other.host() == act.host() && such.test(other)) {
          best = i;
          least = apart;
        }
      }
    }
    return best;
  }

  private static boolean sameName(Act a, Act b) {
    return a.name().equalsIgnoreCase(b.name());
  }

  private static boolean sameSession(Act a, Act b) {
    return a.session() != 0 && a.session() == b.session();
  }

  /** The first names itself, its session and who; {@code shown}: another name of it. */
  private static Act join(Act act, Act other, Optional<String> shown) {
    List<Trail.RecordPlace> records = new ArrayList<>(act.records());
    other.records().stream().filter(record -> !records.contains(record)).forEach(records::add);
    return new Act(
        act.at(),
        act.host(),
        act.by(),
        act.session(),
        act.kind(),
        act.name(),
        act.what().or(() -> shown),
        act.usual() || other.usual(),
        act.sign().or(other::sign),
        records);
  }
}
