package org.tidemark.app.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.tidemark.app.report.CaseNames.Organisation;
import org.tidemark.exposure.ExposureRule;
import org.tidemark.trail.Rule;

/** What is possible, unknown, left behind, and how clocks were: each from a few lines of JSON. */
class ReportSectionsTest {
  private static final CaseNames NAMES =
      new CaseNames("c", "a", Map.of("a", new Organisation("ハーバー", Optional.of("JP"))), Map.of());
  private static final LogNames LOGS = new LogNames(Map.of("F1", "logs/x.json"));

  private static JsonNode json(String text) throws Exception {
    return new ObjectMapper().readTree(text.replace('\'', '"'));
  }

  private static String hop(String id, String rule, String to, String more) {
    return "{'id':'" + id + "','at':'2023-09-16T00:00:00Z','grade':'possible','rule':'" + rule
        + "','from':{'host':'pc'},'to':{'host':'" + to + "'},'account':{'name':'kim'}" + more + "}";
  }

  /** Text without tags, spaces folded. */
  private static String words(Html html) {
    return html.toString().replaceAll("<[^>]*>", " ").replaceAll("\\s+", " ");
  }

  private static void says(Html html, String... texts) {
    String words = words(html);
    List.of(texts).forEach(t -> assertTrue(words.contains(t), t + " is not in: " + words));
  }

  private static void inOrder(Html html, String... texts) {
    String words = words(html);
    int from = 0;
    for (String text : texts) {
      int at = words.indexOf(text, from);
      assertTrue(at >= 0, text + " does not come in its turn in: " + words);
      from = at + text.length();
    }
  }

  @Test
  void eachRuleHasASentenceAndSaysWhatWouldSettleIt() {
    for (Rule rule : Rule.values()) {
      assertEquals(rule.sentence(), Settlement.sentence(rule.id()));
      assertTrue(Settlement.of(rule.id()).matches(".+[.?]"), rule.id());
    }
    for (ExposureRule rule : ExposureRule.values()) {
      assertEquals(rule.sentence(), Settlement.sentence(rule.id()));
    }
    assertEquals("some newer rule", Settlement.sentence("some-newer-rule"));
  }

  @Test
  void possibleActsAreCountedByRuleAndOwnerLikeStandsApart() throws Exception {
    TrailView trail = TrailView.of(json("{'hops':["
        + hop("H1", "owner-like", "fs", "") + "," + hop("H2", "owner-like", "fs", "") + ","
        + hop("H3", "owner-like", "fs", "") + "," + hop("H4", "held-source", "db", "") + ","
        + hop("H5", "held-source", "ad", "") + "],'hosts':[{'name':'m','grade':'possible',"
        + "'rule':'contact-log-gap'}]}"));
    Html section = PossibleSection.of(
        json("{'exposure':{'possible_by_rule':{'held-administrator-inventory':80}}}"),
        trail,
        rows(Map.of("held-source", 7L)));
    inOrder(
        section,
        "Acts",
        "it came from a host that the intruder held held-source 2 2 7",
        "Places and objects",
        "held-administrator-inventory – – 80",
        "contact-log-gap – 1 –",
        "Apart: like the owner&#39;s own work",
        "owner-like 3 1 –");
  }

  private static ReportRows rows(Map<String, Long> byHopRule) {
    return new ReportRows(List.of(), List.of(), 0, List.of(), 0, List.of(), List.of(), byHopRule);
  }

  @Test
  void possibleHopsAreOrderedByTheirSurpriseInWords() throws Exception {
    TrailView trail = TrailView.of(json("{'hops':["
        + hop("H1", "held-source", "a1", ",'likelihood':12") + ","
        + hop("H2", "held-source", "a2", "") + ","
        + hop(
            "H3",
            "held-source",
            "a3",
            ",'likelihood':980,'unusual':"
                + "['first time in 60 days that this account comes from this host']")
        + "]}"));
    Html section = PossibleSection.of(json("{}"), trail, ReportRows.NONE);
    inOrder(
        section,
        "980 pc → a3 kim hop 3",
        "first time in 60 days that this account comes from this host",
        "12 pc → a1");
    assertFalse(words(section).contains("pc → a2"), "no baseline, no place in this list");
    says(section, "Of 1 more nothing is said");
  }

  @Test
  void aHopSaysWhatIsUnusualWhoseSessionItWasAndHowItsSourceIsKnown() throws Exception {
    JsonNode trail = json("{'hops':["
        + hop(
                "H1",
                "held-source",
                "a1",
                ",'likelihood':980,'unusual':['never seen there'],'causal_account':'mr-user417',"
                    + "'error_ms':432000")
            .replace("'from':{", "'from':{'by':'ticket',")
        + "]}");
    says(
        HopsSection.of(trail, TrailView.of(trail), NAMES, LOGS),
        "never seen there",
        "of 1,000 usual logons of this account on other hosts, 980 surprise less",
        "Whose session mr-user417",
        "from a domain controller&#39;s ticket",
        "give or take 7 min 12 s");
  }

  @Test
  void aFootholdWithoutAProvenRouteSaysSoAndHowItMayHaveBeen() throws Exception {
    JsonNode trail = json("{'footholds':[{'key':'AKIA1','from':'2023-09-27T00:00:00Z',"
        + "'grade':'confirmed','why':'w','derived':true,'candidates':["
        + "{'host':'db','since':'2023-09-20T00:00:00Z','rule':'session-used','why':'seen there'},"
        + "'H1']},{'host':'pc','derived':false}],'hops':["
        + hop("H1", "held-source", "a1", "") + "],"
        + "'platforms_fallen':[{'host':'ad','at':'2023-09-16T00:00:00Z','grade':'possible',"
        + "'vouched_for':12}]}");
    Html list = FootholdList.of(trail, TrailView.of(trail));
    inOrder(
        list,
        "key AKIA1",
        "route: unproven",
        "It may have been, none of it proven:",
        "over db , since 2023-09-20 00:00: seen there session-used",
        "hop 1",
        "host pc",
        "ad fell 2023-09-16 00:00",
        "vouches for 12 accounts");
  }

  @Test
  void unknownPlacesStandByOrganisationAndOneLineAsksForAllThatAreAlike() throws Exception {
    Html places = OpenPlaces.of(
        json("{'unknown':["
            + unknown("db1", "a") + "," + unknown("db2", "a") + "," + unknown("x1", "outside")
            + "],'hosts':[{'name':'fs','organisation':'a','rule':'contact-log-gap',"
            + "'from':'2023-09-16T08:00:00Z','ask_for':'the log of fs'},{'name':'quiet'}]}"),
        NAMES);
    inOrder(
        places,
        "ハーバー 3 hosts",
        "Ask for: the log of each of these hosts, 2 days",
        "db1 db2",
        "Ask for: the log of fs",
        "possible contact from something held was seen while its own log has a gap",
        "contact 2023-09-16 08:00",
        "Outside, or unknown whose 1 host",
        "Ask for: the log of x1, 2 days");
    assertTrue(places.toString().contains("lang=\"ja\""), "the organisation's own language");
  }

  private static String unknown(String host, String organisation) {
    return "{'host':'" + host + "','organisation':'" + organisation
        + "','rule':'in-reach-no-log','why':'no log','ask_for':'the log of " + host
        + ", 2 days'}";
  }

  @Test
  void clocksSayHowFarTheyWereOffAndWhichHopsHangOnThem() throws Exception {
    TrailView trail = TrailView.of(
        json("{'hops':[" + hop("H1", "order-unsure", "db", ",'error_ms':1500") + "]}"));
    Html section = ClocksSection.of(
        json("{'clock_offsets':[{'host':'fs*','source':'logs/','offset_micros':432000000,"
            + "'known':'stated'},{'host':'ad','source':'logs/','offset_micros':-1200000,"
            + "'error_micros':40000,'from':'2023-09-01T00:00:00Z','known':'both-ends'}]}"),
        trail);
    says(
        section,
        "fs* logs/ always 7 min 12 s ahead case.yaml states it",
        "ad logs/ 2023-09-01 00:00 1.2 s behind ± 40 ms both ends",
        "hop 1 pc → db, 2023-09-16 00:00, give or take 1.5 s");
    assertEquals("", ClocksSection.of(json("{}"), TrailView.of(json("{}"))).toString());
  }

  @Test
  void lengthsOfTimeAreWordedForReaders() {
    assertEquals("0 s", ClocksSection.length(0));
    assertEquals("40 ms", ClocksSection.length(40_000));
    assertEquals("59.9 s", ClocksSection.length(59_900_000));
    assertEquals("1 h", ClocksSection.length(3_600_000_000L));
    assertEquals("2 d 1 min", ClocksSection.length(172_860_000_000L));
  }

  @Test
  void whatWasLeftBehindAndWhatToSecureNextStandWithTheirReasons() throws Exception {
    JsonNode trail = json("{'next_hosts':[{'order':1,'host':'ad','organisation':'a',"
        + "'state':'held','grade':'confirmed','administrator':true,'platform':true,"
        + "'image':'it fell','isolate':null,'not_isolated':'all would stop'},"
        + "{'order':2,'host':'pc','organisation':'a','state':'held','grade':'possible',"
        + "'isolate':'still held'}],"
        + "'left_behind':[{'kind':'task','name':'t','at':'2023-09-15T00:00:00Z',"
        + "'undone':'2023-09-20T00:00:00Z'},{'kind':'account-created','name':'support9',"
        + "'host':'ad','organisation':'a','by':'kim','at':'2023-09-16T00:00:00Z',"
        + "'grade':'confirmed',"
        + "'rule':'made-in-session','why':'in a session','hop':'H1',"
        + "'records':[{'file':'F1','record':7}]}],'hops':["
        + hop("H1", "held-source", "a1", "") + "]}");
    inOrder(
        AftermathSection.of(trail, TrailView.of(trail), NAMES, LOGS),
        "1 ad ハーバー",
        "held, administrator, platform that fell",
        "Yes: it fell",
        "No: all would stop",
        "2 pc",
        "– Yes: still held",
        "Left behind 1 of 2 gone since",
        "account created support9 on ad",
        "confirmed",
        "In the session of hop 1",
        "logs/x.json record 7",
        "task t",
        "gone since 2023-09-20 00:00");
  }

  private static String outgoing(String host, String more) {
    return "{'host':'" + host + "','organisation':'a','grade':'possible','rule':'held-source',"
        + "'first':'2023-09-16T00:00:00Z','last':'2023-09-17T00:00:00Z'," + more + "}";
  }

  @Test
  void whatLeftIsSaidAsAnUpperBoundOrAsUnbounded() throws Exception {
    String bounded = outgoing(
        "fs",
        "'destination':'203.0.113.9','kind':'indicator','bytes':1234567,"
            + "'bounded':true,'flows':3,'unsized':0,'records':[{'file':'F1','record':7}]");
    Html section = OutgoingSection.of(json("[" + bounded + "]"), NAMES, LOGS);
    inOrder(
        section,
        "At most 1.3 MB from 1 host to 1 destination",
        "fs ハーバー",
        "203.0.113.9 a known sign of the intruder",
        "2023-09-16 00:00 to 2023-09-17 00:00",
        "at most 1.3 MB 3 connections",
        "logs/x.json record 7");
    String open = outgoing(
        "db",
        "'destination':'x.example','bytes':500,'bounded':false,'flows':9,"
            + "'unsized':4,'ask_for':'a log of connections for db'");
    String none = outgoing(
            "pc",
            "'destination':null,'bytes':null,'bounded':false,'flows':0,"
                + "'ask_for':'a log of connections for pc'")
        .replace("held-source", "no-flow-log");
    String all = "[" + bounded + "," + open + "," + none + "]";
    inOrder(
        OutgoingSection.of(json(all), NAMES, LOGS),
        "1.3 MB from 2 hosts to 2 destinations in connections whose size is known. For 1"
            + " destination some have no size, so nothing bounds the whole.",
        "db",
        "no upper bound 500 B in those with a size, 4 of them without a size",
        "fs",
        "No log of connections says what left 1 held host : pc. Nothing bounds it.");
    inOrder(
        OpenPlaces.of(json("{'outgoing':" + all + "}"), NAMES),
        "To bound how much left held hosts",
        "Ask for: a log of connections for db",
        "connections without a size leave no upper bound",
        "Ask for: a log of connections for pc");
  }

  @Test
  void anUpperBoundIsRoundedUp() {
    assertEquals("999 B", OutgoingSection.size(999));
    assertEquals("1 kB", OutgoingSection.size(1000));
    assertEquals("1.1 kB", OutgoingSection.size(1001));
    assertEquals("9.3 EB", OutgoingSection.size(Long.MAX_VALUE));
  }

  @Test
  void holesOfOneLogAreOneLine() throws Exception {
    JsonNode evidence = json("{'coverage':[{'host':'fs','source':'windows-json','gaps':["
        + "{'from':'2023-09-16T00:00:00Z','to':'2023-09-17T00:00:00Z','why':'quiet'},"
        + "{'from':'2023-09-20T00:00:00Z','to':'2023-09-21T00:00:00Z','why':'cleared'}]}]}");
    says(
        OpenSection.of(json("{}"), evidence, NAMES),
        "fs, windows-json : 2 between 2023-09-16 00:00 to 2023-09-21 00:00: silent beyond its own"
            + " rhythm, the log was cleared");
  }

  @Test
  void namesAreCutByTheColumnsThatTheyTake() {
    assertEquals("東京認…ーバ01", Wording.cutMiddle("東京認証ファイルサーバ01", 14));
    assertEquals("mr-p…-0417", Wording.cutMiddle("mr-pc-workstation-0417", 10));
    assertEquals("서울…", Wording.cut("서울점프서버", 5));
    assertTrue(Wording.cutMiddle("a\u202e\u0007".repeat(9), 9).length() <= 9);
  }
}
