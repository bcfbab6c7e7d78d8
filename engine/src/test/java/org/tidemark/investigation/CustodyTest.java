package org.tidemark.investigation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tidemark.engine.Cancellation;
import org.tidemark.engine.Progress;

class CustodyTest {
  private static final String EMPTY =
      "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";
  private static final String OTHER = "1".repeat(64);

  private final Path root;
  private final CaseFolder folder;

  CustodyTest(@TempDir Path root) throws IOException {
    this.root = root;
    folder = new CaseFolder(root);
    folder.makeOurFolders();
  }

  @Test
  void aFileIsRecordedOnceUntilItChanges() throws IOException {
    assertEquals(2, append(entry("logs/a", EMPTY), entry("logs/b", EMPTY)));
    assertEquals(0, append(entry("logs/a", EMPTY), entry("logs/b", EMPTY)));
    assertEquals(1, append(entry("logs/a", OTHER), entry("logs/b", EMPTY)));
    Custody custody = Custody.open(folder);
    assertEquals(3, custody.lines());
    assertEquals(List.of(), custody.breaks());
    assertEquals(entry("logs/a", OTHER), custody.newest().get("logs/a"));
  }

  @Test
  void aLineIsOneJsonObjectWithTheHashOfTheLineBefore() throws IOException {
    append(entry("logs/名前", EMPTY));
    assertEquals(
        "{\"path\":\"logs/名前\",\"sha256\":\"" + EMPTY
            + "\",\"bytes\":0,\"mtime\":\"2023-10-01T00:00:00Z\",\"tool\":\"tidemark 0\","
            + "\"who\":\"mori\",\"at\":\"2023-10-27T00:00:00Z\",\"before\":\"" + "0".repeat(64)
            + "\"}",
        Files.readString(folder.custody()).strip());
  }

  @Test
  void anAlteredLineBreaksTheChainBehindIt() throws IOException {
    append(entry("a", EMPTY), entry("b", EMPTY), entry("c", EMPTY));
    String text = Files.readString(folder.custody());
    Files.writeString(folder.custody(), text.replace("\"path\":\"b\"", "\"path\":\"x\""));
    assertEquals(
        List.of(new Custody.Break(3, "does not follow the line before it")),
        Custody.open(folder).breaks());
  }

  @Test
  void aLineTakenOutOrMadeUnreadableShows() throws IOException {
    append(entry("a", EMPTY), entry("b", EMPTY), entry("c", EMPTY));
    List<String> lines = Files.readAllLines(folder.custody());
    Files.write(folder.custody(), List.of(lines.get(0), lines.get(2)));
    assertEquals(2, Custody.open(folder).breaks().get(0).line());
    Files.write(folder.custody(), List.of(lines.get(0), "{]", lines.get(2)));
    assertEquals(2, Custody.open(folder).breaks().size());
  }

  @Test
  void aLineCutByACrashIsNoLineAndTheNextOneFollowsTheLastWholeOne() throws IOException {
    append(entry("a", EMPTY));
    Files.writeString(folder.custody(), "{\"path\":\"b\",\"sha", StandardOpenOption.APPEND);
    append(entry("c", EMPTY));
    Custody custody = Custody.open(folder);
    assertEquals(List.of(), custody.breaks());
    assertEquals(2, custody.lines());
  }

  @Test
  void theCheckNamesWhatIsMissingAlteredOrNew() throws Exception {
    Path kept = Files.createFile(root.resolve("kept"));
    Path altered = Files.writeString(root.resolve("altered"), "x");
    append(entry("kept", EMPTY), entry("altered", EMPTY), entry("gone", EMPTY));
    CustodyCheck check = CustodyCheck.run(
        Custody.open(folder),
        Map.of("kept", kept, "altered", altered, "new", kept),
        Progress.NONE,
        Cancellation.NEVER);
    assertEquals(
        List.of(
            "altered: altered since 2023-10-27T00:00:00Z.",
            "gone: missing (taken on 2023-10-27T00:00:00Z).",
            "new: not in the record; 'tidemark ingest' takes it."),
        check.differences());
  }

  @Test
  void aSecondRunOfOneCaseIsTurnedAwayAndToldByWhom() throws Exception {
    CaseLock.Holder holder =
        new CaseLock.Holder(7, "mori", "desk", Instant.parse("2023-10-27T00:00:00Z"));
    CaseLock lock = CaseLock.take(folder, holder);
    String message = "";
    try {
      CaseLock.take(folder, holder);
    } catch (CaseInUseException e) {
      message = String.valueOf(e.getMessage());
    }
    assertEquals(
        root + ": in use by process 7 of mori on desk since 2023-10-27T00:00:00Z."
            + " Wait until it ends, or stop it.",
        message);
    lock.close();
    CaseLock.take(folder, holder).close();
  }

  @Test
  void theFormerAnswerStandsUntilTheNewOneIsWhole() throws IOException {
    ResultPublication first = ResultPublication.begin(folder);
    Files.writeString(first.target().resolve("findings.json"), "1");
    first.publish();
    ResultPublication second = ResultPublication.begin(folder);
    Files.writeString(second.target().resolve("findings.json"), "2");
    assertEquals("1", Files.readString(folder.result().resolve("findings.json")));
    second.publish();
    assertEquals("2", Files.readString(folder.result().resolve("findings.json")));
    assertTrue(Files.notExists(folder.nextResult()) && Files.notExists(folder.formerResult()));
  }

  @Test
  void aCrashBetweenTheTwoRenamesIsMended() throws IOException {
    Files.createDirectory(folder.formerResult());
    Files.writeString(folder.formerResult().resolve("findings.json"), "1");
    ResultPublication.begin(folder);
    assertEquals("1", Files.readString(folder.result().resolve("findings.json")));
  }

  private int append(Custody.Entry... entries) throws IOException {
    return Custody.open(folder).append(List.of(entries));
  }

  private static Custody.Entry entry(String path, String sha256) {
    return new Custody.Entry(
        path,
        sha256,
        0,
        Instant.parse("2023-10-01T00:00:00Z"),
        "tidemark 0",
        "mori",
        Instant.parse("2023-10-27T00:00:00Z"));
  }
}
