package org.tidemark.app.ask;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.tidemark.investigation.ask.AskJson;
import org.tidemark.investigation.ask.LogSource;
import org.tidemark.investigation.ask.LogSources;
import org.tidemark.investigation.ask.Loss;
import org.tidemark.investigation.ask.ShownAct;
import org.tidemark.testing.Project;

class LetterTest {
  private static final String REWRITE = "tidemark.rewrite";
  private static final Path LETTERS =
      Project.root().resolve("app/src/main/resources/org/tidemark/app/ask/letters");

  /** To write them anew: {@code -Dtest=LetterTest -Dtidemark.rewrite=true}; then read them. */
  @Test
  void theLettersReadAsTheyShould() throws IOException {
    golden("tidal", "ko");
    golden("harbour", "ja");
    golden("mooring", "en");
  }

  @Test
  void theCountryChoosesTheLanguageAndTheUserOverrulesIt() {
    assertTrue(letter("tidal", Optional.empty()).contains("로그 보전"));
    assertTrue(letter("tidal", Optional.of("ja")).contains("ログの保全"));
    assertTrue(letter("mooring", Optional.empty()).contains("Request to preserve"));
  }

  @Test
  void everyLanguageThatHasAFileIsFoundAndWhole() throws IOException {
    try (Stream<Path> files = Files.list(LETTERS)) {
      assertEquals(
          files.map(f -> f.getFileName().toString().replace(".md", "")).sorted().toList(),
          Letter.languages());
    }
    for (LetterText text : LetterText.all()) {
      assertEquals(wordKeys(), new TreeSet<>(text.words().keySet()), text.language());
      for (AskJson.Question question : AskedCase.everyState()) {
        assertFalse(
            AskedCase.letter(List.of(question), text.language()).contains("{"), text.language());
      }
    }
  }

  /** What a file of words has to hold: a language that lacks a word fails here, by its name. */
  private static TreeSet<String> wordKeys() {
    TreeSet<String> keys = new TreeSet<>(
        List.of("withheld", "separator", "days", "months", "years", "whole", "copy", "loss.once"));
    Stream.of("host", "address", "domain", "edge", "hosts").forEach(k -> keys.add("place." + k));
    Stream.of(ShownAct.values()).forEach(act -> keys.add("act." + act.id()));
    Stream.of(Loss.State.values()).forEach(state -> keys.add("loss." + state.id()));
    LogSources.read().all().stream().map(LogSource::id).forEach(id -> keys.add("log." + id));
    return keys;
  }

  @Test
  void aLetterNamesTheRecipientsPlacesAlone() {
    String letter = letter("mooring", Optional.empty());
    assertTrue(letter.contains("mr-pc-0417"));
    assertFalse(
        Pattern.compile("td-|hb-fs|203\\.0\\.113\\.9|owner-like|people|person[s ]is|1,204")
            .matcher(letter)
            .find(),
        letter);
  }

  @Test
  void anIndicatorIsNeverNamed() {
    AskJson.Question question = AskedCase.question("mooring", "address", "203.0.113.9");
    assertFalse(AskedCase.letter(List.of(question), "en").contains("203.0.113.9"));
    assertTrue(AskedCase.letter(List.of(question), "en").contains("by telephone"));
  }

  @Test
  void aNameFromEvidenceIsNoMarkup() {
    AskJson.Question question =
        AskedCase.question("mooring", "host", "pc`<script>\u001b[31m\n# x\u202e");
    String letter = AskedCase.letter(List.of(question), "en");
    assertTrue(letter.contains("`pc'<script>\ufffd[31m, # x\ufffd`"), letter);
  }

  @Test
  void nothingToAskIsNoLetter() {
    assertEquals(
        Optional.empty(),
        Letter.write(AskedCase.asked(List.of()), AskedCase.caseFile(), "tidal", Optional.empty()));
  }

  @Test
  void aTemplateThatNamesWhatNobodyGivesIsRefused() {
    assertThrows(
        IllegalArgumentException.class,
        () -> LetterTemplate.fill(
            List.of("{{#request}}", "{{plcae}}", "{{/request}}"),
            Map.of(),
            List.of(Map.of("place", "x"))));
    assertThrows(
        IllegalArgumentException.class,
        () -> LetterTemplate.fill(List.of("x"), Map.of(), List.of()));
    assertEquals(
        "a 1\nb $1\n",
        LetterTemplate.fill(
            List.of("a {{n}}", "{{#request}}", "{{/request}}", "gone {{e}}", "b {{d}}"),
            Map.of("n", "1", "e", "", "d", "$1"),
            List.of(Map.of())));
  }

  private static String letter(String organisation, Optional<String> language) {
    return Letter.write(AskedCase.all(), AskedCase.caseFile(), organisation, language)
        .orElseThrow();
  }

  private static void golden(String organisation, String language) throws IOException {
    Path file = Project.root()
        .resolve("app/src/test/resources/org/tidemark/app/ask/letter-" + language + ".md");
    String written = letter(organisation, Optional.empty());
    if (Boolean.getBoolean(REWRITE)) {
      Files.createDirectories(file.resolveSibling("."));
      Files.writeString(file, written);
    }
    String expected = Files.exists(file) ? Files.readString(file) : "";
    assertEquals(
        expected.lines().collect(Collectors.joining("\n")),
        written.lines().collect(Collectors.joining("\n")));
  }
}
