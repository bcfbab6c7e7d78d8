package org.tidemark.investigation.ask;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.tidemark.casefile.CaseFile;
import org.tidemark.casefile.CaseFileReader;
import org.tidemark.casefile.CaseReading;

class AskingTest {
  private static final String CASE = """
      tidemark: 1
      case: harbour
      controller: harbour
      organisations:
        - {id: harbour, country: JP, hosts: ["hb-*", "aws/**"], networks: [10.10.0.0/16],
           domains: [HARBOUR]}
        - {id: tidal, country: KR, hosts: ["td-*"], networks: [10.20.0.0/16], domains: [TIDAL]}
      footholds: [{host: td-pc1, from: 2023-10-04T00:00:00Z, grade: confirmed}]
      evidence: [{path: logs/}]
      moments: {contained: 2023-10-31T00:00:00Z}
      """;

  private static final String SPAN = """
      {"host": "%s", "source": "%s", "kind": "%s", "from": "2023-10-01T00:00:00Z",
       "to": "2023-11-01T00:00:00Z", "gaps": []}""";

  private String caseText = CASE;
  private String more = "";
  private String trail = "{}";
  private String evidence = "{}";
  private Hanging hanging = Hanging.NOT_COUNTED;

  @Test
  void aPlaceInReachIsAskedForItsOwnLogonLog() {
    trail = unknown("hb-mail01", "in-reach-no-log");
    check("harbour host hb-mail01 host-logon [logon] 2023-10-04..2023-10-31 1 unknown place"
        + " in-reach-no-log not-known");
  }

  @Test
  void itsLogIsNamedWhereItWasSeen() {
    trail = unknown("hb-mail01", "in-reach-no-log");
    evidence = spans(SPAN.formatted("hb-mail01", "windows-json", "process"));
    check("harbour host hb-mail01 windows-security [logon] 2023-10-04..2023-10-31 1 unknown place"
        + " in-reach-no-log overwritten");
  }

  @Test
  void itsLogIsTakenForThatOfItsNeighboursWhereTheyAllHaveTheSame() {
    trail = unknown("hb-web1", "in-reach-no-log");
    evidence = spans(
        SPAN.formatted("hb-web2", "sshd-syslog", "logon"),
        SPAN.formatted("td-pc1", "windows-json", "logon"));
    check("harbour host hb-web1 linux-auth [logon] 2023-10-04..2023-10-31 1 unknown place"
        + " in-reach-no-log losing");
    assertEquals("neighbours", ask().questions().get(0).basis());
  }

  @Test
  void anOwnerElsewhereIsAskedForTheHabitsBefore() {
    trail = unknown("td-pc9", "unusual-elsewhere");
    check("tidal host td-pc9 host-logon [logon] 2023-09-06..2023-10-31 1 unknown place"
        + " unusual-elsewhere not-known");
  }

  @Test
  void contactInAGapAsksForTheGapAlone() {
    trail = contact("hb-db02", "contact-log-gap");
    evidence = spans(SPAN.formatted("hb-db02", "windows-json", "logon")
        .replace(
            "[]",
            "[{\"from\": \"2023-10-13T00:00:00Z\", \"to\": \"2023-10-15T00:00:00Z\","
                + " \"why\": \"record-numbers\"}]"));
    check("harbour host hb-db02 windows-security [logon] 2023-10-13..2023-10-15 1 possible place"
        + " contact-log-gap overwritten");
    evidence = evidence.replace("record-numbers", "cleared");
    check("harbour host hb-db02 windows-security copy [logon] 2023-10-13..2023-10-15 1 possible"
        + " place contact-log-gap not-known");
  }

  @Test
  void eachRuleOfAHopHasItsLog() {
    hop("held-source", "hb-pc7", "harbour host hb-pc7 host-process [process]");
    hop("owner-like", "hb-pc7", "harbour host hb-pc7 host-process [process]");
    hop("fallen-platform", "hb-pc7", "harbour host hb-pc7 host-logon [logon]");
    hop("held-account-no-source", "", "tidal domain TIDAL windows-security [ticket]");
    hop(
        "held-account-unresolved-source",
        "10.10.3.4",
        "harbour address 10.10.3.4 address-assignment [address]");
    hop(
        "held-account-shared-source",
        "10.20.0.254",
        "tidal address 10.20.0.254 address-assignment [address]");
    hop(
        "held-account-unresolved-source",
        "198.51.100.7",
        "harbour edge harbour address-assignment [address]");
    hop("fallen-platform", "", "harbour host hb-fs01 network-flow [connection]");
    hop(
        "order-unsure",
        "hb-pc7",
        "harbour host hb-fs01 time-service [time]; harbour host hb-pc7 time-service [time]");
    hop("jump-host-overlap", "hb-pc7", "harbour host hb-pc7 host-logon [logon]");
    hop("indicator-address", "hb-pc7", "");
    hop("a-rule-of-a-later-version", "hb-pc7", "");
  }

  @Test
  void aLocalAccountHasNoTickets() {
    trail = hops("held-account-no-source", "").replace("TIDAL", "");
    check("harbour host hb-fs01 network-flow [connection] 2023-10-09..2023-10-10 1 possible hop"
        + " held-account-no-source not-known");
  }

  @Test
  void aFallenPlatformsTicketsCountOnlyAsACopy() {
    trail = hops("held-account-no-source", "")
        .replace(
            "\"hops\"",
            "\"platforms_fallen\": [{\"host\": \"td-ad01\", \"at\":"
                + " \"2023-10-08T00:00:00Z\"}], \"hops\"");
    check("tidal domain TIDAL windows-security copy [ticket] 2023-10-09..2023-10-10 1 possible hop"
        + " held-account-no-source not-known");
  }

  @Test
  void anAdministratorsHostCountsOnlyAsACopy() {
    trail = hops("held-source", "hb-pc7")
        .replace(
            "\"hops\"",
            "\"hosts\": [{\"name\": \"hb-pc7\", \"state\": \"held\", \"administrator\": true,"
                + " \"organisation\": \"harbour\", \"from\": \"2023-10-05T00:00:00Z\","
                + " \"held_from\": \"2023-10-05T00:00:00Z\"}], \"hops\"");
    check(
        "harbour host hb-pc7 host-file copy [file] 2023-10-05..2023-10-31 0 possible objects"
            + " held-administrator-inventory not-known",
        "harbour host hb-pc7 host-process copy [process] 2023-10-09..2023-10-10 1 possible hop"
            + " held-source not-known");
  }

  @Test
  void aLogThatWasHandedOverIsNotAskedForAgain() {
    trail = hops("held-source", "hb-pc7");
    evidence = spans(SPAN.formatted("hb-pc7", "windows-json", "process"));
    check();
    assertEquals(
        List.of(new AskJson.NoLog("held-source", 1, Optional.empty(), Optional.empty())),
        ask().noLog());
  }

  @Test
  void aPlatformThatCouldHaveFallenIsAskedForWhatRanOnIt() {
    trail = """
        {"platforms_in_doubt": [{"host": "td-ad01", "at": "2023-10-08T00:00:00Z",
          "grade": "possible", "rule": "could-have-fallen", "vouched_for": 900}]}""";
    check("tidal host td-ad01 host-process copy [process] 2023-10-08..2023-10-31 1 possible"
        + " platform could-have-fallen not-known");
  }

  @Test
  void aSensorsLogIsNotTheHostsOwn() {
    trail = unknown("hb-mail01", "in-reach-no-log");
    evidence = spans(SPAN.formatted("hb-mail01", "zeek-json", "logon"));
    check("harbour host hb-mail01 host-logon [logon] 2023-10-04..2023-10-31 1 unknown place"
        + " in-reach-no-log not-known");
  }

  @Test
  void anUnresolvedSourceIsAskedForAsAnAddress() {
    trail = unknown("10.20.9.9", "unusual-elsewhere");
    check("tidal address 10.20.9.9 address-assignment [address] 2023-09-06..2023-10-31 1 unknown"
        + " place unusual-elsewhere not-known");
  }

  @Test
  void confirmedHopsAskNothing() {
    trail = hops("held-source", "hb-pc7").replace("\"possible\"", "\"confirmed\"");
    check();
    assertEquals(List.of(), ask().noLog());
  }

  @Test
  void whatTheCaseFileExpectsAndNobodyGaveIsAskedFor() {
    more = "collect: [{hosts: \"hb-fs*\", sources: [smb-access, sshd-syslog]}]";
    evidence = spans(SPAN.formatted("hb-fs01", "sshd-syslog", "logon"));
    check("harbour host hb-fs01 samba-audit [file] 2023-10-04..2023-10-31 1 unknown log"
        + " never-collected losing");
    evidence = "{}";
    check(
        "harbour hosts hb-fs* linux-auth [logon] 2023-10-04..2023-10-31 1 unknown log"
            + " never-collected losing",
        "harbour hosts hb-fs* samba-audit [file] 2023-10-04..2023-10-31 1 unknown log"
            + " never-collected losing");
  }

  @Test
  void objectsBehindASilentLogAskForIt() {
    hanging = counting(new Hanging.Inventory("hb-fs02", "held-uncovered-inventory", 80), 80, 282);
    trail = """
        {"hosts": [{"name": "hb-fs02", "state": "held", "organisation": "harbour",
          "from": "2023-10-16T00:00:00Z", "held_from": "2023-10-17T00:00:00Z",
          "until": "2023-10-20T00:00:00Z"}]}""";
    check("harbour host hb-fs02 host-file [file] 2023-10-17..2023-10-20 80 possible objects"
        + " held-uncovered-inventory not-known");
    assertEquals(Optional.of(282L), ask().questions().get(0).people());
  }

  @Test
  void nothingIsCountedAsZero() {
    trail = unknown("hb-mail01", "in-reach-no-log");
    hanging = counting(new Hanging.Inventory("hb-fs02", "held-uncovered-inventory", 1), 0, 0);
    ask().questions().forEach(q -> {
      assertEquals(Optional.empty(), q.people());
      assertEquals(Optional.empty(), q.objects());
    });
  }

  @Test
  void aTrailThatBeginsNowhereIsNoAllClear() {
    String whole = caseText;
    caseText = whole.replaceAll("(?m)^(footholds|moments):.*\\R", "");
    assertEquals(1, ask().notes().size());
    caseText = whole;
    assertEquals(List.of(), ask().notes());
  }

  @Test
  void theCaseFileOverrulesHowLongALogIsKept() {
    trail = unknown("hb-mail01", "in-reach-no-log");
    evidence = spans(SPAN.formatted("hb-mail01", "windows-json", "process"));
    more = "retention: [{organisation: tidal, source: windows-security, days: 1},"
        + " {hosts: hb-*, source: windows-json, days: 40, by: ops, why: archived},"
        + " {organisation: harbour, source: windows-security, days: 2}]";
    AskJson.Retention kept = ask().questions().get(0).retention();
    assertEquals("kept", kept.state());
    assertEquals("case", kept.from());
    assertEquals(Optional.of("2023-11-13"), kept.firstLost());
    assertEquals(Optional.of("ops: archived"), kept.why());
  }

  @Test
  void aLogThatIsNotKnownIsReported() {
    more = "retention: [{organisation: tidal, source: windows-securty, days: 1}]";
    assertEquals(
        1, ask().notes().stream().filter(n -> n.contains("windows-securty")).count());
  }

  @Test
  void whatIsLostFirstStandsFirstThenTheMostPeople() {
    more = """
        collect: [{hosts: hb-a, sources: [zeek-json]}, {hosts: hb-b, sources: [cloudtrail]},
          {hosts: hb-c, sources: [windows-json]}, {hosts: hb-d, sources: [sshd-syslog]}]
        retention: [{hosts: hb-d, source: linux-auth, days: 1}]""";
    hanging = counting(new Hanging.Inventory("hb-e", "held-uncovered-inventory", 3), 3, 7);
    assertEquals(
        "hb-e not-known, hb-c overwritten, hb-b kept, hb-a until-deleted, hb-d lost",
        ask().questions().stream()
            .map(q -> q.place() + " " + q.retention().state())
            .collect(Collectors.joining(", ")));
  }

  private void hop(String rule, String from, String expected) {
    trail = hops(rule, from);
    String found = ask().questions().stream()
        .map(q ->
            q.organisation() + " " + q.kind() + " " + q.place() + " " + q.log() + " " + q.acts())
        .collect(Collectors.joining("; "));
    assertEquals(expected, found, rule);
  }

  private static Hanging counting(Hanging.Inventory inventory, long objects, long persons) {
    return new Hanging() {
      @Override
      public Optional<List<Inventory>> inventories() {
        return Optional.of(List.of(inventory));
      }

      @Override
      public Map<Integer, Count> count(List<Through> questions) {
        Map<Integer, Count> counts = new java.util.HashMap<>();
        for (int i = 0; i < questions.size(); i++) {
          if (questions.get(i).hosts().contains(inventory.host())) {
            counts.put(i, new Count(objects, Optional.of(persons)));
          }
        }
        return counts;
      }
    };
  }

  private static String unknown(String host, String rule) {
    return "{\"unknown\": [{\"host\": \"%s\", \"rule\": \"%s\"}]}".formatted(host, rule);
  }

  private static String contact(String host, String rule) {
    return """
        {"hosts": [{"name": "%s", "state": "reached", "grade": "possible", "rule": "%s",
          "organisation": "harbour", "from": "2023-10-14T00:00:00Z", "ask_for": "its log"}]}""".formatted(host, rule);
  }

  private static String hops(String rule, String from) {
    boolean address = !from.isEmpty() && Character.isDigit(from.charAt(0));
    String source = from.isEmpty()
        ? "null"
        : address
            ? "{\"host\": null, \"address\": \"" + from + "\"}"
            : "{\"host\": \"" + from + "\", \"organisation\": \"harbour\"}";
    return """
        {"hops": [{"id": "H1", "at": "2023-10-09T23:30:00Z", "grade": "possible", "rule": "%s",
          "account": {"name": "tidal\\\\a", "authority": "TIDAL", "organisation": "tidal"},
          "from": %s, "to": {"host": "hb-fs01", "organisation": "harbour"}, "after": []}]}""".formatted(rule, source);
  }

  private static String spans(String... spans) {
    return "{\"coverage\": [" + String.join(",", spans) + "]}";
  }

  private void check(String... expected) {
    String found =
        ask().questions().stream().map(AskingTest::text).collect(Collectors.joining("\n"));
    assertEquals(String.join("\n", expected), found);
  }

  private static String text(AskJson.Question q) {
    AskJson.Settled first = q.settles().get(0);
    return q.organisation() + " " + q.kind() + " " + q.place() + " " + q.log()
        + (q.copy() ? " copy " : " ") + q.acts() + " "
        + q.from().orElseThrow().toString().substring(0, 10) + ".."
        + q.to().orElseThrow().toString().substring(0, 10) + " " + first.total() + " "
        + first.grade() + " " + first.what() + " " + first.rule() + " "
        + q.retention().state();
  }

  private AskJson ask() {
    CaseReading reading = CaseFileReader.read(caseText + more);
    if (!(reading instanceof CaseReading.Whole whole)) {
      throw new AssertionError(reading.toString());
    }
    CaseFile file = whole.file();
    return new Asking(file, tree(trail), tree(evidence), hanging, LocalDate.of(2023, 11, 5))
        .ask("resolve");
  }

  private static JsonNode tree(String json) {
    try {
      return new ObjectMapper().readTree(json);
    } catch (JsonProcessingException e) {
      throw new AssertionError(json, e);
    }
  }
}
