package org.tidemark.evidence;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import org.tidemark.casefile.CaseFile;
import org.tidemark.casefile.CaseParts;

/** Keys under which what was read is kept: SHA-256 over length-prefixed parts, in hex. */
final class StageKeys {
  private final MessageDigest digest = InspectStep.sha256();

  private StageKeys(String build, CaseFile caseFile) {
    add(build);
    add(CaseParts.canonical(caseFile.evidence()));
  }

  /** Changes when a file's path, size, time or inode does. */
  static String listing(String build, CaseFile caseFile, EvidenceWalk walk) {
    StageKeys keys = new StageKeys(build, caseFile);
    for (EvidenceWalk.Walked file : walk.files()) {
      keys.add(file.path());
      keys.add(Long.toString(file.bytes()));
      keys.add(file.modified().toString());
      keys.add(file.inode().orElse(""));
    }
    walk.skipped().forEach(skipped -> keys.add(skipped.toString()));
    return keys.hex();
  }

  /** Changes when a file's path or content does. */
  static String contents(String build, CaseFile caseFile, List<StoredEvidence.StoredHash> files) {
    StageKeys keys = new StageKeys(build, caseFile);
    for (StoredEvidence.StoredHash file : files) {
      keys.add(file.path());
      keys.add(file.sha256());
    }
    return keys.hex();
  }

  private void add(String part) {
    byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
    digest.update(ByteBuffer.allocate(4).putInt(bytes.length).array());
    digest.update(bytes);
  }

  private String hex() {
    return HexFormat.of().formatHex(digest.digest());
  }
}
