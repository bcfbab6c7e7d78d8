package org.tidemark.app.commands;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.tidemark.app.ExitStatus;
import org.tidemark.app.Failure;
import org.tidemark.engine.StoppedException;
import org.tidemark.trail.TimelineFiles;

/** Copies the timeline of the trail as it is now to a file that the user names. */
final class TimelineExport {
  private final OpenCase opened;
  private final Path file;
  private final String made;

  /**
   * An export that can be done.
   *
   * @throws Failure when the name says neither format, something is there, or it lies in the case
   */
  TimelineExport(OpenCase opened, Path file) throws IOException {
    this.opened = opened;
    this.file = file;
    String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
    this.made = name.endsWith(".csv")
        ? TimelineFiles.CSV
        : name.endsWith(".jsonl") ? TimelineFiles.JSONL : "";
    if (made.isEmpty()) {
      throw new Failure(
          ExitStatus.WRONG_USAGE,
          "--timeline: '" + file + "' says no format (expected: a name that ends in .csv or"
              + " .jsonl).");
    }
    if (Files.exists(file)) {
      throw new Failure(
          ExitStatus.WRONG_USAGE,
          "--timeline: " + file + " is there already. Name another file, or move that one away.");
    }
    Path folder = file.toAbsolutePath().getParent();
    if (folder == null || !Files.isDirectory(folder)) {
      throw new Failure(
          ExitStatus.WRONG_USAGE,
          "--timeline: " + file + " lies in no folder that is there. Make the folder first.");
    }
    if (folder.toRealPath().startsWith(opened.folder().root().toRealPath())) {
      throw new Failure(
          ExitStatus.WRONG_USAGE,
          "--timeline: " + file + " lies in the case, which holds evidence. Name a file outside of"
              + " it; result/" + made + " has the same after 'tidemark investigate'.");
    }
  }

  /** Writes it; the trail is traced first where something has changed. */
  void write(TracedCase traced) throws IOException, StoppedException {
    Path from = traced.documents().resolve(made);
    try {
      Files.copy(from, file);
    } catch (FileAlreadyExistsException e) {
      throw new Failure(
          ExitStatus.WRONG_USAGE,
          "--timeline: " + file + " was made meanwhile. Name another file.");
    }
  }

  /** Where it lies, for the user; {@code opened}: which case it tells of. */
  String done() {
    return "Timeline of " + opened.file().id() + ": " + file;
  }
}
