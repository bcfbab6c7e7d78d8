package org.tidemark.trail;

import java.time.Instant;
import java.util.List;
import org.tidemark.casefile.CaseFile;
import org.tidemark.casefile.CaseFileReader;
import org.tidemark.casefile.CaseReading;

/** Case files for tests of the trail. */
final class Traced {
  private Traced() {}

  /** A case of one organisation whose only foothold is a host from an instant on. */
  static CaseFile caseWithFoothold(String host, Instant from) {
    return caseFile("footholds:\n  - {host: " + host + ", from: " + from
        + ", grade: confirmed, by: test, why: test}\n");
  }

  /** A case of two organisations with further blocks. */
  static CaseFile caseFile(String blocks) {
    return caseFile(blocks, List.of("{path: logs/}"));
  }

  /** The same with sources of evidence, in flow style. */
  static CaseFile caseFile(String blocks, List<String> sources) {
    String yaml = "tidemark: 1\ncase: test\ncontroller: harbour\norganisations:\n"
        + "  - {id: harbour, name: Harbour, country: JP, hosts: [\"hb-*\"], domains: [HARBOUR]}\n"
        + "  - {id: tidal, name: Tidal, country: KR, hosts: [\"td-*\"], domains: [TIDAL]}\n"
        + "evidence:\n  - " + String.join("\n  - ", sources) + "\n"
        + blocks;
    if (CaseFileReader.read(yaml) instanceof CaseReading.Whole whole) {
      return whole.file();
    }
    throw new AssertionError(CaseFileReader.read(yaml).toString());
  }
}
