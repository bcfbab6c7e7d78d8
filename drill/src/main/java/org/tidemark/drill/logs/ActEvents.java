package org.tidemark.drill.logs;

import java.util.Locale;
import org.tidemark.drill.world.Login;
import org.tidemark.drill.world.Machine;

/**
 * The Windows Security events of what is done in a session: shares, files, processes, services,
 * accounts.
 */
final class ActEvents {
  /** What a file is opened for. */
  enum Access {
    READ(
        "0x120089",
        "%%1538\r\n\t\t\t\t%%1541\r\n\t\t\t\t%%4416\r\n\t\t\t\t%%4419\r\n\t\t\t\t"
            + "%%4423\r\n\t\t\t\t"),
    WRITE(
        "0x120116",
        "%%1538\r\n\t\t\t\t%%1541\r\n\t\t\t\t%%4417\r\n\t\t\t\t%%4418\r\n\t\t\t\t"
            + "%%4424\r\n\t\t\t\t"),
    PIPE("0x12019f", "%%1538\r\n\t\t\t\t%%1541\r\n\t\t\t\t%%4416\r\n\t\t\t\t%%4417\r\n\t\t\t\t");

    private final String mask;
    private final String list;

    Access(String mask, String list) {
      this.mask = mask;
      this.list = list;
    }
  }

  private final LogDay day;

  ActEvents(LogDay day) {
    this.day = day;
  }

  /** A share is connected (5140). */
  void share(Machine host, long at, Login login, long session, Machine from, String share) {
    day.add(
        host,
        at,
        (out, number) -> SecurityText.begin(
                out,
                host,
                at,
                number,
                5140,
                12808,
                "File Share",
                true,
                "A network share object was accessed.")
            .subject(login, session)
            .section("Network Information")
            .field("ObjectType", "Object Type", "File")
            .field("IpAddress", "Source Address", from.address())
            .field("IpPort", "Source Port", String.valueOf(50_000 + number % 9_000))
            .section("Share Information")
            .field("ShareName", "Share Name", "\\\\*\\" + share)
            .field("ShareLocalPath", "Share Path", local(share))
            .section("Access Request Information")
            .field("AccessMask", "Access Mask", "0x1")
            .field("AccessList", "Accesses", "%%4416\r\n\t\t\t\t")
            .end(""));
  }

  /**
   * A file or pipe of a share is opened (5145). {@code target}: below the share, {@code \} between
   * names.
   */
  void open(
      Machine host,
      long at,
      Login login,
      long session,
      Machine from,
      String share,
      String target,
      Access access) {
    day.add(
        host,
        at,
        (out, number) -> SecurityText.begin(
                out,
                host,
                at,
                number,
                5145,
                12811,
                "Detailed File Share",
                true,
                "A network share object was checked to see whether client can be "
                    + "granted desired access.")
            .subject(login, session)
            .section("Network Information")
            .field("ObjectType", "Object Type", "File")
            .field("IpAddress", "Source Address", from.address())
            .field("IpPort", "Source Port", String.valueOf(50_000 + number % 9_000))
            .section("Share Information")
            .field("ShareName", "Share Name", "\\\\*\\" + share)
            .field("ShareLocalPath", "Share Path", local(share))
            .field("RelativeTargetName", "Relative Target Name", target)
            .section("Access Request Information")
            .field("AccessMask", "Access Mask", access.mask)
            .field("AccessList", "Accesses", access.list)
            .section("Access Check Results")
            .field("AccessReason", "Reason", "-")
            .end(""));
  }

  private static String local(String share) {
    return share.endsWith("$") ? "" : "\\??\\D:\\" + share;
  }

  /** A process starts (4688) in a session. */
  void process(Machine host, long at, Login login, long session, String image, String command) {
    day.add(
        host,
        at,
        (out, number) -> SecurityText.begin(
                out,
                host,
                at,
                number,
                4688,
                13312,
                "Process Creation",
                true,
                "A new process has been created.")
            .subject(login, session)
            .section("Target Subject")
            .field("TargetUserSid", "Security ID", "S-1-0-0")
            .field("TargetUserName", "Account Name", "-")
            .field("TargetDomainName", "Account Domain", "-")
            .field("TargetLogonId", "Logon ID", "0x0")
            .section("Process Information")
            .field(
                "NewProcessId",
                "New Process ID",
                "0x" + Long.toHexString(0x400 + number * 4 % 0x8000))
            .field("NewProcessName", "New Process Name", image)
            .field("TokenElevationType", "Token Elevation Type", "%%1936")
            .field("MandatoryLabel", "Mandatory Label", "S-1-16-12288")
            .field("ProcessId", "Creator Process ID", "0x39c")
            .field("ParentProcessName", "Creator Process Name", "C:\\Windows\\explorer.exe")
            .field("CommandLine", "Process Command Line", command)
            .end("Token Elevation Type indicates the type of token that was "
                + "assigned to the new process in"
                + " accordance with User Account Control policy."));
  }

  /** A service is installed (4697). */
  void service(Machine host, long at, Login login, long session, String name, String file) {
    day.add(
        host,
        at,
        (out, number) -> SecurityText.begin(
                out,
                host,
                at,
                number,
                4697,
                12289,
                "Security System Extension",
                true,
                "A service was installed in the system.")
            .subject(login, session)
            .section("Service Information")
            .field("ServiceName", "Service Name", name)
            .field("ServiceFileName", "Service File Name", file)
            .field("ServiceType", "Service Type", "0x10")
            .field("ServiceStartType", "Service Start Type", "3")
            .field("ServiceAccount", "Service Account", "LocalSystem")
            .end(""));
  }

  /** An account is created (4720). */
  void create(Machine host, long at, Login login, long session, Login created) {
    day.add(
        host,
        at,
        (out, number) -> SecurityText.begin(
                out,
                host,
                at,
                number,
                4720,
                13824,
                "User Account Management",
                true,
                "A user account was created.")
            .subject(login, session)
            .section("New Account")
            .field("TargetSid", "Security ID", created.sid())
            .field("TargetUserName", "Account Name", created.name())
            .field("TargetDomainName", "Account Domain", created.domain())
            .section("Attributes")
            .field("SamAccountName", "SAM Account Name", created.name())
            .field("DisplayName", "Display Name", "%%1793")
            .field(
                "UserPrincipalName",
                "User Principal Name",
                created.name() + "@" + created.domain().toLowerCase(Locale.ROOT) + ".example")
            .field("PasswordLastSet", "Password Last Set", "%%1794")
            .field("AccountExpires", "Account Expires", "%%1794")
            .field("PrimaryGroupId", "Primary Group ID", "513")
            .field("OldUacValue", "Old UAC Value", "0x0")
            .field("NewUacValue", "New UAC Value", "0x15")
            .field(
                "UserAccountControl",
                "User Account Control",
                "\r\n\t\t%%2080\r\n\t\t%%2082\r\n\t\t%%2084")
            .section("Additional Information")
            .field("PrivilegeList", "Privileges", "-")
            .end(""));
  }

  /** The audit policy is set (4719): what the machine records from here on. */
  void auditPolicy(Machine host, long at, String category, String subcategory, String guid) {
    day.add(
        host,
        at,
        (out, number) -> SecurityText.begin(
                out,
                host,
                at,
                number,
                4719,
                13568,
                "Policy Change",
                true,
                "System audit policy was changed.")
            .subject(host.machineAccount(), 0x3e7)
            .section("Audit Policy Change")
            .field("CategoryId", "Category", category)
            .field("SubcategoryId", "Subcategory", subcategory)
            .field("SubcategoryGuid", "Subcategory GUID", guid)
            .field("AuditPolicyChanges", "Changes", "%%8449, %%8451")
            .end(""));
  }
}
