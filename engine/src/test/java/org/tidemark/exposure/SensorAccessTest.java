package org.tidemark.exposure;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.time.Instant;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tidemark.casefile.CaseFile;
import org.tidemark.casefile.CaseFileReader;
import org.tidemark.casefile.CaseReading;
import org.tidemark.engine.Cancellation;
import org.tidemark.engine.Progress;
import org.tidemark.engine.StoppedException;
import org.tidemark.evidence.Evidence;
import org.tidemark.evidence.Ingest;
import org.tidemark.trail.Trail;
import org.tidemark.trail.TrailStage;

/** A sensor names hosts by their addresses: what it saw them give away is theirs nevertheless. */
class SensorAccessTest {
  private static final String SOURCES =
      "  - {path: logs/}\n  - {path: files/fs1/, of: fs1, as: '\\\\fs1\\share'}\n";
  private static final String CASE = "tidemark: 1\ncase: test\ncontroller: harbour\n"
      + "organisations:\n  - {id: harbour, name: Harbour, country: JP, hosts: [\"*\"]}\n"
      + "footholds:\n  - {host: pc1, from: 2023-10-03T09:00:00Z, grade: confirmed, by: t, why: t}\n"
      + "evidence:\n" + SOURCES;

  private static final String ENDS = "\"uid\":\"C1\",\"id.orig_h\":\"10.0.0.1\","
      + "\"id.orig_p\":50001,\"id.resp_h\":\"10.0.0.2\",\"id.resp_p\":445,";

  private static String name(String host, String address) {
    return "{\"_path\":\"dns\",\"ts\":1696327200.0,\"uid\":\"D1\",\"id.orig_h\":\"10.0.0.7\","
        + "\"id.orig_p\":5353,\"id.resp_h\":\"10.0.0.9\",\"id.resp_p\":53,\"query\":\"" + host
        + ".x\",\"qtype_name\":\"A\",\"AA\":true,\"answers\":[\"" + address + "\"]}\n";
  }

  private static String file(String action, String host, String name, int size) {
    return "{\"_path\":\"smb_files\",\"ts\":1696327261.5," + ENDS + "\"action\":\"SMB::FILE_"
        + action + "\",\"path\":\"\\\\\\\\" + host + "\\\\share\",\"name\":\"" + name
        + "\",\"size\":" + size + "}\n";
  }

  @Test
  void whatASensorSawInTheIntrudersSessionIsExposed(@TempDir Path temp) throws StoppedException {
    String log = name("pc1", "10.0.0.1")
        + name("fs1", "10.0.0.2")
        + file("OPEN", "10.0.0.2", "a.csv", 9)
        + file("OPEN", "fs1.x", "folder", 0)
        + file("DELETE", "fs1", "b.csv", 9);
    Ingest ingest = new Ingest(temp)
        .sources("{path: logs/}", "{path: files/fs1/, of: fs1, as: '\\\\fs1\\share'}")
        .file("logs/zeek.log", log)
        .file("files/fs1/a.csv", "x");
    CaseFile caseFile =
        CaseFileReader.read(CASE) instanceof CaseReading.Whole whole ? whole.file() : null;
    try (Evidence evidence = ingest.evidence()) {
      Trail trail = TrailStage.trace(
          java.util.Objects.requireNonNull(caseFile), evidence, Progress.NONE, Cancellation.NEVER);
      String words = new ExposedObjects(caseFile, ingest.folder(), evidence, trail)
          .find().stream()
              .map(o -> o.host + " " + o.name + (o.file.isPresent() ? "+ " : " ") + o.effect.id())
              .collect(Collectors.joining("; "));
      assertEquals(
          "fs1 \\\\fs1\\share\\a.csv+ disclosed; fs1 \\\\fs1\\share\\b.csv destroyed", words);
      assertEquals(
          Instant.parse("2023-10-03T10:01:01.500Z"), trail.hops().get(0).at());
    }
  }
}
