package org.tidemark.app.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.List;
import org.junit.jupiter.api.Test;

class SummaryTest {
  @Test
  void theAnswerIsOneDozenLinesOrSo() {
    assertEquals("""
          Got in    mr-pc-0417 (Mooring Security), from 2023-09-14 18:12 UTC, confirmed
          Crossed   Mooring Security → 타이달클라우드, 2023-09-16, confirmed
                    타이달클라우드 → ハーバーチャット株式会社, 2023-09-22, confirmed
          Reached   11 hosts: 6 held, 5 only reached
                    68 hops: 4 confirmed, 64 possible (59 like the owner's work)
          Files     107 objects: 41 confirmed, 66 possible; 98 read, 2 read in part, 4
                    not read, 3 not held in the case
          People    at least 1,463: 1,211 confirmed, 252 possible
                    employee 195, partner 149, user 1,119
                    Japan 1,094, South Korea 289, Taiwan 57, country unknown 23
          Data      e-mail address 1,195, internal id (hb-member) 1,096, name 877,
                    gender 478, age group 388, phone number 231, and 3 more
          Unknown   hb-mail01: ask for its Security and mail access logs, from Harbour
                    Chat (ハーバーチャット株式会社)
                    hb-db02: ask for the forwarded copy of its Security log, 23–25
                    September 2023
          Report    case/result/report.html
        """, String.join("\n", lines(80, false)).indent(0));
  }

  @Test
  void noLineIsWiderThanTheTerminalInAnyScript() {
    for (int columns : new int[] {40, 60, 80, 120}) {
      for (String line : lines(columns, false)) {
        assertTrue(TerminalLines.width(line) <= columns, columns + ": " + line);
      }
    }
  }

  @Test
  void coloursAddNothingButColours() {
    List<String> plain =
        lines(80, true).stream().map(l -> l.replaceAll("\u001b\\[[0-9;]*m", "")).toList();
    assertEquals(lines(80, false), plain);
  }

  @Test
  void anEscapeSequenceInANameNeverReachesTheTerminal() {
    TerminalLines out = new TerminalLines(80, false);
    out.add("Got in", "hb\u001b[2J-pc\u202e01");
    assertFalse(out.lines().get(0).contains("\u001b"));
    assertFalse(out.lines().get(0).contains("\u202e"));
  }

  @Test
  void aWordLongerThanTheLineIsBroken() {
    assertEquals(List.of("aaaa", "aa b"), TerminalLines.wrap("aaaaaa b", 4));
    assertEquals(List.of("会員", "一覧"), TerminalLines.wrap("会員一覧", 5));
  }

  @Test
  void anEmptyResultStillSaysSo() {
    MissingNode none = MissingNode.getInstance();
    List<String> lines =
        Summary.lines(new ResultFiles(none, none, none), HarbourResult.names(), "r", 80, false);
    assertTrue(lines.get(0).contains("no foothold was found"), lines.get(0));
  }

  private static List<String> lines(int columns, boolean colour) {
    return Summary.lines(
        HarbourResult.files(), HarbourResult.names(), "case/result/report.html", columns, colour);
  }
}
