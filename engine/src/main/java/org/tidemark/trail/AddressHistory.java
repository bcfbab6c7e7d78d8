package org.tidemark.trail;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntUnaryOperator;
import org.tidemark.evidence.Evidence;
import org.tidemark.evidence.Facts;

/**
 * Whose an address was at an instant, where it was several hosts' (DHCP). Between two records of
 * one host it is that host's; between two hosts' it is nobody's, for a logon then proves neither;
 * where two hosts have it at once it stands for several.
 */
final class AddressHistory {
  private record Run(long from, long until, int host) {}

  private final Map<Integer, List<Run>> runs = new HashMap<>();

  /** {@code host}: from the number of a host's name to that of the host. */
  AddressHistory(Evidence evidence, IntUnaryOperator host) {
    Facts.BindingColumns bindings = evidence.bindings();
    Map<Integer, Set<Integer>> owners = evidence.addresses();
    for (long row = 0; row < bindings.size(); row++) {
      int address = bindings.address(row);
      if (owners.getOrDefault(address, Set.of()).size() > 1) {
        long at = bindings.atMicros(row);
        Run run =
            new Run(at, at + bindings.durationMicros(row), host.applyAsInt(bindings.host(row)));
        runs.computeIfAbsent(address, key -> new ArrayList<>()).add(run);
      }
    }
    runs.replaceAll((address, list) -> joined(list));
  }

  /** Runs of one host with no other's between or across them are one. */
  private static List<Run> joined(List<Run> list) {
    List<Run> sorted = new ArrayList<>(list);
    sorted.sort(Comparator.comparingLong(Run::from)
        .thenComparingLong(Run::until)
        .thenComparingInt(Run::host));
    List<Run> joined = new ArrayList<>();
    for (Run run : sorted) {
      Run last = joined.isEmpty() ? null : joined.get(joined.size() - 1);
      if (last != null && last.host == run.host) {
        joined.set(
            joined.size() - 1, new Run(last.from, Math.max(last.until, run.until), last.host));
      } else {
        joined.add(run);
      }
    }
    return joined;
  }

  /** Hosts that ever had the address. */
  Set<Integer> hosts(int address) {
    return runs.getOrDefault(address, List.of()).stream()
        .map(Run::host)
        .collect(java.util.stream.Collectors.toCollection(java.util.TreeSet::new));
  }

  /** Whether the address was one host's after another's, so that the time can say whose. */
  boolean moved(int address) {
    List<Run> list = runs.getOrDefault(address, List.of());
    long until = Long.MIN_VALUE;
    int overlaps = 0;
    for (Run run : list) {
      overlaps += run.from <= until ? 1 : 0;
      until = Math.max(until, run.until);
    }
    return list.size() > 1 && overlaps * 2 < list.size();
  }

  /** Host number, {@link Endpoints#UNRESOLVED} or {@link Endpoints#SHARED} at an instant, µs. */
  int host(int address, long at) {
    int found = Endpoints.UNRESOLVED;
    for (Run run : runs.getOrDefault(address, List.of())) {
      if (run.from <= at && at <= run.until) {
        if (found >= 0 && found != run.host) {
          return Endpoints.SHARED;
        }
        found = run.host;
      }
    }
    return found;
  }
}
