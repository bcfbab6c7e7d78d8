package org.tidemark.evidence;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What the logs cover: host × source × kind of act (RULES.md section 2).
 *
 * @param spans ordered by host, source, kind
 */
public record Coverage(List<Span> spans) {
  public Coverage {
    spans = List.copyOf(spans);
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
    return spans.stream().anyMatch(s -> s.host().equals(host) && s.kind() == kind);
  }

  /**
   * Whether one source covers the kind on the host for the whole of {@code [from, to]}, without a
   * gap.
   */
  public boolean covers(String host, ActKind kind, Instant from, Instant to) {
    return spans.stream()
        .filter(s -> s.host().equals(host) && s.kind() == kind)
        .anyMatch(s -> !s.from().isAfter(from)
            && !s.to().isBefore(to)
            && s.gaps().stream().noneMatch(g -> g.from().isBefore(to) && g.to().isAfter(from)));
  }
}
