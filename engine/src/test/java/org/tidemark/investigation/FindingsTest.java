package org.tidemark.investigation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.tidemark.engine.JsonDocument;
import org.tidemark.people.PeopleCounts;

class FindingsTest {
  @Test
  void theDocumentIsWrittenAsTheContractHasIt() {
    PeopleCounts.Cell cell = new PeopleCounts.Cell(
        null,
        "user",
        "JP",
        "stated",
        "confirmed",
        "counted",
        3,
        Map.of("phone", 1L, "email", 3L),
        Map.of("contact", 3L));
    Findings findings = new Findings(
        Findings.COMPLETE,
        new Findings.Intrusion(
            Optional.of(Instant.parse("2023-09-13T18:12:00Z")),
            Optional.empty(),
            Optional.empty(),
            Optional.empty()),
        new Findings.EvidenceCounts(1, 2, 3, 4, 5),
        new Findings.TrailCounts(
            new Findings.Hops(1, 2),
            new Findings.Hosts(3, 4),
            new Findings.Accounts(5),
            List.of(new Findings.Crossing(
                "tidal",
                "harbour",
                Instant.parse("2023-09-20T01:00:00.5Z"),
                "shared-directory",
                "confirmed")),
            6,
            7),
        new Findings.ExposureCounts(
            new Findings.Objects(1, 2, 3, 4),
            new Findings.Files(5, 6, 7),
            Map.of("no-reader", 2L, "encrypted", 1L),
            Map.of()),
        new PeopleCounts(
            9,
            1,
            Map.of("role-address", 1L),
            new PeopleCounts.Persons(3, 0, 3, 3, null, false),
            new PeopleCounts.Parts(0, 3, 0),
            List.of(cell),
            Map.of()),
        Optional.empty(),
        List.of());
    assertEquals(
        """
        {"schema":1,"state":"complete",
        "intrusion":{"first":"2023-09-13T18:12:00Z","last":null,"first_latest":null,
        "contained":null},
        "evidence":{"files":1,"records_read":2,"records_used":3,"records_ignored":4,
        "records_unparsed":5},
        "trail":{"hops":{"confirmed":1,"possible":2},"hosts":{"reached":3,"held":4},
        "accounts":{"held":5},"organisations_crossed":[{"from":"tidal","to":"harbour",
        "at":"2023-09-20T01:00:00.500Z","by":"shared-directory","grade":"confirmed"}],
        "unknown":6,"platforms_fallen":7},
        "exposure":{"objects":{"confirmed":1,"possible":2,"excluded":3,"not_held":4},
        "files":{"read":5,"partly":6,"unread":7},"unread":{"encrypted":1,"no-reader":2},
        "possible_by_rule":{}},
        "people":{"records":9,"not_a_person":1,"not_a_person_by":{"role-address":1},
        "persons":{"confirmed":3,"possible":0,"low":3,"expected":3,"high":null,"bounded":false},
        "of_which":{"pseudonymous_only":0,"secrecy":3,"other_controllers":0},
        "by":[{"controller":null,"role":"user","country":"JP","country_from":"stated",
        "grade":"confirmed","basis":"counted","persons":3,"kinds":{"email":3,"phone":1},
        "categories":{"contact":3}}],"guards":{}},
        "estimate":null,"clocks":[]}""".replace("\n", ""),
        new String(JsonDocument.bytes(findings), StandardCharsets.UTF_8)
            .replaceAll("\\s*\\n\\s*", "")
            .replace(" : ", ":")
            .replace("[ ]", "[]")
            .replace("{ }", "{}"));
  }
}
