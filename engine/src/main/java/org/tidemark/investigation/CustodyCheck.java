package org.tidemark.investigation;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.tidemark.engine.Cancellation;
import org.tidemark.engine.Progress;
import org.tidemark.engine.StoppedException;

/**
 * Whether the evidence is still what we took (the command {@code verify evidence}): reads every
 * byte again and the whole custody record.
 *
 * @param files files of the record that were looked for
 * @param differences what is not as it was, in order of kind and path; empty = all is well
 */
public record CustodyCheck(int files, List<String> differences) {
  private static final int BUFFER = 1 << 16;

  public CustodyCheck {
    differences = List.copyOf(differences);
  }

  /** Whether the record is whole and every file in it is there unchanged. */
  public boolean isClean() {
    return differences.isEmpty();
  }

  /**
   * Compares the record with the files.
   *
   * @param found evidence path → the file as the walk of the case folder gave it
   */
  public static CustodyCheck run(
      Custody custody, Map<String, Path> found, Progress progress, Cancellation cancellation)
      throws StoppedException {
    List<String> differences = new ArrayList<>();
    custody
        .breaks()
        .forEach(b -> differences.add("custody.jsonl:" + b.line() + ": " + b.what()
            + ". The record was altered; compare it with a copy."));
    progress.begin("checking evidence", custody.newest().size(), "files");
    for (Custody.Entry entry : custody.newest().values()) {
      cancellation.check();
      Path file = found.get(entry.path());
      if (file == null) {
        differences.add(entry.path() + ": missing (taken on " + entry.at() + ").");
      } else {
        String now = sha256(file, cancellation);
        if (now.isEmpty()) {
          differences.add(entry.path() + ": cannot be read.");
        } else if (!now.equals(entry.sha256())) {
          differences.add(entry.path() + ": altered since " + entry.at() + ".");
        }
      }
      progress.advance(1);
    }
    progress.end();
    found.keySet().stream()
        .filter(path -> !custody.newest().containsKey(path))
        .sorted()
        .forEach(
            path -> differences.add(path + ": not in the record; 'tidemark ingest' takes it."));
    return new CustodyCheck(custody.newest().size(), differences);
  }

  private static String sha256(Path file, Cancellation cancellation) throws StoppedException {
    try (InputStream in = Files.newInputStream(file)) {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      byte[] buffer = new byte[BUFFER];
      int read;
      while ((read = in.read(buffer)) >= 0) {
        cancellation.check();
        digest.update(buffer, 0, read);
      }
      return HexFormat.of().formatHex(digest.digest());
    } catch (IOException e) {
      return "";
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("SHA-256: every Java platform must have it", e);
    }
  }
}
