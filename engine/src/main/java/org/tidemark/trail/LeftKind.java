package org.tidemark.trail;

import java.util.Map;

/**
 * What an intruder may leave behind that outlives a session, and by which terms logs name its
 * making.
 *
 * @see <a
 *     href="https://learn.microsoft.com/windows/security/threat-protection/auditing/audit-user-account-management">
 *     Windows account management events</a>
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/APIReference/API_Operations.html">IAM and
 *     STS actions</a>
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
      Map.entry("4719", AUDITING_CHANGED));

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
  static @org.jspecify.annotations.Nullable LeftKind of(String term, boolean issues) {
    if (issues) {
      return KEY_ISSUED;
    }
    int space = term.indexOf(' ');
    return TERMS.get(space < 0 ? term : term.substring(0, space));
  }
}
