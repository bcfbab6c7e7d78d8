package org.tidemark.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tidemark.investigation.CaseFolder;
import org.tidemark.investigation.CaseLock;

class CaseCommandsTest {
  private static final String CASE = """
      tidemark: 1
      case: harbour
      controller: harbour
      organisations: [{id: harbour, hosts: ["hb-*"]}]
      evidence: [{path: files/, of: hb-fs01}]
      """;

  private final Path home;
  private final Path folder;

  CaseCommandsTest(@TempDir Path home) throws IOException {
    this.home = home;
    folder = Files.createDirectories(home.resolve("case of 名前"));
    Files.createDirectories(folder.resolve("files"));
    Files.writeString(folder.resolve("files/members.csv"), "name,email\nA,a@harbour.example\n");
    Files.writeString(folder.resolve("case.yaml"), CASE);
  }

  @Test
  void aFolderWithoutACaseIsTheCasesFault() {
    check(ExitStatus.CASE_AT_FAULT, "is no folder", "ingest", home + "/none");
    check(ExitStatus.CASE_AT_FAULT, "tidemark init", "ingest", home.toString());
  }

  @Test
  void allProblemsComeAtOnce() throws IOException {
    Files.writeString(
        folder.resolve("case.yaml"), CASE.replace("case: h", "caes: h") + "law: []\n");
    CommandRun run = run("ingest", folder.toString());
    assertEquals(ExitStatus.CASE_AT_FAULT, run.status());
    assertTrue(run.err().contains("case.yaml:2: caes: is not a known key"), run.err());
    assertTrue(run.err().contains("Did you mean 'laws'?"), run.err());
    assertFalse(Files.exists(folder.resolve("work")), "a faulty case is not written to");
  }

  @Test
  void evidenceThatIsMissingOrEmptyOrALinkOutIsNamedByItsLine() throws IOException {
    Files.createDirectories(folder.resolve("empty"));
    Files.createSymbolicLink(folder.resolve("out"), home);
    Files.writeString(
        folder.resolve("case.yaml"),
        CASE.replace(
            "evidence: [{path: files/, of: hb-fs01}]",
            "evidence: [{path: missing/},\n {path: empty/},\n {path: out/}, {path: work/}]"));
    CommandRun run = run("ingest", folder.toString());
    assertEquals(ExitStatus.CASE_AT_FAULT, run.status());
    assertEquals("""
        case.yaml:5: evidence[0].path: 'missing/' does not exist. Put it there, or correct the path.
        case.yaml:6: evidence[1].path: 'empty/' is an empty folder. Put the evidence there, or \
        take \
        the entry out.
        case.yaml:7: evidence[2].path: 'out/' is a link that leads out of the case folder. Copy \
        what \
        it names into it.
        case.yaml:7: evidence[3].path: 'work/' does not exist. Put it there, or correct the path.
        """.replace("case.yaml", folder.resolve("case.yaml").toString()), run.err());
  }

  @Test
  void evidenceIsTakenOnceAndAnAlterationShows() throws IOException {
    assertTrue(run("ingest", folder.toString()).out().contains("1 files new in custody"));
    assertTrue(run("ingest", folder.toString()).out().contains("0 files new in custody"));
    check(ExitStatus.ANSWER, "", "verify", "evidence", folder.toString());
    Files.writeString(folder.resolve("files/members.csv"), "name,email\nB,b@harbour.example\n");
    CommandRun run = run("verify", "evidence", folder.toString());
    assertEquals(ExitStatus.CHECK_SAYS_NO, run.status());
    assertTrue(run.out().startsWith("files/members.csv: altered since "), run.out());
  }

  @Test
  void whatWasNeverTakenCannotBeVerified() {
    check(
        ExitStatus.NOTHING_READ, "nothing is in custody", "verify", "evidence", folder.toString());
  }

  @Test
  void aSecondProcessIsToldWhoHoldsTheCase() throws Exception {
    CaseLock.Holder holder = new CaseLock.Holder(7, "mori", "desk", Instant.EPOCH);
    try (CaseLock lock = CaseLock.take(new CaseFolder(folder), holder)) {
      check(ExitStatus.CASE_AT_FAULT, "in use by process 7 of mori", "ingest", folder.toString());
    }
  }

  @Test
  void optionsThatCannotBeUsedAreWrongUsage() {
    check(ExitStatus.WRONG_USAGE, "--threads: 0", "ingest", folder.toString(), "--threads", "0");
    check(
        ExitStatus.WRONG_USAGE, "'much' is no size", "ingest", folder.toString(), "--memory=much");
    check(ExitStatus.WRONG_USAGE, "'big' is not here", "ingest", folder.toString(), "--engine=big");
  }

  private void check(int status, String err, String... arguments) {
    CommandRun run = run(arguments);
    assertEquals(status, run.status(), run.err());
    assertTrue(run.err().contains(err), run.err());
  }

  private CommandRun run(String... arguments) {
    return CommandRun.of(home, arguments);
  }
}
