package org.tidemark.evidence.formats;

import org.junit.jupiter.api.Test;

/** Accesses to the directory; shares and files stand in the sample of {@link WindowsJsonTest}. */
class WindowsObjectsTest {
  private static final String ALL = "{1131f6ad-9c07-11d1-f79f-00c04fc2dcd2}";
  private static final String SOME = "{1131F6AA-9C07-11D1-F79F-00C04FC2DCD2}";

  @Test
  void whoMayReplicateSecretsReadsTheWholeDirectory() {
    directory("%%7688\r\n\t\t" + ALL + "\r\n\t{19195a5b-6da0-11d0-afd3-00c04fd930c9}")
        .gives("READ a harbour\\mori - \\\\a\\drsuapi\\drsgetncchanges - #7");
    directory(ALL.toUpperCase(java.util.Locale.ROOT))
        .with("Keywords", "0x8010000000000000")
        .gives("READ refused a harbour\\mori - \\\\a\\drsuapi\\drsgetncchanges - #7");
  }

  @Test
  void replicationWithoutSecretsAndOtherRightsAreNotUsed() {
    directory("%%7688\r\n\t\t" + SOME).isIgnored("replication-without-secrets");
    directory("-").isIgnored("directory-object-not-used");
  }

  private static WindowsEvent directory(String properties) {
    return WindowsEvent.security(4662)
        .with("SubjectUserName", "mori")
        .with("SubjectDomainName", "HARBOUR")
        .with("SubjectLogonId", "0x7")
        .with("ObjectServer", "DS")
        .with("Properties", properties);
  }
}
