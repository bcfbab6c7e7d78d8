package org.tidemark.benchmarks;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** From log lines over columns to the trail by the command line, beside DuckDB's readers. */
final class TextBenchmark {
  private TextBenchmark() {}

  /**
   * Runs it.
   *
   * @param arguments folder, csv or json, lines, hosts, people, root of the source tree
   */
  public static void main(String[] arguments) throws Exception {
    Path folder = Path.of(arguments[0]);
    MadeText.Format format =
        arguments[1].equals("csv") ? MadeText.Format.CSV : MadeText.Format.JSON;
    long lines = Long.parseLong(arguments[2]);
    Estate estate = new Estate(Integer.parseInt(arguments[3]), Integer.parseInt(arguments[4]));
    Intrusion intrusion = new Intrusion(estate);
    Path caseFolder = folder.resolve("case");
    Path logs = caseFolder.resolve("logs");
    if (!Files.exists(logs)) {
      Footprint footprint = Footprint.begin();
      new MadeText(estate, new MadeLogons(estate, intrusion, lines)).write(format, logs);
      TrailBenchmark.say("written in %.1f s", footprint.seconds());
    }
    Files.writeString(caseFolder.resolve("case.yaml"), intrusion.caseYaml());
    long bytes;
    try (Stream<Path> files = Files.list(logs)) {
      bytes = files.mapToLong(file -> file.toFile().length()).sum();
    }
    TrailBenchmark.say("%,d lines, %,d bytes", lines, bytes);
    String tidemark = Path.of(arguments[5]).resolve("tidemark").toString();
    Watched.run(List.of(tidemark, "--version"));
    for (String command : List.of("ingest", "trace")) {
      Watched run = Watched.run(List.of(tidemark, command, caseFolder.toString(), "--quiet"));
      TrailBenchmark.say("%s", run.line("tidemark " + command, lines, bytes));
    }
    Watched peer = Watched.run(List.of(
        "java",
        "-cp",
        System.getProperty("java.class.path"),
        Peer.class.getName(),
        arguments[1],
        logs.toString(),
        folder.resolve("peer.duckdb").toString()));
    TrailBenchmark.say("%s", peer.line("DuckDB, lines to table", lines, bytes));
  }
}
