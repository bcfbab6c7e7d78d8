package org.tidemark.app.commands;

import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.tidemark.app.ExitStatus;
import org.tidemark.app.Failure;
import org.tidemark.casefile.CaseFile;
import org.tidemark.casefile.CaseFileReader;
import org.tidemark.casefile.CaseFolderCheck;
import org.tidemark.casefile.CaseProblem;
import org.tidemark.casefile.CaseReading;
import org.tidemark.casefile.RulingBlocks;
import org.tidemark.investigation.CaseFolder;
import org.tidemark.investigation.CaseInUseException;
import org.tidemark.investigation.CaseLock;

/**
 * A case folder whose case.yaml was read without a problem.
 *
 * @param given the folder as the user named it
 * @param folder where everything lies
 * @param file what the responder says, rulings of the browser included
 */
record OpenCase(Path given, CaseFolder folder, CaseFile file) {
  private static final long MOST_BYTES = 16 << 20;

  /**
   * Opens a case.
   *
   * @throws Failure with all problems of case.yaml, rulings.jsonl and the folders that they name
   */
  static OpenCase of(Path path) throws IOException {
    CaseFolder folder = new CaseFolder(path);
    if (!Files.isDirectory(folder.root())) {
      throw fault(path + ": is no folder. Name the folder that holds case.yaml.");
    }
    if (!Files.isRegularFile(folder.caseFile())) {
      throw fault(
          path + ": holds no case.yaml. Write a first one with 'tidemark init " + path + "'.");
    }
    List<String> problems = new ArrayList<>();
    RulingBlocks.Lines rulings = rulings(folder, problems);
    String name = path.resolve("case.yaml").toString();
    CaseReading reading = CaseFileReader.read(bytes(folder.caseFile()), rulings.rulings());
    if (reading instanceof CaseReading.Whole whole) {
      add(problems, CaseFolderCheck.problems(folder.root(), whole), name);
      if (problems.isEmpty()) {
        return new OpenCase(path, folder, whole.file());
      }
    } else if (reading instanceof CaseReading.Faulty faulty) {
      add(problems, faulty.problems(), name);
    }
    throw fault(String.join("\n", problems));
  }

  /** Takes the case for this process, or says who holds it. */
  CaseLock lock(Instant now) throws IOException {
    String user = System.getProperty("user.name", "unknown");
    long process = ProcessHandle.current().pid();
    try {
      return CaseLock.take(folder, new CaseLock.Holder(process, user, machine(), now));
    } catch (CaseInUseException e) {
      throw fault(String.valueOf(e.getMessage()));
    }
  }

  private static RulingBlocks.Lines rulings(CaseFolder folder, List<String> problems)
      throws IOException {
    if (!Files.exists(folder.rulings())) {
      return new RulingBlocks.Lines(List.of(), List.of());
    }
    String text = new String(bytes(folder.rulings()), java.nio.charset.StandardCharsets.UTF_8);
    RulingBlocks.Lines lines = RulingBlocks.readLines(text);
    add(problems, lines.problems(), folder.rulings().toString());
    return lines;
  }

  private static byte[] bytes(Path file) throws IOException {
    if (!Files.isReadable(file)) {
      throw fault(file + ": may not be read by this user. Give this user the right to read it.");
    }
    long size = Files.size(file);
    if (size > MOST_BYTES) {
      throw fault(
          file + ": has " + size + " bytes (expected: at most " + MOST_BYTES + "). Shorten it.");
    }
    return Files.readAllBytes(file);
  }

  private static void add(List<String> all, List<CaseProblem> problems, String fileName) {
    problems.forEach(problem -> all.add(problem.text(fileName)));
  }

  private static String machine() {
    try {
      return InetAddress.getLocalHost().getHostName();
    } catch (UnknownHostException e) {
      return "this machine";
    }
  }

  private static Failure fault(String message) {
    return new Failure(ExitStatus.CASE_AT_FAULT, message);
  }
}
