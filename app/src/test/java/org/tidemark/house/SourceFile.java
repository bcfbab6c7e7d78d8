package org.tidemark.house;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.MalformedInputException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.tidemark.testing.Project;

/**
 * One text file of the source tree.
 *
 * @param path relative to the root, {@code /} between names
 */
record SourceFile(String path, List<String> lines) {
  private static final Set<String> NOT_OURS = Set.of(".git", "target", "dist", ".idea", ".vscode");

  /** What a run leaves in the folder of a worked case. */
  private static final Pattern LEFT_BY_A_RUN =
      Pattern.compile("cases/[^/]+/case/(record|work|result(\\.new)?)");

  /** Every text file of the tree, ordered by path. Binary files are left out. */
  static List<SourceFile> all() {
    Path root = Project.root();
    List<SourceFile> found = new ArrayList<>();
    try {
      Files.walkFileTree(root, new SimpleFileVisitor<>() {
        @Override
        public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
          String path = root.relativize(folder).toString().replace('\\', '/');
          return NOT_OURS.contains(folder.getFileName().toString())
                  || LEFT_BY_A_RUN.matcher(path).matches()
              ? FileVisitResult.SKIP_SUBTREE
              : FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
            throws IOException {
          if (NOT_OURS.contains(file.getFileName().toString())) {
            return FileVisitResult.CONTINUE; // `.git` is a file in a linked work tree.
          }
          try {
            String path = root.relativize(file).toString().replace('\\', '/');
            found.add(new SourceFile(path, Files.readAllLines(file, StandardCharsets.UTF_8)));
          } catch (MalformedInputException e) {
            // Not text: pictures, samples of other encodings.
          }
          return FileVisitResult.CONTINUE;
        }
      });
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    found.sort((a, b) -> a.path().compareTo(b.path()));
    return found;
  }

  static SourceFile of(String path, String text) {
    return new SourceFile(path, text.lines().toList());
  }

  boolean isJava() {
    return path.endsWith(".java");
  }

  boolean isTest() {
    return path.contains("/src/test/");
  }

  /** {@code Foo} of {@code …/Foo.java}. */
  String baseName() {
    String name = path.substring(path.lastIndexOf('/') + 1);
    return name.contains(".") ? name.substring(0, name.indexOf('.')) : name;
  }

  /** Java, scripts, templates and style sheets: what the size limits are about. */
  boolean isCode() {
    String end = path.substring(path.lastIndexOf('.') + 1);
    return Set.of("java", "sh", "js", "css", "jte", "html", "sql").contains(end)
        || (!lines.isEmpty() && lines.get(0).startsWith("#!"));
  }

  /** Text without line ends, for patterns that span lines. */
  String text() {
    return lines.stream().collect(Collectors.joining("\n"));
  }
}
