package org.tidemark.investigation.ask;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What hangs on an answer: objects and people that are possible only through what is open. */
interface Hanging {
  /** Before the stages that count them. */
  Hanging NOT_COUNTED = new Hanging() {
    @Override
    public Optional<List<Inventory>> inventories() {
      return Optional.empty();
    }

    @Override
    public Map<Integer, Count> count(List<Through> questions) {
      return Map.of();
    }
  };

  /**
   * Possible objects of a host that no session shows: its access log is silent or missing.
   *
   * @param rule held-uncovered-inventory or held-administrator-inventory
   */
  record Inventory(String host, String rule, long objects) {}

  /** Through what a question reaches objects: hops, and hosts whose inventory it would settle. */
  record Through(Set<String> hops, Set<String> hosts) {}

  /** @param persons empty while people are not counted yet */
  record Count(long objects, Optional<Long> persons) {}

  /** Ordered by host, rule; empty while objects are not known yet. */
  Optional<List<Inventory>> inventories();

  /** By the position of a question in the list; one that is not there has no object. */
  Map<Integer, Count> count(List<Through> questions);
}
