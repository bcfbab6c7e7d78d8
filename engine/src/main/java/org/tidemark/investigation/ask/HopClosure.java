package org.tidemark.investigation.ask;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * What falls with some hops: the hops that only they lead to, and the hosts that only they made
 * held. trail.json names hops in the order of time, so one pass forward finds them.
 */
final class HopClosure {
  /** @param hosts held by one of the hops, so that its inventory hangs on them */
  record Closed(Set<String> hops, Set<String> hosts) {}

  private record Hop(String id, String grade, List<String> after) {}

  private final List<Hop> hops = new ArrayList<>();
  private final Map<String, String> hostOf = new HashMap<>();
  private final Set<String> footholds = new HashSet<>();

  HopClosure(JsonNode trail) {
    for (JsonNode hop : trail.path("hops")) {
      List<String> after = new ArrayList<>();
      hop.path("after").forEach(a -> after.add(a.asText("")));
      hops.add(new Hop(hop.path("id").asText(""), hop.path("grade").asText(""), after));
    }
    for (JsonNode host : trail.path("hosts")) {
      if (host.hasNonNull("hop") && host.path("state").asText("").equals("held")) {
        hostOf.put(host.path("name").asText(""), host.path("hop").asText(""));
      }
    }
    trail.path("footholds").forEach(f -> footholds.add(f.path("host").asText("")));
  }

  Closed of(Set<String> first) {
    if (first.isEmpty()) {
      return new Closed(Set.of(), Set.of());
    }
    Set<String> closed = new TreeSet<>(first);
    for (Hop hop : hops) {
      // A hop with proof of its own stands without the way to it.
      if (!hop.grade.equals("confirmed") && !hop.after.isEmpty() && closed.containsAll(hop.after)) {
        closed.add(hop.id);
      }
    }
    Set<String> hosts = new TreeSet<>();
    hostOf.forEach((host, hop) -> {
      if (closed.contains(hop) && !footholds.contains(host)) {
        hosts.add(host);
      }
    });
    return new Closed(closed, hosts);
  }
}
