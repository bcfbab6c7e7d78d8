package org.tidemark.investigation.ask;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.tidemark.evidence.LogFormat;
import org.tidemark.evidence.formats.LogFormats;
import org.tidemark.testing.Project;

/** docs/reference/retention.md is made from retention.tsv. */
class RetentionPageTest {
  private static final String REWRITE = "tidemark.rewrite";
  private static final String HEAD = """
      # How long logs are kept

      What destroys a log where nobody saw to it. `ask` counts with these unless `retention:` in
      case.yaml says otherwise: every figure depends on licence, settings and version, so ask what
      was set. Of a range the shorter end is taken; licences that differ have lines of their own or
      stand in the text.

      This page is made from `retention.tsv` and a test holds it equal to it. To write it anew:
      `./mvnw -pl engine test -Dtest=RetentionPageTest -Dtidemark.rewrite=true`.

      *kept*: an age after which a record is gone; *by size*: newer records overwrite the oldest,
      nobody knows when; *until deleted*: it stays; *not recorded*: it exists only where somebody
      switched it on; *not known*: it has no figure of its own.

      *source*: **read**: the maker's own page or file was read; **second-hand**: somebody who
      quotes it; **not confirmed**: the page that should say it was not at hand.

      """;

  @Test
  void thePageSaysWhatTheDataSay() throws IOException {
    Path file = Project.root().resolve("docs/reference/retention.md");
    String made = page();
    if (Boolean.getBoolean(REWRITE)) {
      Files.writeString(file, made);
    }
    assertEquals(
        made,
        Files.exists(file) ? Files.readString(file) : "",
        "docs/reference/retention.md is not what retention.tsv says; write it anew with -D"
            + REWRITE + "=true");
  }

  @Test
  void everyFigureSaysWhereItWasReadAndWhen() {
    Set<String> ids = new HashSet<>();
    for (LogSource log : LogSources.read().all()) {
      assertTrue(ids.add(log.id()), log.id() + " stands twice");
      assertTrue(
          Set.of("read", "second-hand", "not-confirmed", "none").contains(log.known()), log.id());
      boolean figure = !log.known().equals("none");
      assertEquals(figure, !log.document().isEmpty(), log.id());
      assertEquals(figure, log.url().startsWith("http"), log.id());
      assertEquals(
          figure,
          !log.readOn().isEmpty()
              && !LocalDate.parse(log.readOn()).isBefore(LocalDate.of(2026, 1, 1)),
          log.id());
      assertTrue(!log.acts().isEmpty(), log.id() + " shows nothing");
    }
  }

  /** A table of logons may come from anywhere, so nobody can say how long it is kept. */
  @Test
  void everyFormatThatIsReadIsALogThatCanBeAskedFor() {
    Set<String> known = new HashSet<>(Set.of("logon-csv"));
    LogSources.read().all().forEach(log -> known.addAll(log.formats()));
    for (LogFormat format : LogFormats.all()) {
      assertTrue(known.contains(format.id()), format.id() + " stands nowhere in retention.tsv");
    }
  }

  @Test
  void everyActHasALogToAskForInGeneral() {
    LogSources logs = LogSources.read();
    for (ShownAct act : ShownAct.values()) {
      LogSource general = logs.general(act);
      assertTrue(
          general.acts().contains(act) || act == ShownAct.CHANGE, act + " by " + general.id());
    }
  }

  private static String page() {
    StringBuilder page = new StringBuilder(HEAD);
    page.append("| id | log | kept | what it is | read as | source |\n|---|---|---|---|---|---|\n");
    for (LogSource log : LogSources.read().all()) {
      page.append("| `").append(log.id()).append("` | ").append(log.name()).append(" | ");
      page.append(kept(log)).append(" | ").append(log.what()).append(" | ");
      page.append(String.join(", ", log.formats())).append(" | ").append(source(log));
      page.append(" |\n");
    }
    return page.toString();
  }

  private static String kept(LogSource log) {
    return switch (log.bound()) {
      case PERIOD ->
        log.keeps()
            .orElseThrow()
            .toString()
            .substring(1)
            .replaceFirst("D$", " days")
            .replaceFirst("^1Y$", "1 year")
            .replaceFirst("M$", " months");
      case SIZE -> "by size";
      case KEPT -> "until deleted";
      case OFF -> "not recorded";
      case UNKNOWN -> "not known";
    };
  }

  private static String source(LogSource log) {
    return log.known().equals("none")
        ? ""
        : "**" + log.known().replace('-', ' ') + "**, " + log.readOn() + ": ["
            + log.document().replace("|", "\\|") + "](" + log.url() + ")";
  }
}
