package org.tidemark.app.report;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The answer in one sentence. Says "at least" while something exposed is unread or not held. */
record Headline(JsonNode findings, TrailView trail, CaseNames names) {

  String sentence() {
    JsonNode persons = findings.path("people").path("persons");
    long confirmed = persons.path("confirmed").asLong();
    long all = confirmed + persons.path("possible").asLong();
    String least = persons.path("bounded").asBoolean(true) ? "" : "at least ";
    List<String> parts = new ArrayList<>();
    gotIn().ifPresent(parts::add);
    List<String> crossed = crossed();
    if (!crossed.isEmpty()) {
      parts.add("crossed into " + String.join(" and ", crossed));
    }
    if (all > 0) {
      parts.add("reached data of " + least + Wording.count(all, "person", "people"));
    }
    if (parts.isEmpty()) {
      return "Nothing was found that the intruder reached";
    }
    String sentence = switch (parts.size()) {
      case 1 -> parts.get(0);
      case 2 -> parts.get(0) + " and " + parts.get(1);
      default ->
        String.join(", ", parts.subList(0, parts.size() - 1)) + ", and "
            + parts.get(parts.size() - 1);
    };
    return "The intruder " + sentence;
  }

  /** "got in at mr-pc-0417 (Mooring Security) on 14 September 2023". */
  private Optional<String> gotIn() {
    Optional<Instant> first =
        Wording.instant(findings.path("intrusion").path("first").asText(""));
    String where = where().orElse("");
    if (first.isEmpty() && where.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        "got in" + where + first.map(at -> " on " + Wording.day(at)).orElse(""));
  }

  /** "mr-pc-0417 (Mooring Security)", "key AKIA…"; empty where nothing is held. */
  Optional<String> start() {
    return trail
        .start()
        .map(start -> start.kind().equals("host")
            ? trail.hosts().stream()
                .filter(h -> h.name().equals(start.name().toLowerCase(Locale.ROOT)))
                .findFirst()
                .map(h -> h.name() + " (" + names.organisation(h.organisation()) + ")")
                .orElse(start.name())
            : start.kind() + " " + start.name());
  }

  private Optional<String> where() {
    boolean host = trail.start().filter(start -> start.kind().equals("host")).isPresent();
    return start().map(name -> (host ? " at " : " with ") + name);
  }

  /** Names of organisations entered from another one, in the order of entry, each once. */
  List<String> crossed() {
    List<String> crossed = new ArrayList<>();
    for (JsonNode crossing : findings.path("trail").path("organisations_crossed")) {
      String name = names.organisation(crossing.path("to").asText(""));
      if (!crossed.contains(name)) {
        crossed.add(name);
      }
    }
    return crossed;
  }
}
