package org.tidemark.exposure;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tidemark.trail.World;

/** Which objects were reached, how, and how surely (RULES.md section 5). */
class ExposedObjectsTest {
  private static final String HOP = "foothold pc1 10:00; 10:05 kim pc1->fs1 session 7;";
  private static final String COPIES =
      "source {path: files/fs1/, of: fs1, as: '\\\\fs1\\share'}; file files/fs1/a.csv;";
  private static final String LOG = "-1d log fs1 logon+file until +2d;";
  private static final String CONTAINED = "case moments: contained: @+1d;";
  private static final String ADMIN = "10:05 admin fs1 session 7 by kim;";

  @TempDir
  Path temp;

  /** {@code \\fs1\share\a.csv disclosed possible session-access 1}, {@code +} where a copy is. */
  private void check(String world, String objects) {
    try (World.Outcome outcome = World.trace(temp, world)) {
      ExposedObjects found = new ExposedObjects(
          outcome.caseFile(), outcome.folder(), outcome.evidence(), outcome.trail());
      String words = found.find().stream()
          .map(o -> o.name + (o.file.isPresent() ? "+ " : " ")
              + (o.kind.equals("file") || o.kind.equals("bucket-object") ? "" : o.kind + " ")
              + o.effect.id() + " " + o.grade.id() + " " + o.rule.id() + " " + o.operations)
          .collect(Collectors.joining("; "));
      assertEquals(objects, words, world);
      assertEquals(0, found.problems().size());
    }
  }

  @Test
  void whatASessionDidIsExposedWithItsEffect() {
    String name = "\\\\fs1\\share\\a.csv ";
    check(
        HOP + "10:06 read fs1 share\\a.csv session 7",
        name + "disclosed possible session-access 1");
    check(
        HOP + "10:06 write fs1 share\\a.csv session 7", name + "altered possible session-access 1");
    check(
        HOP + "10:06 delete fs1 share\\a.csv session 7",
        name + "destroyed possible session-access 1");
    check(
        HOP + "10:06 list fs1 share\\2023 session 7",
        "\\\\fs1\\share\\2023 listing disclosed possible session-access 1");
    check(
        HOP + "10:06 read fs1 share\\a.csv session 7; 10:07 read fs1 share\\A.CSV session 7",
        name + "disclosed possible session-access 2");
  }

  @Test
  void openedHandlesPipesAndRefusedAccessesExposeNothing() {
    check(HOP + "10:06 share fs1 share session 7", "");
    check(HOP + "10:06 pipe fs1 svcctl session 7", "");
    check(HOP + "10:06 refused fs1 share\\a.csv session 7", "");
  }

  @Test
  void accessesOutsideTheHopsSessionAreNotItsOwn() {
    check(HOP + "10:06 read fs1 share\\a.csv session 8", "");
    check(HOP + "10:06 read fs2 share\\a.csv session 7", "");
    check(HOP + "10:00 read fs1 share\\a.csv session 7", "");
    check(HOP + "10:20 logoff fs1 session 7 by kim; 10:30 read fs1 share\\a.csv session 7", "");
    check(HOP + "10:20 boot fs1; 10:30 read fs1 share\\a.csv session 7", "");
  }

  @Test
  void theGradeIsThatOfTheAct() {
    check(
        "case indicators: {account: kim, grade: confirmed};" + HOP
            + "10:06 read fs1 share\\a.csv session 7",
        "\\\\fs1\\share\\a.csv disclosed confirmed session-access 1");
  }

  @Test
  void aCopyIsFoundByItsNameHoweverItIsWritten() {
    String access = "10:06 read fs1 SHARE\\2023\\Cafe\u0301.CSV session 7";
    check(
        HOP + "source {path: files/fs1, of: fs1, as: '\\\\FS1\\Share\\'};"
            + "file files/fs1/2023/caf\u00e9.csv;" + access,
        "\\\\fs1\\SHARE\\2023\\Cafe\u0301.CSV+ disclosed possible session-access 1");
  }

  @Test
  void aListingDisclosesNamesAndAReadOfTheSameNameDisclosesContent() {
    check(
        HOP + COPIES.replace("a.csv", "list") + "10:06 list fs1 share\\list session 7;"
            + "10:07 read fs1 share\\list session 7",
        "\\\\fs1\\share\\list+ disclosed possible session-access 2");
  }

  @Test
  void aHostHeldWithAdministratorRightsExposesItsWholeInventory() {
    check(
        HOP + COPIES + LOG + CONTAINED + ADMIN,
        "\\\\fs1\\share\\a.csv+ disclosed possible held-administrator-inventory 0");
  }

  @Test
  void aHeldHostWithoutATrustedFileLogExposesItsInventory() {
    String held = HOP + COPIES + CONTAINED + "10:06 run fs1 C:\\x.exe session 7 by kim;";
    String possible = "\\\\fs1\\share\\a.csv+ disclosed possible held-uncovered-inventory 0";
    check(held, possible);
    check(held + "-1d log fs1 logon until +2d", possible);
    check(held + "-1d log fs1 logon+file until +2d; 12:00 cleared fs1", possible);
    check(held + LOG, "");
  }

  @Test
  void aHostOnlyReachedExposesWhatTheSessionDidAndItsLogExcludesTheRest() {
    String reached = HOP + COPIES + "file files/fs1/b.csv; 10:06 read fs1 share\\b.csv session 7;";
    String read = "\\\\fs1\\share\\b.csv+ disclosed possible session-access 1";
    check(
        reached + LOG + CONTAINED,
        "\\\\fs1\\share\\a.csv+ disclosed excluded covered-not-accessed 0; " + read);
    check(reached + CONTAINED, read);
    check(reached + LOG + CONTAINED + "12:00 cleared fs1", read);
  }

  @Test
  void withoutContainmentTheWindowEndsWithTheEvidence() {
    check(HOP + COPIES + LOG, "\\\\fs1\\share\\a.csv+ disclosed excluded covered-not-accessed 0");
    check(HOP + COPIES + LOG + "+9d 10:00 x pc9->pc9", "");
  }

  @Test
  void copiesOnAnExcludedHostAreExcluded() {
    check(
        "foothold pc1 10:00; 09:50 x pc1->pc9;" + COPIES + LOG,
        "\\\\fs1\\share\\a.csv+ disclosed excluded host-excluded 0");
  }

  @Test
  void ofOtherCopiesNothingIsSaid() {
    check("foothold pc1 10:00; 09:50 x pc1->pc9;" + COPIES, "");
  }

  @Test
  void whatTheCaseFileDeclaresIsExposed() {
    String declared = "foothold pc1 10:00; 09:50 x pc1->pc9;" + COPIES;
    String object = "\\\\fs1\\share\\a.csv+ disclosed ";
    check(
        declared + "case exposed: {path: files/**, grade: confirmed}",
        object + "confirmed declared 0");
    check(
        HOP + COPIES + "10:06 read fs1 share\\a.csv session 7;"
            + "case exposed: {path: files/**, grade: confirmed}",
        object + "confirmed declared 1");
    check(
        declared + LOG + "case exposed: {path: files/**, grade: possible}",
        object + "possible declared 0");
  }

  @Test
  void anInventoryListsWhatIsNotHeld() {
    String listed = "case inventory: {path: inventory.csv, of: fs1};";
    String possible = " disclosed possible held-administrator-inventory 0";
    check(
        HOP + COPIES + ADMIN + listed + "file inventory.csv path,name,bytes"
            + "|\\\\fs1\\share\\A.csv,A.csv,5|\"\\\\fs1\\share\\b, c.csv\",\"b, c.csv\",7",
        "\\\\fs1\\share\\a.csv+" + possible + "; \\\\fs1\\share\\b, c.csv" + possible);
    check(HOP + listed + "file inventory.csv path|\\\\fs1\\share\\b.csv", "");
  }

  @Test
  void aKeysUseFromAnotherAddressIsAnotherSession() {
    String key = "case indicators: {address: 203.0.113.9, grade: confirmed};"
        + "10:05 AKIA1 203.0.113.9->s3 cloud; 10:05 AKIA1 198.51.100.7->sts cloud;";
    check(
        key + "10:06 get s3 s3://b/k/a.csv by AKIA1 from 203.0.113.9",
        "s3://b/k/a.csv disclosed confirmed session-access 1");
    check(
        "foothold pc1 10:00; 09:50 x pc9->pc9; case names: {host: pc2, also: [198.51.100.7]};" + key
            + "10:06 get s3 s3://b/k/a.csv by AKIA1 from 198.51.100.7",
        "");
    check(
        key + "10:06 put s3 s3://b/k/a.csv by AKIA1 from 203.0.113.9",
        "s3://b/k/a.csv altered confirmed session-access 1");
  }

  @Test
  void aSambaSessionExposesWhatItOpened() {
    check(
        "foothold 10.0.0.5 10:00; 10:05 kim 10.0.0.5->nas1 smb members session 7;"
            + "10:06 open nas1 members\\a.csv by kim from 10.0.0.5 session 7;"
            + "10:06 open nas1 members\\b.csv by lee from 10.0.0.6 session 8",
        "\\\\nas1\\members\\a.csv disclosed possible session-access 1");
  }
}
