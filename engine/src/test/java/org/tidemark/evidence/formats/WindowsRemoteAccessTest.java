package org.tidemark.evidence.formats;

import org.junit.jupiter.api.Test;

/** Remote desktops and remote shells by their own channels. */
class WindowsRemoteAccessTest {
  private static final String MANAGER =
      "Microsoft-Windows-TerminalServices-LocalSessionManager/Operational";
  private static final String LISTENER =
      "Microsoft-Windows-TerminalServices-RemoteConnectionManager/Operational";
  private static final String CLIENT = "Microsoft-Windows-TerminalServices-RDPClient/Operational";
  private static final String SHELLS = "Microsoft-Windows-WinRM/Operational";

  /** What session 2 of host a is called. */
  private static final String SESSION =
      "#" + Long.toHexString(new SessionNumber().of("desktop", "a", "2"));

  @Test
  void aDesktopNamesItsUserAndTheClient() {
    desktop(21, "10.4.0.7").gives("REMOTE_INTERACTIVE harbour\\mori 10.4.0.7 a - " + SESSION);
    desktop(25, "::ffff:10.4.0.7")
        .gives("REMOTE_INTERACTIVE harbour\\mori 10.4.0.7 a - " + SESSION);
  }

  @Test
  void aDesktopAtTheConsoleIsNoRemoteOne() {
    desktop(21, "LOCAL").gives("INTERACTIVE harbour\\mori - a - " + SESSION);
    desktop(25, "LOCAL").gives("UNLOCK harbour\\mori - a - " + SESSION);
  }

  @Test
  void aDesktopEndsAtLogoffAndNotWhenItIsLeft() {
    desktop(23, "").gives("END a harbour\\mori " + SESSION);
    desktop(24, "10.4.0.7").isIgnored("event-not-used");
    desktop(22, "10.4.0.7").isIgnored("event-not-used");
  }

  @Test
  void whatTheCollectorDroppedIsReadFromTheMessage() {
    WindowsEvent.of(MANAGER, 21)
        .with(
            "Message",
            "Remote Desktop Services: Session logon succeeded:\r\n\r\nUser: HARBOUR\\mori\r\n"
                + "Session ID: 2\r\nSource Network Address: 10.4.0.7")
        .gives("REMOTE_INTERACTIVE harbour\\mori 10.4.0.7 a - " + SESSION);
    WindowsEvent.of(MANAGER, 21)
        .with("Message", "Remotedesktopdienste: Sitzungsanmeldung erfolgreich:")
        .isIgnored("desktop-of-nobody");
  }

  @Test
  void credentialsThatTheListenerTookAreNoLogon() {
    WindowsEvent.of(LISTENER, 1149)
        .with("Param1", "mori")
        .with("Param2", "HARBOUR")
        .with("Param3", "10.4.0.7")
        .gives("VALIDATION harbour\\mori 10.4.0.7 a rdp #0");
    WindowsEvent.of(LISTENER, 1149)
        .with(
            "Message",
            "User authentication succeeded:\n\nUser: \nDomain: \n"
                + "Source Network Address: 10.4.0.7")
        .isIgnored("desktop-of-nobody");
    WindowsEvent.of(LISTENER, 261).isIgnored("channel-not-used");
  }

  @Test
  void theClientNamesTheServer() {
    client(1024, "fs01.harbour.example").gives("EXPLICIT harbour\\mori a fs01 rdp #0");
    client(1102, "10.4.0.9").gives("EXPLICIT harbour\\mori a 10.4.0.9 rdp #0");
    client(1024, "localhost").isIgnored("credentials-used-locally");
    client(1025, "fs01").isIgnored("channel-not-used");
  }

  @Test
  void whoRanTheClientIsNamedBySidWhereNobodyLookedTheNameUp() {
    WindowsEvent.of(CLIENT, 1024)
        .with("UserID", "S-1-5-21-7-1104")
        .with("Value", "fs01")
        .gives("EXPLICIT s-1-5-21-7-1104 a fs01 rdp #0");
  }

  @Test
  void aShellRunsOnTheTargetAndItsConnectionIsNamedAtTheSource() {
    shell(91).gives("COMMAND a harbour\\mori winrm shell - #0");
    shell(6)
        .with("connection", "fs01.harbour.example/wsman?PSVersion=5.1")
        .gives("EXPLICIT harbour\\mori a fs01 winrm #0");
    shell(6)
        .with("connection", "http://10.4.0.9:5985/wsman")
        .gives("EXPLICIT harbour\\mori a 10.4.0.9 winrm #0");
    shell(6)
        .with("connection", "https://[fe80::9]:5986/wsman")
        .gives("EXPLICIT harbour\\mori a fe80::9 winrm #0");
    shell(6)
        .with("Message", "Creating WSMan Session. The connection string is: fs01/wsman")
        .gives("EXPLICIT harbour\\mori a fs01 winrm #0");
    shell(6)
        .with("connection", "wec.harbour.example/wsman/SubscriptionManager/WEC")
        .isIgnored("event-forwarding");
    shell(6).with("connection", "localhost/wsman").isIgnored("credentials-used-locally");
  }

  @Test
  void comingBackToASessionIsALogonOfThatSession() {
    WindowsEvent.security(4778)
        .with("AccountName", "mori")
        .with("AccountDomain", "HARBOUR")
        .with("LogonID", "0x51a2")
        .with("ClientName", "PC7")
        .with("ClientAddress", "10.4.0.7")
        .gives("REMOTE_INTERACTIVE harbour\\mori 10.4.0.7 a - #51a2");
    WindowsEvent.security(4778)
        .with("AccountName", "mori")
        .with("AccountDomain", "HARBOUR")
        .with("LogonID", "0x51a2")
        .with("ClientName", "LOCAL")
        .with("ClientAddress", "LOCAL")
        .gives("UNLOCK harbour\\mori - a - #51a2");
    WindowsEvent.security(4778)
        .with("AccountName", "mori")
        .with("LogonID", "0x51a2")
        .with("ClientName", "PC7")
        .with("ClientAddress", "-")
        .gives("REMOTE_INTERACTIVE mori pc7 a - #51a2");
    WindowsEvent.security(4779).isIgnored("event-not-used");
  }

  private static WindowsEvent desktop(int number, String address) {
    return WindowsEvent.of(MANAGER, number)
        .with("User", "HARBOUR\\mori")
        .with("SessionID", "2")
        .with("Address", address);
  }

  private static WindowsEvent client(int number, String server) {
    return WindowsEvent.of(CLIENT, number)
        .with("AccountName", "mori")
        .with("Domain", "HARBOUR")
        .with("Name", "Server Name")
        .with("Value", server);
  }

  private static WindowsEvent shell(int number) {
    return WindowsEvent.of(SHELLS, number).with("AccountName", "mori").with("Domain", "HARBOUR");
  }
}
