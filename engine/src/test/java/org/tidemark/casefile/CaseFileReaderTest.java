package org.tidemark.casefile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.tidemark.casefile.CaseFile.Target;

class CaseFileReaderTest {
  private static final String WHOLE = """
      tidemark: 1
      case: harbour-chat-2023
      controller: harbour
      organisations:
        - {id: harbour, name: Harbour Chat, country: JP, capacities: [controller, carrier],
           hosts: ["hb-*", "*.harbour.example"], networks: [10.10.0.0/16], domains: [HARBOUR],
           legal_name: Harbour Chat K.K., address: 1-1 Quay, contact: desk@harbour.example,
           registrations: {JP-MIC: A-1}, establishments: [JP, KR]}
        - {id: tidal, name: Tidal Cloud, country: KR, role: affiliate, hosts: ["td-*"]}
      trust:
        - {from: tidal, to: harbour, by: shared-directory, at: hb-auth01}
      footholds:
        - {host: td-pc-0417, from: 2023-09-14T03:12:00+09:00,
           from_latest: 2023-09-15T00:00:00+09:00, grade: confirmed, by: "K. Mori", why: malware}
        - {account: "tidal\\\\y.han", from: 2023-09-14T00:00:00Z, grade: possible}
      indicators:
        - {address: 203.0.113.9, from: 2023-09-14T00:00:00Z, until: 2023-10-28T00:00:00Z,
           grade: confirmed, why: command server}
        - {user_agent: "curl/8", grade: possible}
      proof: [service-install]
      expected:
        - {account: svc-backup, does: backup, to: ["hb-fs*"], by: ops, why: nightly}
      keep: [hb-admin-breakglass]
      names:
        - {host: hb-fs01, also: [oldfs, 10.10.0.5]}
      shared: [10.10.0.254]
      rulings:
        - {hop: H7k2m9q4x8w3n5p1a, grade: confirmed, at: 2023-10-28T10:00:00+09:00, by: "K. Mori",
           why: "matches EDR timeline"}
      evidence:
        - {path: logs/, zone: Asia/Tokyo, supplied_by: harbour, filtered: false,
           clock_offset: {hb-fs01: PT7M12S, hb-fs02: [{offset: -PT3S}, {from: \
           2023-10-01T00:00:00Z, offset: PT0S}]},
           collected_at: 2023-10-27T20:00:00+09:00, audits: [logon, file]}
        - {path: files/hb-fs01/, of: hb-fs01, as: "\\\\\\\\hb-fs01\\\\share"}
      inventory: [{path: inventory/hb-fs02.csv, of: hb-fs02}]
      collect: [{hosts: "hb-fs*", sources: [smb-access]}]
      retention: [{organisation: tidal, source: sshd-syslog, days: 400, by: ops, why: archive}]
      exposed:
        - {path: files/found/**, grade: confirmed, why: recovered}
      stores:
        - {match: "**/hr/**", controller: harbour, service: internal}
        - {match: "**/members/**", controller: harbour, service: carrier}
      protection: []
      directory:
        - {path: directory/accounts.csv, controller: harbour,
           identifies: {user_id: internal-id/hb-member, email: email, name: name, country: country}}
      people:
        roles: {user: ["**/members/**"], employee: ["**/hr/**"]}
        columns: [{files: "**/crm.csv", column: mail2, kind: email}]
        default_country: JP
      passwords: passwords.txt
      moments:
        first_signal: 2023-10-17T09:00:00+09:00
        aware: {at: 2023-10-27T18:00:00+09:00, by: "K. Mori", why: scan}
        contained: 2023-10-27T23:00:00+09:00
      laws: [JP-APPI, KR-PIPA]
      """;

  @Test
  void theWholeContractIsUnderstood() {
    CaseReading.Whole whole = assertInstanceOf(CaseReading.Whole.class, read(WHOLE));
    CaseFile file = whole.file();
    assertEquals("harbour-chat-2023", file.id());
    assertEquals(
        List.of("hb-*", "*.harbour.example"), file.organisations().get(0).hosts());
    assertEquals("A-1", file.organisations().get(0).details().get("registrations.JP-MIC"));
    assertEquals("JP KR", file.organisations().get(0).details().get("establishments"));
    assertEquals(Optional.of("hb-auth01"), file.trust().get(0).at());
    assertEquals(Target.HOST, file.footholds().get(0).kind());
    assertEquals(Instant.parse("2023-09-13T18:12:00Z"), file.footholds().get(0).from());
    assertEquals("tidal\\y.han", file.footholds().get(1).name());
    assertEquals(CaseFile.IndicatorKind.USER_AGENT, file.indicators().get(1).kind());
    assertEquals(List.of("oldfs", "10.10.0.5"), file.names().get(0).also());
    assertEquals("hop", file.rulings().get(0).kind());
    assertEquals(Optional.of(Grade.CONFIRMED), file.rulings().get(0).grade());
    CaseFile.EvidenceSource logs = file.evidence().get(0);
    assertEquals(Optional.of(ZoneId.of("Asia/Tokyo")), logs.zone());
    assertEquals(
        Duration.parse("PT7M12S"),
        logs.clockOffset().getOrDefault("hb-fs01", List.of()).get(0).offset());
    assertEquals(2, logs.clockOffset().getOrDefault("hb-fs02", List.of()).size());
    assertEquals(false, logs.filtered());
    assertEquals(Optional.of("\\\\hb-fs01\\share"), file.evidence().get(1).as());
    assertEquals(400, file.retention().get(0).days());
    assertEquals("internal-id/hb-member", file.directory().get(0).identifies().get("user_id"));
    assertEquals(List.of("user", "employee"), List.copyOf(file.people().roles().keySet()));
    assertEquals(
        Optional.of(Instant.parse("2023-10-27T14:00:00Z")), file.moments().contained());
    assertEquals(13, whole.line("footholds[0].from"));
  }

  @Test
  void fivePartsAreEnough() {
    check("", "");
  }

  @Test
  void missingPartsAreAllNamedAtOnce() {
    CaseReading.Faulty faulty = assertInstanceOf(CaseReading.Faulty.class, read("tidemark: 1\n"));
    assertEquals("""
        case.yaml:1: case: is missing (expected: a short name of lower-case letters, digits and \
        hyphens, \
        as harbour-chat-2023). Add 'case: …'.
        case.yaml:1: controller: is missing (expected: nothing: none is declared). Add \
        'controller: …'.
        case.yaml:1: evidence: is missing (expected: at least one folder or file of evidence). \
        Add 'evidence: [{path: logs/}]'.
        case.yaml:1: organisations: is missing (expected: at least the organisation whose case \
        this is). \
        Add 'organisations: [{id: …, name: …, hosts: […]}]'.\
        """, text(faulty));
  }

  @Test
  void aMisspeltKeyNamesTheRightOne() {
    check("footholds:\n  - {hots: hb-pc1, from: 2023-09-14T00:00:00Z, grade: confirmed}", """
        case.yaml:8: footholds[0]: does not say what it is about (expected: exactly one of host, \
        account, \
        session, key, address).
        case.yaml:8: footholds[0].hots: is not a known key (expected: one of host, account, \
        session, key, \
        address, from, from_latest, until, grade, by, why). Did you mean 'host'?\
        """);
    check("fotholds: []", """
        case.yaml:7: fotholds: is not a known key (expected: one of tidemark, case, organisations, \
        controller, rulings, trust, footholds, indicators, proof, expected, keep, names, shared, \
        containers, rebuilt, evidence, \
        inventory, collect, retention, exposed, stores, protection, directory, people, \
        passwords, moments, laws). \
        Did you mean 'footholds'?\
        """);
  }

  @Test
  void howLongALogIsKeptNeedsWhoseWhichAndHowLong() {
    check("retention: [{hosts: hb-*, source: okta-system, days: 90}]", "");
    check("retention: [{source: okta-system, days: 0}]", """
        case.yaml:7: retention[0]: does not say what it is about (expected: exactly one of \
        organisation, hosts).
        case.yaml:7: retention[0].days: '0' is no such number (expected: a number of days from 1 \
        to 36525, as 90).\
        """);
    check("retention: [{organisation: harbor, hosts: hb-*, days: 9y}]", """
        case.yaml:7: retention[0]: has organisation and hosts (expected: exactly one of \
        organisation, hosts). Make one entry for each.
        case.yaml:7: retention[0].days: '9y' is no such number (expected: a number of days from 1 \
        to 36525, as 90).
        case.yaml:7: retention[0].organisation: 'harbor' is not known here (expected: one of \
        harbour). Did you mean 'harbour'?
        case.yaml:7: retention[0].source: is missing (expected: a format id, as sshd-syslog). Add \
        'source: …'.\
        """);
  }

  @Test
  void aColumnOfATableHoldsSomethingThatIsKnown() {
    CaseReading reading = read("""
        tidemark: 1
        case: harbour-chat
        controller: harbour
        organisations: [{id: harbour, hosts: ["hb-*"]}]
        evidence: [{path: logs/, columns: {acount: who}}]
        """);
    assertEquals(
        "case.yaml:5: evidence[0].columns.acount: is not a known key (expected: one of time,"
            + " account, domain, from, to, outcome, type, session). Did you mean 'account'?",
        reading instanceof CaseReading.Faulty faulty ? text(faulty) : "");
  }

  @Test
  void timesNeedAnOffset() {
    checkFoothold(
        "from: 2023-09-14T03:12:00",
        "from: '2023-09-14T03:12:00' has no UTC offset (expected: date, time and offset, as"
            + " 2023-09-14T03:12:00+09:00). Write where that clock was:"
            + " '2023-09-14T03:12:00+09:00', or"
            + " 'Z' for UTC.");
    checkFoothold(
        "from: 2023-09-14",
        "from: '2023-09-14' is a day without a time (expected: date, time and offset, as"
            + " 2023-09-14T03:12:00+09:00). Write the time and the offset:"
            + " '2023-09-14T00:00:00+09:00'.");
    checkFoothold(
        "from: yesterday",
        "from: 'yesterday' is not a time (expected: date, time and offset, as"
            + " 2023-09-14T03:12:00+09:00).");
  }

  @Test
  void timesStandInOrder() {
    checkFoothold(
        "from: 2023-09-14T00:00:00Z, from_latest: 2023-09-13T00:00:00Z",
        "from_latest: lies before 'from' (expected: an instant at or after it). Swap the two.");
    checkFoothold(
        "from: 2023-09-14T00:00:00Z, until: 2023-09-14T00:00:00Z",
        "until: is not after the start (expected: an instant after it). Swap the two.");
  }

  @Test
  void aFootholdIsExactlyOneThing() {
    check(
        "footholds: [{host: a, account: b, from: 2023-09-14T00:00:00Z, grade: possible}]",
        "case.yaml:7: footholds[0]: has host and account (expected: exactly one of host,"
            + " account, session,"
            + " key, address). Make one entry for each.");
    checkFoothold(
        "from: 2023-09-14T00:00:00Z, grade: excluded",
        "grade: 'excluded' is not known here (expected: one of confirmed, possible).");
    checkFoothold(
        "from: 2023-09-14T00:00:00Z, grade: confirmd",
        "grade: 'confirmd' is not known here (expected: one of confirmed, possible). Did you mean"
            + " 'confirmed'?");
  }

  @Test
  void twoOrganisationsCannotClaimOneHostOrDomainOrNetwork() {
    CaseReading.Faulty faulty = assertInstanceOf(CaseReading.Faulty.class, read("""
            tidemark: 1
            case: c
            controller: a
            evidence: [{path: logs/}]
            organisations:
              - {id: a, hosts: ["x-*"], domains: [SEA], networks: [10.0.0.0/8]}
              - {id: b, hosts: ["X-*"], domains: [sea], networks: [10.0.0.0/8]}
              - {id: a}
              - {id: outside}
            """));
    assertEquals("""
        case.yaml:7: organisations[1].domains: 'sea' is also claimed by organisations[0] (line 6) \
        (expected: one organisation for each of them). Take it from one of the two.
        case.yaml:7: organisations[1].hosts: 'X-*' is also claimed by organisations[0] (line 6) \
        (expected: one organisation for each of them). Take it from one of the two.
        case.yaml:7: organisations[1].networks: '10.0.0.0/8' is also claimed by organisations[0] \
        (line 6) \
        (expected: one organisation for each of them). Take it from one of the two.
        case.yaml:8: organisations[2].id: 'a' is also claimed by organisations[0] (line 6) \
        (expected: one organisation for each of them). Give each its own id.
        case.yaml:9: organisations[3].id: 'outside' is reserved for everyone else (expected: \
        another id).\
        """, text(faulty));
  }

  @Test
  void referencesMustLeadSomewhere() {
    check(
        "trust: [{from: outside, to: harbor, by: vpn}]",
        "case.yaml:7: trust[0].to: 'harbor' is not known here (expected: one of harbour, outside)."
            + " Did you mean 'harbour'?");
    check(
        "stores: [{match: \"**\", controller: tidal}]",
        "case.yaml:7: stores[0].controller: 'tidal' is not known here (expected: one of harbour).");
  }

  @Test
  void valuesOfTheWrongKindAreNamed() {
    check(
        "shared: 10.0.0.1",
        "case.yaml:7: shared: is the single value '10.0.0.1' (expected: a list of: an IP"
            + " address or a host, as"
            + " 203.0.113.9). Put it in brackets: […].");
    check(
        "shared: [10.0.0.256]",
        "case.yaml:7: shared[0]: '10.0.0.256' is no IP address (expected: an IP address or a"
            + " host, as 203.0.113.9).");
    check(
        "people: {default_country: jp}",
        "case.yaml:7: people.default_country: 'jp' is no country code (expected: an ISO 3166"
            + " country code"
            + " of two capitals, as JP). Did you mean 'JP'?");
    check(
        "laws: [APPI]",
        "case.yaml:7: laws[0]: 'APPI' is no law id (expected: a law id: country or union,"
            + " hyphen, name, as"
            + " JP-APPI).");
    check(
        "moments: {contaned: 2023-09-14T00:00:00Z}",
        "case.yaml:7: moments.contaned: is not a known key (expected: one of first_signal, aware,"
            + " contained). Did you mean 'contained'?");
    check(
        "people: {roles: {staff: [a]}}",
        "case.yaml:7: people.roles.staff: is not a known key (expected: one of employee,"
            + " contractor,"
            + " partner, user, other).");
    check(
        "inventory: [{path: /srv/x.csv, of: a}]",
        "case.yaml:7: inventory[0].path: '/srv/x.csv' is not relative (expected: a path inside"
            + " the case"
            + " folder, as logs/). Copy or link the folder's content into the case folder.");
    check(
        "inventory: [{path: ../x.csv, of: a}]",
        "case.yaml:7: inventory[0].path: '../x.csv' leads out of the case folder (expected: a"
            + " path inside"
            + " the case folder, as logs/). Move the evidence into the case folder.");
  }

  @Test
  void aKeyStandsOnce() {
    check(
        "laws: []\nkeep: []\nlaws: []",
        "case.yaml:9: laws: stands twice (first on line 7). Keep one of them.");
  }

  @Test
  void blocksOfLaterVersionsAreNotCalledMisspelt() {
    check(
        "notices: {}",
        "case.yaml:7: notices: is not known to this version of Tidemark. Take it out or use a"
            + " newer one.");
  }

  @Test
  void aNewerCaseFileIsRefusedByNumber() {
    CaseReading.Faulty faulty =
        assertInstanceOf(CaseReading.Faulty.class, read("tidemark: 2\nwhatever: x\n"));
    assertEquals(
        "case.yaml:1: tidemark: '2' was made for a newer Tidemark (expected: 1). Use that"
            + " version, or one"
            + " behind it.",
        text(faulty));
  }

  private static void checkFoothold(String fields, String expected) {
    String grade = fields.contains("grade:") ? "" : ", grade: possible";
    check(
        "footholds: [{host: a, " + fields + grade + "}]", "case.yaml:7: footholds[0]." + expected);
  }

  /** Reads a smallest case with {@code more} from line 7 on. */
  private static void check(String more, String expected) {
    CaseReading reading = read("""
        tidemark: 1
        case: harbour-chat
        controller: harbour
        organisations:
          - {id: harbour, hosts: ["hb-*"]}
        evidence: [{path: logs/}]
        """ + more);
    assertEquals(expected, reading instanceof CaseReading.Faulty faulty ? text(faulty) : "");
  }

  private static CaseReading read(String yaml) {
    return CaseFileReader.read(yaml);
  }

  private static String text(CaseReading.Faulty faulty) {
    return String.join(
        "\n", faulty.problems().stream().map(p -> p.text("case.yaml")).toList());
  }
}
