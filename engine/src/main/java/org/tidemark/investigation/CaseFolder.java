package org.tidemark.investigation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/**
 * Where everything of a case lies (CONTRACT.md section 1). Only {@code record/}, {@code work/} and
 * {@code result/} are ours to write; evidence is never written to.
 *
 * @param root the case folder, absolute
 */
public record CaseFolder(Path root) {
  private static final Set<PosixFilePermission> OWNER_ONLY =
      PosixFilePermissions.fromString("rwx------");

  public CaseFolder {
    root = root.toAbsolutePath().normalize();
  }

  public Path caseFile() {
    return root.resolve("case.yaml");
  }

  /** Never rebuilt, never deleted by the tool. */
  public Path record() {
    return root.resolve("record");
  }

  /** One line a file of evidence. */
  public Path custody() {
    return record().resolve("custody.jsonl");
  }

  /** Rulings made outside case.yaml, one a line. */
  public Path rulings() {
    return record().resolve("rulings.jsonl");
  }

  /** Caches and checkpoints; may be deleted. */
  public Path work() {
    return root.resolve("work");
  }

  /** Locked by the one process that writes the case. */
  public Path lock() {
    return work().resolve(".lock");
  }

  /** Spill and scratch files of a run; emptied at its end. */
  public Path spill() {
    return work().resolve("spill");
  }

  /** The answer; may be deleted and made again. */
  public Path result() {
    return root.resolve("result");
  }

  /** Where the next answer is written before it takes the former one's place. */
  Path nextResult() {
    return root.resolve("result.new");
  }

  /** Where the former answer stands for the moment between two renames. */
  Path formerResult() {
    return root.resolve("result.old");
  }

  /** Makes {@code record/} and {@code work/}, for their owner's eyes only. */
  public void makeOurFolders() throws IOException {
    makeOwnerOnly(record());
    makeOwnerOnly(work());
  }

  /** Makes {@code work/spill/} empty: a run that was killed leaves its tables there. */
  public void makeEmptySpill() throws IOException {
    ResultPublication.delete(spill());
    makeOwnerOnly(spill());
  }

  /**
   * Makes a folder, or narrows one that is there, to mode 0700 where the file system knows modes.
   */
  public static void makeOwnerOnly(Path folder) throws IOException {
    boolean posix = Files.getFileAttributeView(
            folder.toAbsolutePath().getParent(), PosixFileAttributeView.class)
        != null;
    if (Files.isDirectory(folder)) {
      if (posix && !Files.getPosixFilePermissions(folder).equals(OWNER_ONLY)) {
        Files.setPosixFilePermissions(folder, OWNER_ONLY);
      }
    } else if (posix) {
      Files.createDirectory(folder, PosixFilePermissions.asFileAttribute(OWNER_ONLY));
    } else {
      Files.createDirectory(folder);
    }
  }

  /**
   * Whether users other than the owner can get into the case folder: every folder on the way lets
   * them through. False where the system knows no modes.
   */
  public boolean isReadableByOthers() throws IOException {
    if (Files.getFileAttributeView(root, PosixFileAttributeView.class) == null) {
      return false;
    }
    for (Path at = root.toRealPath(); at != null; at = at.getParent()) {
      if (!Files.getPosixFilePermissions(at).contains(PosixFilePermission.OTHERS_EXECUTE)) {
        return false;
      }
    }
    return true;
  }
}
