package org.tidemark.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.tidemark.casefile.CaseFile;
import org.tidemark.casefile.CaseFileReader;
import org.tidemark.casefile.CaseReading;
import org.tidemark.casefile.Grade;
import org.tidemark.engine.Cancellation;
import org.tidemark.engine.Progress;
import org.tidemark.engine.StoppedException;
import org.tidemark.evidence.Evidence;
import org.tidemark.evidence.EvidenceStage;
import org.tidemark.evidence.Facts;
import org.tidemark.evidence.MadeColumns;
import org.tidemark.trail.Trail;
import org.tidemark.trail.TrailStage;

/** The trail over columns that are written straight, beside a bare pass over the same columns. */
final class TrailBenchmark {
  private final Path folder;
  private final long logons;
  private final Estate estate;
  private final Intrusion intrusion;
  private final CaseFile caseFile;

  TrailBenchmark(Path folder, long logons, int hosts, int people) {
    this.folder = folder;
    this.logons = logons;
    this.estate = new Estate(hosts, people);
    this.intrusion = new Intrusion(estate);
    if (!(CaseFileReader.read(intrusion.caseYaml()) instanceof CaseReading.Whole whole)) {
      throw new IllegalStateException(CaseFileReader.read(intrusion.caseYaml()).toString());
    }
    this.caseFile = whole.file();
  }

  /** What one trace found of what was planted. */
  record Found(long planted, long confirmed, long possible, long reached, long held) {}

  /** Writes the columns, unless an earlier run of the same sizes did. */
  void write() throws IOException {
    Path done = folder.resolve("columns-" + logons + "-" + estate.hosts() + "-" + estate.people());
    if (Files.exists(done)) {
      return;
    }
    Footprint footprint = Footprint.begin();
    MadeColumns.write(estate, new MadeLogons(estate, intrusion, logons), folder);
    Files.createFile(done);
    say("columns written: %,d logons in %.1f s", logons, footprint.seconds());
  }

  /** Traces once. */
  Found trace() throws StoppedException {
    Evidence evidence = EvidenceStage.open(folder).orElseThrow();
    try (evidence) {
      Footprint footprint = Footprint.begin();
      Trail trail = TrailStage.trace(caseFile, evidence, Progress.NONE, Cancellation.NEVER);
      double seconds = footprint.seconds();
      say(
          "trace: %.2f s wall, %.2f s CPU, %.1f M logons/s; heap peak %,d MB; resident %,d MB"
              + " without files, %,d MB with; load %s",
          seconds,
          footprint.cpuSeconds(),
          evidence.logons().size() / seconds / 1e6,
          Footprint.heapPeakMegabytes(),
          Footprint.statusMegabytes("RssAnon"),
          Footprint.statusMegabytes("VmRSS"),
          Footprint.load());
      Found found = found(trail);
      say("%s; intruder's hops planted %d", found, intrusion.hops());
      return found;
    }
  }

  private Found found(Trail trail) {
    return new Found(
        trail.hops().stream()
            .filter(hop -> hop.grade() == Grade.CONFIRMED && hop.at().getNano() == 137_000_000)
            .count(),
        trail.hops().stream().filter(hop -> hop.grade() == Grade.CONFIRMED).count(),
        trail.hops().stream().filter(hop -> hop.grade() == Grade.POSSIBLE).count(),
        trail.hosts().stream().filter(h -> h.state() == Trail.State.REACHED).count(),
        trail.hosts().stream().filter(h -> h.state() == Trail.State.HELD).count());
  }

  /** Reads the columns that the trail needs, once, and does nothing with them. */
  long barePass() {
    Evidence evidence = EvidenceStage.open(folder).orElseThrow();
    try (evidence) {
      Footprint footprint = Footprint.begin();
      Facts.LogonColumns columns = evidence.logons();
      long sum = 0;
      long size = columns.size();
      for (long row = 0; row < size; row++) {
        if (columns.succeeded(row)) {
          sum += columns.atMicros(row)
              ^ columns.account(row)
              ^ columns.from(row)
              ^ (long) columns.to(row) << 32;
        }
      }
      double seconds = footprint.seconds();
      say(
          "bare pass, one thread: %.2f s wall, %.2f s CPU, %.1f M logons/s (sum %x); load %s",
          seconds, footprint.cpuSeconds(), size / seconds / 1e6, sum, Footprint.load());
      return sum;
    }
  }

  static void say(String pattern, Object... values) {
    System.out.printf(Locale.ROOT, pattern + "%n", values);
  }

  /**
   * Runs it.
   *
   * @param arguments folder, logons, hosts, people, times
   */
  public static void main(String[] arguments) throws Exception {
    Path folder = Files.createDirectories(Path.of(arguments[0]));
    TrailBenchmark benchmark = new TrailBenchmark(
        folder,
        Long.parseLong(arguments[1]),
        Integer.parseInt(arguments[2]),
        Integer.parseInt(arguments[3]));
    benchmark.write();
    for (int i = 0; i < Integer.parseInt(arguments[4]); i++) {
      benchmark.barePass();
      benchmark.trace();
    }
  }
}
