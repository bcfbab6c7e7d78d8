package org.tidemark.app.ask;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tidemark.app.report.CaseNames;
import org.tidemark.app.report.TerminalLines;
import org.tidemark.investigation.ask.AskJson;

class AskListTest {
  @Test
  void aQuestionSaysWhatOfWhomUntilWhenAndForWhom() {
    AskJson.Question question = AskedCase.all().questions().get(5);
    String text = text(AskedCase.asked(List.of(question)), 100);
    assertEquals("""
        1 log would settle what is unknown or only possible. As of 2023-11-05, what is lost \
        first stands
        first; times are UTC.

        2023-11-05  hb-aws: the aws-cloudtrail
                    from Harbour Chat, 2023-10-04 to 2023-10-31, to show changes to accounts
                    settles 18 possible hops (owner-like)
                    1,204 possible people hang on it, in 80 objects
                    in words (90 days by default; ask what was set)

        No log settles these; a ruling in case.yaml does:
                    43 possible hops (owner-like); 1,204 possible people hang on them

        A letter that asks an organisation for its logs: tidemark ask a case --letter harbour""", text);
  }

  @Test
  void nothingIsWiderThanTheTerminal() {
    for (int columns : new int[] {40, 60, 80, 100, 200}) {
      for (String line : lines(AskedCase.all(), columns)) {
        assertTrue(TerminalLines.width(line) <= columns, columns + ": " + line);
      }
    }
  }

  @Test
  void aNameFromEvidenceReachesNoTerminalAsItStands() {
    AskJson.Question hostile = AskedCase.question("tidal", "host", "pc\u001b[2J\r\u202e\nx");
    String text = text(AskedCase.asked(List.of(hostile)), 100);
    assertTrue(text.contains("pc\ufffd[2J\ufffd\ufffd\ufffdx: "), text);
    assertFalse(text.chars().anyMatch(c -> Character.isISOControl(c) && c != '\n'), text);
  }

  @Test
  void nothingToAskSaysWhy() {
    String text = text(empty(List.of()), 100);
    assertTrue(text.startsWith("Nothing to ask: every place in reach is covered"), text);
    assertFalse(text.contains("--letter"), text);
    assertTrue(text(empty(List.of("Mind this.")), 100).startsWith("No question follows"), text);
  }

  @Test
  void peopleThatAreNotCountedAreNotNobody() {
    AskJson.Question question = AskedCase.uncounted();
    assertTrue(
        text(counted("trace", question), 100).contains("objects and people are not yet counted"));
    assertTrue(text(counted("resolve", question), 100).contains("no object that we know of"));
    assertFalse(text(counted("trace", question), 100).contains(" 0 "));
  }

  @Test
  void manyAreCountedAndNotAllShown() {
    List<AskJson.Question> many =
        Collections.nCopies(41, AskedCase.question("tidal", "host", "td-1"));
    assertTrue(text(AskedCase.asked(many), 100).contains("Showing 40 of 41."));
  }

  private static AskJson empty(List<String> notes) {
    return new AskJson("x", "2023-11-05", "trace", List.of(), List.of(), notes);
  }

  private static AskJson counted(String counted, AskJson.Question question) {
    return new AskJson("x", "2023-11-05", counted, List.of(question), List.of(), List.of());
  }

  private static String text(AskJson asked, int columns) {
    return String.join("\n", lines(asked, columns));
  }

  private static List<String> lines(AskJson asked, int columns) {
    return AskList.lines(asked, CaseNames.of(AskedCase.caseFile()), "a case", columns);
  }
}
