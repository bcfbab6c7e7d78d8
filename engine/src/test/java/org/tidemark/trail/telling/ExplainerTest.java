package org.tidemark.trail.telling;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExplainerTest {
  /** From pc1 by desktop to jump1, from there to fs1, by an account that another record names. */
  private static final String TWO_STEPS = "foothold pc1 10:00;"
      + "-1d log fs1 logon until +2d;"
      + "11:00 tidal\\kim pc1->jump1 type 10 session 7;"
      + "12:00 tidal\\lee jump1->fs1 type 3 session 8;"
      + "13:00 tidal\\lee jump1->fs1 type 3 session 9;";

  private static final String WAY =
      " via host pc1 > tidal\\kim pc1->jump1 possible" + " > tidal\\lee jump1->fs1 possible";

  @TempDir
  Path temp;

  private void check(String world, String asked, String told) {
    Explainer explainer = ToldWorld.of(temp, world).explainer();
    assertEquals(
        told,
        String.join(
            "; ",
            explainer.find(asked).stream()
                .map(match -> ToldWorld.words(explainer.explain(asked, match)))
                .toList()),
        asked);
  }

  @Test
  void aHostIsExplainedByTheEarliestWayThere() {
    check(TWO_STEPS, "fs1", "host fs1 reached possible session-used" + WAY + " +1");
    check(TWO_STEPS, "FS1.tidal.example", "host fs1 reached possible session-used" + WAY + " +1");
  }

  @Test
  void anAddressIsTheHostThatItBelongsTo() {
    check(
        TWO_STEPS + "11:30 address fs1 10.0.0.9;",
        "10.0.0.9",
        "host fs1 reached possible session-used" + WAY + " +1");
  }

  @Test
  void aFootholdNeedsNoWay() {
    check(TWO_STEPS, "pc1", "host pc1 held confirmed declared-foothold via host pc1");
  }

  @Test
  void anAccountIsKnownByEverySpellingThatTheCaseUses() {
    String lee = "account tidal\\lee held possible used-from-held-host via host pc1"
        + " > tidal\\kim pc1->jump1 possible > tidal\\lee jump1->fs1 possible";
    check(TWO_STEPS, "tidal\\lee", lee);
    check(TWO_STEPS, "TIDAL\\Lee", lee);
    check(TWO_STEPS, "lee@tidal.example", lee);
    check(TWO_STEPS, "lee", lee);
  }

  @Test
  void aNameThatSeveralHaveIsAskedBack() {
    check(
        TWO_STEPS + "14:00 harbour\\lee jump1->fs1 type 3 session 10;",
        "lee",
        "account harbour\\lee held possible used-from-held-host via host pc1"
            + " > tidal\\kim pc1->jump1 possible > harbour\\lee jump1->fs1 possible; "
            + "account tidal\\lee held possible used-from-held-host" + WAY);
  }

  @Test
  void aHopASessionAndAFootholdAreKnownByTheirIds() {
    ToldWorld world = ToldWorld.of(temp, TWO_STEPS);
    ToldTrail.Hop hop = world.trail().hops().get(1);
    String told = "tidal\\lee, jump1 → fs1 possible held-source" + WAY;
    checkId(world, hop.id(), "hop " + told);
    checkId(
        world,
        hop.session().orElseThrow(),
        "session session of tidal\\lee on fs1 possible held-source" + WAY);
    checkId(
        world,
        world.trail().footholds().get(0).id(),
        "foothold host pc1 confirmed declared-foothold via host pc1");
  }

  private static void checkId(ToldWorld world, String id, String told) {
    Explainer explainer = world.explainer();
    assertEquals(
        List.of(told),
        explainer.find(id).stream()
            .map(match -> ToldWorld.words(explainer.explain(id, match)))
            .toList());
  }

  @Test
  void eachStepShowsItsRecordsAndWhatTheLogsOfTheTargetCover() {
    ToldWorld world = ToldWorld.of(temp, TWO_STEPS);
    Explainer explainer = world.explainer();
    Explanation told = explainer.explain("fs1", explainer.find("fs1").get(0));
    Explanation.Step last = told.route().orElseThrow().steps().get(1);
    assertEquals("it came from a host that the intruder held", last.sentence());
    assertEquals(1, last.records().size());
    assertTrue(last.records().get(0).path().startsWith("logs/"), last.records().toString());
    assertEquals(
        List.of("windows-json logon covered"),
        last.coverage().stream()
            .map(c -> c.source() + " " + c.kind() + " " + c.then().orElse(""))
            .toList());
  }

  @Test
  void aGapAtThatTimeIsShown() {
    String world = "foothold pc1 10:00; -1d log fs1 logon until +2d; 11:00 address fs1 10.0.0.9;"
        + "12:00 kim pc1->fs1 type 3 session 8; 13:00 cleared fs1;";
    Explainer explainer = ToldWorld.of(temp, world).explainer();
    Explanation told = explainer.explain("fs1", explainer.find("fs1").get(0));
    assertEquals(
        List.of("gap cleared"),
        told.coverage().stream()
            .map(c -> c.then().orElse("") + " " + c.gaps().get(0).why())
            .toList());
  }

  @Test
  void anExcludedHostNamesItsRuleAndTheLogsThatExcludeIt() {
    String world = TWO_STEPS + "-1d log db1 logon until +2d;";
    check(world, "db1", "host db1 excluded covered-no-act");
    Explainer explainer = ToldWorld.of(temp, world).explainer();
    Explanation told = explainer.explain("db1", explainer.find("db1").get(0));
    assertEquals("trusted logs of the whole window show no act of anything held", told.why());
    assertEquals(1, told.coverage().size());
  }

  @Test
  void anUnknownHostNamesTheLogToAskFor() {
    check(
        TWO_STEPS + "-20d 09:00 tidal\\lee pc9->mail1 type 3 session 3; 10:30 cleared mail1;",
        "mail1",
        "host mail1 unknown in-reach-no-log asks");
  }

  @Test
  void actsOfTheOwnerAreNamedWithTheRuleThatExcludesThem() {
    String world = "foothold account:kim 10:00; -40d 09:00 kim pc2->fs1; -20d 09:00 kim pc2->fs1;"
        + "-1d log pc2 logon until +2d; 12:00 kim pc2->fs1 session 7;";
    check(world, "kim", "account kim held confirmed declared-foothold via account kim");
    Explainer explainer = ToldWorld.of(temp, world).explainer();
    assertEquals(
        List.of(
            "One of its acts is not the intruder's: owner-elsewhere, its source is a covered host"
                + " that is not held, and usual for the account"),
        explainer.explain("kim", explainer.find("kim").get(0)).notes());
  }

  private void checkNote(String world, String asked, String note) {
    Explainer explainer = ToldWorld.of(temp, world).explainer();
    List<String> notes = explainer.explain(asked, explainer.find(asked).get(0)).notes();
    assertTrue(notes.contains(note), notes.toString());
  }

  @Test
  void aDirectoryThatFellSaysSinceWhenAndWhy() {
    checkNote(
        "foothold pc1 10:00; 09:00 controller hb-dc1; 08:00 HARBOUR\\lee pc2->fs1;"
            + "10:05 HARBOUR\\kim pc1->hb-dc1 session 7;"
            + "10:06 service hb-dc1 evil session 7 by HARBOUR\\kim;",
        "hb-dc1",
        "As a platform it fell, possible, at 2023-10-03T10:06:00Z: code ran on the platform itself;"
            + " it vouches for 2 accounts that the logs show.");
  }

  @Test
  void aHostHeldByAnAdministratorSaysThatItsLogsExcludeNothing() {
    checkNote(
        TWO_STEPS + "11:00:01 admin jump1 session 7 by tidal\\kim;",
        "jump1",
        "It was held with administrator rights from 2023-10-03T11:00:00Z: from then on its own logs"
            + " exclude nothing, copies forwarded off it do.");
  }

  @Test
  void anAddressThatNobodyResolvesNamesTheHopsAndTheIndicator() {
    String world = "case indicators: {address: 203.0.113.9, grade: confirmed, why: theirs};"
        + "foothold account:kim 10:00; 12:00 kim 203.0.113.9->fs1 type 3 session 7;";
    String hop = ToldWorld.of(temp, world).trail().hops().get(0).id();
    Explainer explainer = ToldWorld.of(temp, world).explainer();
    Explanation told =
        explainer.explain("203.0.113.9", explainer.find("203.0.113.9").get(0));
    assertEquals(
        "it is the source of 1 hop, the first " + hop + "; no log says which host it is",
        told.why());
    assertEquals(List.of("case.yaml names it as an indicator: theirs."), told.notes());
    assertEquals(Optional.empty(), told.grade());
  }

  @Test
  void whatALaterVersionOfTheDocumentAddsIsTold() throws Exception {
    ToldTrail trail = ToldTrail.of(new ObjectMapper().readTree("""
        {"hops": [{"id": "H1", "at": "2023-10-03T12:00:00Z", "account": null,
          "causal_account": "kim", "from": {"host": "pc1", "by": "flow"}, "to": {"host": "fs1"},
          "grade": "possible", "path_grade": "possible", "rule": "a-rule-to-come",
          "why": "something new", "likelihood": 990, "likelihood_rule": null,
          "unusual": ["first time in 60 days"],
          "after": [], "records": []}]}
        """));
    Explainer explainer = new Explainer(
        trail,
        new ToldEvidence(new TreeMap<>(), List.of()),
        SeenNames.NONE,
        ToldWorld.of(temp, TWO_STEPS).caseFile());
    Explanation told = explainer.explain("H1", explainer.find("H1").get(0));
    assertEquals("an account that no record names, pc1 → fs1", told.name());
    Explanation.Step step = told.route().orElseThrow().steps().get(0);
    assertEquals("something new", step.sentence());
    assertEquals(Optional.of("flow"), step.fromBy());
    assertEquals(Optional.of("kim"), step.causalAccount());
    assertEquals(Optional.of(990), step.likelihood());
    assertEquals(List.of("first time in 60 days"), step.unusual());
  }

  @Test
  void aDerivedFootholdSaysThatItsRouteIsUnproven() {
    String world = "case indicators: {address: 203.0.113.9, grade: confirmed};"
        + "foothold pc1 10:00; 12:00 AKIA1 203.0.113.9->s3 cloud;";
    Explainer explainer = ToldWorld.of(temp, world).explainer();
    String words =
        ToldWorld.words(explainer.explain("AKIA1", explainer.find("AKIA1").get(0)));
    String told = "account AKIA1 held confirmed used-in-hop via key AKIA1 unproven"
        + " > AKIA1 203.0.113.9->";
    assertEquals(told, words.substring(0, told.length()));
  }

  @Test
  void candidatesOfAnUnprovenRouteAreTold() throws Exception {
    ToldTrail trail = ToldTrail.of(new ObjectMapper().readTree("""
        {"footholds": [{"id": "G1", "key": "AKIA1", "from": "2023-10-03T12:00:00Z",
          "derived": true, "candidates": [["Ha", "Hb"], "the vault on hb-app01"]}],
         "hops": [], "a field of a later version": 1}
        """));
    Explainer explainer = new Explainer(
        trail,
        new ToldEvidence(new TreeMap<>(), List.of()),
        SeenNames.NONE,
        ToldWorld.of(temp, TWO_STEPS).caseFile());
    Explanation told = explainer.explain("G1", explainer.find("G1").get(0));
    assertEquals(
        List.of("Ha → Hb", "the vault on hb-app01"), told.route().orElseThrow().candidates());
  }

  @Test
  void aHopThatARulingTookOutIsExplainedByTheRuling() {
    String hop = ToldWorld.of(temp, TWO_STEPS).trail().hops().get(1).id();
    String world = TWO_STEPS + "case rulings: {hop: " + hop
        + ", grade: excluded, at: @15:00, by: 'K. Mori', why: 'the owner says so'};";
    check(world, hop, "hop " + hop + " excluded ruling");
    Explainer explainer = ToldWorld.of(temp, world).explainer();
    assertEquals(
        List.of("Ruling of K. Mori, 2023-10-03: excluded, because: the owner says so"),
        explainer.explain(hop, explainer.find(hop).get(0)).notes());
  }

  @Test
  void whatNobodyKnowsHasNearSpellings() {
    Explainer explainer = ToldWorld.of(temp, TWO_STEPS).explainer();
    assertEquals(List.of(), explainer.find("jmup1"));
    assertEquals("jump1", explainer.near("jmup1").get(0));
    assertEquals(List.of(), explainer.near("a name like no other in this case"));
  }

  @Test
  void anObjectIsExplainedByTheSessionThatReachedIt() {
    ToldWorld world = ToldWorld.of(temp, TWO_STEPS);
    String hop = world.trail().hops().get(1).id();
    Explanation.Exposed read = new Explanation.Exposed(
        "disclosed",
        "possible",
        "session-access",
        "it was accessed in a session of the intruder",
        Optional.of(Instant.parse("2023-10-03T12:01:00Z")),
        Optional.empty(),
        3,
        List.of(hop),
        List.of(),
        3);
    ReachedObject object = new ReachedObject(
        "Oaaaaaaaaaaaaaaaa", "fs1", "file", "\\\\fs1\\hr\\list.csv", "", List.of(read));
    assertEquals(
        "object \\\\fs1\\hr\\list.csv possible session-access" + WAY,
        ToldWorld.words(world.explainer().explain("list.csv", object)));
  }
}
