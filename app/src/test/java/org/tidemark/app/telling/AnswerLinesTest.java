package org.tidemark.app.telling;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.tidemark.app.report.CaseNames;
import org.tidemark.app.report.TerminalLines;
import org.tidemark.trail.telling.Comparison;
import org.tidemark.trail.telling.Explanation;
import org.tidemark.trail.telling.WhatIf;

class AnswerLinesTest {
  private static final Instant AT = Instant.parse("2023-10-03T12:00:00Z");
  private static final CaseNames NAMES = new CaseNames(
      "test",
      "harbour",
      Map.of("harbour", new CaseNames.Organisation("ハーバーチャット株式会社", Optional.of("JP"))),
      Map.of());

  private static Explanation host(String name) {
    Explanation.Step step = new Explanation.Step(
        "Haaaaaaaaaaaaaaaa",
        AT,
        "2023-10-03 21:00:00",
        1000,
        "harbour\\kim",
        Optional.empty(),
        Optional.of("pc1"),
        Optional.of("flow"),
        name,
        "harbour",
        "execution",
        Optional.of("T1021.001"),
        "confirmed",
        "possible",
        "indicator-address",
        "its record shows an address that is a known sign of the intruder",
        Optional.empty(),
        List.of("first time in 60 days that this account comes from this host"),
        Optional.of(987),
        Optional.empty(),
        Optional.empty(),
        List.of(new Explanation.LogRecord("F1", "logs/監査.json", 1234)),
        List.of());
    Explanation.Foothold foothold = new Explanation.Foothold(
        "G1", "key", "AKIA1", AT, "confirmed", "a confirmed act that no path explains", true);
    Explanation.Route route = new Explanation.Route(
        Optional.of(foothold),
        false,
        Optional.of("possible"),
        List.of(step),
        List.of("the vault on hb-app01"));
    Explanation.Cover cover = new Explanation.Cover(
        "windows-json",
        "logon",
        AT,
        AT,
        Optional.of("gap"),
        List.of(new Explanation.Gap(AT, AT, "cleared")),
        Optional.of("harbour"));
    return new Explanation(
        name,
        "host",
        Optional.of("N1"),
        name,
        Optional.of("harbour"),
        Optional.of("held"),
        Optional.of("possible"),
        Optional.of("code-ran"),
        "code ran there in the intruder's session",
        Optional.of(AT),
        Optional.empty(),
        Optional.empty(),
        Optional.of(route),
        2,
        Optional.of("Hbbbbbbbbbbbbbbbb"),
        List.of(cover),
        List.of(),
        List.of());
  }

  private static List<String> explained(String name, int columns, boolean colour) {
    return ExplanationLines.of(host(name), NAMES, columns, colour);
  }

  @Test
  void anExplanationIsToldStepByStep() {
    assertEquals("""
          Host      fs1 (ハーバーチャット株式会社): held, possible, from 2023-10-03
                    12:00:00 UTC
                    code-ran: code ran there in the intruder's session
                    id N1
          Logs      logon by windows-json has a gap there (2023-10-03 to 2023-10-03,
                    supplied by harbour)
                    · gap 2023-10-03 12:00:00 UTC to 2023-10-03 12:00:00 UTC: cleared

          Foothold  key AKIA1, held from 2023-10-03 12:00:00 UTC, confirmed
                    derived: a confirmed act that no path explains
          Route     unproven
                    perhaps the vault on hb-app01

          Step 1    2023-10-03 12:00:00 UTC ± 1 s  pc1 → fs1 (ハーバーチャット株式会社)
                    as harbour\\kim; code ran there; T1021.001; its source is known by
                    flow
                    confirmed; the way to it possible. indicator-address: its record
                    shows an address that is a known sign of the intruder
                    first time in 60 days that this account comes from this host
                    odder than 98.7 % of the account's usual logons elsewhere
                    hop Haaaaaaaaaaaaaaaa
          Records   logs/監査.json, record 1,234
          Logs      no log of it

          Also      2 further hops lead there, each with a way of its own
                    its grade comes from hop Hbbbbbbbbbbbbbbbb
        """, String.join("\n", explained("fs1", 80, false)).indent(0));
  }

  @Test
  void noLineIsWiderThanTheTerminalInAnyScript() {
    for (int columns : new int[] {40, 62, 100}) {
      for (String line : explained("ファイルサーバー".repeat(9), columns, false)) {
        assertTrue(TerminalLines.width(line) <= columns, columns + ": " + line);
      }
    }
  }

  @Test
  void anEscapeSequenceInANameNeverReachesTheTerminal() {
    String text = String.join("\n", explained("fs\u001b[2J\u202e1", 80, false));
    assertFalse(text.contains("\u001b"), text);
    assertFalse(text.contains("\u202e"), text);
  }

  @Test
  void coloursAddNothingButColours() {
    List<String> plain = explained("fs1", 80, true).stream()
        .map(line -> line.replaceAll("\u001b\\[[0-9;]*m", ""))
        .toList();
    assertEquals(explained("fs1", 80, false), plain);
  }

  private static Comparison.Change change(String id, String text) {
    return new Comparison.Change(
        "hop",
        id,
        "kim, pc1 → " + id,
        Optional.of(AT),
        "new",
        Optional.empty(),
        Optional.of("possible, held-source"),
        new Comparison.Cause("evidence", Optional.of("logs/a.json"), text));
  }

  private static Comparison comparison(List<Comparison.Change> changes) {
    return new Comparison(
        List.of(new Comparison.Input("evidence", "new", "logs/a.json", "")),
        List.of("the earlier result does not say what its case.yaml held"),
        Optional.of(AT),
        Optional.of(AT),
        Optional.empty(),
        Optional.of(AT),
        Map.of("hop", Map.of("new", changes.size(), "same", 2_000)),
        changes);
  }

  @Test
  void changesOfOneSortAndReasonAreToldTogether() {
    String why = "its record stands in logs/a.json, which is new";
    List<Comparison.Change> changes = IntStream.range(0, 7)
        .mapToObj(i -> change("fs" + i, i < 6 ? why : "another reason"))
        .toList();
    assertEquals(
        """
          Put in    evidence new: logs/a.json
                    not known: the earlier result does not say what its case.yaml held
          Held from 2023-10-03 12:00:00 UTC, as before
          First hop none → 2023-10-03 12:00:00 UTC
          Hops      7 new, 2,000 same

          Hops      6 new: possible, held-source
                    because its record stands in logs/a.json, which is new
                    · 2023-10-03 12:00:00 UTC, kim, pc1 → fs0
                    · 2023-10-03 12:00:00 UTC, kim, pc1 → fs1
                    · 2023-10-03 12:00:00 UTC, kim, pc1 → fs2
                    · 2023-10-03 12:00:00 UTC, kim, pc1 → fs3
                    · 2023-10-03 12:00:00 UTC, kim, pc1 → fs4
                    · and 1 more like these, in --json
                    new: possible, held-source
                    because another reason
                    · 2023-10-03 12:00:00 UTC, kim, pc1 → fs6
        """,
        String.join("\n", ComparisonLines.of(comparison(changes), 80, false)).indent(0));
  }

  @Test
  void equalResultsSaySo() {
    String text = String.join("\n", ComparisonLines.of(comparison(List.of()), 80, false));
    assertTrue(text.contains("Nothing differs: both say the same."), text);
  }

  @Test
  void aFootholdWithoutALogExcludesNothing() {
    WhatIf told = new WhatIf(
        AT,
        Optional.of(AT.plusSeconds(1)),
        List.of(new WhatIf.Moved("host", "pc1", AT.plusSeconds(9), Optional.empty(), false)),
        comparison(List.of()));
    String text = String.join("\n", ComparisonLines.of(told, 100, false));
    assertTrue(text.contains("no log covers it: nothing is excluded"), text);
    assertTrue(text.contains("none reaches back to 2023-10-03 12:00:00 UTC"), text);
  }
}
