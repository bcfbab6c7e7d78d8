package org.tidemark.trail;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.tidemark.casefile.CaseFile;
import org.tidemark.casefile.Grade;
import org.tidemark.evidence.AccountName;

/**
 * A responder's decisions on hops, sessions, hosts, accounts and keys. They come before every rule;
 * one that contradicts confirmed evidence is applied and told, one without a target is told.
 */
final class Rulings {
  private static final List<String> OURS = List.of("hop", "session", "host", "account", "key");

  private final Map<String, CaseFile.Ruling> byTarget = new HashMap<>();
  private final Set<String> used = new HashSet<>();
  private final List<String> problems = new ArrayList<>();

  Rulings(CaseFile caseFile) {
    for (CaseFile.Ruling ruling : caseFile.rulings()) {
      String target = switch (ruling.kind()) {
        case "host" -> Endpoints.canonical(ruling.target());
        case "account" -> AccountName.of(ruling.target());
        default -> ruling.target();
      };
      byTarget.put(ruling.kind() + " " + target, ruling);
    }
  }

  /** Of a hop, by its own id or that of the session it opened. */
  Optional<Grade> hop(String id, String session, Grade found) {
    Optional<Grade> ruled = grade("hop " + id).or(() -> grade("session " + session));
    if (ruled.filter(g -> g == Grade.EXCLUDED && found == Grade.CONFIRMED).isPresent()) {
      problems.add("rulings: hop " + id + " is ruled excluded against confirmed evidence; the"
          + " ruling is applied. Check it, and say in `why` what speaks against the evidence.");
    }
    return ruled;
  }

  /** Of an account or a key, by any of its names. */
  Optional<Grade> account(Accounts accounts, int account) {
    if (byTarget.isEmpty() || account < 0) {
      return Optional.empty();
    }
    return accounts.numbersOf(account).stream()
        .map(accounts::written)
        .flatMap(name -> Stream.of("account " + name, "key " + name))
        .map(this::grade)
        .flatMap(Optional::stream)
        .findFirst();
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
      boolean ours = OURS.contains(ruling.kind());
      if (!ours) {
        all.add("rulings: " + ruling.kind() + " on line " + ruling.line() + " does nothing yet;"
            + " rulings on " + String.join(", ", OURS) + " are applied. Rule on these instead.");
      } else if (!used.contains(key)) {
        all.add("rulings: " + key + " is not in the trail; the ruling does nothing. Check the id,"
            + " or remove it if its evidence was taken out.");
      }
    });
    return all.stream().sorted().toList();
  }
}
