package org.tidemark.trail;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.tidemark.casefile.CaseFile;
import org.tidemark.casefile.Glob;

/**
 * Pods and containers: hosts whose parent is the node that they run on (RULES.md section 3). A held
 * node holds them; they hold nothing of it without proof of an escape, which would be a hop.
 */
final class Containers {
  private final Map<Integer, List<Integer>> pods = new HashMap<>();

  Containers(CaseFile caseFile, Endpoints endpoints) {
    for (CaseFile.Containers block : caseFile.containers()) {
      int node = endpoints.number(block.node());
      List<Glob> globs = block.pods().stream().map(Glob::ofHost).toList();
      for (int host = 0; node >= 0 && host < endpoints.size(); host++) {
        String name = endpoints.text(host);
        if (host != node
            && endpoints.host(host) == host
            && globs.stream().anyMatch(glob -> glob.matches(name))) {
          pods.computeIfAbsent(endpoints.host(node), key -> new ArrayList<>()).add(host);
        }
      }
    }
  }

  /** Hosts that run on a node, by number. */
  List<Integer> on(int node) {
    return pods.getOrDefault(node, List.of());
  }
}
