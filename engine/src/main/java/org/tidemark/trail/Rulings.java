package org.tidemark.trail;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.tidemark.casefile.CaseFile;
import org.tidemark.casefile.Grade;

/**
 * A responder's decisions on hops and hosts. They come before every rule; one that contradicts
 * confirmed evidence is applied and told, one without a target is told.
 */
final class Rulings {
  private final Map<String, CaseFile.Ruling> byTarget = new HashMap<>();
  private final Set<String> used = new HashSet<>();
  private final List<String> problems = new ArrayList<>();

  Rulings(CaseFile caseFile) {
    for (CaseFile.Ruling ruling : caseFile.rulings()) {
      String target =
          ruling.kind().equals("host") ? Endpoints.canonical(ruling.target()) : ruling.target();
      byTarget.put(ruling.kind() + " " + target, ruling);
    }
  }

  Optional<Grade> hop(String id, Grade found) {
    Optional<Grade> ruled = grade("hop " + id);
    if (ruled.filter(g -> g == Grade.EXCLUDED && found == Grade.CONFIRMED).isPresent()) {
      problems.add("rulings: hop " + id + " is ruled excluded against confirmed evidence; the"
          + " ruling is applied. Check it, and say in `why` what speaks against the evidence.");
    }
    return ruled;
  }

  Optional<Grade> host(String name) {
    return grade("host " + name);
  }

  private Optional<Grade> grade(String key) {
    CaseFile.Ruling ruling = byTarget.get(key);
    if (ruling == null) {
      return Optional.empty();
    }
    used.add(key);
    return ruling.grade();
  }

  /** Contradictions, and rulings that do nothing: no such hop or host, or another kind. */
  List<String> problems() {
    List<String> all = new ArrayList<>(problems);
    byTarget.forEach((key, ruling) -> {
      boolean ours = ruling.kind().equals("hop") || ruling.kind().equals("host");
      if (!ours) {
        all.add("rulings: " + ruling.kind() + " on line " + ruling.line() + " does nothing yet;"
            + " only rulings on a hop or a host are applied. Rule on the hops or hosts instead.");
      } else if (!used.contains(key)) {
        all.add("rulings: " + key + " is not in the trail; the ruling does nothing. Check the id,"
            + " or remove it if its evidence was taken out.");
      }
    });
    return all.stream().sorted().toList();
  }
}
