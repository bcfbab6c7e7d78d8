package org.tidemark.evidence.formats;

import org.tidemark.evidence.AccountName;
import org.tidemark.evidence.EndpointName;
import org.tidemark.evidence.FactSink;
import org.tidemark.evidence.LogonType;

/**
 * What controllers write when they check credentials: Kerberos tickets (4768, 4769, 4771) and NTLM
 * (4776). The agent of a ticket's row is the ticket's cipher, by its name in IANA's registry of
 * Kerberos encryption types.
 */
final class WindowsTickets {
  /** A status: nobody has this name (RFC 4120, KDC_ERR_C_PRINCIPAL_UNKNOWN). */
  private static final long NO_SUCH_CLIENT = 0x6;

  private WindowsTickets() {}

  /** 4768: a ticket to get tickets was asked for; 4771: the proof of identity failed. */
  static boolean granting(WindowsRecord event, boolean proven, FactSink sink) {
    sink.controller();
    long status = event.number(WindowsField.STATUS, 0);
    boolean given = proven && status == 0;
    LogonType type = LogonType.TICKET_GRANTING;
    int from = client(event, sink);
    int host = event.host();
    int account = status == NO_SUCH_CLIENT ? -1 : event.target(sink);
    sink.logon(account, from, host, 0, type, given, given ? cipher(event, sink) : -1);
    event.sameAccount(account, WindowsField.TARGET_SID, sink);
    return true;
  }

  /** 4769: a ticket for a service was asked for; those of hosts are read. */
  static boolean service(WindowsRecord event, FactSink sink) {
    sink.controller();
    String service = event.text(WindowsField.SERVICE_NAME);
    if (!service.endsWith("$")) {
      return WindowsRecord.ignore(
          sink, service.equalsIgnoreCase("krbtgt") ? "ticket-to-get-tickets" : "ticket-of-account");
    }
    int from = client(event, sink);
    int to = sink.endpoint(EndpointName.of(service.substring(0, service.length() - 1)));
    boolean given = event.number(WindowsField.STATUS, 0) == 0;
    int cipher = given ? cipher(event, sink) : -1;
    sink.logon(event.target(sink), from, to, 0, LogonType.TICKET, given, cipher);
    return true;
  }

  /** 4776: NTLM credentials were checked. Hosts write it too, of their own accounts. */
  static boolean validation(WindowsRecord event, FactSink sink) {
    String workstation = event.endpoint(WindowsField.WORKSTATION);
    int from = EndpointName.isLoopback(workstation) ? event.host() : sink.endpoint(workstation);
    long status = event.number(WindowsField.STATUS, 0);
    int account = status == WindowsLogons.NO_SUCH_USER
        ? -1
        : sink.account(AccountName.of(event.text(WindowsField.TARGET_USER)));
    sink.logon(account, from, event.host(), 0, LogonType.VALIDATION, status == 0, -1);
    return true;
  }

  /** The client that asked; over loopback that is the controller itself. */
  private static int client(WindowsRecord event, FactSink sink) {
    String client = event.endpoint(WindowsField.IP_ADDRESS);
    return EndpointName.isLoopback(client) ? event.host() : sink.endpoint(client);
  }

  private static int cipher(WindowsRecord event, FactSink sink) {
    long number = event.number(WindowsField.ENCRYPTION, -1);
    return sink.object(
        switch ((int) number) {
          case 0x1 -> "des-cbc-crc";
          case 0x3 -> "des-cbc-md5";
          case 0x11 -> "aes128-cts-hmac-sha1-96";
          case 0x12 -> "aes256-cts-hmac-sha1-96";
          case 0x13 -> "aes128-cts-hmac-sha256-128";
          case 0x14 -> "aes256-cts-hmac-sha384-192";
          case 0x17 -> "rc4-hmac";
          case 0x18 -> "rc4-hmac-exp";
          default -> number < 0 ? "" : "encryption-" + number;
        });
  }
}
