package org.tidemark.investigation;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What we took as evidence, and when: {@code record/custody.jsonl}, a line a file. A line is
 * appended for each file that is new or changed; nothing is ever rewritten. Each line holds the
 * SHA-256 of the line before it, so that a line that was altered, taken out or put in breaks the
 * chain from there on. Lines cut off at the end break nothing: compare the head with a copy kept
 * elsewhere.
 *
 * <p>Used by the one process that holds the {@link CaseLock}; not for several threads.
 */
public final class Custody {
  /** {@code before} of the first line. */
  static final String NO_LINE = "0".repeat(64);

  private static final int LONGEST_LINE = 64 << 10;
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Path file;
  private final Map<String, Entry> newest = new TreeMap<>();
  private final List<Break> breaks = new ArrayList<>();
  private String head = NO_LINE;
  private long lines;
  private long wholeBytes;

  private Custody(Path file) {
    this.file = file;
  }

  /**
   * One file as it was found.
   *
   * @param path evidence path
   * @param sha256 of its bytes, lower-case hex
   * @param mtime when it was last changed, as its file system says
   * @param tool program and version that found it
   * @param who user who ran it
   * @param at when
   */
  public record Entry(
      String path, String sha256, long bytes, Instant mtime, String tool, String who, Instant at) {}

  /** A line, from 1, at which the record itself is not what was written. */
  public record Break(long line, String what) {}

  /** Reads the record of a case; an absent one is empty. */
  public static Custody open(CaseFolder folder) throws IOException {
    Custody custody = new Custody(folder.custody());
    if (Files.exists(folder.custody())) {
      custody.readAll();
    }
    return custody;
  }

  /** The newest entry of each file, by path. */
  public Map<String, Entry> newest() {
    return Collections.unmodifiableMap(newest);
  }

  /** Where the chain is broken; empty when the record is as it was written. */
  public List<Break> breaks() {
    return List.copyOf(breaks);
  }

  /** SHA-256 of the last line: who keeps a copy of it can prove later that no line was cut off. */
  public String head() {
    return head;
  }

  /** How many lines there are. */
  public long lines() {
    return lines;
  }

  /**
   * Appends the files that are new or whose bytes are not those of their newest entry, in the order
   * given, and forces them to disk.
   *
   * @return how many lines were appended
   */
  public int append(List<Entry> found) throws IOException {
    StringBuilder text = new StringBuilder();
    int appended = 0;
    for (Entry entry : found) {
      Optional<Entry> before = Optional.ofNullable(newest.get(entry.path()));
      if (before
          .filter(b -> b.sha256().equals(entry.sha256()) && b.bytes() == entry.bytes())
          .isPresent()) {
        continue;
      }
      String line = write(entry, head);
      text.append(line).append('\n');
      accept(entry, line);
      appended++;
    }
    if (appended > 0) {
      write(text.toString());
    }
    return appended;
  }

  // What a crash left behind the last whole line is cut off first: it was never a line.
  private void write(String text) throws IOException {
    ByteBuffer bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
    try (FileChannel channel =
        FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
      channel.truncate(wholeBytes);
      channel.position(wholeBytes);
      wholeBytes += bytes.remaining();
      while (bytes.hasRemaining()) {
        channel.write(bytes);
      }
      channel.force(true);
    }
  }

  private void accept(Entry entry, String line) {
    newest.put(entry.path(), entry);
    head = sha256(line);
    lines++;
  }

  private void readAll() throws IOException {
    long size = Files.size(file);
    try (BufferedReader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
      String line;
      while ((line = reader.readLine()) != null) {
        long end = wholeBytes + line.getBytes(StandardCharsets.UTF_8).length + 1L;
        if (end > size) {
          return;
        }
        wholeBytes = end;
        readLine(line);
      }
    }
  }

  private void readLine(String line) {
    Optional<Entry> entry = Optional.empty();
    if (line.length() <= LONGEST_LINE) {
      entry = parse(line);
    }
    if (entry.isEmpty()) {
      breaks.add(new Break(lines + 1, "is no entry"));
      head = sha256(line);
      lines++;
      return;
    }
    accept(entry.get(), line);
  }

  private Optional<Entry> parse(String line) {
    try {
      JsonNode node = JSON.readTree(line);
      if (!node.path("before").asText().equals(head)) {
        breaks.add(new Break(lines + 1, "does not follow the line before it"));
      }
      return Optional.of(new Entry(
          node.required("path").asText(),
          node.required("sha256").asText(),
          node.required("bytes").asLong(),
          Instant.parse(node.required("mtime").asText()),
          node.required("tool").asText(),
          node.required("who").asText(),
          Instant.parse(node.required("at").asText())));
    } catch (JacksonException | DateTimeException | IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static String write(Entry entry, String before) {
    ObjectNode node = JSON.createObjectNode();
    node.put("path", entry.path());
    node.put("sha256", entry.sha256());
    node.put("bytes", entry.bytes());
    node.put("mtime", entry.mtime().toString());
    node.put("tool", entry.tool());
    node.put("who", entry.who());
    node.put("at", entry.at().toString());
    node.put("before", before);
    return node.toString();
  }

  private static String sha256(String line) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(digest.digest(line.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("SHA-256: every Java platform must have it", e);
    }
  }
}
