package org.tidemark.trail;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tidemark.casefile.CaseFile;
import org.tidemark.engine.Cancellation;
import org.tidemark.engine.Progress;
import org.tidemark.engine.StoppedException;
import org.tidemark.evidence.Evidence;
import org.tidemark.evidence.Ingest;
import org.tidemark.testing.Project;

/**
 * Real intrusions, each from its source host as the foothold: true targets found, nothing made up.
 */
class WindowsLateralTest {
  /** One run and what its answer says: the targets that were reached. */
  private record Outcome(String run, Set<String> truth, Set<String> found) {
    boolean targetFound() {
      return !truth.isEmpty() && found.containsAll(truth);
    }

    Set<String> falseHops() {
      Set<String> wrong = new TreeSet<>(found);
      wrong.removeAll(truth);
      return wrong;
    }
  }

  @Test
  void atLeastEightOfElevenTargetsAreFoundAndNoHopIsFalse(@TempDir Path temp)
      throws IOException, StoppedException {
    Optional<Path> data = Project.realData("windows-lateral", "trails of real intrusions");
    if (data.isEmpty()) {
      return;
    }
    List<Outcome> outcomes = new ArrayList<>();
    for (String line : Files.readAllLines(data.get().resolve("TRUTH.tsv"))) {
      String[] cells = line.split("\t", -1);
      if (!cells[0].equals("dataset")) {
        Set<String> truth =
            cells[6].startsWith("(") ? Set.of() : Set.of(cells[6].toLowerCase(Locale.ROOT));
        outcomes.add(outcome(data.get(), temp, cells[0], cells[3], truth));
      }
    }
    outcomes.add(outcome(data.get(), temp, "lsass_campaign_03", lsassHost(data.get()), Set.of()));
    for (Outcome outcome : outcomes) {
      assertEquals(Set.of(), outcome.falseHops(), outcome.run());
    }
    long found = outcomes.stream().filter(Outcome::targetFound).count();
    long targets = outcomes.stream().filter(o -> !o.truth().isEmpty()).count();
    assertEquals(11, targets);
    assertTrue(found >= 8, found + " of 11 targets found: " + outcomes);
  }

  private static String lsassHost(Path data) throws IOException {
    try (Stream<Path> files = Files.list(data)) {
      assertTrue(files.anyMatch(f -> f.getFileName().toString().startsWith("lsass_campaign_03")));
    }
    return "";
  }

  private static Outcome outcome(Path data, Path temp, String run, String source, Set<String> truth)
      throws IOException, StoppedException {
    byte[] log = Files.readAllBytes(data.resolve(run + ".json.gz"));
    Ingest ingest = new Ingest(temp.resolve(run)).file("logs/" + run + ".json.gz", log);
    try (Evidence evidence = ingest.evidence()) {
      String host = source.isEmpty() ? onlyHost(evidence) : source;
      CaseFile caseFile = Traced.caseWithFoothold(host, firstRecord(evidence));
      Trail trail = TrailStage.trace(caseFile, evidence, Progress.NONE, Cancellation.NEVER);
      if (System.getenv("TM_SHOW") != null) {
        System.err.println(run + " truth=" + truth + " problems=" + trail.problems());
        trail.hops().forEach(h -> System.err.println("   " + h));
        trail.hosts().forEach(h -> System.err.println("   " + h));
        trail.unknown().forEach(h -> System.err.println("   " + h));
      }
      Set<String> found = new TreeSet<>();
      trail.hops().forEach(hop -> found.add(hop.toHost()));
      return new Outcome(run, truth, found);
    }
  }

  private static String onlyHost(Evidence evidence) {
    return evidence.json().logs().get(0).hosts().get(0);
  }

  private static Instant firstRecord(Evidence evidence) {
    return Instant.parse(String.valueOf(evidence.json().logs().get(0).first()));
  }
}
