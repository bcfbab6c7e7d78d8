package org.tidemark.app.report;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tidemark.app.report.TrailView.HostView;

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
    String where = firstHost()
        .map(h -> " at " + h.name() + " (" + names.organisation(h.organisation()) + ")")
        .orElse("");
    if (first.isEmpty() && where.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        "got in" + where + first.map(at -> " on " + Wording.day(at)).orElse(""));
  }

  Optional<HostView> firstHost() {
    return trail.hosts().stream().filter(h -> h.from().isPresent()).findFirst();
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
