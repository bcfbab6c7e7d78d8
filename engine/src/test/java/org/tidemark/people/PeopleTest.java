package org.tidemark.people;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tidemark.engine.StoppedException;

class PeopleTest {
  private final Path folder;

  PeopleTest(@TempDir Path folder) {
    this.folder = folder;
  }

  private PeopleCase of(String lines) {
    return new PeopleCase(folder, lines);
  }

  /** Persons as "grade role country/from controllers pseudonymous? records", one a line, sorted. */
  private void check(String lines, String... persons) throws IOException, StoppedException {
    List<String> rows = of(lines).resolve().rows("""
            SELECT grade || ' ' || role || ' ' || coalesce(country, '?') || '/' || country_from
              || ' ' || array_to_string(controllers, '+')
              || CASE WHEN pseudonymous THEN ' pseudonymous' ELSE '' END || ' ' || records AS line
            FROM people ORDER BY line""");
    assertEquals(String.join("\n", persons), String.join("\n", rows));
  }

  @Test
  void oneEmailInTwoFilesIsOnePersonWithTheBetterGradeAndTheFirstRole()
      throws IOException, StoppedException {
    check("""
        files/fs01/members/a.csv possible: email=a@x.example name=山田_花子
        files/fs01/hr/staff.csv confirmed: email=a@x.example
        """, "confirmed employee JP/default harbour 2");
  }

  @Test
  void theDirectoryConnectsAnIdWithAnEmailAndStatesTheCountry()
      throws IOException, StoppedException {
    check("""
        d.csv directory: internal-id/hb=7 email=a@x.example country=KR
        d.csv directory: internal-id/hb=9 email=nobody-exposed@x.example
        files/fs01/usage/u.csv confirmed: internal-id/hb=7
        files/fs01/members/m.csv possible: email=a@x.example
        """, "confirmed user KR/stated harbour 2");
  }

  @Test
  void anIdThatNothingResolvesIsAPseudonymousPerson() throws IOException, StoppedException {
    check(
        """
        files/fs01/usage/u.csv confirmed: internal-id/hb=7 gender=f
        files/fs01/usage/v.csv confirmed: internal-id/hb=7
        files/fs01/usage/v.csv confirmed: internal-id/other=7
        """,
        "confirmed other JP/default  pseudonymous 1",
        "confirmed other JP/default  pseudonymous 2");
  }

  @Test
  void anIdWithoutNamespaceJoinsOnlyWithinItsColumnOfItsFile()
      throws IOException, StoppedException {
    check(
        """
        usage/u.csv confirmed: internal-id=7 gender=f
        usage/u.csv confirmed: internal-id=7 gender=m
        usage/v.csv confirmed: internal-id=7
        """,
        "confirmed other JP/default  pseudonymous 1",
        "confirmed other JP/default  pseudonymous 2");
  }

  @Test
  void aPhoneBesideTwoEmailsJoinsNobody() throws IOException, StoppedException {
    check(
        """
        a.csv confirmed: phone=+81312340001 email=a@x.example
        a.csv confirmed: phone=+81312340001 email=b@x.example
        a.csv confirmed: phone=+81312340001
        """,
        "confirmed other JP/inferred  1",
        "confirmed other JP/inferred  1",
        "confirmed other JP/inferred  1");
  }

  @Test
  void aHouseholdPhoneJoinsNobodyButOneNameInTwoScriptsDoes() throws IOException, StoppedException {
    check(
        """
        a.csv confirmed: phone=+81312340001 name=山田花子
        b.csv confirmed: phone=+81312340001 name=山田太郎
        a.csv confirmed: phone=+81312340002 name=山田_花子
        b.csv confirmed: phone=+81312340002 name=Hanako_Yamada
        c.csv confirmed: phone=+81312340002 name=山田花子様
        """,
        "confirmed other JP/inferred  1",
        "confirmed other JP/inferred  1",
        "confirmed other JP/inferred  3");
  }

  @Test
  void aMailboxOfManyJoinsNobody() throws IOException, StoppedException {
    check(
        """
        a.csv confirmed: email=reception@x.example internal-id/hb=1
        a.csv confirmed: email=reception@x.example internal-id/hb=2
        a.csv confirmed: email=reception@x.example internal-id/hb=3
        a.csv confirmed: email=reception@x.example internal-id/hb=4
        """,
        "confirmed other JP/default  1",
        "confirmed other JP/default  1",
        "confirmed other JP/default  1",
        "confirmed other JP/default  1");
  }

  @Test
  void theSuperiorsEmailInASecondColumnJoinsNobody() throws IOException, StoppedException {
    check(
        """
        hr.csv confirmed: email=a@x.example email=chief@x.example
        hr.csv confirmed: email=b@x.example email=chief@x.example
        hr.csv confirmed: email=chief@x.example
        """,
        "confirmed other JP/default  1",
        "confirmed other JP/default  1",
        "confirmed other JP/default  1");
  }

  @Test
  void twoAddressesOfOnePersonJoinInAnyOrder() throws IOException, StoppedException {
    check("""
        a.csv confirmed: name=山田花子 email=a@x.example email=a2@x.example
        b.csv confirmed: name=山田花子 email=a2@x.example email=a@x.example
        c.csv confirmed: email=a@x.example
        d.csv confirmed: email=a2@x.example
        """, "confirmed other JP/default  4");
  }

  @Test
  void theOnlySubordinateIsToldFromTheSuperiorByName() throws IOException, StoppedException {
    check("""
        hr.csv confirmed: name=山田花子 email=a@x.example email=chief@x.example
        hr.csv confirmed: name=佐藤一郎 email=chief@x.example
        """, "confirmed other JP/default  1", "confirmed other JP/default  1");
  }

  @Test
  void aSecondEmailDoesNotMakeThePhoneBesideItShared() throws IOException, StoppedException {
    check("""
        crm.csv confirmed: email=a@x.example email=a2@x.example phone=+819012340001
        form.txt confirmed: phone=+819012340001
        """, "confirmed other JP/inferred  2");
  }

  @Test
  void officesAndPlaceholdersAreRecordsButNoPersons() throws IOException, StoppedException {
    PeopleCounts counts = of("""
            mail/a.eml#header:from/row:1 confirmed: email=info@x.example name=Front_Desk
            mail/a.eml#header:to/row:1 confirmed: email=a@x.example
            a.csv confirmed: email=test@x.example
            a.csv confirmed: phone=+81000000000
            a.csv confirmed: email=info@shop.example name=山田花子
            """).resolve().counts();
    assertEquals(5, counts.records());
    assertEquals(3, counts.notAPerson());
    assertEquals(Map.of("role-address", 1L, "placeholder", 2L), counts.notAPersonBy());
    assertEquals(2, counts.persons().expected());
    assertEquals(Map.of("placeholder", 2L, "role-address", 2L), counts.guards());
  }

  @Test
  void filesThatNobodyReachedAreLeftAsideAndMembersFollowTheirArchive()
      throws IOException, StoppedException {
    check("""
        a.csv no: email=a@x.example
        z.zip possible: email=b@x.example
        z.zip!in/b.csv member: email=c@x.example
        """, "possible other JP/default  1", "possible other JP/default  1");
  }

  @Test
  void statedBeatsImpliedAndConflictsAreUnknown() throws IOException, StoppedException {
    check(
        """
        a.csv confirmed: email=a@x.example country=JP phone=+821012340001
        a.csv confirmed: email=b@x.example country=JP
        b.csv confirmed: email=b@x.example country=KR
        a.csv confirmed: email=c@x.example phone=+821012340002
        """,
        "confirmed other ?/unknown  2",
        "confirmed other JP/stated  1",
        "confirmed other KR/inferred  1");
  }

  @Test
  void rolesAndStoresMatchTheNameThatLogsGive() throws IOException, StoppedException {
    check("""
        files/fs01/crm/a.csv confirmed: email=a@x.example
        files/fs01/tidal/b.csv confirmed: email=b@x.example
        """, "confirmed other JP/default tidal 1", "confirmed partner JP/default  1");
  }

  @Test
  void cellsAddUpToTheExpectedNumber() throws IOException, StoppedException {
    PeopleCounts counts = of("""
            files/fs01/members/a.csv confirmed: email=a@x.example birth-date=2000-01-01
            files/fs01/members/a.csv confirmed: email=b@x.example
            files/fs01/tidal/t.csv possible: email=c@x.example
            files/fs01/usage/u.csv possible: internal-id/hb=1
            files/fs01/usage/u.csv possible: internal-id/hb=2
            files/fs01/usage/u.csv possible: internal-id/hb=3
            files/fs01/usage/u.csv possible: internal-id/hb=4
            """).resolve().counts();
    PeopleCounts.Persons persons = counts.persons();
    assertEquals(new PeopleCounts.Persons(2, 5, 4, 7, 7L, true), persons);
    assertEquals(new PeopleCounts.Parts(4, 2, 1), counts.ofWhich());
    assertEquals(7, counts.by().stream().mapToLong(PeopleCounts.Cell::persons).sum());
    assertEquals(Map.of("email", 2L, "birth-date", 1L), counts.by().get(0).kinds());
  }

  @Test
  void whatIsUnreadLeavesTheUpperBoundOpen() throws IOException, StoppedException {
    PeopleCounts.Persons persons =
        of("a.csv confirmed: email=a@x.example").open().resolve().counts().persons();
    assertEquals(new PeopleCounts.Persons(1, 0, 1, 1, null, false), persons);
  }

  @Test
  void nothingExposedIsNobody() throws IOException, StoppedException {
    PeopleCounts counts = of("a.csv no: email=a@x.example").resolve().counts();
    assertEquals(new PeopleCounts.Persons(0, 0, 0, 0, 0L, true), counts.persons());
    assertEquals(List.of(), counts.by());
  }

  @Test
  void contactsComeFromTheCertainCoreAndOpenWithTheKey() throws IOException, StoppedException {
    PeopleCase.Answer answer = of("""
        a.csv confirmed: internal-id/hb=7 phone=+81312340001
        d.csv directory: internal-id/hb=7 email=a@x.example
        """).resolve();
    assertEquals(
        List.of("1 email a@x.example", "2 phone +81312340001"),
        answer.rows("""
            SELECT c.preference || ' ' || c.channel || ' ' || hex(c."value") FROM (
              SELECT unnest(contacts) AS c FROM people)
            ORDER BY 1""").stream().map(PeopleTest::opened).toList());
  }

  private static String opened(String row) {
    String[] parts = row.split(" ", -1);
    byte[] hidden = java.util.HexFormat.of().parseHex(parts[2]);
    return parts[0]
        + ' '
        + parts[1]
        + ' '
        + PeopleCase.CIPHER.decrypt("contacts.value", parts[1], hidden);
  }

  @Test
  void itemsCarryTheGradeOfTheirOwnFile() throws IOException, StoppedException {
    assertEquals(
        List.of(
            "email harbour confirmed rule-of-confirmed true 1",
            "name null possible rule-of-possible false 1"),
        of("""
            files/fs01/members/a.csv confirmed: email=a@x.example
            files/fs01/other/b.csv possible: name=Hanako internal-id/hb=1
            d.csv directory: internal-id/hb=1 email=a@x.example
            """).resolve().rows("""
                SELECT kind || ' ' || coalesce(controller, 'null') || ' ' || grade || ' ' || rule
                  || ' ' || secrecy || ' ' || len(objects) FROM items
                WHERE kind IN ('email', 'name') ORDER BY 1"""));
  }

  @Test
  void lineageTellsWhatBecameOfEachPerson() throws IOException, StoppedException {
    Path before = of("""
            a.csv#row:1 confirmed: email=same@x.example
            a.csv#row:2 confirmed: email=joined1@x.example
            a.csv#row:3 confirmed: email=joined2@x.example
            a.csv#row:4 confirmed: email=parted@x.example
            a.csv#row:5 confirmed: email=parted@x.example
            a.csv#row:6 confirmed: email=lost@x.example
            """).resolve().folder().resolve("records.parquet");
    assertEquals(
        List.of("gone 1", "kept 1", "merged 2", "new 1", "split 2"),
        of("""
            a.csv#row:1 confirmed: email=same@x.example
            a.csv#row:2 confirmed: email=joined1@x.example
            a.csv#row:3 confirmed: email=joined1@x.example
            a.csv#row:4 confirmed: email=parted@x.example
            a.csv#row:5 confirmed: email=parted2@x.example
            a.csv#row:7 confirmed: email=fresh@x.example
            """)
            .after(before)
            .resolve()
            .rows("SELECT what || ' ' || count(*) FROM lineage GROUP BY what ORDER BY 1"));
  }

  @Test
  void sameFindingsGiveTheSameBytesInAnyOrderOnAnyNumberOfThreads()
      throws IOException, StoppedException {
    StringBuilder lines = new StringBuilder();
    for (int i = 0; i < 400; i++) {
      lines.append("files/fs01/members/f").append(i % 7).append(".csv confirmed: email=p");
      lines
          .append(i % 150)
          .append("@x.example internal-id/hb=")
          .append(i % 150)
          .append(" phone=+8131234");
      lines
          .append(1000 + i % 160)
          .append(" country=")
          .append(i % 2 == 0 ? "JP" : "KR")
          .append('\n');
    }
    PeopleCase.Answer one = of(lines.toString()).resolve();
    PeopleCase.Answer two = of(lines.toString()).shuffled(7).threads(2).resolve();
    assertEquals(one.counts(), two.counts());
    for (String table : List.of("records", "people", "items", "lineage")) {
      assertArrayEquals(
          Files.readAllBytes(one.folder().resolve(table + ".parquet")),
          Files.readAllBytes(two.folder().resolve(table + ".parquet")),
          table);
    }
  }

  @Test
  void aStopBetweenStepsIsHeard() {
    assertThrows(
        StoppedException.class, () -> of("a.csv confirmed: email=a@x.example").resolveStopped());
  }
}
