package org.tidemark.drill;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.tidemark.drill.files.FileMaker;
import org.tidemark.drill.files.FilePlan;
import org.tidemark.drill.logs.LogMaker;
import org.tidemark.drill.logs.TrailTruth;
import org.tidemark.drill.people.Person;
import org.tidemark.drill.people.Population;
import org.tidemark.drill.world.Timeline;
import org.tidemark.drill.world.World;

/**
 * Makes a case with known truth: {@code case/}, a folder as a responder would collect it, and
 * {@code truth/}, the answers. Same settings, same bytes. Streams: memory holds two bytes a person
 * and one day of log records.
 */
public final class Drill {
  private static final List<String> NOT_COPIED = List.of(
      "archive\\2018-members.tar.zst", "archive\\2019-members.tar.zst", "archive\\mail-2020.pst");

  private Drill() {}

  /**
   * Makes the drill.
   *
   * @param progress is told in a short sentence how far it is, some dozens of times
   * @throws DrillRefusedException when the settings cannot be used; names all problems
   */
  public static void make(DrillSettings settings, Consumer<String> progress) throws IOException {
    List<String> problems = settings.problems();
    if (!problems.isEmpty()) {
      throw new DrillRefusedException(problems);
    }
    Path caseFolder = settings.out().resolve("case");
    Files.createDirectories(caseFolder);
    Timeline timeline = new Timeline(settings.days());
    World world = new World(settings.logons(), timeline, settings.hard());
    Population population = new Population(settings.seed(), settings.people());
    FilePlan plan = new FilePlan(settings.seed(), settings.files(), settings.people());
    TrailTruth trail = new TrailTruth();
    try (TruthFolder truth = new TruthFolder(settings.out().resolve("truth"), settings.people())) {
      CaseText.write(caseFolder, timeline);
      directory(caseFolder, population);
      inventory(caseFolder, truth);
      files(settings, population, plan, caseFolder, truth, progress);
      long logons = LogMaker.make(
          settings.seed(),
          settings.hard(),
          world,
          timeline,
          plan,
          caseFolder.resolve("logs"),
          trail,
          day -> report(
              progress, "logs: day " + (day + 1) + " of " + settings.days(), day, settings.days()));
      if (settings.hard()) {
        secondExport(caseFolder.resolve("logs").resolve("tidal-jump"));
      }
      truth.object(
          "hb-fs01", "\\\\hb-fs01\\share\\public\\update.exe", "confirmed", "altered", "", "file");
      truth.object(
          "aws/210987654321/s3", "s3://harbour-exports", "confirmed", "disclosed", "", "listing");
      truth.trail(trail);
      truth.finish(settings, population, timeline, logons);
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  private static void files(
      DrillSettings settings,
      Population population,
      FilePlan plan,
      Path caseFolder,
      TruthFolder truth,
      Consumer<String> progress)
      throws IOException {
    FileMaker maker = new FileMaker(settings.seed(), population, caseFolder, truth);
    for (int i = 0; i < plan.size(); i++) {
      maker.make(plan.spec(i));
      report(progress, "files: " + (i + 1) + " of " + plan.size(), i, plan.size());
    }
  }

  /** Says something twenty times and at the end. */
  private static void report(Consumer<String> progress, String text, int done, int total) {
    if ((done + 1) % Math.max(1, total / 20) == 0 || done + 1 == total) {
      progress.accept(text);
    }
  }

  /** The jump host's log of one week lies there twice, as two people exported it. */
  private static void secondExport(Path logs) throws IOException {
    try (Stream<Path> files = Files.list(logs)) {
      Path last = files.sorted().reduce((a, b) -> b).orElseThrow();
      Path again = Files.createDirectories(logs.resolve("again"));
      Files.copy(last, again.resolve(last.getFileName().toString()));
    }
  }

  private static void directory(Path caseFolder, Population population) throws IOException {
    Path folder = Files.createDirectories(caseFolder.resolve("directory"));
    try (BufferedWriter out =
        Files.newBufferedWriter(folder.resolve("accounts.csv"), StandardCharsets.UTF_8)) {
      out.write("user_id,email,name,country\r\n");
      for (int i = 0; i < population.size(); i++) {
        Person person = population.person(i);
        if (person.listed()) {
          String country = person.listedCountry() ? person.country().name() : "";
          out.write(
              String.join(",", person.memberId(), person.email(), person.nativeName(), country)
                  + "\r\n");
        }
      }
    }
  }

  /** What hb-fs02 held besides the copies. */
  private static void inventory(Path caseFolder, TruthFolder truth) throws IOException {
    Path folder = Files.createDirectories(caseFolder.resolve("inventory"));
    try (Writer out =
        Files.newBufferedWriter(folder.resolve("hb-fs02.csv"), StandardCharsets.UTF_8)) {
      out.write("name,bytes\r\n");
      long bytes = 1_288_490_188L;
      for (String name : NOT_COPIED) {
        String object = "\\\\hb-fs02\\share\\" + name;
        out.write(object + "," + bytes + "\r\n");
        truth.object("hb-fs02", object, "possible", "disclosed", "", "file");
        bytes += 97_000_000;
      }
    }
  }
}
