package org.tidemark.trail;

import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tidemark.evidence.ExecutionKind;

/**
 * What an intruder may leave behind that outlives a session, and by which terms logs name its
 * making.
 *
 * @see <a
 *     href="https://learn.microsoft.com/windows/security/threat-protection/auditing/audit-user-account-management">
 *     Windows account management events</a>
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/APIReference/API_Operations.html">IAM and
 *     STS actions</a>
 * @see <a href="https://www.keycloak.org/docs/latest/server_admin/#event-types">Keycloak events</a>
 */
enum LeftKind {
  ACCOUNT_CREATED,
  ACCOUNT_ENABLED,
  ACCOUNT_CHANGED,
  PASSWORD_SET,
  GROUP_MEMBERSHIP,
  KEY_ISSUED,
  POLICY_CHANGED,
  SECOND_FACTOR_REMOVED,
  AUDITING_CHANGED,
  SERVICE,
  TASK;

  private static final Map<String, LeftKind> TERMS = Map.ofEntries(
      Map.entry("4720", ACCOUNT_CREATED),
      Map.entry("4741", ACCOUNT_CREATED),
      Map.entry("CreateUser", ACCOUNT_CREATED),
      Map.entry("CreateRole", ACCOUNT_CREATED),
      Map.entry("4722", ACCOUNT_ENABLED),
      Map.entry("4767", ACCOUNT_ENABLED),
      Map.entry("UpdateAccessKey", ACCOUNT_CHANGED),
      Map.entry("4738", ACCOUNT_CHANGED),
      Map.entry("4765", ACCOUNT_CHANGED),
      Map.entry("4781", ACCOUNT_CHANGED),
      Map.entry("4723", PASSWORD_SET),
      Map.entry("4724", PASSWORD_SET),
      Map.entry("CreateLoginProfile", PASSWORD_SET),
      Map.entry("UpdateLoginProfile", PASSWORD_SET),
      Map.entry("ChangePassword", PASSWORD_SET),
      Map.entry("4728", GROUP_MEMBERSHIP),
      Map.entry("4732", GROUP_MEMBERSHIP),
      Map.entry("4746", GROUP_MEMBERSHIP),
      Map.entry("4751", GROUP_MEMBERSHIP),
      Map.entry("4756", GROUP_MEMBERSHIP),
      Map.entry("4761", GROUP_MEMBERSHIP),
      Map.entry("AddUserToGroup", GROUP_MEMBERSHIP),
      Map.entry("AttachUserPolicy", POLICY_CHANGED),
      Map.entry("AttachRolePolicy", POLICY_CHANGED),
      Map.entry("AttachGroupPolicy", POLICY_CHANGED),
      Map.entry("PutUserPolicy", POLICY_CHANGED),
      Map.entry("PutRolePolicy", POLICY_CHANGED),
      Map.entry("PutGroupPolicy", POLICY_CHANGED),
      Map.entry("CreatePolicyVersion", POLICY_CHANGED),
      Map.entry("SetDefaultPolicyVersion", POLICY_CHANGED),
      Map.entry("UpdateAssumeRolePolicy", POLICY_CHANGED),
      Map.entry("DeactivateMFADevice", SECOND_FACTOR_REMOVED),
      Map.entry("DeleteVirtualMFADevice", SECOND_FACTOR_REMOVED),
      Map.entry("4719", AUDITING_CHANGED),
      Map.entry("REGISTER", ACCOUNT_CREATED),
      Map.entry("CREATE USER", ACCOUNT_CREATED),
      Map.entry("UPDATE USER", ACCOUNT_CHANGED),
      Map.entry("UPDATE_EMAIL", ACCOUNT_CHANGED),
      Map.entry("UPDATE_CREDENTIAL", ACCOUNT_CHANGED),
      Map.entry("UPDATE_TOTP", ACCOUNT_CHANGED),
      Map.entry("FEDERATED_IDENTITY_LINK", ACCOUNT_CHANGED),
      Map.entry("UPDATE_PASSWORD", PASSWORD_SET),
      Map.entry("RESET_PASSWORD", PASSWORD_SET),
      Map.entry("ACTION USER reset-password", PASSWORD_SET),
      Map.entry("REMOVE_CREDENTIAL", SECOND_FACTOR_REMOVED),
      Map.entry("REMOVE_TOTP", SECOND_FACTOR_REMOVED),
      Map.entry("CREATE GROUP_MEMBERSHIP", GROUP_MEMBERSHIP),
      Map.entry("CREATE REALM_ROLE_MAPPING", GROUP_MEMBERSHIP),
      Map.entry("CREATE CLIENT_ROLE_MAPPING", GROUP_MEMBERSHIP),
      Map.entry("CREATE CLIENT", POLICY_CHANGED),
      Map.entry("UPDATE CLIENT", POLICY_CHANGED),
      Map.entry("CREATE IDENTITY_PROVIDER", POLICY_CHANGED),
      Map.entry("UPDATE IDENTITY_PROVIDER", POLICY_CHANGED),
      Map.entry("CREATE COMPONENT", POLICY_CHANGED),
      Map.entry("UPDATE COMPONENT", POLICY_CHANGED),
      Map.entry("UPDATE REALM", POLICY_CHANGED));

  /** By which terms logs say that what was made is gone. */
  private static final Map<String, LeftKind> UNDOES = Map.ofEntries(
      Map.entry("4726", ACCOUNT_CREATED),
      Map.entry("4743", ACCOUNT_CREATED),
      Map.entry("DeleteUser", ACCOUNT_CREATED),
      Map.entry("DELETE USER", ACCOUNT_CREATED),
      Map.entry("DELETE_ACCOUNT", ACCOUNT_CREATED),
      Map.entry("4729", GROUP_MEMBERSHIP),
      Map.entry("4733", GROUP_MEMBERSHIP),
      Map.entry("4747", GROUP_MEMBERSHIP),
      Map.entry("4752", GROUP_MEMBERSHIP),
      Map.entry("4757", GROUP_MEMBERSHIP),
      Map.entry("4762", GROUP_MEMBERSHIP),
      Map.entry("DeleteAccessKey", KEY_ISSUED),
      Map.entry("expires", KEY_ISSUED));

  /** Remote calls of which a sensor sees that something is made, not its name. */
  private static final Set<String> MAKING_CALLS = Set.of(
      "svcctl/createservicew",
      "svcctl/createservicea",
      "svcctl/createservicewow64w",
      "svcctl/createservicewow64a",
      "atsvc/jobadd",
      "atsvc/netrjobadd",
      "itaskschedulerservice/schrpcregistertask");

  /** Keycloak: a session as somebody else; it ends like any session. */
  private static final String IMPERSONATES = "IMPERSONATE";

  /** As results write it: {@code account-created}. */
  String id() {
    return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
  }

  /** Whether Windows writes it of an account in the moment in which it makes the account. */
  boolean partOfCreation() {
    return this == ACCOUNT_ENABLED || this == ACCOUNT_CHANGED || this == PASSWORD_SET;
  }

  /**
   * What a change leaves behind.
   *
   * @param term the log's own, a group's name behind a space
   * @param issues whether the record shows a key or token that was given
   * @return null where nothing stays: a deletion, a lockout, what is not in the list
   */
  static @Nullable LeftKind of(String term, boolean issues) {
    if (issues) {
      return term.equals(IMPERSONATES) ? null : KEY_ISSUED;
    }
    LeftKind kind = TERMS.get(term);
    return kind == null ? TERMS.get(event(term)) : kind;
  }

  /** What a change takes away; null = nothing. */
  static @Nullable LeftKind undoneBy(String term) {
    return UNDOES.get(event(term));
  }

  /** A Windows event's number without the group behind it; other terms as they are. */
  private static String event(String term) {
    int space = term.indexOf(' ');
    return space > 0 && Character.isDigit(term.charAt(0)) ? term.substring(0, space) : term;
  }

  /** The group behind a Windows event's number; else empty. */
  static String group(String term) {
    String event = event(term);
    return event.length() < term.length() ? term.substring(event.length() + 1) : "";
  }

  /** What code that ran leaves behind; null where it only ran. {@code name}: of what ran. */
  static @Nullable LeftKind of(ExecutionKind ran, String name) {
    boolean made = !isCall(name) || MAKING_CALLS.contains(name);
    return switch (ran) {
      case SERVICE -> made ? SERVICE : null;
      case TASK -> made ? TASK : null;
      default -> null;
    };
  }

  /** Whether a sensor wrote the name of a remote call, since it does not see what it made. */
  static boolean isCall(String name) {
    return name.startsWith("svcctl/")
        || name.startsWith("atsvc/")
        || name.startsWith("itaskschedulerservice/");
  }
}
