package org.tidemark.evidence.formats;

import org.junit.jupiter.api.Test;

/** 4624, 4625, 4648: who opened a session, and what it left on the host. */
class WindowsLogonsTest {
  @Test
  void aSessionOfNewCredentialsIsAlsoOneOfTheAccountWhosePasswordWasEntered() {
    logon(4624, 9)
        .with("TargetOutboundUserName", "svc-backup")
        .with("TargetOutboundDomainName", "HARBOUR")
        .gives(
            "NEW_CREDENTIALS harbour\\mori - a - #51a2",
            "NEW_CREDENTIALS harbour\\svc-backup - a - #51a2");
    logon(4624, 9)
        .with("TargetOutboundUserName", "-")
        .with("TargetOutboundDomainName", "-")
        .gives("NEW_CREDENTIALS harbour\\mori - a - #51a2");
    logon(4624, 3)
        .with("TargetOutboundUserName", "svc-backup")
        .gives("NETWORK harbour\\mori - a - #51a2");
  }

  @Test
  void aDesktopThatKeptTheCredentialsAwayFromTheHostSaysSo() {
    logon(4624, 10)
        .with("RestrictedAdminMode", "%%1842")
        .gives("REMOTE_INTERACTIVE harbour\\mori - a restricted-admin #51a2");
    logon(4624, 10)
        .with("RestrictedAdminMode", "No")
        .with("RemoteCredentialGuard", "Yes")
        .gives("REMOTE_INTERACTIVE harbour\\mori - a remote-credential-guard #51a2");
    logon(4624, 10)
        .with("RestrictedAdminMode", "%%1843")
        .with("RemoteCredentialGuard", "-")
        .gives("REMOTE_INTERACTIVE harbour\\mori - a - #51a2");
  }

  @Test
  void aLogonShowsTheSidOfAnAccountOfADomain() {
    logon(4624, 3)
        .with("TargetUserSid", "S-1-5-21-7-1104")
        .gives("NETWORK harbour\\mori - a - #51a2", "SAME harbour\\mori s-1-5-21-7-1104 #0");
    logon(4624, 3).with("TargetUserSid", "S-1-5-18").gives("NETWORK harbour\\mori - a - #51a2");
    logon(4625, 3)
        .with("TargetUserSid", "S-1-5-21-7-1104")
        .gives("NETWORK refused harbour\\mori - a - #51a2");
  }

  @Test
  void theSidOfAHostsOwnAccountIsNotShownByALogonBecauseHostsMayBeCopies() {
    WindowsEvent.security(4624)
        .with("TargetUserName", "administrator")
        .with("TargetDomainName", "A")
        .with("TargetUserSid", "S-1-5-21-7-500")
        .with("LogonType", "2")
        .gives("INTERACTIVE a\\administrator - a - #0");
  }

  @Test
  void aNameThatNobodyHasIsNotKeptBecausePeopleTypePasswordsThere() {
    logon(4625, 2).with("SubStatus", "0xc0000064").gives("INTERACTIVE refused - - a - #51a2");
    logon(4625, 2)
        .with("SubStatus", "0xc000006a")
        .gives("INTERACTIVE refused harbour\\mori - a - #51a2");
  }

  @Test
  void credentialsThatWereSentOutNameTheServerHoweverItIsWritten() {
    explicit("FS01").gives("EXPLICIT harbour\\mori a fs01 - #7");
    explicit("fs01.harbour.example").gives("EXPLICIT harbour\\mori a fs01 - #7");
    explicit("cifs/fs01.harbour.example").gives("EXPLICIT harbour\\mori a fs01 - #7");
    explicit("MSSQLSvc/fs01.harbour.example:1433").gives("EXPLICIT harbour\\mori a fs01 - #7");
    explicit("fs01$").gives("EXPLICIT harbour\\mori a fs01 - #7");
    explicit("a$").isIgnored("credentials-used-locally");
    explicit("localhost").isIgnored("credentials-used-locally");
  }

  private static WindowsEvent logon(int number, int type) {
    return WindowsEvent.security(number)
        .with("TargetUserName", "mori")
        .with("TargetDomainName", "HARBOUR")
        .with("TargetLogonId", "0x51a2")
        .with("LogonType", Integer.toString(type))
        .with("IpAddress", "-");
  }

  private static WindowsEvent explicit(String server) {
    return WindowsEvent.security(4648)
        .with("SubjectLogonId", "0x7")
        .with("TargetUserName", "mori")
        .with("TargetDomainName", "HARBOUR")
        .with("TargetServerName", server);
  }
}
