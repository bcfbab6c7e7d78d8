package org.tidemark.trail;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.tidemark.evidence.ExecutionKind;

/** Which term of which log leaves what behind. */
class LeftKindTest {
  private static void check(String term, String kind) {
    LeftKind found = LeftKind.of(term, false);
    assertEquals(kind, found == null ? "" : found.id(), term);
  }

  @Test
  void windowsEventsByTheirNumber() {
    check("4720", "account-created");
    check("4741", "account-created");
    check("4722", "account-enabled");
    check("4738", "account-changed");
    check("4724", "password-set");
    check("4732 builtin\\administrators", "group-membership");
    check("4719", "auditing-changed");
    check("4725", "");
    check("4726", "");
    check("4733 builtin\\administrators", "");
    check("4740", "");
  }

  @Test
  void actionsOfAProvider() {
    check("CreateUser", "account-created");
    check("CreateLoginProfile", "password-set");
    check("AddUserToGroup", "group-membership");
    check("PutRolePolicy", "policy-changed");
    check("UpdateAssumeRolePolicy", "policy-changed");
    check("DeactivateMFADevice", "second-factor-removed");
    check("DeleteUser", "");
    check("AssumeRole", "");
    check("expires", "");
  }

  @Test
  void eventsOfKeycloak() {
    check("REGISTER", "account-created");
    check("CREATE USER", "account-created");
    check("ACTION USER reset-password", "password-set");
    check("ACTION USER logout", "");
    check("CREATE REALM_ROLE_MAPPING", "group-membership");
    check("DELETE REALM_ROLE_MAPPING", "");
    check("REMOVE_TOTP", "second-factor-removed");
    check("CREATE IDENTITY_PROVIDER", "policy-changed");
    check("LOGIN", "");
  }

  @Test
  void aKeyThatWasGivenIsOneWhateverTheTerm() {
    assertEquals(LeftKind.KEY_ISSUED, LeftKind.of("AssumeRole", true));
    assertEquals(LeftKind.KEY_ISSUED, LeftKind.of("CreateAccessKey", true));
    assertEquals("none", Objects.toString(LeftKind.of("IMPERSONATE", true), "none"));
  }

  @Test
  void onlyWhatWasMadeStays() {
    assertEquals(LeftKind.SERVICE, LeftKind.of(ExecutionKind.SERVICE, "evil"));
    assertEquals(LeftKind.TASK, LeftKind.of(ExecutionKind.TASK, "\\evil"));
    assertEquals(LeftKind.SERVICE, LeftKind.of(ExecutionKind.SERVICE, "svcctl/createservicew"));
    assertEquals(
        "none",
        Objects.toString(LeftKind.of(ExecutionKind.SERVICE, "svcctl/startservicew"), "none"));
    assertEquals("none", Objects.toString(LeftKind.of(ExecutionKind.PROCESS, "x.exe"), "none"));
  }

  @Test
  void whatTakesAwayNamesWhat() {
    assertEquals(LeftKind.ACCOUNT_CREATED, LeftKind.undoneBy("4726"));
    assertEquals(LeftKind.GROUP_MEMBERSHIP, LeftKind.undoneBy("4733 builtin\\administrators"));
    assertEquals(LeftKind.KEY_ISSUED, LeftKind.undoneBy("expires"));
    assertEquals("none", Objects.toString(LeftKind.undoneBy("4720"), "none"));
  }

  @Test
  void theGroupStandsBehindTheNumber() {
    assertEquals("builtin\\administrators", LeftKind.group("4732 builtin\\administrators"));
    assertEquals("", LeftKind.group("4720"));
    assertEquals("", LeftKind.group("CREATE USER"));
  }
}
