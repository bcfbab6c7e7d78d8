package org.tidemark.trail;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
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
  /** One line of the truth, empty where the run has no hop; what the answer says of it. */
  private record Outcome(String run, List<String> truth, List<Trail.Hop> hops) {
    Set<String> targets() {
      return truth.isEmpty() || truth.get(6).startsWith("(")
          ? Set.of()
          : Set.of(truth.get(6).toLowerCase(Locale.ROOT));
    }

    Set<String> falseHops() {
      Set<String> wrong = new TreeSet<>();
      hops.forEach(hop -> wrong.add(hop.toHost()));
      wrong.removeAll(targets());
      return wrong;
    }

    /** The target's first acceptance that the truth knows of. */
    Instant accepted() {
      return Stream.of(truth.get(10), truth.get(11))
          .filter(text -> text.startsWith("20"))
          .map(Instant::parse)
          .min(Instant::compareTo)
          .orElseThrow();
    }

    boolean execution() {
      return hops.stream().anyMatch(Trail.Hop::execution);
    }
  }

  @Test
  void allElevenTargetsAreFoundAndNoHopIsFalse(@TempDir Path temp)
      throws IOException, StoppedException {
    Optional<Path> data = Project.realData("windows-lateral", "trails of real intrusions");
    if (data.isEmpty()) {
      return;
    }
    List<Outcome> outcomes = new ArrayList<>();
    for (String line : Files.readAllLines(data.get().resolve("TRUTH.tsv"))) {
      List<String> cells = List.of(line.split("\t", -1));
      if (!cells.get(0).equals("dataset")) {
        outcomes.add(outcome(data.get(), temp, cells.get(0), cells.get(3), cells));
      }
    }
    outcomes.add(outcome(data.get(), temp, "lsass_campaign_03", lsassHost(data.get()), List.of()));
    Set<String> knownBy = new TreeSet<>();
    for (Outcome outcome : outcomes) {
      assertEquals(Set.of(), outcome.falseHops(), outcome.run());
      if (!outcome.targets().isEmpty()) {
        knownBy.add(outcome.run() + " " + checked(outcome));
      }
    }
    assertEquals(11, knownBy.size());
    assertEquals(
        Set.of(
            "covenant_com_wsman_automation ticket",
            "covenant_psremoting_command ticket",
            "empire_psremoting_stager ticket"),
        knownBy.stream().filter(run -> !run.endsWith(" record")).collect(Collectors.toSet()));
  }

  /** Target, account, class and time of a run's first hop; gives how its source is known. */
  private static String checked(Outcome outcome) {
    String run = outcome.run();
    assertFalse(outcome.hops().isEmpty(), run + ": its target is not found");
    Trail.Hop first = outcome.hops().get(0);
    Trail.Source from = first.from().orElseThrow();
    assertEquals(outcome.truth().get(3).toLowerCase(Locale.ROOT), from.host().orElse(""), run);
    for (Trail.Hop hop : outcome.hops()) {
      String account = hop.account().substring(hop.account().indexOf('\\') + 1);
      assertEquals(outcome.truth().get(5), account, run);
    }
    boolean executes = Set.of("exec", "service_create").contains(outcome.truth().get(8));
    assertEquals(executes, outcome.execution(), run + ": " + outcome.truth().get(8));
    Duration apart = Duration.between(outcome.accepted(), first.at()).abs();
    assertTrue(apart.compareTo(Duration.ofSeconds(30)) <= 0, run + ": " + apart);
    return from.by();
  }

  private static String lsassHost(Path data) throws IOException {
    try (Stream<Path> files = Files.list(data)) {
      assertTrue(files.anyMatch(f -> f.getFileName().toString().startsWith("lsass_campaign_03")));
    }
    return "";
  }

  private static Outcome outcome(
      Path data, Path temp, String run, String source, List<String> truth)
      throws IOException, StoppedException {
    byte[] log = Files.readAllBytes(data.resolve(run + ".json.gz"));
    Ingest ingest = new Ingest(temp.resolve(run)).file("logs/" + run + ".json.gz", log);
    try (Evidence evidence = ingest.evidence()) {
      String host = source.isEmpty() ? onlyHost(evidence) : source;
      CaseFile caseFile = Traced.caseWithFoothold(host, firstRecord(evidence));
      Trail trail = TrailStage.trace(caseFile, evidence, Progress.NONE, Cancellation.NEVER);
      return new Outcome(run, truth, trail.hops());
    }
  }

  private static String onlyHost(Evidence evidence) {
    return evidence.json().logs().get(0).hosts().get(0);
  }

  private static Instant firstRecord(Evidence evidence) {
    return Instant.parse(String.valueOf(evidence.json().logs().get(0).first()));
  }
}
