package org.tidemark.trail.telling;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tidemark.casefile.CaseItems;

/** What changed between two results, and the cause that is named for it. */
class ComparisonTest {
  private static final String FOOTHOLD = "foothold pc1 10:00;";
  private static final String STEPS = "11:00 tidal\\kim pc1->jump1 type 10 session 7;"
      + "12:00 tidal\\lee jump1->fs1 type 3 session 8;";
  private static final String BASE = FOOTHOLD + STEPS;

  @TempDir
  Path temp;

  private Comparison compare(String before, String after) {
    ToldWorld now = ToldWorld.of(temp, after);
    return Comparison.of(result(ToldWorld.of(temp, before)), result(now), now.caseFile());
  }

  private static ToldResult result(ToldWorld world) {
    return new ToldResult(
        world.trail(),
        Optional.of(world.evidence()),
        Optional.of(CaseItems.of(world.caseFile())),
        Optional.of("1"));
  }

  /** {@code new hop tidal\lee, jump1 → fs1: possible, held-source (evidence)}, one a line. */
  private static String words(Comparison told) {
    return told.changes().stream()
        .map(c ->
            c.change() + " " + c.what() + " " + c.name() + ": " + c.before().orElse("-") + " → "
                + c.after().orElse("-") + " (" + c.cause().kind() + ")")
        .collect(Collectors.joining("\n"));
  }

  private void check(String before, String after, String... changes) {
    assertEquals(String.join("\n", changes), words(compare(before, after)));
  }

  private String hop(String world, int number) {
    return ToldWorld.of(temp, world).trail().hops().get(number).id();
  }

  private static String excluding(String hop) {
    return "case rulings: {hop: " + hop
        + ", grade: excluded, at: @15:00, by: 'K. Mori', why: 'the owner says so'};";
  }

  @Test
  void equalResultsDifferInNothing() {
    Comparison told = compare(BASE, BASE);
    assertEquals(List.of(), told.changes());
    assertEquals(List.of(), told.inputs());
    assertEquals(Map.of("same", 2), told.counts().get("hop"));
  }

  @Test
  void aRulingIsTheCauseOfWhatItTakesOutAndOfWhatFollows() {
    String ruled = BASE + excluding(hop(BASE, 0));
    check(
        BASE,
        ruled,
        "gone hop tidal\\kim, pc1 → jump1: possible, held-source → - (ruling)",
        "gone hop tidal\\lee, jump1 → fs1: possible, held-source → - (follows)",
        "gone host fs1: reached possible, session-used → - (follows)",
        "regraded host jump1: held possible, shell-opened → unknown, in-reach-no-log (follows)",
        "gone account tidal\\kim: possible, used-from-held-host → - (follows)",
        "gone account tidal\\lee: possible, used-from-held-host → - (follows)",
        "new excluded tidal\\kim: - → excluded, ruling (follows)");
    Comparison told = compare(BASE, ruled);
    assertEquals(
        "ruling on hop " + hop(BASE, 0) + ": excluded by K. Mori, line 12: the owner says" + " so",
        told.changes().get(0).cause().text());
    assertEquals(
        List.of("ruling new hop " + hop(BASE, 0)),
        told.inputs().stream()
            .map(i -> i.kind() + " " + i.change() + " " + i.name())
            .toList());
    assertTrue(told.changes().get(1).cause().text().startsWith("follows from hop " + hop(BASE, 0)));
  }

  @Test
  void aRulingThatWasTakenOutIsTheCauseOfWhatComesBack() {
    String confirmed = BASE + excluding(hop(BASE, 1)).replace("excluded", "confirmed");
    Comparison told = compare(confirmed, BASE);
    assertEquals(
        "regraded hop tidal\\lee, jump1 → fs1: confirmed on a way that is possible, ruling"
            + " → possible, held-source (ruling)",
        words(told).lines().findFirst().orElse(""));
    assertEquals("a ruling on it was taken out", told.changes().get(0).cause().text());
    assertEquals(
        List.of("ruling gone 1"),
        told.inputs().stream()
            .map(i -> i.kind() + " " + i.change() + " " + i.name())
            .toList());
  }

  @Test
  void aFileOfEvidenceIsTheCauseOfWhatItsRecordsShow() {
    String more = BASE + "13:00 ann jump1->app1 ssh session 20;";
    check(
        BASE,
        more,
        "new hop ann, jump1 → app1: - → possible, held-source (evidence)",
        "new host app1: - → held possible, shell-opened (follows)",
        "new account ann: - → possible, used-from-held-host (follows)");
    Comparison told = compare(BASE, more);
    assertEquals(
        List.of("evidence new logs/auth.log"),
        told.inputs().stream()
            .map(i -> i.kind() + " " + i.change() + " " + i.name())
            .toList());
    assertEquals(
        "its record stands in logs/auth.log, which is new",
        told.changes().get(0).cause().text());
  }

  @Test
  void aHopThatAnotherRecordShowsIsTheSameHop() {
    Comparison told = compare(BASE, "09:00 tidal\\ann pc5->pc6 type 3 session 1;" + BASE);
    assertEquals(Map.of("same", 2), told.counts().get("hop"));
    assertEquals(
        List.of("evidence changed"),
        told.inputs().stream().map(i -> i.kind() + " " + i.change()).toList());
  }

  @Test
  void aFootholdThatBeganEarlierIsTheCauseOfEarlierHops() {
    String later = "foothold pc1 11:30;" + STEPS;
    check(
        later,
        BASE,
        "moved foothold host pc1: confirmed, from 2023-10-03T11:30:00Z → confirmed, from"
            + " 2023-10-03T10:00:00Z (foothold)",
        "new hop tidal\\kim, pc1 → jump1: - → possible, held-source (foothold)",
        "new hop tidal\\lee, jump1 → fs1: - → possible, held-source (follows)",
        "new host fs1: - → reached possible, session-used (follows)",
        "regraded host jump1: unknown, in-reach-no-log → held possible, shell-opened (follows)",
        "moved host pc1: held confirmed, declared-foothold, from 2023-10-03T11:30:00Z → held"
            + " confirmed, declared-foothold, from 2023-10-03T10:00:00Z (foothold)",
        "new account tidal\\kim: - → possible, used-from-held-host (follows)",
        "new account tidal\\lee: - → possible, used-from-held-host (follows)");
    Comparison told = compare(later, BASE);
    assertEquals("2023-10-03T11:30:00Z", told.startBefore().orElseThrow().toString());
    assertEquals("2023-10-03T10:00:00Z", told.startAfter().orElseThrow().toString());
    assertEquals(Optional.empty(), told.firstHopBefore());
  }

  @Test
  void anIndicatorIsTheCauseOfWhatItProves() {
    Comparison told =
        compare(BASE, BASE + "case indicators: {account: 'TIDAL\\lee', grade: confirmed};");
    assertEquals(
        "regraded hop tidal\\lee, jump1 → fs1: possible, held-source → confirmed on a way that is"
            + " possible, indicator-account (indicator)",
        words(told).lines().findFirst().orElse(""));
    assertEquals("indicator account TIDAL\\lee", told.changes().get(0).cause().text());
  }

  @Test
  void whatTheEarlierResultDoesNotSayIsSaid() {
    ToldWorld now = ToldWorld.of(temp, BASE + excluding(hop(BASE, 0)));
    ToldResult before = new ToldResult(
        ToldWorld.of(temp, BASE).trail(), Optional.empty(), Optional.empty(), Optional.empty());
    Comparison told = Comparison.of(before, result(now), now.caseFile());
    assertEquals(3, told.notKnown().size());
    assertEquals("ruling", told.changes().get(0).cause().kind());
  }

  @Test
  void anotherVersionAloneIsTheCause() {
    ToldWorld was = ToldWorld.of(temp, BASE);
    ToldWorld is = ToldWorld.of(temp, BASE.replace("type 10", "type 3"));
    ToldResult before = new ToldResult(
        was.trail(),
        Optional.of(is.evidence()),
        Optional.of(CaseItems.of(is.caseFile())),
        Optional.of("0"));
    Comparison told = Comparison.of(before, result(is), is.caseFile());
    assertEquals(List.of("version"), told.inputs().stream().map(i -> i.kind()).toList());
    assertTrue(
        told.changes().stream().anyMatch(c -> c.cause().kind().equals("version")), words(told));
  }

  @Test
  void anotherBlockOfTheCaseFileIsNamed() {
    String routine = BASE + "case expected: {account: 'TIDAL\\lee', does: backup, to: ['fs1'],"
        + " by: ops, why: nightly};";
    Comparison told = compare(BASE, routine);
    assertEquals(
        "case-file expected",
        told.inputs().get(0).kind() + " " + told.inputs().get(0).name());
    assertEquals("case-file", told.changes().get(0).cause().kind());
  }

  @Test
  void aPlaceThatALogSettlesIsToldWithItsLog() {
    String reach = BASE + "-20d 09:00 tidal\\lee pc9->mail1 type 3 session 3; 10:30 cleared mail1;";
    Comparison told =
        compare(reach, reach.replace("10:30 cleared mail1;", "-1d log mail1 logon until +2d;"));
    assertEquals(
        List.of("excluded, covered-no-act evidence"),
        told.changes().stream()
            .filter(c -> c.name().equals("mail1"))
            .map(c -> c.after().orElse("-") + " " + c.cause().kind())
            .toList(),
        words(told));
  }
}
