package org.tidemark.app;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code tidemark trace --timeline FILE}. */
class TimelineCommandTest {
  private static final String CASE = """
      tidemark: 1
      case: small
      controller: harbour
      organisations: [{id: harbour, hosts: ["hb-*"]}]
      footholds: [{host: hb-pc, from: 2023-10-01T00:00:00Z, grade: confirmed, why: malware}]
      names: [{host: hb-pc, also: [10.0.0.5]}]
      evidence: [{path: logs/, zone: UTC, collected_at: 2023-11-01T00:00:00Z}]
      """;

  private static final String LOGON = "Oct  2 03:04:05 hb-fs01 sshd[123]: "
      + "Accepted password for mori from 10.0.0.5 port 51000 ssh2\n";

  private final Path home;
  private final Path folder;

  TimelineCommandTest(@TempDir Path home) throws IOException {
    this.home = home;
    folder = Files.createDirectories(home.resolve("case"));
    Files.createDirectories(folder.resolve("logs"));
    Files.writeString(folder.resolve("logs/auth.log"), LOGON);
    Files.writeString(folder.resolve("case.yaml"), CASE);
  }

  private CommandRun trace(Path file) {
    return CommandRun.of(
        home, "trace", folder.toString(), "--quiet", "--timeline", file.toString());
  }

  private void refused(Path file, String said) throws IOException {
    CommandRun run = trace(file);
    assertEquals(ExitStatus.WRONG_USAGE, run.status(), run.err());
    assertTrue(run.err().contains(said), run.err());
    assertFalse(Files.exists(folder.resolve("work")), "a refused command did something");
  }

  @Test
  void theNamesEndSaysTheFormat() throws IOException {
    Path csv = home.resolve("Trail.CSV");
    Path jsonl = home.resolve("trail.jsonl");
    CommandRun run = trace(csv);
    assertEquals(ExitStatus.ANSWER, run.status(), run.err());
    assertEquals("", run.out());
    assertTrue(run.err().contains("Timeline of small: " + csv), run.err());
    assertEquals(ExitStatus.ANSWER, trace(jsonl).status());
    assertTrue(Files.readString(csv).startsWith("message,datetime,timestamp_desc,"));
    assertTrue(Files.readString(csv).contains("mori went from hb-pc to hb-fs01"));
    assertTrue(Files.readString(jsonl).startsWith("{\"message\":"));
    assertArrayEquals(
        Files.readAllBytes(csv), Files.readAllBytes(folder.resolve("result/timeline.csv")));
    assertArrayEquals(
        Files.readAllBytes(jsonl), Files.readAllBytes(folder.resolve("result/timeline.jsonl")));
  }

  @Test
  void nothingIsOverwrittenAndNothingIsPutIntoTheEvidence() throws IOException {
    Path there = Files.writeString(home.resolve("there.csv"), "mine");
    refused(there, "is there already");
    assertEquals("mine", Files.readString(there));
    refused(folder.resolve("logs/new.csv"), "lies in the case");
    refused(home.resolve("case/../case/new.jsonl"), "lies in the case");
    refused(home.resolve("none/new.csv"), "lies in no folder that is there");
    refused(home.resolve("new.txt"), "expected: a name that ends in .csv or .jsonl");
  }
}
