package org.tidemark.exposure;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.tidemark.engine.Tables;
import org.tidemark.evidence.Evidence;
import org.tidemark.evidence.EvidenceFile;

/**
 * Rows of files that were not scanned: logs, and copies of what was not exposed. Every file has its
 * row.
 */
final class UnscannedFiles {
  private UnscannedFiles() {}

  static void append(Tables tables, Evidence evidence, List<EvidenceFile> scanned) {
    Set<String> done = new HashSet<>();
    scanned.forEach(file -> done.add(file.id()));
    try (Tables.Appender files = tables.append(ExposureTables.FILES)) {
      for (EvidenceFile file : evidence.files()) {
        if (!done.contains(file.id())) {
          boolean log = file.format().isPresent();
          files
              .text(file.id())
              .text(file.path())
              .text(file.member().isEmpty() ? null : file.member())
              .text(file.content())
              .integer(file.bytes())
              .text(file.format().orElse("unknown"))
              .text(null)
              .text(log ? "log" : "unread")
              .text(log ? null : "not-exposed")
              .integer(log ? file.bytes() : 0);
          files.endRow();
        }
      }
    }
  }
}
