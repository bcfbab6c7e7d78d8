package org.tidemark.investigation;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.stream.Stream;
import org.tidemark.casefile.CaseFile;
import org.tidemark.casefile.CaseParts;
import org.tidemark.exposure.ValueCipher;

/**
 * Under which keys the stages' results stand (CONTRACT.md section 4, reuse): SHA-256, in hex, over
 * the build, the key of the stage before, and all else that a stage reads. The last one covers the
 * whole case file, since the page shows parts of it that no stage reads.
 */
record ResultKeys(String ingest, String trace, String scan, String resolve) {
  private static final String NOT_THERE = "not there";

  static ResultKeys of(
      CaseFile c, CaseFolder folder, ValueCipher cipher, String build, String ingest) {
    String trace = trace(c, build, ingest);
    StringBuilder named = new StringBuilder();
    Stream.concat(
            c.inventory().stream().map(CaseFile.InventorySource::path),
            c.directory().stream().map(CaseFile.DirectorySource::path))
        .forEach(path -> named.append(content(folder.root().resolve(path))).append('\n'));
    String scan = hash(
        build,
        trace,
        CaseParts.canonical(c.exposed(), c.inventory(), c.protection(), c.directory(), c.people()),
        named.toString(),
        HexFormat.of().formatHex(cipher.encrypt("result.key", "mark", "which key is it")));
    return new ResultKeys(ingest, trace, scan, hash(build, scan, CaseParts.canonical(c)));
  }

  /** The trace's key alone: it hangs on no copy and on no key of values. */
  static String trace(CaseFile c, String build, String ingest) {
    return hash(
        build,
        ingest,
        CaseParts.canonical(
            c.controller(),
            c.organisations(),
            c.trust(),
            c.footholds(),
            c.indicators(),
            c.proof(),
            c.expected(),
            c.keep(),
            c.names(),
            c.shared(),
            c.containers(),
            c.rebuilt(),
            c.rulings(),
            c.moments()));
  }

  String of(Investigation.Stage stage) {
    return switch (stage) {
      case INGEST -> ingest;
      case TRACE -> trace;
      case SCAN -> scan;
      case RESOLVE -> resolve;
    };
  }

  /** SHA-256 of a file's bytes; a file that is missing or cannot be read has one name for that. */
  static String content(Path file) {
    MessageDigest digest = digest();
    try (InputStream in = new DigestInputStream(Files.newInputStream(file), digest)) {
      in.transferTo(java.io.OutputStream.nullOutputStream());
    } catch (IOException e) {
      return NOT_THERE;
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  private static String hash(String... parts) {
    MessageDigest digest = digest();
    for (String part : parts) {
      byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
      digest.update(ByteBuffer.allocate(4).putInt(bytes.length).array());
      digest.update(bytes);
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  private static MessageDigest digest() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("SHA-256 is part of every Java platform", e);
    }
  }
}
