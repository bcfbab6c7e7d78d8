package org.tidemark.evidence;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.tidemark.casefile.CaseFile;

/**
 * Finds the files that the case's {@code evidence} names. Follows no symbolic link; reads no file.
 */
final class EvidenceWalk {
  /** Deepest folder that is entered. */
  private static final int MAX_DEPTH = 64;

  /** The tool's own folders and files at the top of a case, which are never evidence. */
  private static final Set<String> OWN =
      Set.of("case.yaml", "record", "work", "result", "result.new");

  /**
   * A regular file.
   *
   * @param path evidence path
   * @param file as the walk gave it: the only way to open names that are not UTF-8
   * @param source index into the case file's evidence
   */
  record Walked(
      String path, Path file, int source, long bytes, Instant modified, Optional<String> inode) {}

  /** Something that was named or met and is not read, with the reason as an id. */
  record Skipped(String path, String reason) {}

  private final Path caseFolder;
  private final TreeMap<String, Walked> files = new TreeMap<>();
  private final List<Skipped> skipped = new ArrayList<>();

  private EvidenceWalk(Path caseFolder) {
    this.caseFolder = caseFolder;
  }

  /** Walks all sources; a file that two sources hold belongs to the one of the longer path. */
  static EvidenceWalk of(CaseFile caseFile, Path caseFolder) {
    EvidenceWalk walk = new EvidenceWalk(caseFolder.toAbsolutePath().normalize());
    List<Integer> order = new ArrayList<>();
    for (int i = 0; i < caseFile.evidence().size(); i++) {
      order.add(i);
    }
    order.sort(
        Comparator.comparing((Integer i) -> caseFile.evidence().get(i).path().length()));
    for (int source : order) {
      walk.source(source, caseFile.evidence().get(source).path());
    }
    walk.skipped.sort(Comparator.comparing(Skipped::path).thenComparing(Skipped::reason));
    return walk;
  }

  /** Ordered by path. */
  List<Walked> files() {
    return List.copyOf(files.values());
  }

  List<Skipped> skipped() {
    return List.copyOf(skipped);
  }

  private void source(int source, String written) {
    Path start = caseFolder.resolve(written).normalize();
    if (!start.startsWith(caseFolder)) {
      skipped.add(new Skipped(written, "outside-the-case"));
    } else if (!Files.exists(start, LinkOption.NOFOLLOW_LINKS)) {
      skipped.add(new Skipped(written, "missing"));
    } else {
      visit(start, source, 0);
    }
  }

  private void visit(Path path, int source, int depth) {
    String name = EvidencePath.of(caseFolder, path);
    BasicFileAttributes attributes;
    try {
      attributes = Files.readAttributes(path, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
    } catch (IOException e) {
      skipped.add(new Skipped(name, "unreadable"));
      return;
    }
    if (attributes.isSymbolicLink()) {
      skipped.add(new Skipped(name, "symbolic-link"));
    } else if (attributes.isRegularFile()) {
      Optional<String> inode = Optional.ofNullable(attributes.fileKey()).map(Object::toString);
      Instant modified = attributes.lastModifiedTime().toInstant();
      files.put(name, new Walked(name, path, source, attributes.size(), modified, inode));
    } else if (attributes.isDirectory()) {
      folder(path, name, source, depth);
    } else {
      skipped.add(new Skipped(name, "not-a-file"));
    }
  }

  private void folder(Path path, String name, int source, int depth) {
    if (depth == MAX_DEPTH) {
      skipped.add(new Skipped(name, "nested-too-deep"));
      return;
    }
    try (DirectoryStream<Path> entries = Files.newDirectoryStream(path)) {
      for (Path entry : entries) {
        boolean own =
            path.equals(caseFolder) && OWN.contains(entry.getFileName().toString());
        if (!own) {
          visit(entry, source, depth + 1);
        }
      }
    } catch (IOException | java.nio.file.DirectoryIteratorException e) {
      skipped.add(new Skipped(name, "unreadable"));
    }
  }
}
