package org.tidemark.app.commands;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.tidemark.casefile.CaseSketch;

/** What lies in a folder that shall become a case. */
final class FolderSurvey {
  private static final int MOST_FILES = 200_000;
  private static final int MOST_DEPTH = 64;
  private static final Set<String> OURS =
      Set.of("record", "work", "result", "result.new", "result.old", "case.yaml");

  private FolderSurvey() {}

  /**
   * The files below a folder, in order of their paths; links are not followed; at most {@value
   * #MOST_FILES}.
   */
  static List<CaseSketch.Seen> of(Path folder) throws IOException {
    List<CaseSketch.Seen> seen = new ArrayList<>();
    Files.walkFileTree(folder, Set.of(), MOST_DEPTH, new SimpleFileVisitor<>() {
      @Override
      public FileVisitResult preVisitDirectory(Path visited, BasicFileAttributes attributes) {
        return isOurs(folder.relativize(visited))
            ? FileVisitResult.SKIP_SUBTREE
            : FileVisitResult.CONTINUE;
      }

      @Override
      public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
        Path relative = folder.relativize(file);
        if (attributes.isRegularFile() && !isOurs(relative)) {
          seen.add(new CaseSketch.Seen(slashed(relative), attributes.size()));
        }
        return seen.size() < MOST_FILES ? FileVisitResult.CONTINUE : FileVisitResult.TERMINATE;
      }

      @Override
      public FileVisitResult visitFileFailed(Path file, IOException failure) {
        return FileVisitResult.CONTINUE;
      }
    });
    seen.sort(Comparator.comparing(CaseSketch.Seen::path));
    return seen;
  }

  private static boolean isOurs(Path relative) {
    String first = relative.getName(0).toString();
    return OURS.contains(first) || (first.startsWith(".") && first.length() > 1);
  }

  private static String slashed(Path relative) {
    List<String> names = new ArrayList<>();
    relative.forEach(name -> names.add(name.toString()));
    return String.join("/", names);
  }
}
