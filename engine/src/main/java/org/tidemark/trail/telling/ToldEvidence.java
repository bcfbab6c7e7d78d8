package org.tidemark.trail.telling;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.tidemark.casefile.ContentId;

/**
 * evidence.json as a result tells it: which logs there were, and what they cover.
 *
 * @param logs by file id
 */
public record ToldEvidence(SortedMap<String, Log> logs, List<Span> coverage) {
  public ToldEvidence {
    logs = Collections.unmodifiableSortedMap(new TreeMap<>(logs));
    coverage = List.copyOf(coverage);
  }

  /** A log: {@code path}, and the member after {@code !} where it lies in an archive. */
  public record Log(String path, String sha256, List<String> hosts) {}

  /** What one source covers on one host for one kind of act. */
  public record Span(
      String host,
      String source,
      String kind,
      Instant from,
      Instant to,
      List<Gap> gaps,
      Optional<String> suppliedBy) {}

  /** An interval without trusted records. */
  public record Gap(Instant from, Instant to, String why) {}

  /** Reads the document; a missing one has no logs. */
  public static ToldEvidence of(JsonNode evidence) {
    SortedMap<String, Log> logs = new TreeMap<>();
    for (JsonNode log : evidence.path("logs")) {
      String path = Fields.text(log, "path");
      String member = Fields.text(log, "member");
      logs.put(
          ContentId.of('F', path, member),
          new Log(
              member.isEmpty() ? path : path + " ! " + member,
              Fields.text(log, "sha256"),
              Fields.texts(log, "hosts")));
    }
    List<Span> coverage = new ArrayList<>();
    for (JsonNode span : evidence.path("coverage")) {
      Optional<Instant> from = Fields.instant(span, "from");
      Optional<Instant> to = Fields.instant(span, "to");
      if (from.isPresent() && to.isPresent()) {
        coverage.add(new Span(
            Fields.text(span, "host"),
            Fields.text(span, "source"),
            Fields.text(span, "kind"),
            from.get(),
            to.get(),
            gaps(span),
            Fields.optional(span, "supplied_by")));
      }
    }
    return new ToldEvidence(logs, coverage);
  }

  private static List<Gap> gaps(JsonNode span) {
    List<Gap> gaps = new ArrayList<>();
    for (JsonNode gap : span.path("gaps")) {
      Optional<Instant> from = Fields.instant(gap, "from");
      Optional<Instant> to = Fields.instant(gap, "to");
      if (from.isPresent() && to.isPresent()) {
        gaps.add(new Gap(from.get(), to.get(), Fields.text(gap, "why")));
      }
    }
    return List.copyOf(gaps);
  }

  /** The path of a file id; the id itself where no log has it. */
  public String path(String file) {
    Log log = logs.get(file);
    return log == null ? file : log.path();
  }
}
