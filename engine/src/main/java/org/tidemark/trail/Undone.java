package org.tidemark.trail;

import java.time.Instant;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.tidemark.evidence.Evidence;
import org.tidemark.evidence.Facts;

/** When what was made was deleted, taken back or ran out, by whomever. */
final class Undone {
  private final Map<String, TreeSet<Long>> instants = new HashMap<>();

  /** Reads the changes once. */
  Undone(Evidence evidence, Logons logons) {
    Facts.ChangeColumns changes = evidence.changes();
    Map<Integer, Optional<LeftKind>> kinds = new HashMap<>();
    for (long row = 0; row < changes.size(); row++) {
      if (changes.what(row) < 0 || changes.target(row) < 0) {
        continue;
      }
      Optional<LeftKind> kind = kinds.computeIfAbsent(
          changes.what(row),
          what -> Optional.ofNullable(LeftKind.undoneBy(evidence.objects().text(what))));
      if (kind.isPresent()) {
        int host = logons.endpoints().place(changes.host(row), changes.atMicros(row));
        Accounts accounts = logons.accounts();
        instants
            .computeIfAbsent(
                key(
                    kind.get(),
                    accounts.text(accounts.of(changes.target(row))),
                    LeftKind.group(evidence.objects().text(changes.what(row)))),
                key -> new TreeSet<>())
            .add(logons.clocks().corrected(host, changes.atMicros(row)));
      }
    }
  }

  /** The first such instant after the act; empty = no record says so. */
  Optional<Instant> of(LeftActs.Act act) {
    String group = act.kind() == LeftKind.GROUP_MEMBERSHIP ? act.what().orElse("") : "";
    TreeSet<Long> known = instants.get(key(act.kind(), act.name(), group));
    return Optional.ofNullable(known == null ? null : known.ceiling(act.at()))
        .map(HostClocks::instant);
  }

  private static String key(LeftKind kind, String name, String group) {
    return kind + " " + name.toLowerCase(Locale.ROOT) + " " + group.toLowerCase(Locale.ROOT);
  }
}
