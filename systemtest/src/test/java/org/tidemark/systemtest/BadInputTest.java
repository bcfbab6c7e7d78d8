package org.tidemark.systemtest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Whatever is wrong with a case, it ends as the contract says: with a sentence that names it, or
 * with a counted line and everything else found.
 */
class BadInputTest {
  private static final String CASE = """
      tidemark: 1
      case: small
      controller: harbour
      organisations: [{id: harbour, hosts: ["hb-*"]}]
      footholds: [{host: hb-pc, from: 2023-10-01T00:00:00Z, grade: confirmed, why: malware}]
      names: [{host: hb-pc, also: [10.0.0.5]}]
      evidence:
        - {path: logs/, zone: UTC, collected_at: 2023-11-01T00:00:00Z, audits: [logon]}
        - {path: files/, of: hb-fs01}
      exposed: [{path: "files/**", grade: confirmed, why: found}]
      """;

  private static final String LOGON = "Oct  2 03:04:05 hb-fs01 sshd[123]: "
      + "Accepted password for mori from 10.0.0.5 port 51000 ssh2\n";

  private static final String PEOPLE = "name,email\nA,a@people.example\nB,b@people.example\n";

  private final Path folder;
  private int cases;

  BadInputTest(@TempDir Path folder) {
    this.folder = folder;
  }

  /** What is done to a good case. */
  private interface Harm {
    void to(Path caseFolder) throws IOException;
  }

  private Path goodCase() throws IOException {
    Path good = folder.resolve("case" + cases++);
    Files.createDirectories(good.resolve("logs"));
    Files.createDirectories(good.resolve("files"));
    Files.writeString(good.resolve("case.yaml"), CASE);
    Files.writeString(good.resolve("logs/auth.log"), LOGON);
    Files.writeString(good.resolve("files/people.csv"), PEOPLE);
    Files.setPosixFilePermissions(good, PosixFilePermissions.fromString("rwx------"));
    return good;
  }

  private static void edit(Path caseFolder, String from, String to) throws IOException {
    Path file = caseFolder.resolve("case.yaml");
    String text = Files.readString(file);
    assertTrue(text.contains(from), "nothing to edit: " + from);
    Files.writeString(file, text.replace(from, to));
  }

  private static JsonNode json(Path caseFolder, String name) throws IOException {
    return new ObjectMapper().readTree(Files.readAllBytes(caseFolder.resolve("result/" + name)));
  }

  /** The command ends with this status and says this. */
  private void refused(int status, String said, Harm harm) throws IOException {
    Path caseFolder = goodCase();
    harm.to(caseFolder);
    Command run = Command.run("investigate", caseFolder.toString(), "--quiet");
    assertEquals(status, run.status(), said + ": " + run.err());
    assertTrue(run.err().contains(said), said + ": " + run.err());
    assertEquals("", run.out());
  }

  /** An answer with these hops and people, and this in evidence.json or among the notes. */
  private Path answered(String counted, int hops, int people, Harm harm) throws IOException {
    Path caseFolder = goodCase();
    harm.to(caseFolder);
    Command run = Command.run("investigate", caseFolder.toString(), "--quiet");
    assertEquals(0, run.status(), counted + ": " + run.err());
    JsonNode findings = json(caseFolder, "findings.json");
    JsonNode counts = findings.path("trail").path("hops");
    int found = counts.path("confirmed").asInt() + counts.path("possible").asInt();
    assertEquals(hops, found, counted + ": hops");
    assertEquals(
        people,
        findings.path("people").path("persons").path("expected").asInt(),
        counted + ": people");
    String all = run.err() + json(caseFolder, "evidence.json") + findings;
    assertTrue(all.contains(counted), counted + " is not in " + all);
    return caseFolder;
  }

  @Test
  void aGoodCaseHasOneHopAndTwoPeople() throws IOException {
    answered("\"records_used\":1", 1, 2, c -> {});
  }

  @Test
  void aFaultOfTheCaseIsASentenceAndStatus1() throws IOException {
    refused(1, "case.yaml:2: caes: is not a known key", c -> edit(c, "case: s", "caes: s"));
    refused(1, "'lgos/' does not exist", c -> edit(c, "path: logs/", "path: lgos/"));
    refused(1, "holds no case.yaml", c -> Files.delete(c.resolve("case.yaml")));
    refused(
        1,
        "hb-*",
        c -> edit(
            c,
            "[{id: harbour, hosts: [\"hb-*\"]}]",
            "[{id: harbour, hosts: [\"hb-*\"]}, {id: tidal, hosts: [\"hb-*\"]}]"));
    refused(1, "schema 2 is newer", c -> {
      Files.createDirectories(c.resolve("result"));
      Files.writeString(c.resolve("result/run.json"), "{\"schema\": 2}");
    });
  }

  @Test
  void aDamagedFormerTableIsNamedWithItsMend() throws IOException {
    refused(1, "records.parquet: not a result table of Tidemark", c -> {
      Files.createDirectories(c.resolve("result"));
      Files.writeString(c.resolve("result/records.parquet"), "PAR1 no more");
    });
  }

  @Test
  void anythingUnusableIsStatus3AndTheFormerAnswerStands() throws IOException {
    refused(3, "nothing usable was read", c -> {
      edit(c, "exposed: [{path: \"files/**\", grade: confirmed, why: found}]\n", "");
      Files.write(c.resolve("logs/auth.log"), new byte[] {0, 1, 2, (byte) 0xff});
      Files.write(c.resolve("files/people.csv"), new byte[0]);
    });
    Path caseFolder = answered("", 1, 2, c -> {});
    String former = Files.readString(caseFolder.resolve("result/findings.json"));
    Files.delete(caseFolder.resolve("logs/auth.log"));
    Files.writeString(caseFolder.resolve("logs/other.txt"), "nothing of use\n");
    Files.delete(caseFolder.resolve("files/people.csv"));
    Files.writeString(caseFolder.resolve("files/other.bin"), "\0\1\2");
    edit(caseFolder, "exposed: [{path: \"files/**\", grade: confirmed, why: found}]\n", "");
    Command run = Command.run("investigate", caseFolder.toString(), "--quiet");
    assertEquals(3, run.status(), run.err());
    assertEquals(former, Files.readString(caseFolder.resolve("result/findings.json")));
  }

  @Test
  void aBrokenFileCostsThatFileAlone() throws IOException {
    answered(
        "\"unread\":1", 1, 2, c -> Files.write(c.resolve("files/a.json"), new byte[] {0, 1, -1}));
    answered("\"reason\":\"empty\"", 1, 2, c -> Files.createFile(c.resolve("files/nothing.csv")));
    answered("\"unparsed\":1", 1, 2, c -> {
      String cut = LOGON + LOGON.substring(0, 12);
      Files.writeString(c.resolve("logs/auth.log"), cut);
    });
    answered("symbolic-link", 1, 2, c -> {
      Files.createSymbolicLink(c.resolve("files/gone.csv"), c.resolve("nowhere"));
    });
    // Root may read everything, so a file mode would prove nothing; a folder in a log's place does.
    answered("\"files\":2", 1, 2, c -> Files.createDirectories(c.resolve("logs/b.log")));
  }

  @Test
  void archivesInArchivesAreReadDownToABoundAndCountedBelowIt() throws IOException {
    byte[] table = PEOPLE.replace("people.", "zip.").getBytes(StandardCharsets.UTF_8);
    byte[] three = zip("two.zip", zip("one.zip", zip("people.csv", table)));
    answered("\"unread\":0", 1, 4, c -> Files.write(c.resolve("files/three.zip"), three));
    byte[] deep = table;
    for (int i = 0; i < 40; i++) {
      deep = zip(i == 0 ? "people.csv" : "inner.zip", deep);
    }
    byte[] bottomless = deep;
    answered("\"too-deep\":1", 1, 2, c -> Files.write(c.resolve("files/deep.zip"), bottomless));
  }

  @Test
  void aClockInTheFutureIsCounted() throws IOException {
    answered("\"after_collection\":1", 2, 2, c -> {
      String future = LOGON.replace("Oct  2 03:04:05", "2031-10-02T03:04:05Z");
      Files.writeString(c.resolve("logs/auth.log"), LOGON + future);
    });
  }

  @Test
  void aFootholdThatNoLogMentionsIsNoted() throws IOException {
    String foothold = "{host: hb-pc, from: 2023-10-01T00:00:00Z, grade: confirmed, why: malware}";
    Path good = goodCase();
    Command quiet = Command.run("investigate", good.toString(), "--quiet");
    assertEquals("", quiet.err(), "a log mentions hb-pc by its address");
    answered("no log mentions the host 'hb-ghost'", 1, 2, c -> {
      edit(c, foothold, foothold + ", " + foothold.replace("hb-pc", "hb-ghost"));
    });
  }

  @Test
  void logsAloneAndExposedFilesAloneGiveTheAnswersThatTheyCan() throws IOException {
    answered("\"confirmed\":0", 1, 0, c -> {
      edit(c, "  - {path: files/, of: hb-fs01}\n", "");
      edit(c, "exposed: [{path: \"files/**\", grade: confirmed, why: found}]\n", "");
    });
    answered("\"records_read\":0", 0, 2, c -> {
      Files.writeString(c.resolve("case.yaml"), """
          tidemark: 1
          case: small
          controller: harbour
          organisations: [{id: harbour}]
          evidence: [{path: files/}]
          exposed: [{path: "files/**", grade: confirmed, why: found}]
          """);
    });
  }

  @Test
  void aKeyThatIsNoneOrAnotherOneIsSaid() throws IOException {
    Path caseFolder = answered("", 1, 2, c -> {});
    Path none = Files.writeString(folder.resolve("none"), "no key\n");
    Files.setPosixFilePermissions(none, PosixFilePermissions.fromString("rw-------"));
    Map<String, String> wrong = Map.of("TIDEMARK_KEY_FILE", none.toString());
    Command refused = Command.under(wrong, "investigate", caseFolder.toString());
    assertEquals(1, refused.status(), refused.err());
    assertTrue(refused.err().contains("is no key file"), refused.err());

    Path other = Files.writeString(folder.resolve("other"), "fedcba9876543210".repeat(8) + "\n");
    Files.setPosixFilePermissions(other, PosixFilePermissions.fromString("rw-------"));
    Map<String, String> another = Map.of("TIDEMARK_KEY_FILE", other.toString());
    Command scanned = Command.under(another, "investigate", caseFolder.toString(), "--quiet");
    assertEquals(0, scanned.status(), scanned.err());
    assertEquals(
        1, json(caseFolder, "run.json").path("stages").path(2).path("units").asInt());
  }

  private static byte[] zip(String name, byte[] content) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      zip.putNextEntry(new ZipEntry(name));
      zip.write(content);
    }
    return bytes.toByteArray();
  }
}
