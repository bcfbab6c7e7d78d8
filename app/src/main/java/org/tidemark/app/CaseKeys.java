package org.tidemark.app;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Map;
import java.util.Set;
import org.tidemark.exposure.ValueCipher;
import org.tidemark.investigation.CaseFolder;

/**
 * The key of a case, under which values that identify people are kept (CONTRACT.md section 6): one
 * a case, made at first use in the user's configuration folder, mode 0600, or given by
 * TIDEMARK_KEY_FILE. Destroying it erases the personal values of the results; losing it costs a new
 * scan.
 */
public final class CaseKeys {
  private static final int KEY_BYTES = ValueCipher.KEY_BYTES;

  private static final String VARIABLE = "TIDEMARK_KEY_FILE";
  private static final int ID_BYTES = 8;
  private static final int MOST_BYTES = 4096;

  private final Map<String, String> environment;

  /** @param environment variables of the process: TIDEMARK_KEY_FILE, XDG_CONFIG_HOME, HOME */
  public CaseKeys(Map<String, String> environment) {
    this.environment = environment;
  }

  /**
   * The key of a case; made where there is none yet.
   *
   * @param caseId the case's short name
   * @param folder the case; its {@code record/key.id} says which key is meant, wherever the folder
   *     is moved
   * @throws Failure when a file is there that is no key, or one cannot be made
   */
  public byte[] keyOf(String caseId, CaseFolder folder) {
    String given = environment.getOrDefault(VARIABLE, "");
    try {
      if (!given.isEmpty()) {
        return read(Path.of(given), VARIABLE + " names it. Point it to the key file of this case.");
      }
      Path file = folder().resolve(caseId + "-" + idOf(folder) + ".key");
      if (!Files.exists(file)) {
        make(file);
      }
      return read(file, "Put back the copy that you kept, or delete it and scan again.");
    } catch (IOException e) {
      throw new Failure(
          ExitStatus.CASE_AT_FAULT,
          "the case's key: " + e.getClass().getSimpleName() + " at " + e.getMessage()
              + ". Give this user the right to write there, or set " + VARIABLE
              + " to a key file.");
    }
  }

  private static String idOf(CaseFolder folder) throws IOException {
    Path file = folder.record().resolve("key.id");
    if (!Files.exists(file)) {
      folder.makeOurFolders();
      byte[] id = new byte[ID_BYTES];
      new SecureRandom().nextBytes(id);
      Files.writeString(file, HexFormat.of().formatHex(id) + "\n", StandardOpenOption.CREATE_NEW);
    }
    String id = Files.readString(file, StandardCharsets.ISO_8859_1).strip();
    if (!id.matches("[0-9a-f]{" + 2 * ID_BYTES + "}")) {
      throw new Failure(
          ExitStatus.CASE_AT_FAULT,
          file + ": is no key id (expected: " + 2 * ID_BYTES + " hexadecimal digits)."
              + " Put back the copy that you kept, or delete it and scan again.");
    }
    return id;
  }

  private Path folder() {
    String configuration = environment.getOrDefault("XDG_CONFIG_HOME", "");
    if (!configuration.isEmpty()) {
      return Path.of(configuration, "tidemark", "keys");
    }
    String home = environment.getOrDefault("HOME", System.getProperty("user.home", "."));
    return Path.of(home, ".config", "tidemark", "keys");
  }

  private static void make(Path file) throws IOException {
    byte[] key = new byte[KEY_BYTES];
    new SecureRandom().nextBytes(key);
    String text = HexFormat.of().formatHex(key) + "\n";
    Files.createDirectories(file.getParent());
    boolean posix =
        Files.getFileAttributeView(file.getParent(), PosixFileAttributeView.class) != null;
    Path half =
        file.resolveSibling(file.getFileName() + "." + ProcessHandle.current().pid());
    Files.deleteIfExists(half);
    if (posix) {
      Files.setPosixFilePermissions(file.getParent(), PosixFilePermissions.fromString("rwx------"));
      Files.createFile(
          half, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    } else {
      Files.createFile(half);
    }
    Files.writeString(half, text, StandardCharsets.US_ASCII, StandardOpenOption.SYNC);
    try {
      // A link fails where the file is there by now: of two first runs one key stays.
      Files.createLink(file, half);
    } catch (FileAlreadyExistsException e) {
      return;
    } catch (UnsupportedOperationException e) {
      Files.move(half, file);
    } finally {
      Files.deleteIfExists(half);
    }
  }

  private static byte[] read(Path file, String mend) throws IOException {
    if (!Files.isRegularFile(file) || Files.size(file) > MOST_BYTES) {
      throw notAKey(file, mend);
    }
    refuseOthers(file);
    String text = Files.readString(file, StandardCharsets.ISO_8859_1).strip();
    try {
      byte[] key = HexFormat.of().parseHex(text);
      if (key.length == KEY_BYTES) {
        return key;
      }
    } catch (IllegalArgumentException e) {
      throw notAKey(file, mend);
    }
    throw notAKey(file, mend);
  }

  private static void refuseOthers(Path file) throws IOException {
    if (Files.getFileAttributeView(file, PosixFileAttributeView.class) == null) {
      return;
    }
    Set<PosixFilePermission> allowed = Files.getPosixFilePermissions(file);
    if (allowed.contains(PosixFilePermission.OTHERS_READ)
        || allowed.contains(PosixFilePermission.GROUP_READ)) {
      throw new Failure(
          ExitStatus.CASE_AT_FAULT,
          file + ": others than its owner may read this key. Run 'chmod 600' on it.");
    }
  }

  private static Failure notAKey(Path file, String mend) {
    return new Failure(
        ExitStatus.CASE_AT_FAULT,
        file + ": is no key file (expected: " + 2 * KEY_BYTES + " hexadecimal digits). " + mend);
  }
}
