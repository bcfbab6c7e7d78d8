package org.tidemark.exposure;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.tidemark.casefile.CaseFile;
import org.tidemark.casefile.Grade;
import org.tidemark.engine.Cancellation;
import org.tidemark.engine.Engine;
import org.tidemark.engine.Progress;
import org.tidemark.engine.StoppedException;
import org.tidemark.engine.Tables;
import org.tidemark.evidence.Evidence;
import org.tidemark.evidence.EvidenceFile;
import org.tidemark.trail.Trail;

/**
 * Stage 3: which objects were reached, and what personal data is in the copies that the case holds.
 * Leaves its rows in tables {@code files}, {@code exposure}, {@code findings}, {@code
 * staged_records} and their directory twins, and writes the first three as Parquet.
 */
public final class ExposureStage {
  /**
   * What the stage found, in figures.
   *
   * @param confirmed objects by grade, with {@code possible} and {@code excluded}
   * @param notHeld objects that were reached and are not in the case
   * @param read exposed files by state, with {@code partly} and {@code unreadFiles}
   * @param unread reason → files
   * @param possibleByRule rule → possible objects
   * @param unitsScanned files that had to be read; the others were taken from the cache
   */
  public record Outcome(
      long confirmed,
      long possible,
      long excluded,
      long notHeld,
      long read,
      long partly,
      long unreadFiles,
      SortedMap<String, Long> unread,
      SortedMap<String, Long> possibleByRule,
      long unitsScanned,
      long unitsCached,
      long bytes,
      List<String> problems) {
    public Outcome {
      problems = List.copyOf(problems);
    }

    /**
     * Whether anything exposed could not be read or is not in the case: then people have no upper
     * bound.
     */
    public boolean open() {
      return partly + unreadFiles + notHeld > 0;
    }
  }

  private ExposureStage() {}

  /**
   * Finds and scans.
   *
   * @param caseFolder where the case file's paths begin
   * @param scanFolder where results by content are kept between runs
   * @param result folder for the Parquet files
   */
  public static Outcome run(
      CaseFile caseFile,
      Path caseFolder,
      Evidence evidence,
      Trail trail,
      ValueCipher cipher,
      String build,
      Path scanFolder,
      Path result,
      Engine engine,
      Tables tables,
      Progress progress,
      Cancellation cancellation)
      throws StoppedException {
    ExposedObjects objects = new ExposedObjects(caseFile, caseFolder, evidence, trail);
    List<ExposedObject> found = objects.find();
    List<EvidenceFile> exposed = exposedFiles(evidence, found);
    ScanPlan plan = new ScanPlan(caseFile, caseFolder, cipher, build);
    List<ScanPlan.Scan> scans = plan.evidence(exposed);
    List<ScanPlan.Scan> directory = plan.directory();
    ContentScan scan = new ContentScan(scanFolder, cipher, engine, progress, cancellation);
    ContentScan.Counts counts = scan.run(scans, directory);
    try (ScanTables rows = new ScanTables(tables)) {
      scan.forEach(scans, rows);
    }
    try (ScanTables rows = new ScanTables(
        tables,
        ExposureTables.FILES.named("directory_files"),
        ExposureTables.FINDINGS.named("directory_findings"),
        ScanTables.STAGED_RECORDS.named("directory_staged_records"))) {
      scan.forEach(directory, rows);
    }
    scan.close();
    cancellation.check();
    FileStates states = FileStates.of(tables);
    UnscannedFiles.append(tables, evidence, exposed);
    ObjectRows.append(tables, caseFile, evidence, trail, found);
    progress.begin("writing tables", 3, "tables");
    for (var schema :
        List.of(ExposureTables.FILES, ExposureTables.EXPOSURE, ExposureTables.FINDINGS)) {
      tables.writeParquet(
          schema, "SELECT * FROM " + schema.name(), result.resolve(schema.name() + ".parquet"));
      progress.advance(1);
      cancellation.check();
    }
    progress.end();
    return outcome(found, states, counts, objects.problems(), plan.problems());
  }

  /** Copies of objects that were, or may have been, reached: each once, by path. */
  private static List<EvidenceFile> exposedFiles(Evidence evidence, List<ExposedObject> found) {
    return found.stream()
        .filter(object -> object.grade == Grade.CONFIRMED || object.grade == Grade.POSSIBLE)
        .filter(object -> object.file.isPresent())
        .map(object -> evidence.files().get(object.file.getAsInt()))
        .distinct()
        .sorted(Comparator.comparing(EvidenceFile::path))
        .toList();
  }

  private static Outcome outcome(
      List<ExposedObject> found,
      FileStates states,
      ContentScan.Counts counts,
      List<String> objectProblems,
      List<String> planProblems) {
    SortedMap<String, Long> byRule = new TreeMap<>();
    Map<Grade, Long> grades = new EnumMap<>(Grade.class);
    long notHeld = 0;
    for (ExposedObject object : found) {
      grades.merge(object.grade, 1L, Long::sum);
      boolean reached = object.grade == Grade.CONFIRMED || object.grade == Grade.POSSIBLE;
      if (object.grade == Grade.POSSIBLE) {
        byRule.merge(object.rule.id(), 1L, Long::sum);
      }
      if (reached && object.file.isEmpty() && !object.kind.equals("listing")) {
        notHeld++;
      }
    }
    List<String> problems = new ArrayList<>(objectProblems);
    problems.addAll(planProblems);
    Map<String, Long> byState = states.byState();
    return new Outcome(
        grades.getOrDefault(Grade.CONFIRMED, 0L),
        grades.getOrDefault(Grade.POSSIBLE, 0L),
        grades.getOrDefault(Grade.EXCLUDED, 0L),
        notHeld,
        byState.getOrDefault("read", 0L),
        byState.getOrDefault("partly", 0L),
        byState.getOrDefault("unread", 0L),
        states.unread(),
        byRule,
        counts.scanned(),
        counts.cached(),
        counts.bytes(),
        problems);
  }
}
