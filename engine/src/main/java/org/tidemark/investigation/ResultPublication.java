package org.tidemark.investigation;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Puts a new answer in the place of the former one. Everything is written to {@code result.new/},
 * forced to disk, and renamed: whoever looks finds the former answer whole or the new one whole,
 * and a run that is stopped leaves the former one. Two renames cannot be one step, so a crash
 * between them leaves the former answer as {@code result.old/}; {@link #begin} puts it back.
 */
public final class ResultPublication {
  private final CaseFolder folder;

  private ResultPublication(CaseFolder folder) {
    this.folder = folder;
  }

  /**
   * Mends what a crash left, and makes an empty {@code result.new/}. The caller holds the {@link
   * CaseLock}.
   */
  public static ResultPublication begin(CaseFolder folder) throws IOException {
    if (Files.exists(folder.formerResult()) && !Files.exists(folder.result())) {
      Files.move(folder.formerResult(), folder.result(), StandardCopyOption.ATOMIC_MOVE);
    }
    delete(folder.formerResult());
    delete(folder.nextResult());
    Files.createDirectory(folder.nextResult());
    return new ResultPublication(folder);
  }

  /** Where to write the new answer. */
  public Path target() {
    return folder.nextResult();
  }

  /** Makes the new answer the answer. */
  public void publish() throws IOException {
    force(folder.nextResult());
    if (Files.exists(folder.result())) {
      Files.move(folder.result(), folder.formerResult(), StandardCopyOption.ATOMIC_MOVE);
    }
    Files.move(folder.nextResult(), folder.result(), StandardCopyOption.ATOMIC_MOVE);
    forceOne(folder.root());
    delete(folder.formerResult());
  }

  private static void force(Path folder) throws IOException {
    List<Path> all;
    try (Stream<Path> walk = Files.walk(folder)) {
      all = walk.toList();
    }
    for (Path path : all) {
      forceOne(path);
    }
  }

  private static void forceOne(Path path) throws IOException {
    try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ)) {
      channel.force(true);
    } catch (IOException e) {
      // Some systems cannot force a folder; its files are forced one by one.
      if (!Files.isDirectory(path)) {
        throw e;
      }
    }
  }

  /** Deletes a folder and all in it, without following links; nothing where there is none. */
  static void delete(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return;
    }
    Files.walkFileTree(folder, new SimpleFileVisitor<>() {
      @Override
      public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
          throws IOException {
        Files.delete(file);
        return FileVisitResult.CONTINUE;
      }

      @Override
      public FileVisitResult postVisitDirectory(Path visited, @Nullable IOException failure)
          throws IOException {
        if (failure != null) {
          throw failure;
        }
        Files.delete(visited);
        return FileVisitResult.CONTINUE;
      }
    });
  }
}
