package org.tidemark.evidence.formats;

import org.junit.jupiter.api.Test;

/** Changes to identities, and the two names of an account that their records show. */
class WindowsChangesTest {
  private static final String SID = "S-1-5-21-7-1104";

  @Test
  void aRecordOfAnAccountShowsItsSid() {
    change(4720)
        .with("TargetUserName", "guest2")
        .with("TargetDomainName", "A")
        .with("TargetSid", SID)
        .gives("CHANGE a kim a\\guest2 4720 - #7", "SAME a\\guest2 s-1-5-21-7-1104 #0");
    change(4742)
        .with("TargetUserName", "PC7$")
        .with("TargetDomainName", "HARBOUR")
        .with("TargetSid", SID)
        .gives("CHANGE a kim harbour\\pc7$ 4742 - #7", "SAME harbour\\pc7$ s-1-5-21-7-1104 #0");
  }

  @Test
  void aMemberOfAGroupIsNamedByItsSidAndTheGroupBesideTheNumber() {
    change(4728)
        .with("TargetUserName", "Domain Admins")
        .with("TargetDomainName", "HARBOUR")
        .with("TargetSid", "S-1-5-21-7-512")
        .with("MemberName", "CN=Mori\\, K,DC=harbour,DC=example")
        .with("MemberSid", SID)
        .gives(
            "CHANGE a kim s-1-5-21-7-1104 4728 harbour\\domain admins - #7",
            "SAME harbour\\domain admins s-1-5-21-7-512 #0");
  }

  @Test
  void anAccountThatWasRenamedHasBothNames() {
    change(4781)
        .with("OldTargetUserName", "mori")
        .with("NewTargetUserName", "mori2")
        .with("TargetDomainName", "HARBOUR")
        .with("TargetSid", SID)
        .gives(
            "CHANGE a kim harbour\\mori 4781 harbour\\mori2 - #7",
            "SAME harbour\\mori s-1-5-21-7-1104 #0",
            "SAME harbour\\mori harbour\\mori2 #0");
  }

  @Test
  void aChangeThatWasRefusedIsNone() {
    change(4724)
        .with("TargetUserName", "mori")
        .with("Keywords", "0x8010000000000000")
        .isIgnored("change-refused");
  }

  @Test
  void anObjectOfTheDirectoryIsChangedByAttribute() {
    change(5136)
        .with("ObjectDN", "CN=PC7,DC=harbour,DC=example")
        .with("ObjectClass", "computer")
        .with("AttributeLDAPDisplayName", "msDS-KeyCredentialLink")
        .gives("CHANGE a kim cn=pc7,dc=harbour,dc=example 5136 msDS-KeyCredentialLink - #7");
    change(5136)
        .with("ObjectDN", "DC=pc7,DC=harbour,CN=MicrosoftDNS")
        .with("ObjectClass", "dnsNode")
        .isIgnored("directory-object-of-no-identity");
  }

  @Test
  void aCertificateThatLeftWithItsKeyIsAChangeOfItsHost() {
    WindowsEvent.of(
            "Microsoft-Windows-CertificateServicesClient-Lifecycle-System/Operational", 1007)
        .with("AccountName", "kim")
        .with("Domain", "HARBOUR")
        .gives("CHANGE a harbour\\kim - signing-key-export - #0");
  }

  private static WindowsEvent change(int number) {
    return WindowsEvent.security(number)
        .with("SubjectUserName", "kim")
        .with("SubjectLogonId", "0x7");
  }
}
