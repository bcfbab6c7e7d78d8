package org.tidemark.systemtest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Ctrl-C, and two people at one case, with real processes. */
class StoppedRunTest {
  private static final int BIT_OF_INT = 1;

  private final Path folder;

  StoppedRunTest(@TempDir Path folder) {
    this.folder = folder;
  }

  private Command.Started begun(Path caseFolder) throws Exception {
    Command.Started run =
        Command.start(folder.resolve("logs"), List.of(), "investigate", caseFolder.toString());
    run.awaitLines(1);
    assertTrue(run.process().isAlive(), () -> "ended too soon for this test: " + read(run.err()));
    return run;
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (java.io.IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  /** A shell that runs the build in its background has its children ignore SIGINT. */
  private static String stopSignal() throws java.io.IOException {
    Path status = Path.of("/proc/self/status");
    if (!Files.exists(status)) {
      return "INT";
    }
    String ignored = Files.readAllLines(status).stream()
        .filter(line -> line.startsWith("SigIgn:"))
        .findFirst()
        .orElse("SigIgn: 0");
    boolean ignoresInt = new BigInteger(ignored.substring(7).strip(), 16).testBit(BIT_OF_INT);
    return ignoresInt ? "TERM" : "INT";
  }

  @Test
  void ctrlCEndsWith130AndTheNextRunEndsWithTheSameBytes() throws Exception {
    Path whole = Rehearsal.get().copyTo(folder.resolve("whole"), false);
    assertEquals(0, Command.run("investigate", whole.toString(), "--quiet").status());
    SortedMap<String, String> expected = Rehearsal.result(whole);

    Path caseFolder = Rehearsal.get().copyTo(folder.resolve("case"), true);
    Command.Started run = begun(caseFolder);
    run.send(stopSignal());
    assertTrue(run.process().waitFor(30, TimeUnit.SECONDS), "it did not stop");
    Command stopped = run.end();
    assertEquals(130, stopped.status(), stopped.err());
    assertTrue(stopped.err().contains("Finished work is kept"), stopped.err());
    assertFalse(Files.exists(caseFolder.resolve("result")));
    assertEquals("", stopped.out());

    Command again = Command.run("investigate", caseFolder.toString(), "--quiet");
    assertEquals(0, again.status(), again.err());
    assertEquals(expected, Rehearsal.result(caseFolder));
  }

  @Test
  void aSecondProcessIsToldWhichOneHoldsTheCase() throws Exception {
    Path caseFolder = Rehearsal.get().copyTo(folder.resolve("case"), false);
    Command.Started first = begun(caseFolder);
    first.send("STOP");
    try {
      Command second = Command.run("investigate", caseFolder.toString());
      assertEquals(1, second.status(), second.err());
      String holder = "in use by process " + first.process().pid() + " of ";
      assertTrue(second.err().contains(holder), second.err());
    } finally {
      first.send("CONT");
    }
    Command ended = first.end();
    assertEquals(0, ended.status(), ended.err());
  }
}
