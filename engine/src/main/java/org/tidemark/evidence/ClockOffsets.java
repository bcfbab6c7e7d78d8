package org.tidemark.evidence;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.tidemark.casefile.CaseFile;

/** Clock offsets that the case file states, as evidence.json shows them. */
final class ClockOffsets {
  private ClockOffsets() {}

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
              "stated"));
        }
      });
    }
    all.sort(Comparator.comparing(EvidenceJson.ClockOffset::host)
        .thenComparing(EvidenceJson.ClockOffset::source)
        .thenComparing(o -> Optional.ofNullable(o.from()).orElse("")));
    return List.copyOf(all);
  }
}
