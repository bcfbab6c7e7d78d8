package org.tidemark.evidence;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.tidemark.casefile.CaseFile;

/** Clock offsets that the case file states or that events show, for evidence.json. */
final class ClockOffsets {
  private ClockOffsets() {}

  /** Those stated, and estimates for all others. */
  static List<EvidenceJson.ClockOffset> all(CaseFile caseFile, Evidence evidence) {
    List<EvidenceJson.ClockOffset> stated = stated(caseFile);
    List<EvidenceJson.ClockOffset> all = new ArrayList<>(stated);
    all.addAll(ClockEstimates.of(evidence, stated));
    return sorted(all);
  }

  private static List<EvidenceJson.ClockOffset> sorted(List<EvidenceJson.ClockOffset> all) {
    return all.stream()
        .sorted(Comparator.comparing(EvidenceJson.ClockOffset::host)
            .thenComparing(o -> Optional.ofNullable(o.source()).orElse(""))
            .thenComparing(o -> Optional.ofNullable(o.from()).orElse("")))
        .toList();
  }

  static List<EvidenceJson.ClockOffset> stated(CaseFile caseFile) {
    List<EvidenceJson.ClockOffset> all = new ArrayList<>();
    for (CaseFile.EvidenceSource source : caseFile.evidence()) {
      source.clockOffset().forEach((host, offsets) -> {
        for (CaseFile.ClockOffset offset : offsets) {
          all.add(new EvidenceJson.ClockOffset(
              host,
              source.path(),
              offset.from().map(Instant::toString).orElse(null),
              offset.offset().toNanos() / 1000,
              0,
              "stated"));
        }
      });
    }
    return sorted(all);
  }
}
