package org.tidemark.casefile;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Looks whether what case.yaml names is in the case folder: evidence, inventories, directories,
 * passwords. A folder that is missing or empty is a problem, never an empty answer.
 */
public final class CaseFolderCheck {
  private static final Set<String> OURS = Set.of("record", "work", "result", "result.new");

  private final Path folder;
  private final CaseReading.Whole whole;
  private final List<CaseProblem> problems = new ArrayList<>();

  private CaseFolderCheck(Path folder, CaseReading.Whole whole) {
    this.folder = folder;
    this.whole = whole;
  }

  /**
   * All problems of the paths that the case names, in the order of the file; empty when all are
   * there.
   */
  public static List<CaseProblem> problems(Path folder, CaseReading.Whole whole) {
    CaseFolderCheck check = new CaseFolderCheck(folder, whole);
    CaseFile file = whole.file();
    for (int i = 0; i < file.evidence().size(); i++) {
      check.look("evidence[" + i + "].path", file.evidence().get(i).path(), true);
    }
    for (int i = 0; i < file.inventory().size(); i++) {
      check.look("inventory[" + i + "].path", file.inventory().get(i).path(), false);
    }
    for (int i = 0; i < file.directory().size(); i++) {
      check.look("directory[" + i + "].path", file.directory().get(i).path(), false);
    }
    file.passwords().ifPresent(path -> check.look("passwords", path, false));
    return List.copyOf(check.problems);
  }

  private void look(String at, String written, boolean folderAllowed) {
    Optional<Path> found = resolve(written);
    String value = Problems.quoted(written) + " ";
    if (found.isEmpty()) {
      report(at, value + "does not exist", "Put it there, or correct the path.");
      return;
    }
    Path path = found.get();
    if (Files.isDirectory(path) && !folderAllowed) {
      report(at, value + "is a folder", "Name the file in it.");
    } else if (OURS.contains(written.split("/", 2)[0])) {
      report(at, value + "is Tidemark's own folder", "Keep evidence in a folder beside it.");
    } else if (!Files.isReadable(path)) {
      report(at, value + "may not be read by this user", "Give this user the right to read it.");
    } else if (leadsOut(path)) {
      report(
          at, value + "is a link that leads out of the case folder", "Copy what it names into it.");
    } else if (Files.isDirectory(path) && isEmpty(path)) {
      report(at, value + "is an empty folder", "Put the evidence there, or take the entry out.");
    }
  }

  private Optional<Path> resolve(String written) {
    try {
      return Optional.of(folder.resolve(written)).filter(Files::exists);
    } catch (InvalidPathException e) {
      return Optional.empty();
    }
  }

  private boolean leadsOut(Path path) {
    try {
      return !path.toRealPath().startsWith(folder.toRealPath());
    } catch (IOException e) {
      return true;
    }
  }

  private static boolean isEmpty(Path path) {
    try (DirectoryStream<Path> entries = Files.newDirectoryStream(path)) {
      return !entries.iterator().hasNext();
    } catch (IOException e) {
      return true;
    }
  }

  private void report(String at, String found, String mend) {
    problems.add(new CaseProblem(whole.line(at), at, found, "", mend));
  }
}
