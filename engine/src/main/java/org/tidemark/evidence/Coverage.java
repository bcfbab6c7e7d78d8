package org.tidemark.evidence;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the logs cover: host × source × kind of act (RULES.md section 2). Never changes. */
public final class Coverage {
  private final List<Span> spans;
  private final Map<String, List<Span>> byHost = new HashMap<>();

  public Coverage(List<Span> spans) {
    this.spans = List.copyOf(spans);
    this.spans.forEach(
        span -> byHost.computeIfAbsent(span.host(), key -> new ArrayList<>()).add(span));
  }

  /** Ordered by host, source, kind. */
  public List<Span> spans() {
    return spans;
  }

  /** What is known of one host, in the same order. */
  public List<Span> of(String host) {
    return List.copyOf(byHost.getOrDefault(host, List.of()));
  }

  /**
   * Records of one kind, by one source, on one host.
   *
   * @param host endpoint name
   * @param source format id
   * @param from first record, {@code to} last record of the source on that host
   * @param gaps intervals inside for which the source is not to be trusted
   * @param suppliedBy organisation that handed the log over
   */
  public record Span(
      String host,
      String source,
      ActKind kind,
      Instant from,
      Instant to,
      List<Gap> gaps,
      Optional<String> suppliedBy) {}

  /**
   * An interval without trusted records, and why: {@code cleared}, {@code record-numbers}, {@code
   * switched-off}, {@code quiet}.
   */
  public record Gap(Instant from, Instant to, String why) {}

  /** Whether any source records this kind of act on the host at all. */
  public boolean any(String host, ActKind kind) {
    return of(host).stream().anyMatch(s -> s.kind() == kind);
  }

  /** Until when one source covers the kind on the host from an instant on; empty = not at all. */
  public Optional<Instant> until(String host, ActKind kind, Instant from) {
    return of(host).stream()
        .filter(s -> s.kind() == kind && !s.from().isAfter(from) && !s.to().isBefore(from))
        .map(s -> s.gaps().stream()
            .filter(g -> g.to().isAfter(from))
            .map(Gap::from)
            .min(Instant::compareTo)
            .filter(gap -> gap.isBefore(s.to()))
            .orElse(s.to()))
        .filter(end -> !end.isBefore(from))
        .max(Instant::compareTo);
  }

  /**
   * Whether one source covers the kind on the host for the whole of {@code [from, to]}, without a
   * gap.
   */
  public boolean covers(String host, ActKind kind, Instant from, Instant to) {
    return of(host).stream()
        .filter(s -> s.kind() == kind)
        .anyMatch(s -> !s.from().isAfter(from)
            && !s.to().isBefore(to)
            && s.gaps().stream().noneMatch(g -> g.from().isBefore(to) && g.to().isAfter(from)));
  }
}
