package org.tidemark.exposure;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.tidemark.casefile.CaseFile;
import org.tidemark.casefile.Glob;
import org.tidemark.evidence.EvidenceFile;

/**
 * Which contents are scanned, with which settings, and under which key the result is kept: SHA-256
 * over content, settings, build and the case's key, so that nothing is read twice and nothing stale
 * is taken.
 */
final class ScanPlan {
  /** One file to scan. {@code key}: 64 hex digits; files of equal key have equal results. */
  record Scan(String path, URI file, String content, long bytes, String settings, String key) {}

  private final CaseFile caseFile;
  private final Path caseFolder;
  private final String build;
  private final String keyMark;
  private final Map<String, String> namespaces = new HashMap<>();
  private final List<String> problems = new ArrayList<>();

  ScanPlan(CaseFile caseFile, Path caseFolder, ValueCipher cipher, String build) {
    this.caseFile = caseFile;
    this.caseFolder = caseFolder;
    this.build = build;
    this.keyMark = HexFormat.of().formatHex(cipher.encrypt("scan.key", "mark", "which key is it"));
    for (CaseFile.DirectorySource source : caseFile.directory()) {
      source.identifies().forEach((column, kind) -> {
        if (kind.startsWith("internal-id/")) {
          namespaces.putIfAbsent(column, kind);
        }
      });
    }
  }

  /** Exposed files, in the order given. */
  List<Scan> evidence(List<EvidenceFile> files) {
    List<Scan> scans = new ArrayList<>();
    for (EvidenceFile file : files) {
      String name = ObjectName.ofCopy(caseFile.evidence().get(file.source()), file.path());
      Map<String, String> columns = new HashMap<>();
      for (CaseFile.ColumnKind given : caseFile.people().columns()) {
        Glob glob = Glob.ofPath(given.files());
        if (glob.matches(file.path()) || glob.matches(name)) {
          columns.putIfAbsent(given.column(), given.kind());
        }
      }
      scans.add(scan(file.path(), file.uri(), file.content(), file.bytes(), columns));
    }
    return scans;
  }

  /** The case file's directories; one that cannot be read is told, and resolves nobody. */
  List<Scan> directory() {
    List<Scan> scans = new ArrayList<>();
    for (CaseFile.DirectorySource source : caseFile.directory()) {
      Path file = caseFolder.resolve(source.path());
      try {
        scans.add(
            scan(source.path(), file.toUri(), sha256(file), Files.size(file), source.identifies()));
      } catch (IOException e) {
        problems.add("directory: '" + source.path() + "' cannot be read ("
            + e.getClass().getSimpleName()
            + "). People known by an internal identifier alone stay unresolved.");
      }
    }
    return scans;
  }

  List<String> problems() {
    return List.copyOf(problems);
  }

  private Scan scan(
      String path, URI file, String content, long bytes, Map<String, String> columns) {
    String region = caseFile.people().defaultCountry().orElse("JP");
    String settings = new ScanSettings(columns, namespaces, region).toText();
    // The name decides between kinds of text; two names of one content may read differently.
    int dot = path.lastIndexOf('.');
    String extension = dot < path.lastIndexOf('/') ? "" : path.substring(dot + 1);
    MessageDigest digest = digest();
    for (String part : List.of(content, settings, extension, build, keyMark)) {
      byte[] utf8 = part.getBytes(StandardCharsets.UTF_8);
      digest.update(java.nio.ByteBuffer.allocate(4).putInt(utf8.length).array());
      digest.update(utf8);
    }
    String key = HexFormat.of().formatHex(digest.digest());
    return new Scan(path, file, content, bytes, settings, key);
  }

  private static String sha256(Path file) throws IOException {
    MessageDigest digest = digest();
    byte[] buffer = new byte[1 << 16];
    try (InputStream in = Files.newInputStream(file)) {
      for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
        digest.update(buffer, 0, n);
      }
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
