package org.tidemark.drill.logs;

import java.util.Locale;
import org.tidemark.drill.world.Chance;
import org.tidemark.drill.world.Login;
import org.tidemark.drill.world.Machine;

/** The Windows Security events of logons and tickets, added to a day's records. */
final class SecurityEvents {
  private static final String ABOUT_LOGONS =
      "This event is generated when a logon session is created. It is generated "
          + "on the computer that was"
          + " accessed.\r\n\r\nThe logon type field indicates the kind of logon "
          + "that occurred. The network"
          + " fields indicate where a remote logon request originated.";
  private static final String ABOUT_LOGOFFS =
      "This event is generated when a logon session is destroyed. Logon IDs are only unique between"
          + " reboots on the same computer.";
  private static final String PRIVILEGES = String.join(
      "\r\n\t\t\t",
      "SeSecurityPrivilege",
      "SeBackupPrivilege",
      "SeRestorePrivilege",
      "SeTakeOwnershipPrivilege",
      "SeDebugPrivilege",
      "SeLoadDriverPrivilege",
      "SeImpersonatePrivilege");

  private final LogDay day;

  SecurityEvents(LogDay day) {
    this.day = day;
  }

  LogDay day() {
    return day;
  }

  /** A logon over the network (type 3); the session's id. */
  long network(Machine host, long at, Login login, Machine from) {
    return logon(host, at, login, 3, from.address(), "-", "Kerberos");
  }

  /** A remote desktop logon (type 10) with administrator rights; the session's id. */
  long remoteDesktop(Machine host, long at, Login login, Machine from) {
    long session = logon(
        host, at, login, 10, from.address(), host.name().toUpperCase(Locale.ROOT), "Negotiate");
    privileges(host, at, login, session);
    return session;
  }

  /** A logon at the machine itself: type 2 interactive, 5 service, 7 unlock. */
  long local(Machine host, long at, Login login, int type) {
    String address = type == 5 ? "-" : "127.0.0.1";
    return logon(host, at, login, type, address, host.name().toUpperCase(Locale.ROOT), "Negotiate");
  }

  private long logon(
      Machine host,
      long at,
      Login login,
      int type,
      String address,
      String workstation,
      String via) {
    long session = login.rid() == 18 ? 0x3e7 : day.openSession(host);
    day.countLogon();
    day.add(host, at, (out, number) -> {
      SecurityText text = SecurityText.begin(
          out,
          host,
          at,
          number,
          4624,
          12544,
          "Logon",
          true,
          "An account was successfully logged on.");
      if (type == 3) {
        text.noSubject();
      } else {
        text.subject(host.machineAccount(), 0x3e7);
      }
      text.section("Logon Information")
          .field("LogonType", "Logon Type", String.valueOf(type))
          .field("RestrictedAdminMode", "Restricted Admin Mode", "-")
          .field("VirtualAccount", "%%1843")
          .field("ElevatedToken", "%%1842");
      text.section("Impersonation Level").field("ImpersonationLevel", "Level", "%%1833");
      text.section("New Logon")
          .field("TargetUserSid", "Security ID", login.sid())
          .field("TargetUserName", "Account Name", login.name())
          .field("TargetDomainName", "Account Domain", login.domain())
          .field("TargetLogonId", "Logon ID", SecurityText.session(session))
          .field("TargetLinkedLogonId", "Linked Logon ID", "0x0")
          .field("TargetOutboundUserName", "Network Account Name", "-")
          .field("TargetOutboundDomainName", "Network Account Domain", "-")
          .field("LogonGuid", "Logon GUID", SecurityText.guid(number * 31 + host.number()));
      text.section("Process Information")
          .field("ProcessId", "Process ID", type == 3 ? "0x0" : "0x2bc")
          .field(
              "ProcessName",
              "Process Name",
              type == 3 ? "-" : "C:\\Windows\\System32\\svchost.exe");
      text.section("Network Information")
          .field("WorkstationName", "Workstation Name", workstation)
          .field("IpAddress", "Source Network Address", address)
          .field("IpPort", "Source Port", address.startsWith("10.") ? port(number) : "0");
      text.section("Detailed Authentication Information")
          .field("LogonProcessName", "Logon Process", type == 3 ? "Kerberos" : "User32 ")
          .field("AuthenticationPackageName", "Authentication Package", via)
          .field("TransmittedServices", "Transited Services", "-")
          .field("LmPackageName", "Package Name (NTLM only)", "-")
          .field("KeyLength", "Key Length", "0");
      text.end(ABOUT_LOGONS);
    });
    return session;
  }

  private static String port(long number) {
    return String.valueOf(49152 + number * 7 % 16000);
  }

  /** Administrator rights of a session. */
  void privileges(Machine host, long at, Login login, long session) {
    day.add(
        host,
        at,
        (out, number) -> SecurityText.begin(
                out,
                host,
                at,
                number,
                4672,
                12548,
                "Special Logon",
                true,
                "Special privileges assigned to new logon.")
            .subject(login, session)
            .section("Privileges")
            .field("PrivilegeList", "Privileges", PRIVILEGES)
            .end(""));
  }

  void logoff(Machine host, long at, Login login, long session, int type) {
    day.add(
        host,
        at,
        (out, number) -> SecurityText.begin(
                out, host, at, number, 4634, 12545, "Logoff", true, "An account was logged off.")
            .section("Subject")
            .field("TargetUserSid", "Security ID", login.sid())
            .field("TargetUserName", "Account Name", login.name())
            .field("TargetDomainName", "Account Domain", login.domain())
            .field("TargetLogonId", "Logon ID", SecurityText.session(session))
            .section("Logon")
            .field("LogonType", "Logon Type", String.valueOf(type))
            .end(ABOUT_LOGOFFS));
  }

  /** A refused logon over the network. */
  void refused(Machine host, long at, Login login, Machine from) {
    day.add(
        host,
        at,
        (out, number) -> SecurityText.begin(
                out, host, at, number, 4625, 12544, "Logon", false, "An account failed to log on.")
            .noSubject()
            .section("Logon Type")
            .field("LogonType", "Logon Type", "3")
            .section("Account For Which Logon Failed")
            .field("TargetUserSid", "Security ID", "S-1-0-0")
            .field("TargetUserName", "Account Name", login.name())
            .field("TargetDomainName", "Account Domain", login.domain())
            .section("Failure Information")
            .field("FailureReason", "Failure Reason", "%%2313")
            .field("Status", "Status", "0xc000006d")
            .field("SubStatus", "Sub Status", "0xc000006a")
            .section("Process Information")
            .field("ProcessId", "Caller Process ID", "0x0")
            .field("ProcessName", "Caller Process Name", "-")
            .section("Network Information")
            .field("WorkstationName", "Workstation Name", from.name().toUpperCase(Locale.ROOT))
            .field("IpAddress", "Source Network Address", from.address())
            .field("IpPort", "Source Port", port(number))
            .section("Detailed Authentication Information")
            .field("LogonProcessName", "Logon Process", "NtLmSsp ")
            .field("AuthenticationPackageName", "Authentication Package", "NTLM")
            .field("TransmittedServices", "Transited Services", "-")
            .field("LmPackageName", "Package Name (NTLM only)", "-")
            .field("KeyLength", "Key Length", "0")
            .end("This event is generated when a logon request fails."));
  }

  /** Other credentials used from a session at this machine towards another. */
  void explicitCredentials(
      Machine host, long at, Login owner, long session, Login used, Machine target) {
    String server =
        target.name().toUpperCase(Locale.ROOT) + "." + target.company().dnsDomain();
    day.add(
        host,
        at,
        (out, number) -> SecurityText.begin(
                out,
                host,
                at,
                number,
                4648,
                12544,
                "Logon",
                true,
                "A logon was attempted using explicit credentials.")
            .subject(owner, session)
            .section("Account Whose Credentials Were Used")
            .field("TargetUserName", "Account Name", used.name())
            .field("TargetDomainName", "Account Domain", used.domain())
            .field("TargetLogonGuid", "Logon GUID", "{00000000-0000-0000-0000-000000000000}")
            .section("Target Server")
            .field("TargetServerName", "Target Server Name", server)
            .field("TargetInfo", "Additional Information", "TERMSRV/" + server)
            .section("Process Information")
            .field("ProcessId", "Process ID", "0x2ac")
            .field("ProcessName", "Process Name", "C:\\Windows\\System32\\lsass.exe")
            .section("Network Information")
            .field("IpAddress", "Network Address", "-")
            .field("IpPort", "Port", "-")
            .end(
                "This event is generated when a process attempts to log on an account by explicitly"
                    + " specifying that account's credentials."));
  }

  /** A ticket-granting ticket (4768) at a domain controller. */
  void ticketGranting(Machine controller, long at, Login login, Machine from) {
    day.add(
        controller,
        at,
        (out, number) -> SecurityText.begin(
                out,
                controller,
                at,
                number,
                4768,
                14339,
                "Kerberos Authentication Service",
                true,
                "A Kerberos authentication ticket (TGT) was requested.")
            .section("Account Information")
            .field("TargetUserName", "Account Name", login.name())
            .field(
                "TargetDomainName", "Supplied Realm Name", controller.company().dnsDomain())
            .field("TargetSid", "User ID", login.sid())
            .section("Service Information")
            .field("ServiceName", "Service Name", "krbtgt")
            .field("ServiceSid", "Service ID", new Login(login.domain(), "krbtgt", 502).sid())
            .section("Network Information")
            .field("IpAddress", "Client Address", "::ffff:" + from.address())
            .field("IpPort", "Client Port", port(number))
            .section("Additional Information")
            .field("TicketOptions", "Ticket Options", "0x40810010")
            .field("Status", "Result Code", "0x0")
            .field("TicketEncryptionType", "Ticket Encryption Type", "0x12")
            .field("PreAuthType", "Pre-Authentication Type", "2")
            .end(""));
  }

  /** A service ticket (4769) for a machine, at a domain controller. */
  void ticket(Machine controller, long at, Login login, Machine service, Machine from) {
    String realm = login.domain().equals(controller.company().name())
        ? controller.company().dnsDomain()
        : login.domain().toLowerCase(Locale.ROOT) + ".example";
    String name = login.name() + "@" + realm.toUpperCase(Locale.ROOT);
    day.add(
        controller,
        at,
        (out, number) -> SecurityText.begin(
                out,
                controller,
                at,
                number,
                4769,
                14337,
                "Kerberos Service Ticket Operations",
                true,
                "A Kerberos service ticket was requested.")
            .section("Account Information")
            .field("TargetUserName", "Account Name", name)
            .field("TargetDomainName", "Account Domain", realm.toUpperCase(Locale.ROOT))
            .field(
                "LogonGuid",
                "Logon GUID",
                SecurityText.guid(Chance.of(number, "ticket", at).next()))
            .section("Service Information")
            .field("ServiceName", "Service Name", service.machineAccount().name())
            .field("ServiceSid", "Service ID", service.machineAccount().sid())
            .section("Network Information")
            .field("IpAddress", "Client Address", "::ffff:" + from.address())
            .field("IpPort", "Client Port", port(number))
            .section("Additional Information")
            .field("TicketOptions", "Ticket Options", "0x40810000")
            .field("TicketEncryptionType", "Ticket Encryption Type", "0x12")
            .field("Status", "Failure Code", "0x0")
            .field("TransmittedServices", "Transited Services", "-")
            .end("This event is generated every time access is requested to a "
                + "resource such as a computer or"
                + " a Windows service."));
  }
}
