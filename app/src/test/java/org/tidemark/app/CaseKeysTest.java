package org.tidemark.app;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tidemark.investigation.CaseFolder;

class CaseKeysTest {
  private final Path home;
  private final CaseKeys keys;

  CaseKeysTest(@TempDir Path home) {
    this.home = home;
    keys = new CaseKeys(Map.of("HOME", home.toString()));
  }

  @Test
  void aKeyIsMadeOnceAndStaysWhenTheCaseMoves() throws IOException {
    byte[] key = keys.keyOf("harbour", folder("a"));
    assertEquals(64, key.length);
    Files.move(home.resolve("a"), home.resolve("b"));
    assertArrayEquals(key, keys.keyOf("harbour", new CaseFolder(home.resolve("b"))));
    assertFalse(Arrays.equals(key, keys.keyOf("harbour", folder("c"))));
  }

  @Test
  void onlyTheOwnerMayReadIt() throws IOException {
    keys.keyOf("harbour", folder("a"));
    try (var files = Files.list(home.resolve(".config/tidemark/keys"))) {
      Path file = files.findFirst().orElseThrow();
      assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
      Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
    }
    check(keys, "others than its owner may read this key. Run 'chmod 600' on it.");
  }

  @Test
  void aGivenFileThatIsNoKeyIsRefused() throws IOException {
    Path file = Files.createFile(
        home.resolve("k"),
        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    Files.writeString(file, "nonsense");
    CaseKeys given = new CaseKeys(Map.of("TIDEMARK_KEY_FILE", file.toString()));
    check(given, "is no key file (expected: 128 hexadecimal digits)");
    Files.writeString(file, "0a".repeat(64) + "\n");
    assertEquals(0x0a, given.keyOf("harbour", folder("b"))[63]);
  }

  private void check(CaseKeys asked, String expected) throws IOException {
    CaseFolder folder = new CaseFolder(home.resolve("a"));
    Files.createDirectories(folder.root());
    String message =
        assertThrows(Failure.class, () -> asked.keyOf("harbour", folder)).message();
    assertEquals(true, message.contains(expected), message);
  }

  private CaseFolder folder(String name) throws IOException {
    return new CaseFolder(Files.createDirectory(home.resolve(name)));
  }
}
