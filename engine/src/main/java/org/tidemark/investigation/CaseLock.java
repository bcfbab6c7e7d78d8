package org.tidemark.investigation;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.Optional;

/**
 * One process writes a case: a lock of the operating system on {@code work/.lock}, which falls with
 * its process, however that ends. The file says who holds it.
 */
public final class CaseLock implements AutoCloseable {
  // Behind all text: where locks are mandatory the holder's name can still be read.
  private static final long LOCKED_BYTE = Long.MAX_VALUE - 1;
  private static final int LONGEST_HOLDER = 400;

  private final FileChannel channel;
  private final FileLock lock;

  private CaseLock(FileChannel channel, FileLock lock) {
    this.channel = channel;
    this.lock = lock;
  }

  /**
   * Who holds a case.
   *
   * @param process process id
   * @param user name of the user who started it
   * @param host machine on which it runs
   * @param since when it began
   */
  public record Holder(long process, String user, String host, Instant since) {
    String text() {
      return "process " + process + " of " + user + " on " + host + " since " + since;
    }
  }

  /**
   * Takes the case for this process.
   *
   * @throws CaseInUseException when another process, or another run of this one, holds it
   */
  public static CaseLock take(CaseFolder folder, Holder holder)
      throws IOException, CaseInUseException {
    folder.makeOurFolders();
    FileChannel channel = FileChannel.open(
        folder.lock(),
        StandardOpenOption.CREATE,
        StandardOpenOption.READ,
        StandardOpenOption.WRITE);
    try {
      Optional<FileLock> lock = lock(channel);
      if (lock.isEmpty()) {
        throw new CaseInUseException(folder.root().toString(), read(channel));
      }
      channel.truncate(0);
      channel.write(ByteBuffer.wrap(holder.text().getBytes(StandardCharsets.UTF_8)), 0);
      return new CaseLock(channel, lock.get());
    } catch (IOException | CaseInUseException | RuntimeException e) {
      channel.close();
      throw e;
    }
  }

  @Override
  public void close() throws IOException {
    channel.truncate(0);
    lock.release();
    channel.close();
  }

  private static Optional<FileLock> lock(FileChannel channel) throws IOException {
    try {
      return Optional.ofNullable(channel.tryLock(LOCKED_BYTE, 1, false));
    } catch (OverlappingFileLockException e) {
      return Optional.empty();
    }
  }

  private static String read(FileChannel channel) throws IOException {
    ByteBuffer text = ByteBuffer.allocate(LONGEST_HOLDER);
    channel.read(text, 0);
    String holder = StandardCharsets.UTF_8.decode(text.flip()).toString();
    return holder.isBlank() ? "another process" : holder.replaceAll("\\p{Cntrl}", "?");
  }
}
