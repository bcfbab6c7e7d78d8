package org.tidemark.evidence.formats;

import org.junit.jupiter.api.Test;

/** What controllers write when they check credentials: 4768, 4769, 4771, 4776. */
class WindowsTicketsTest {
  @Test
  void aServiceTicketForAHostNamesTheHostAndTheCipher() {
    ticket(4769, "FS01$", "0x0", "0x17").gives("TICKET harbour\\mori 10.4.0.7 fs01 rc4-hmac #0");
    ticket(4769, "FS01$", "0x0", "0x12")
        .gives("TICKET harbour\\mori 10.4.0.7 fs01 aes256-cts-hmac-sha1-96 #0");
    ticket(4769, "FS01$", "0x0", "0x99")
        .gives("TICKET harbour\\mori 10.4.0.7 fs01 encryption-153 #0");
    ticket(4769, "FS01$", "0x1b", "0xffffffff")
        .gives("TICKET refused harbour\\mori 10.4.0.7 fs01 - #0");
  }

  @Test
  void aServiceTicketForAnAccountNamesNoHost() {
    ticket(4769, "svc-sql", "0x0", "0x17").isIgnored("ticket-of-account");
    ticket(4769, "krbtgt", "0x0", "0x12").isIgnored("ticket-to-get-tickets");
  }

  @Test
  void aTicketToGetTicketsComesFromTheClientToTheController() {
    ticket(4768, "krbtgt", "0x0", "0x11")
        .gives("TICKET_GRANTING harbour\\mori 10.4.0.7 a aes128-cts-hmac-sha1-96 #0");
    ticket(4768, "krbtgt", "0x12", "0xffffffff")
        .gives("TICKET_GRANTING refused harbour\\mori 10.4.0.7 a - #0");
    ticket(4771, "krbtgt/HARBOUR", "0x18", "")
        .gives("TICKET_GRANTING refused harbour\\mori 10.4.0.7 a - #0");
  }

  @Test
  void aTicketToGetTicketsShowsTheSidOfItsAccount() {
    ticket(4768, "krbtgt", "0x0", "0x12")
        .with("TargetSid", "S-1-5-21-7-1104")
        .gives(
            "TICKET_GRANTING harbour\\mori 10.4.0.7 a aes256-cts-hmac-sha1-96 #0",
            "SAME harbour\\mori s-1-5-21-7-1104 #0");
  }

  @Test
  void aNameThatNobodyHasIsNotKept() {
    ticket(4768, "krbtgt", "0x6", "0xffffffff")
        .with("TargetSid", "S-1-0-0")
        .gives("TICKET_GRANTING refused - 10.4.0.7 a - #0");
    validation("PC7", "0xC0000064").gives("VALIDATION refused - pc7 a - #0");
  }

  @Test
  void aTicketAskedForOverLoopbackIsTheControllersOwn() {
    WindowsEvent.security(4768)
        .with("TargetUserName", "A$")
        .with("TargetDomainName", "HARBOUR")
        .with("IpAddress", "::1")
        .with("Status", "0x0")
        .gives("TICKET_GRANTING harbour\\a$ a a - #0");
  }

  @Test
  void anNtlmValidationComesFromTheWorkstationThatTheClientNames() {
    validation("PC7", "0x0").gives("VALIDATION mori pc7 a - #0");
    validation("\\\\PC7", "0xc000006a").gives("VALIDATION refused mori pc7 a - #0");
    validation("", "0x0").gives("VALIDATION mori - a - #0");
  }

  private static WindowsEvent ticket(int number, String service, String status, String cipher) {
    return WindowsEvent.security(number)
        .with("TargetUserName", number == 4769 ? "mori@HARBOUR.EXAMPLE" : "mori")
        .with("TargetDomainName", "HARBOUR.EXAMPLE")
        .with("IpAddress", "::ffff:10.4.0.7")
        .with("ServiceName", service)
        .with("Status", status)
        .with("TicketEncryptionType", cipher);
  }

  private static WindowsEvent validation(String workstation, String status) {
    return WindowsEvent.security(4776)
        .with("TargetUserName", "mori")
        .with("Workstation", workstation)
        .with("Status", status);
  }
}
