package org.tidemark.app.ask;

import com.ibm.icu.util.TimeZone;
import com.ibm.icu.util.TimeZone.SystemTimeZoneType;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.tidemark.casefile.CaseFile;

/** The time zone in which an organisation reads its clocks. */
final class LocalZone {
  private LocalZone() {}

  /**
   * The one zone, UTC aside, that the case file gives to logs which the organisation supplied; else
   * the zone of its country, where that has a single one. Empty otherwise: a letter names no zone
   * that nobody stated.
   */
  static Optional<ZoneId> of(CaseFile caseFile, CaseFile.Organisation organisation) {
    List<ZoneId> stated = caseFile.evidence().stream()
        .filter(e -> e.suppliedBy().filter(organisation.id()::equals).isPresent())
        .flatMap(e -> e.zone().stream())
        .filter(zone -> !zone.normalized().equals(ZoneOffset.UTC))
        .distinct()
        .toList();
    if (!stated.isEmpty()) {
      return stated.size() == 1 ? Optional.of(stated.get(0)) : Optional.empty();
    }
    Set<String> ids = organisation
        .country()
        .map(country ->
            TimeZone.getAvailableIDs(SystemTimeZoneType.CANONICAL_LOCATION, country, null))
        .map(set -> set.stream().collect(Collectors.toCollection(TreeSet::new)))
        .orElseGet(TreeSet::new);
    return ids.size() == 1 ? Optional.of(ZoneId.of(ids.iterator().next())) : Optional.empty();
  }
}
