package org.tidemark.investigation.ask;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/** What was handed over already, from evidence.json. Fields that are not there are empty. */
final class SeenLogs {
  /** One source on one host for one kind of act. */
  private record Span(String source, String kind, Instant from, Instant to, List<Gap> gaps) {}

  /** An interval in which a source is not to be trusted. */
  record Gap(Window window, String why) {
    /** Whether the records are gone from the host itself. */
    boolean isCleared() {
      return why.equals("cleared");
    }
  }

  /** A log file and the hosts that wrote it. */
  private record Written(String format, Set<String> hosts) {}

  private final SortedMap<String, List<Span>> spans = new TreeMap<>();
  private final List<Written> logs = new ArrayList<>();
  private Optional<Instant> end = Optional.empty();

  SeenLogs(JsonNode evidence) {
    for (JsonNode span : evidence.path("coverage")) {
      Optional<Window> whole = window(span);
      List<Gap> gaps = new ArrayList<>();
      span.path("gaps")
          .forEach(gap ->
              window(gap).ifPresent(w -> gaps.add(new Gap(w, gap.path("why").asText("")))));
      List<Span> ofHost =
          spans.computeIfAbsent(span.path("host").asText(""), host -> new ArrayList<>());
      whole.ifPresent(w -> ofHost.add(new Span(
          span.path("source").asText(""), span.path("kind").asText(""), w.from(), w.to(), gaps)));
    }
    for (JsonNode log : evidence.path("logs")) {
      Set<String> hosts = new TreeSet<>();
      log.path("hosts").forEach(host -> hosts.add(host.asText("")));
      logs.add(new Written(log.path("format").asText(""), hosts));
      instant(log.path("last")).ifPresent(last -> {
        end = Optional.of(end.filter(e -> e.isAfter(last)).orElse(last));
      });
    }
  }

  static Optional<Window> window(JsonNode node) {
    Optional<Instant> from = instant(node.path("from"));
    return from.flatMap(f -> instant(node.path("to")).map(t -> Window.between(f, t)));
  }

  static Optional<Instant> instant(JsonNode node) {
    try {
      return node.isTextual() ? Optional.of(Instant.parse(node.asText())) : Optional.empty();
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  /** The last record of all logs. */
  Optional<Instant> end() {
    return end;
  }

  /** Hosts that any log shows, in order. */
  Set<String> hosts() {
    Set<String> hosts = new TreeSet<>(spans.keySet());
    logs.forEach(log -> hosts.addAll(log.hosts));
    return hosts;
  }

  /** Whether a log of this format was handed over that the host wrote. */
  boolean has(String host, String format) {
    return logs.stream().anyMatch(log -> log.format.equals(format) && log.hosts.contains(host))
        || spans(host).stream().anyMatch(s -> s.source.equals(format));
  }

  /** Whether one source covers the kind of act on the host for the whole window. */
  boolean covers(String host, ShownAct act, Window window) {
    return spans(host).stream()
        .filter(s -> s.kind.equals(act.id()))
        .anyMatch(s -> !s.from.isAfter(window.from())
            && !s.to.isBefore(window.to())
            && s.gaps.stream()
                .noneMatch(g -> g.window().from().isBefore(window.to())
                    && g.window().to().isAfter(window.from())));
  }

  /** The gap of the host's own logon log that an instant falls into. */
  Optional<Gap> gapAt(String host, Instant at) {
    return spans(host).stream()
        .filter(s -> s.kind.equals(ShownAct.LOGON.id()))
        .flatMap(s -> s.gaps.stream())
        .filter(g -> !g.window().from().isAfter(at) && !g.window().to().isBefore(at))
        .findFirst();
  }

  /** Formats of the logs that show the host, those that show the act before the others. */
  List<String> formatsOf(String host, ShownAct act) {
    List<String> formats = new ArrayList<>();
    spans(host).stream().filter(s -> s.kind.equals(act.id())).forEach(s -> formats.add(s.source));
    spans(host).forEach(s -> formats.add(s.source));
    return formats.stream().distinct().toList();
  }

  /** Formats of the logs in which any of these hosts shows the act. */
  Set<String> formatsOf(Set<String> hosts, ShownAct act) {
    Set<String> formats = new TreeSet<>();
    for (String host : hosts) {
      spans(host).stream().filter(s -> s.kind.equals(act.id())).forEach(s -> formats.add(s.source));
    }
    return formats;
  }

  private List<Span> spans(String host) {
    return spans.getOrDefault(host, List.of());
  }
}
