package org.tidemark.evidence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Bad evidence costs itself alone, and is named. */
class HostileEvidenceTest {
  @TempDir
  @SuppressWarnings("NullAway.Init")
  Path temp;

  static String event(int second, int logon) {
    return "{\"EventID\":4624,\"Channel\":\"Security\",\"Hostname\":\"A.x.example"
        + "\",\"TimeCreated\":"
        + "\"2023-10-03T02:" + String.format("%02d:%02d", second / 60 % 60, second % 60)
        + "Z\",\"TargetUserName\":\"u" + logon % 7 + "\",\"LogonType\":3,\"IpAddress\":\"10.0.0."
        + logon % 200 + "\",\"TargetLogonId\":\"0x" + Integer.toHexString(logon + 1) + "\"}\n";
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] gzip(byte[] content) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
      gzip.write(content);
    }
    return out.toByteArray();
  }

  private static byte[] zip(String name, byte[] content) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(out)) {
      zip.putNextEntry(new ZipEntry(name));
      zip.write(content);
    }
    return out.toByteArray();
  }

  private static String notRead(Evidence evidence) {
    List<String> lines = evidence.json().notRead().stream()
        .map(n -> n.path() + (n.member() == null ? "" : "!" + n.member()) + " " + n.reason())
        .toList();
    return String.join("\n", lines);
  }

  private static String log(Evidence evidence, int index) {
    EvidenceJson.Log log = evidence.json().logs().get(index);
    EvidenceJson.Records r = log.records();
    return log.path() + (log.member() == null ? "" : "!" + log.member()) + " " + r.read() + "="
        + r.used() + "+" + r.ignored() + "+" + r.unparsed()
        + (log.reason() == null ? "" : " " + log.reason());
  }

  @Test
  void aLogCutInALineLosesThatLineOnly() {
    String text = event(1, 1) + event(2, 2) + event(3, 3);
    Evidence evidence = new Ingest(temp)
        .file("logs/a.json", text.substring(0, text.length() - 30))
        .evidence();
    assertEquals("logs/a.json 3=2+{}+1", log(evidence, 0));
    assertEquals(3, evidence.json().logs().get(0).records().samples().get(0)[0]);
    assertEquals(2, evidence.logons().size());
  }

  @Test
  void aGzipCutOffGivesTheRecordsBeforeTheCut() throws IOException {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < 20_000; i++) {
      text.append(event(i % 3600, i * 7919));
    }
    byte[] whole = gzip(bytes(text.toString()));
    byte[] cut = Arrays.copyOf(whole, whole.length - whole.length / 3);
    Evidence evidence = new Ingest(temp).file("logs/a.json.gz", cut).evidence();
    assertTrue(log(evidence, 0).endsWith("cut-off"), log(evidence, 0));
    assertTrue(evidence.logons().size() > 5_000, "records before the cut");
  }

  @Test
  void binaryInBetweenALongLineAndAbsurdTimesAreCounted() {
    String longLine = "{\"x\":\"" + "y".repeat(LineReader.MAX_LINE + 100_000) + "\"}\n";
    String absurd = event(1, 1).replace("2023-10-03", "1601-01-01");
    String noTime = event(1, 1).replace("2023-10-03", "never");
    String text =
        event(1, 1) + "\0\u0001\u0002\n" + longLine + absurd + noTime + "\n" + event(2, 2);
    Evidence evidence = new Ingest(temp).file("logs/a.json", text).evidence();
    assertEquals("logs/a.json 7=2+{blank=1}+4", log(evidence, 0));
    assertEquals(7, evidence.logons().record(1));
  }

  @Test
  void aClockInTheFutureIsCountedAndCoversNothing() {
    String text = event(1, 1) + event(2, 2).replace("2023", "2031");
    Evidence evidence = new Ingest(temp)
        .file("logs/a.json", text)
        .sources("{path: logs/, collected_at: 2023-10-27T20:00:00+09:00}")
        .evidence();
    assertEquals(1, evidence.json().logs().get(0).records().afterCollection());
    assertEquals("2023-10-03T02:00:01Z", evidence.coverage().spans().get(0).to().toString());
    assertEquals(2, evidence.logons().size());
  }

  @Test
  void emptyFilesBrokenArchivesAndBinaryFilesAreNoLogsAndStopNothing() throws IOException {
    byte[] zip = zip("a.json", bytes(event(1, 1)));
    Evidence evidence = new Ingest(temp)
        .file("logs/empty.json", "")
        .file("logs/binary.json", new byte[] {0, 1, 2, 3, (byte) 0xff})
        .file("logs/broken.zip", Arrays.copyOf(zip, zip.length / 2))
        .file("logs/broken.gz", new byte[] {0x1f, (byte) 0x8b, 8, 0, 1})
        .file("logs/good.json", event(1, 1))
        .evidence();
    assertEquals(
        "logs/broken.gz damaged\nlogs/broken.zip damaged\nlogs/empty.json empty",
        notRead(evidence));
    assertEquals("logs/good.json 1=1+{}+0", log(evidence, 0));
    assertEquals(5, evidence.files().size());
  }

  @Test
  void logsInZipInZipAreReadInPlaceDownToFourLevels() throws IOException {
    byte[] inner = zip("deep.json", bytes(event(1, 1)));
    byte[] four = zip("4.zip", zip("3.zip", zip("2.zip", inner)));
    byte[] five = zip("5.zip", four);
    Evidence evidence =
        new Ingest(temp).file("logs/four.zip", four).file("logs/five.zip", five).evidence();
    assertEquals("logs/four.zip!4.zip!3.zip!2.zip!deep.json 1=1+{}+0", log(evidence, 0));
    assertEquals("logs/five.zip!5.zip!4.zip!3.zip!2.zip nested-too-deep", notRead(evidence));
  }

  @Test
  void linksAreNotFollowedAndMissingFoldersAreNamed() throws IOException {
    Ingest ingest = new Ingest(temp).file("logs/good.json", event(1, 1));
    Files.writeString(temp.resolve("outside.json"), event(2, 2));
    Files.createSymbolicLink(
        ingest.folder().resolve("logs/link.json"), temp.resolve("outside.json"));
    Evidence evidence = ingest.sources("{path: logs/}", "{path: gone/}").evidence();
    assertEquals("gone/ missing\nlogs/link.json symbolic-link", notRead(evidence));
    assertEquals(1, evidence.logons().size());
  }

  @Test
  void copiesOfWhatAHostHeldAreNeverLogs() {
    Evidence evidence = new Ingest(temp)
        .file("files/a.json", event(1, 1))
        .sources("{path: files/, of: a, as: \"\\\\\\\\a\\\\share\"}")
        .evidence();
    assertEquals(0, evidence.logons().size());
    assertTrue(evidence.files().get(0).format().isEmpty());
  }
}
