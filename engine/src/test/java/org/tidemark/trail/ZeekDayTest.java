package org.tidemark.trail;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tidemark.casefile.CaseFile;
import org.tidemark.engine.Cancellation;
import org.tidemark.engine.Progress;
import org.tidemark.engine.StoppedException;
import org.tidemark.evidence.Evidence;
import org.tidemark.evidence.Facts;
import org.tidemark.evidence.Ingest;
import org.tidemark.testing.Project;

/** A day of a real network's sensors, from the first host as the foothold. */
class ZeekDayTest {
  @Test
  void theDayIsTracedFromItsFirstHostAndNoControllerFalls(@TempDir Path temp)
      throws IOException, StoppedException {
    Optional<Path> data = Project.realData("zeek-day1", "the trail of a real network's sensors");
    if (data.isEmpty()) {
      return;
    }
    byte[] log = Files.readAllBytes(data.get().resolve("combined_zeek.log.gz"));
    Ingest ingest = new Ingest(temp).file("logs/combined_zeek.log.gz", log);
    try (Evidence evidence = ingest.evidence()) {
      Instant first = Instant.parse(String.valueOf(evidence.json().logs().get(0).first()));
      CaseFile caseFile = Traced.caseWithFoothold("SCRANTON", first.minusSeconds(60));
      Trail trail = TrailStage.trace(caseFile, evidence, Progress.NONE, Cancellation.NEVER);
      assertEquals(Set.of("scranton", "nashua"), places(trail, Trail.State.HELD));
      assertEquals(List.of(), trail.platformsFallen());
      for (Trail.Hop hop : trail.hops()) {
        assertEquals(
            "dmevals\\pbeesly scranton nashua",
            hop.account() + " " + hop.from().flatMap(Trail.Source::host).orElse("") + " "
                + hop.toHost(),
            hop.toString());
      }
      for (String[] cells : truth(data.get())) {
        if (cells[12].equals("hop")) {
          Instant from = Instant.parse(cells[2]).minusSeconds(1);
          Instant to = Instant.parse(cells[3]).plusSeconds(1);
          assertTrue(
              trail.hops().stream()
                  .anyMatch(hop -> !hop.at().isBefore(from) && !hop.at().isAfter(to)),
              "no hop in the session of " + cells[9]);
        }
      }
      assertTrue(sent(evidence, "10.0.1.4", "192.168.0.4") >= 1_000_000);
      assertTrue(sent(evidence, "10.0.1.6", "192.168.0.4") >= 300_000);
    }
  }

  private static List<String[]> truth(Path data) throws IOException {
    List<String[]> rows = new ArrayList<>();
    for (String line : Files.readAllLines(data.resolve("TRUTH.tsv"))) {
      rows.add(line.split("\t", -1));
    }
    assertEquals(3, rows.stream().filter(cells -> cells[12].equals("hop")).count());
    return rows;
  }

  private static Set<String> places(Trail trail, Trail.State state) {
    Set<String> names = new TreeSet<>();
    trail.hosts().stream()
        .filter(place -> place.state() == state)
        .forEach(place -> names.add(place.name()));
    return names;
  }

  /** Bytes that one address sent to another in established connections. */
  private static long sent(Evidence evidence, String from, String to) {
    Facts.FlowColumns flows = evidence.flows();
    long sent = 0;
    for (long row = 0; row < flows.size(); row++) {
      if (flows.succeeded(row)
          && evidence.endpoints().text(flows.from(row)).equals(from)
          && evidence.endpoints().text(flows.to(row)).equals(to)) {
        sent += Math.max(0, flows.bytesOut(row));
      }
    }
    return sent;
  }
}
