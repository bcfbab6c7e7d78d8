package org.tidemark.evidence;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.tidemark.casefile.CaseFile;
import org.tidemark.engine.Cancellation;
import org.tidemark.engine.Engine;
import org.tidemark.engine.Progress;
import org.tidemark.engine.StoppedException;

/** Stage 1: from the case's evidence to {@link Evidence}. */
public final class EvidenceStage {
  private static final String FOLDER = "evidence";

  private EvidenceStage() {}

  /**
   * What the stage gives.
   *
   * @param hashed every file, ordered by path: what custody records
   * @param key SHA-256 in hex over build, the case file's part and all contents: what later stages'
   *     keys build on
   * @param reused whether nothing had to be read, since neither case file nor files had changed
   */
  public record Ingested(Evidence evidence, List<HashedFile> hashed, String key, boolean reused) {}

  /**
   * Reads the evidence, or opens what an earlier run kept where paths, sizes, times and inodes are
   * the same.
   *
   * @param build id of this build; another build reads again
   * @param rehash reads all files even if they look unchanged
   * @throws EvidenceException when the work folder cannot be written
   * @throws StoppedException when the user asked to stop; what an earlier run kept stays
   */
  public static Ingested ingest(
      CaseFile caseFile,
      Path caseFolder,
      Path workFolder,
      String build,
      boolean rehash,
      Engine engine,
      Progress progress,
      Cancellation cancellation)
      throws StoppedException {
    EvidenceWalk walk = EvidenceWalk.of(caseFile, caseFolder);
    String listing = StageKeys.listing(build, caseFile, walk);
    Path folder = workFolder.resolve(FOLDER);
    try {
      Optional<StoredEvidence> before = rehash ? Optional.empty() : stored(folder);
      if (before.isPresent() && before.get().listing().equals(listing)) {
        return ingested(folder, before.get(), true);
      }
      Path fresh = workFolder.resolve(FOLDER + ".new");
      deleteFolder(fresh);
      Files.createDirectories(fresh);
      Ingestion ingestion = new Ingestion(caseFile, walk, fresh, engine, progress, cancellation);
      StoredEvidence made = ingestion.run(build, listing);
      made.write(fresh);
      deleteFolder(folder);
      Files.move(fresh, folder);
      return ingested(folder, made, false);
    } catch (IOException | UncheckedIOException e) {
      throw new EvidenceException(
          folder + ": what was read cannot be kept (" + e.getClass().getSimpleName()
              + "). Make room on the disk or see to the folder's rights, then run again.",
          e);
    }
  }

  /** Every file that the case's evidence names: evidence path → the file as the walk gave it. */
  public static SortedMap<String, Path> files(CaseFile caseFile, Path caseFolder) {
    SortedMap<String, Path> files = new TreeMap<>();
    EvidenceWalk.of(caseFile, caseFolder).files().forEach(f -> files.put(f.path(), f.file()));
    return files;
  }

  /** Opens what an earlier run kept; empty where there is none that this version reads. */
  public static Optional<Evidence> open(Path workFolder) {
    Path folder = workFolder.resolve(FOLDER);
    Optional<StoredEvidence> stored = stored(folder);
    if (stored.isEmpty()) {
      return Optional.empty();
    }
    try {
      return Optional.of(new MappedEvidence(folder, stored.get()));
    } catch (IOException e) {
      throw new EvidenceException(
          folder + ": the kept evidence is damaged. Delete the folder, then run `tidemark ingest`.",
          e);
    }
  }

  private static Ingested ingested(Path folder, StoredEvidence stored, boolean reused)
      throws IOException {
    List<HashedFile> hashed = stored.hashes().stream()
        .map(h -> new HashedFile(h.path(), h.sha256(), h.bytes(), Instant.parse(h.modified())))
        .toList();
    return new Ingested(new MappedEvidence(folder, stored), hashed, stored.key(), reused);
  }

  private static Optional<StoredEvidence> stored(Path folder) {
    try {
      return Files.exists(folder.resolve(StoredEvidence.FILE))
          ? Optional.of(StoredEvidence.read(folder))
              .filter(stored -> stored.schema() == EvidenceJson.SCHEMA)
          : Optional.empty();
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  /** The folder is flat: it holds only files of ours. */
  private static void deleteFolder(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return;
    }
    try (var entries = Files.newDirectoryStream(folder)) {
      for (Path entry : entries) {
        Files.delete(entry);
      }
    }
    Files.delete(folder);
  }
}
