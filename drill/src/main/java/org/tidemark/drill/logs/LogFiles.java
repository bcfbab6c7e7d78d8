package org.tidemark.drill.logs;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.tidemark.drill.world.Machine;
import org.tidemark.drill.world.Timeline;

/**
 * The log files as they lie in the case: a file a log and week, packed but for some; the
 * subcontractor's file server as one archive of two; CloudTrail as one document a day. Numbers
 * records per machine and leaves out what hb-db02 lost.
 */
final class LogFiles implements AutoCloseable {
  private static final int WEEK = 7;
  private static final DateTimeFormatter DAY = DateTimeFormatter.BASIC_ISO_DATE;
  private static final String ARCHIVED = "mooring/mr-fs01";

  private final Path folder;
  private final Timeline timeline;
  private final long[] numbers;
  private final Map<String, OutputStream> open = new LinkedHashMap<>();
  private final StringBuilder line = new StringBuilder(4_096);
  private boolean secondHalf;

  LogFiles(Path folder, Timeline timeline, int machines) {
    this.folder = folder;
    this.timeline = timeline;
    this.numbers = new long[machines];
    for (int i = 0; i < machines; i++) {
      numbers[i] = 20_000 + i * 1_733L;
    }
  }

  void write(int date, List<LogLine> lines) throws IOException {
    if (date % WEEK == 0) {
      closeWeek();
    }
    halve(date);
    boolean documentOpen = false;
    for (LogLine entry : lines) {
      Machine host = entry.host();
      long number = ++numbers[host.number()];
      if (lost(entry)) {
        continue;
      }
      line.setLength(0);
      entry.text().write(line, number);
      boolean cloud = entry.log().equals(CloudLines.LOG);
      if (cloud) {
        line.insert(0, documentOpen ? ",\n" : "{\"Records\":[\n");
        documentOpen = true;
      } else {
        line.append('\n');
      }
      stream(entry.log(), date).write(line.toString().getBytes(StandardCharsets.UTF_8));
    }
    OutputStream document = open.remove(CloudLines.LOG);
    if (document != null) {
      document.write("\n]}\n".getBytes(StandardCharsets.UTF_8));
      document.close();
    }
  }

  private boolean lost(LogLine entry) {
    return entry.host().name().equals("hb-db02")
        && entry.at() >= timeline.holeFrom()
        && entry.at() < timeline.holeUntil();
  }

  private OutputStream stream(String log, int date) throws IOException {
    OutputStream stream = open.get(log);
    if (stream == null) {
      stream = start(log, date);
      open.put(log, stream);
    }
    return stream;
  }

  private OutputStream start(String log, int date) throws IOException {
    String stamp = timeline.date(date).format(DAY);
    String name = name(log, date, stamp);
    Path path = folder.resolve(name);
    Files.createDirectories(path.getParent());
    OutputStream out = new BufferedOutputStream(Files.newOutputStream(path), 1 << 16);
    if (name.endsWith(".gz")) {
      return new BufferedOutputStream(new GZIPOutputStream(out, 1 << 14), 1 << 16);
    }
    if (name.endsWith(".zip")) {
      ZipOutputStream zip = new ZipOutputStream(out);
      entry(zip, "mr-fs01-security-1.json");
      return zip;
    }
    return out;
  }

  private static String name(String log, int date, String stamp) {
    if (log.equals(ARCHIVED)) {
      return log + ".zip";
    }
    if (log.startsWith("harbour-linux/") || log.startsWith("harbour-db01/")) {
      return log + "-auth-" + stamp + ".log" + (date / WEEK % 3 == 1 ? ".gz" : "");
    }
    if (log.startsWith("harbour-smb/")) {
      return log + "-smb_audit-" + stamp + ".log" + (date / WEEK % 2 == 1 ? ".gz" : "");
    }
    if (log.equals(CloudLines.LOG)) {
      return log + "_CloudTrail_ap-northeast-1_" + stamp + "T0000Z.json.gz";
    }
    boolean plain = log.equals("harbour-dc/hb-auth01") && date == 0;
    return log + "-security-" + stamp + (plain ? ".json" : ".json.gz");
  }

  private void halve(int date) throws IOException {
    if (!secondHalf
        && date >= timeline.days() / 2
        && open.get(ARCHIVED) instanceof ZipOutputStream zip) {
      zip.closeEntry();
      entry(zip, "mr-fs01-security-2.json");
      secondHalf = true;
    }
  }

  private static void entry(ZipOutputStream zip, String name) throws IOException {
    ZipEntry entry = new ZipEntry(name);
    entry.setTimeLocal(LocalDateTime.of(2023, 11, 1, 9, 0));
    zip.putNextEntry(entry);
  }

  private void closeWeek() throws IOException {
    for (String log : new ArrayList<>(open.keySet())) {
      if (!log.equals(ARCHIVED)) {
        OutputStream stream = open.remove(log);
        if (stream != null) {
          stream.close();
        }
      }
    }
  }

  @Override
  public void close() throws IOException {
    closeWeek();
    OutputStream archive = open.remove(ARCHIVED);
    if (archive != null) {
      archive.close();
    }
  }
}
