package org.tidemark.exposure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tidemark.engine.Cancellation;
import org.tidemark.engine.Engine;
import org.tidemark.engine.EngineOptions;
import org.tidemark.engine.StoppedException;
import org.tidemark.engine.Tables;
import org.tidemark.engine.WorkUnit;
import org.tidemark.engine.embedded.Database;

/** The scan finds the same rows whichever engine runs it: those of a plain loop over the files. */
public abstract class ScanContract {
  private static final int ROUNDS = 12;

  @TempDir
  private Path folder;

  /** A new engine; the test closes it. */
  protected abstract Engine open(EngineOptions options);

  /** Adds the result of each unit, in whichever order they come. */
  private interface Scan {
    void into(List<WorkUnit> units, ScanTables rows) throws StoppedException;
  }

  @Test
  void theScanGivesTheRowsOfAPlainLoop() throws IOException, StoppedException {
    ScanStep step = new ScanStep(new ValueCipher(key()));
    List<WorkUnit> units = units();
    List<String> expected = rows(units, (all, rows) -> {
      for (WorkUnit unit : all) {
        rows.append(name(unit), step.run(unit, Cancellation.NEVER));
      }
    });
    List<String> found = rows(units, (all, rows) -> {
      try (Engine engine = open(new EngineOptions(2, 256L << 20, emptyFolder()))) {
        engine.run(
            step, all, Cancellation.NEVER, (unit, result) -> rows.append(name(unit), result));
      }
    });
    assertTrue(expected.size() > ROUNDS * 15, expected.size() + " rows: too few to say anything");
    assertEquals(String.join("\n", expected), String.join("\n", found));
  }

  private List<String> rows(List<WorkUnit> units, Scan scan) throws IOException, StoppedException {
    List<String> rows = new ArrayList<>();
    try (Tables tables = Database.open(emptyFolder(), 1, 256L << 20)) {
      try (ScanTables into = new ScanTables(tables)) {
        scan.into(units, into);
      }
      for (String table : List.of(
          "SELECT * FROM files ORDER BY file_id",
          "SELECT file_id, place, kind, category, hex(value), hex(match), rule, record_id"
              + " FROM findings ORDER BY ALL",
          "SELECT record_id, file_id, place, kinds::VARCHAR FROM staged_records ORDER BY ALL")) {
        tables.query(
            "SELECT t::VARCHAR FROM (" + table + ") t",
            row -> rows.add(String.valueOf(row.text(1))));
      }
    }
    return rows;
  }

  private Path emptyFolder() {
    try {
      return Files.createTempDirectory(folder, "work");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String name(WorkUnit unit) {
    return "files/" + unit.path().getFileName();
  }

  private static byte[] key() {
    byte[] key = new byte[ValueCipher.KEY_BYTES];
    for (int i = 0; i < key.length; i++) {
      key[i] = (byte) (i * 7);
    }
    return key;
  }

  private List<WorkUnit> units() throws IOException {
    Path files = Files.createDirectories(folder.resolve("files"));
    for (int i = 0; i < ROUNDS; i++) {
      String mail = "person" + i + "@example.net";
      String csv = "name,email,phone\nMori " + i + "," + mail + ",03-1234-56" + (10 + i) + "\n";
      write(files, i + ".csv", csv, StandardCharsets.UTF_8);
      write(files, i + "-sjis.csv", "氏名,メール\n森 花子," + mail + "\n", Charset.forName("MS932"));
      write(
          files, i + ".jsonl", "{\"email\":\"" + mail + "\"}\n".repeat(3), StandardCharsets.UTF_8);
      write(files, i + ".txt", "Name: Mori\nE-mail: " + mail + "\n", StandardCharsets.UTF_8);
      write(
          files,
          i + ".eml",
          "From: Mori <" + mail + ">\r\nTo: help@example.org\r\nSubject: x\r\n\r\nhello\r\n",
          StandardCharsets.US_ASCII);
      write(files, i + "-empty.json", "", StandardCharsets.UTF_8);
      Files.write(files.resolve(i + ".zip"), zip("inside.csv", csv));
      Files.write(files.resolve(i + "-broken.zip"), new byte[] {'P', 'K', 3, 4, (byte) i, 0, 1});
    }
    List<WorkUnit> units = new ArrayList<>();
    try (var walk = Files.list(files)) {
      walk.sorted()
          .forEach(file -> units.add(
              new WorkUnit(units.size(), file.toUri(), 0, -1, "", ScanSettings.NONE.toText())));
    }
    return units;
  }

  private static void write(Path folder, String name, String text, Charset charset)
      throws IOException {
    Files.write(folder.resolve(name), text.getBytes(charset));
  }

  private static byte[] zip(String name, String text) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      zip.putNextEntry(new ZipEntry(name));
      zip.write(text.getBytes(StandardCharsets.UTF_8));
    }
    return bytes.toByteArray();
  }
}
