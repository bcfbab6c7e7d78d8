package org.tidemark.trail;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

/** Names from evidence may hold anything; a line of the timeline may not. */
class PlainTextTest {
  private static void checkLine(String text, String plain) {
    assertEquals(plain, PlainText.oneLine(text));
  }

  private static void checkCell(String text, String cell) {
    assertEquals(cell, PlainText.cell(text));
  }

  @Test
  void ordinaryTextStaysAsItIs() {
    for (String text :
        new String[] {"", "fs1", "harbour\\kim", "名前 이름 🌊", "a'b", "<b>x</b>", "家\u200D族"}) {
      checkLine(text, text);
      checkCell(text, text);
    }
  }

  @Test
  void whatBreaksALineOrDrivesATerminalIsReplaced() {
    checkLine("a\nb\r\nc", "a\uFFFDb\uFFFD\uFFFDc");
    checkLine("\u001B[31mred\u001B[0m", "\uFFFD[31mred\uFFFD[0m");
    checkLine("\u009B31m", "\uFFFD31m");
    checkLine("a\u0000b\tc\u007Fd", "a\uFFFDb\uFFFDc\uFFFDd");
    checkLine("a\u2028b\u2029c\u0085d", "a\uFFFDb\uFFFDc\uFFFDd");
    checkLine("txt\u202Eexe.\u2066x\u200E", "txt\uFFFDexe.\uFFFDx\uFFFD");
    checkLine("\uFEFFx", "\uFFFDx");
    checkLine("half \uD83C pair \uDF0A", "half \uFFFD pair \uFFFD");
  }

  @Test
  void formulasAreDefused() {
    checkCell("=cmd|' /C calc'!A0", "'=cmd|' /C calc'!A0");
    checkCell("+1", "'+1");
    checkCell("-1", "'-1");
    checkCell("@SUM(A1)", "'@SUM(A1)");
    checkCell("  =1+1", "  '=1+1");
    checkCell("＝1＋1", "'＝1＋1");
    checkCell("x;=1+1", "\"x;'=1+1\"");
    checkCell("a=b", "a=b");
    checkCell("=a,b", "\"'=a,b\"");
    checkCell("\t=1", "\uFFFD=1");
  }

  @Test
  void cellsAreQuotedWhereTheyMust() {
    checkCell("a,b", "\"a,b\"");
    checkCell("say \"hi\"", "\"say \"\"hi\"\"\"");
    checkCell("\"", "\"\"\"\"");
  }
}
