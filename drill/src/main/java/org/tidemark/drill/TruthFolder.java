package org.tidemark.drill;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.tidemark.drill.files.FileSpec;
import org.tidemark.drill.files.FileSpec.Exposed;
import org.tidemark.drill.files.FileTruth;
import org.tidemark.drill.files.Share;
import org.tidemark.drill.logs.TrailTruth;
import org.tidemark.drill.people.Person;
import org.tidemark.drill.people.Population;
import org.tidemark.drill.world.Timeline;

/** The answers: CSV files and one summary, written as the drill is made. */
final class TruthFolder implements FileTruth, AutoCloseable {
  private final Path folder;
  private final Writer files;
  private final Writer records;
  private final Writer objects;
  private final PeopleTruth people;
  private final Map<String, Long> counts = new TreeMap<>();

  TruthFolder(Path folder, int people) throws IOException {
    Files.createDirectories(folder);
    this.folder = folder;
    this.people = new PeopleTruth(people);
    this.files = writer("files.csv", "path,member,exposed,readable,persons");
    this.records = writer("records.csv", "path,member,place,person");
    this.objects = writer("objects.csv", "host,name,grade,effect,path,kind");
  }

  private Writer writer(String name, String header) throws IOException {
    BufferedWriter writer = Files.newBufferedWriter(folder.resolve(name), StandardCharsets.UTF_8);
    writer.write(header + "\r\n");
    return writer;
  }

  @Override
  public void record(
      FileSpec spec,
      String member,
      String place,
      Person person,
      CountryShown country,
      boolean named)
      throws IOException {
    count("records");
    if (spec.exposed() != Exposed.NO) {
      count("records_exposed");
      people.add(spec, person, country, named);
      records.write(spec.path() + "," + member + "," + place + "," + person.number() + "\r\n");
    }
  }

  @Override
  public void file(FileSpec spec, String member, boolean readable, int persons) throws IOException {
    String state = readable ? "read" : "unread";
    String exposed = spec.exposed().id();
    files.write(
        String.join(",", spec.path(), member, exposed, state, String.valueOf(persons)) + "\r\n");
    count("files_and_members_" + exposed);
    if (member.isEmpty()) {
      count("files_" + exposed);
    }
    if (spec.exposed() != Exposed.NO && member.isEmpty()) {
      String kind = spec.share() == Share.BUCKET ? "bucket-object" : "file";
      object(spec.share().host(), spec.objectName(), exposed, "disclosed", spec.path(), kind);
    }
  }

  /** An exposed object; {@code path} is empty where the case holds no copy. */
  void object(String host, String name, String grade, String effect, String path, String kind)
      throws IOException {
    objects.write(String.join(",", host, name, grade, effect, path, kind) + "\r\n");
    count("objects_" + grade);
    if (path.isEmpty() && !kind.equals("listing")) {
      count("objects_not_held");
    }
  }

  void trail(TrailTruth trail) throws IOException {
    try (Writer hops = writer("hops.csv", "at,account,from,to,by,grade,kind");
        Writer hosts = writer("hosts.csv", "host,state,grade,from")) {
      for (TrailTruth.TrueHop hop : trail.hops()) {
        hops.write(hop.csv() + "\r\n");
        count("hops_" + hop.grade());
        count("hops_by_" + hop.by());
      }
      for (TrailTruth.TrueHost host : trail.hosts()) {
        hosts.write(host.csv() + "\r\n");
        count("hosts_" + host.state());
      }
    }
    if (!trail.ordinary().isEmpty()) {
      try (Writer ordinary = writer("background.csv", "at,account,from,to,why")) {
        for (TrailTruth.OrdinaryAct act : trail.ordinary()) {
          ordinary.write(act.csv() + "\r\n");
        }
      }
    }
  }

  private void count(String what) {
    counts.merge(what, 1L, Long::sum);
  }

  /** Writes people.csv and summary.json; the folder is complete afterwards. */
  void finish(DrillSettings settings, Population population, Timeline timeline, long logons)
      throws IOException {
    Map<String, Long> cells;
    try (Writer out =
        Files.newBufferedWriter(folder.resolve("people.csv"), StandardCharsets.UTF_8)) {
      cells = people.write(out, population);
    }
    long pseudonymous = cells.getOrDefault("", 0L);
    cells.remove("");
    try (Writer out =
        Files.newBufferedWriter(folder.resolve("summary.json"), StandardCharsets.UTF_8)) {
      out.write(
          "{\n  \"schema\": 1,\n  \"settings\": {\"people\": " + settings.people() + ", \"files\": "
              + settings.files() + ", \"logons\": " + settings.logons() + ", \"days\": "
              + settings.days()
              + ", \"seed\": " + settings.seed()
              + (settings.hard() ? ", \"background\": \"hard\"" : "") + "},\n");
      out.write("  \"first_day\": \"" + timeline.date(0) + "\",\n  \"last_day\": \"" + Timeline.LAST
          + "\",\n  \"logons\": " + logons + ",\n  \"counts\": {");
      String separator = "\n";
      for (Map.Entry<String, Long> count : counts.entrySet()) {
        out.write(separator + "    \"" + count.getKey() + "\": " + count.getValue());
        separator = ",\n";
      }
      long persons = cells.values().stream().mapToLong(Long::longValue).sum();
      out.write("\n  },\n  \"people\": {\"persons\": " + persons + ", \"confirmed\": "
          + of(cells, "confirmed") + ", \"possible\": " + of(cells, "possible")
          + ", \"pseudonymous_only\": " + pseudonymous + ", \"by\": [");
      separator = "\n";
      for (Map.Entry<String, Long> cell : cells.entrySet()) {
        String[] key = cell.getKey().split("\\|", -1);
        out.write(separator + "    {\"controller\": \"" + key[0] + "\", \"role\": \"" + key[1]
            + "\", \"country\": \"" + key[2] + "\", \"country_from\": \"" + key[3]
            + "\", \"grade\": \""
            + key[4] + "\", \"persons\": " + cell.getValue() + "}");
        separator = ",\n";
      }
      out.write("\n  ]}\n}\n");
    }
  }

  private static long of(Map<String, Long> cells, String grade) {
    return cells.entrySet().stream()
        .filter(cell -> cell.getKey().endsWith("|" + grade))
        .mapToLong(Map.Entry::getValue)
        .sum();
  }

  @Override
  public void close() throws IOException {
    files.close();
    records.close();
    objects.close();
  }
}
