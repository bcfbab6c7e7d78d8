package org.tidemark.evidence;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.tidemark.casefile.CaseFile;

/**
 * Says what the logs cover (RULES.md section 2). A source covers a host from its first to its last
 * record, and a kind of act only if a record of that kind, or the case file, shows that it was
 * switched on. A quiet spell is a gap beyond eight times the spacing that 199 of 200 records keep,
 * and beyond a day; spacings below three hours are not kept, since eight of them are no day.
 */
final class CoverageMaker {
  private static final long DAY_MICROS = 86_400_000_000L;
  private static final int RHYTHM_FACTOR = 8;

  /** The record of a start is among the first after it. */
  private static final long START_MICROS = 600_000_000L;

  private record Key(String host, int source, String format) {}

  private final Map<Key, HostActivities.Activity> activities = new HashMap<>();

  void add(String host, int source, String format, HostActivities.Activity activity) {
    activities
        .computeIfAbsent(new Key(host, source, format), k -> new HostActivities.Activity())
        .add(activity, 0);
  }

  Coverage make(CaseFile caseFile) {
    List<Coverage.Span> spans = new ArrayList<>();
    Map<Key, HostActivities.Activity> ordered = new TreeMap<>(
        Comparator.comparing(Key::host).thenComparing(Key::format).thenComparing(Key::source));
    ordered.putAll(activities);
    ordered.forEach((key, activity) -> {
      if (activity.spells.size() == 0) {
        return;
      }
      CaseFile.EvidenceSource source = caseFile.evidence().get(key.source);
      List<Coverage.Gap> gaps = gaps(activity);
      for (ActKind kind : ActKind.values()) {
        boolean shown = activity.shows(kind);
        if (shown || source.audits().contains(kind.id())) {
          spans.add(new Coverage.Span(
              key.host,
              key.format,
              kind,
              instant(activity.first()),
              instant(activity.last()),
              gaps,
              source.suppliedBy()));
        }
      }
    });
    spans.sort(Comparator.comparing(Coverage.Span::host)
        .thenComparing(Coverage.Span::source)
        .thenComparing(Coverage.Span::kind)
        .thenComparing(Coverage.Span::from)
        .thenComparing(Coverage.Span::to)
        .thenComparing(span -> span.suppliedBy().orElse("")));
    return new Coverage(spans);
  }

  private static List<Coverage.Gap> gaps(HostActivities.Activity activity) {
    List<Coverage.Gap> gaps = new ArrayList<>(quiet(activity));
    long cleared =
        activity.cleared.stream().mapToLong(Long::longValue).max().orElse(Long.MIN_VALUE);
    if (cleared != Long.MIN_VALUE) {
      long first = Math.min(activity.first(), cleared);
      gaps.add(new Coverage.Gap(instant(first), instant(cleared), "cleared"));
    }
    long off =
        activity.switchedOff.stream().mapToLong(Long::longValue).min().orElse(Long.MAX_VALUE);
    if (off < activity.last()) {
      gaps.add(new Coverage.Gap(instant(off), instant(activity.last()), "switched-off"));
    }
    for (long[] hole : activity.numbers.gaps()) {
      gaps.add(new Coverage.Gap(instant(hole[0]), instant(hole[1]), "record-numbers"));
    }
    gaps.sort(Comparator.comparing(Coverage.Gap::from).thenComparing(Coverage.Gap::why));
    return List.copyOf(gaps);
  }

  /** A host that was switched off writes nothing, and nobody logs on to it. */
  private static boolean endsInAStart(long[] spell, HostActivities.Activity activity) {
    return activity.boots.stream()
        .anyMatch(boot -> boot > spell[0] && Math.abs(boot - spell[1]) <= START_MICROS);
  }

  private static List<Coverage.Gap> quiet(HostActivities.Activity activity) {
    List<long[]> spells = new ArrayList<>();
    for (int i = 1; i < activity.spells.size(); i++) {
      spells.add(new long[] {activity.spells.end(i - 1), activity.spells.start(i)});
    }
    long[] lengths =
        spells.stream().mapToLong(spell -> spell[1] - spell[0]).sorted().toArray();
    long longer = (activity.spells.records() - 1) / 200;
    int index = (int) (lengths.length - 1 - Math.min(longer, lengths.length));
    long usual = index < 0 ? 0 : lengths[index];
    long bound = Math.max(DAY_MICROS, RHYTHM_FACTOR * usual);
    List<Coverage.Gap> gaps = new ArrayList<>();
    for (long[] spell : spells) {
      if (spell[1] - spell[0] > bound && !endsInAStart(spell, activity)) {
        gaps.add(new Coverage.Gap(instant(spell[0]), instant(spell[1]), "quiet"));
      }
    }
    return gaps;
  }

  static Instant instant(long micros) {
    return Instant.ofEpochSecond(
        Math.floorDiv(micros, 1_000_000L), Math.floorMod(micros, 1_000_000L) * 1000L);
  }

  static List<EvidenceJson.Span> toJson(Coverage coverage) {
    return coverage.spans().stream()
        .map(span -> new EvidenceJson.Span(
            span.host(),
            span.source(),
            span.kind().id(),
            span.from().toString(),
            span.to().toString(),
            span.gaps().stream()
                .map(gap ->
                    new EvidenceJson.Gap(gap.from().toString(), gap.to().toString(), gap.why()))
                .toList(),
            span.suppliedBy().orElse(null)))
        .toList();
  }

  static Coverage fromJson(List<EvidenceJson.Span> spans) {
    return new Coverage(spans.stream()
        .map(span -> new Coverage.Span(
            span.host(),
            span.source(),
            ActKind.valueOf(span.kind().toUpperCase(java.util.Locale.ROOT)),
            Instant.parse(span.from()),
            Instant.parse(span.to()),
            span.gaps().stream()
                .map(gap ->
                    new Coverage.Gap(Instant.parse(gap.from()), Instant.parse(gap.to()), gap.why()))
                .toList(),
            Optional.ofNullable(span.suppliedBy())))
        .toList());
  }
}
